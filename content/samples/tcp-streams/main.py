"""One thread serves many TCP connections: the loop waits for ready sockets."""

import asyncio
import threading
from dataclasses import dataclass


# region demo
class Greeter:
    """Answer each line of a client, until the client has said everything."""

    def __init__(self) -> None:
        self.closed: asyncio.Queue[None] = asyncio.Queue()

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            while line := await reader.readline():
                writer.write(b"hello " + line)
                await writer.drain()  # waits while the client reads too slowly
        finally:
            writer.close()
            await writer.wait_closed()
            self.closed.put_nowait(None)


@dataclass
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def connect(cls, port: int) -> "Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def say(self, name: str) -> str:
        self.writer.write(f"{name}\n".encode())
        await self.writer.drain()
        return (await self.reader.readline()).decode().strip()

    async def close(self) -> None:
        self.writer.write_eof()
        assert await self.reader.read() == b"", "the server said more than was asked"
        self.writer.close()
        await self.writer.wait_closed()
# endregion


async def main() -> None:
    greeter = Greeter()
    server = await asyncio.start_server(greeter.serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        silent = await Client.connect(port)
        eager = await Client.connect(port)
        # A server that takes one client at a time would wait for the silent one.
        async with asyncio.timeout(10):
            print("second client:", await eager.say("second"))
            print("second client:", await eager.say("second, again"))
            print("first client:", await silent.say("first"))

        assert threading.active_count() == 1, "a thread was started"
        print("threads: one")
        await asyncio.to_thread(int)
        assert threading.active_count() == 2, "threads are not counted: a blind test"
        print("threads after a call of to_thread: two")

        for client in (silent, eager):
            await client.close()
            await greeter.closed.get()


if __name__ == "__main__":
    asyncio.run(main())
