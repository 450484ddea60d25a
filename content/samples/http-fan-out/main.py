"""A client fans out over HTTP, unbounded and bounded. The server counts what it sees.

Both ends are streams of asyncio on loopback. A program would use an HTTP library.
"""

import asyncio

PATHS = [f"/patients/{number}" for number in range(1, 7)]


async def read_head(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]]:
    """Read the first line and the headers of a request or a response."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii")
    first, *lines = head.rstrip("\r\n").split("\r\n")
    fields = (line.partition(":") for line in lines)
    return first, {name.lower(): value.strip() for name, _, value in fields}


class Server:
    """Answer only when as many requests are in progress as expected."""

    def __init__(self, expected: int) -> None:
        self.together = asyncio.Barrier(expected)
        self.in_progress = self.most = 0
        self.served: asyncio.Queue[None] = asyncio.Queue()

    async def handle(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.in_progress += 1
        self.most = max(self.most, self.in_progress)
        request_line, _ = await read_head(reader)
        path = request_line.split(" ")[1]
        await self.together.wait()
        self.in_progress -= 1
        body = f"record of {path}".encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        )
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        self.served.put_nowait(None)


# region demo
async def get(port: int, path: str) -> tuple[int, str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        status_line, headers = await read_head(reader)
        body = await reader.readexactly(int(headers["content-length"]))
        return int(status_line.split(" ")[1]), body.decode()
    finally:
        writer.close()
        await writer.wait_closed()


async def fan_out(port: int, paths: list[str], limit: int) -> list[tuple[int, str]]:
    slots = asyncio.Semaphore(limit)

    async def bounded(path: str) -> tuple[int, str]:
        async with slots:
            return await get(port, path)

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        tasks = [group.create_task(bounded(path)) for path in paths]
    return [task.result() for task in tasks]  # in the order of the paths
# endregion


async def most_in_progress(limit: int) -> int:
    service = Server(expected=limit)
    server = await asyncio.start_server(service.handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        answers = await fan_out(port, PATHS, limit)
        for _ in PATHS:
            await service.served.get()
    assert answers == [(200, f"record of {path}") for path in PATHS], answers
    return service.most


async def main() -> None:
    for limit in (1, 2, 6):
        most = await most_in_progress(limit)
        assert most == limit, f"{most} in progress with a limit of {limit}"
        print(f"limit {limit}: six answers, most in progress {most}")


if __name__ == "__main__":
    asyncio.run(main())
