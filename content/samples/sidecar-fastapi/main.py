"""A FastAPI sidecar whose event loop never runs SQL: a thread for each connection.

It runs on sqlite3. For InterSystems IRIS give `create_app` a function that returns
`iris.dbapi.connect(...)`. The client at the end of the file fills the pool over
loopback, and checks what still answers. A broken connection is not replaced here.
"""

import asyncio
import contextlib
import json
import socket
import sqlite3
import tempfile
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse


# region pool
class PoolIsFull(Exception):
    """No connection came free in time."""


class Slot(NamedTuple):
    thread: ThreadPoolExecutor  # of one thread, the only one to touch the connection
    connection: Any


class Pool:
    """A fixed number of DB-API connections, each with a thread of its own."""

    def __init__(self, connect: Callable[[], Any], size: int, patience: float) -> None:
        self.connect, self.size, self.patience = connect, size, patience
        self.idle: asyncio.Queue[Slot] = asyncio.Queue()

    async def __aenter__(self) -> "Pool":
        loop = asyncio.get_running_loop()
        for _ in range(self.size):
            thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dbapi")
            connection = await loop.run_in_executor(thread, self.connect)
            self.idle.put_nowait(Slot(thread, connection))
        return self

    async def __aexit__(self, *_: object) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(self.size):  # a busy slot comes back when its query has ended
            slot = await self.idle.get()
            await loop.run_in_executor(slot.thread, slot.connection.close)
            slot.thread.shutdown()

    async def run(self, work: Callable[[Any], Any]) -> Any:
        """Run one unit of work in a thread. It must return rows, and not a cursor."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.patience):
                slot = await self.idle.get()
        except TimeoutError:
            raise PoolIsFull from None

        def give_back(_: Future) -> None:
            loop.call_soon_threadsafe(self.idle.put_nowait, slot)

        # A caller who gives up does not stop the query. So the slot comes back when the
        # thread is done with it, and not when the waiting ends.
        future = slot.thread.submit(transact, slot.connection, work)
        future.add_done_callback(give_back)
        return await asyncio.wrap_future(future)


def transact(connection: Any, work: Callable[[Any], Any]) -> Any:
    try:
        with contextlib.closing(connection.cursor()) as cursor:
            result = work(cursor)
        connection.commit()
        return result
    except BaseException:
        connection.rollback()
        raise
# endregion


# region demo
def create_app(connect: Callable[[], Any], size: int, patience: float) -> FastAPI:
    app = FastAPI()

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with Pool(connect, size, patience) as app.state.pool:
            yield

    # FastAPI(lifespan=...) came with 0.93, and 0.92 ignores the argument. The router
    # is where both of them look.
    app.router.lifespan_context = lifespan

    @app.exception_handler(PoolIsFull)
    async def busy(request: Request, error: PoolIsFull) -> JSONResponse:
        detail = {"detail": "every connection is busy"}
        return JSONResponse(detail, status_code=503, headers={"Retry-After": "1"})

    @app.get("/health")
    async def health() -> dict:
        return {"status": "up"}  # no database: it answers when the pool is full

    @app.get("/items/{item_id}")
    async def read_item(item_id: int, request: Request) -> dict:
        def work(cursor: Any) -> Any:
            cursor.execute("SELECT name FROM item WHERE id = ?", [item_id])
            return cursor.fetchone()

        if (row := await request.app.state.pool.run(work)) is None:
            raise HTTPException(status_code=404, detail="no such item")
        return {"id": item_id, "name": row[0]}

    @app.post("/items/{item_id}", status_code=201)
    async def create_item(item_id: int, name: str, request: Request) -> dict:
        def work(cursor: Any) -> None:
            cursor.execute("INSERT INTO item VALUES (?, ?)", [item_id, name])

        await request.app.state.pool.run(work)
        return {"id": item_id, "name": name}

    @app.get("/slow")
    async def slow(request: Request) -> dict:
        def work(cursor: Any) -> Any:
            return cursor.execute("SELECT hold()").fetchone()

        return {"answer": (await request.app.state.pool.run(work))[0]}

    return app
# endregion


class Database:
    """A sqlite3 file with a function hold(), which blocks its query until the gate."""

    def __init__(self, path: Path, queries: int) -> None:
        self.path, self.open = path, 0
        self.all_held = threading.Barrier(queries + 1)
        self.gate = threading.Event()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)")

    def connect(self) -> sqlite3.Connection:
        database = self

        class Connection(sqlite3.Connection):
            def close(self) -> None:
                super().close()
                database.open -= 1

        connection = sqlite3.connect(self.path, factory=Connection)
        connection.create_function("hold", 0, self.hold)
        self.open += 1
        return connection

    def hold(self) -> str:
        self.all_held.wait(timeout=5)
        return "released" if self.gate.wait(timeout=5) else "forgotten"


def call(url: str, method: str = "GET") -> tuple[int, dict]:
    request = urllib.request.Request(url, method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


async def prove(base: str, database: Database, size: int) -> None:
    async def ask(path: str, method: str = "GET") -> tuple[int, dict]:
        return await asyncio.to_thread(call, base + path, method)

    assert await ask("/items/1?name=lamp", "POST") == (201, {"id": 1, "name": "lamp"})
    assert await ask("/items/1") == (200, {"id": 1, "name": "lamp"})
    assert (await ask("/items/2"))[0] == 404
    assert database.open == size, "one connection for each thread"
    print("a free pool reads and writes, one connection a thread")

    slow = [asyncio.create_task(ask("/slow")) for _ in range(size)]
    await asyncio.to_thread(database.all_held.wait, 5)  # now each thread runs a query
    assert (await ask("/items/1"))[0] == 503, "a full pool should turn requests away"
    assert await ask("/health") == (200, {"status": "up"}), "the loop should be free"
    print("a full pool answers 503, and health still answers")

    database.gate.set()
    assert await asyncio.gather(*slow) == [(200, {"answer": "released"})] * size
    assert (await ask("/items/1"))[0] == 200, "the connections should be back"
    print("the slow queries end, and the same request is answered again")


async def main() -> None:
    size = 2
    # On a loaded machine the process is paused, and -X dev would call that a slow step.
    asyncio.get_running_loop().slow_callback_duration = 10
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "items.db", queries=size)
        app = create_app(database.connect, size, patience=0.1)
        config = uvicorn.Config(app, lifespan="on", log_level="warning")
        server = uvicorn.Server(config)
        # It listens from here on, so a client that comes too early only waits.
        sock = socket.create_server(("127.0.0.1", 0))
        serving = asyncio.create_task(server.serve(sockets=[sock]))
        try:
            await prove(f"http://127.0.0.1:{sock.getsockname()[1]}", database, size)
        finally:
            server.should_exit = True
            await serving
        assert database.open == 0, "lifespan should close what it opened"
        print("shutdown closed every connection in its own thread")


if __name__ == "__main__":
    asyncio.run(main())
