"""Files and name lookups go through the thread pool of the loop. Sockets do not."""

import asyncio
import tempfile
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path


class WatchedPool(ThreadPoolExecutor):
    """The thread pool of a loop, with a count of the work it was given."""

    given = 0

    def submit(self, fn: Callable[..., object], /, *args, **kwargs) -> Future:
        self.given += 1
        return super().submit(fn, *args, **kwargs)


# region demo
async def timer() -> None:
    await asyncio.sleep(0.001)


async def socket() -> None:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert await reader.read() == b"hello"
        writer.close()
        await writer.wait_closed()


async def file() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "notes.txt")
        path.write_text("hello", encoding="utf-8")
        assert await asyncio.to_thread(path.read_text, encoding="utf-8") == "hello"


async def name_lookup() -> None:
    await asyncio.get_running_loop().getaddrinfo("127.0.0.1", 80)
# endregion


async def main() -> None:
    # One thread, so that a single stuck call shows what depends on the pool.
    pool = WatchedPool(max_workers=1)
    asyncio.get_running_loop().set_default_executor(pool)

    async def jobs(operation: Callable[[], Awaitable[None]]) -> int:
        before = pool.given
        await operation()
        return pool.given - before

    for operation, expected in ((timer, 0), (socket, 0), (file, 1), (name_lookup, 1)):
        counted = await jobs(operation)
        assert counted == expected, f"{operation.__name__} gave the pool {counted}"
        print(operation.__name__ + ":", "a thread" if counted else "the loop itself")

    release = threading.Event()
    stuck = asyncio.create_task(asyncio.to_thread(release.wait))
    read = asyncio.create_task(file())
    await socket()
    await timer()
    assert not read.done(), "a file was read without the pool"
    print("pool stuck: the socket and the timer go on, the file waits")
    release.set()
    await asyncio.gather(stuck, read)
    print("pool free: the file is read")


if __name__ == "__main__":
    asyncio.run(main())
