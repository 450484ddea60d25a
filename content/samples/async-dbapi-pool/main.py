"""An async pool over any PEP 249 driver, proven on sqlite3 under 200 tasks at once.

A worker is one thread and the one connection that is made, used and closed in it.
Cancelling a caller ends its waiting, not its SQL: the call runs on in its thread, and
the worker serves nobody else until that call is over and its work is rolled back.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from functools import partial
from types import SimpleNamespace
from typing import Any, TypeVar

T = TypeVar("T")


# region pool
class PoolBusy(Exception):
    """No connection in time, or too many callers waiting: answer 503."""


class PoolClosed(Exception):
    """The pool is closed, or the transaction has ended."""


class Pool:
    """Bounded in connections and in callers that wait, first come first served.

    `driver` is a PEP 249 module, `connect` makes one connection when called. After a
    failure the connection is rolled back and tested, and a dead one is replaced at its
    next use. One that died while idle costs one caller an error. A caller cancelled
    during the commit does not learn the outcome.
    """

    def __init__(
        self,
        driver: Any,
        connect: Callable[[], Any],
        *,
        size: int = 4,
        max_waiting: int = 100,
        acquire_timeout: float = 5.0,
    ) -> None:
        # 0: threads may not share the module. 1: nor connections, which holds here.
        # 2 and 3 would allow more, which is not used.
        if getattr(driver, "threadsafety", 0) == 0 and size > 1:
            raise ValueError("threadsafety 0 allows one thread: use size=1")
        self._size = size
        self._idle = [Worker(connect) for _ in range(size)]
        self._free = asyncio.Semaphore(size)
        self._waiting = 0
        self._max_waiting = max_waiting
        self._acquire_timeout = acquire_timeout
        self._cleaning: set[asyncio.Task[None]] = set()
        self._closing: asyncio.Task[None] | None = None

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """Return `work(connection, *args)`, called in a thread, as one transaction."""
        async with self.transaction() as transaction:
            return await transaction.run(work, *args)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Hold one connection. Commit when the block ends, roll back if it raises."""
        worker = await self._acquire()
        transaction = Transaction(worker)
        try:
            try:
                yield transaction
            finally:
                transaction.worker = None
            await worker.do(worker.call, lambda connection: connection.commit())
        except Exception:
            await asyncio.shield(self._start_cleaning(worker))
            raise
        except BaseException:  # cancelled: its statement may take long, so do not wait
            self._start_cleaning(worker)
            raise
        self._release(worker)

    async def close(self) -> None:
        """Refuse new callers, serve the admitted ones, then close each connection."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._drain())
        await asyncio.shield(self._closing)

    async def __aenter__(self) -> Pool:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def _acquire(self) -> Worker:
        if self._closing is not None:
            raise PoolClosed("the pool is closed")
        if self._free.locked() and self._waiting >= self._max_waiting:
            raise PoolBusy(f"{self._waiting} callers are waiting already")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._acquire_timeout):
                await self._free.acquire()
        except TimeoutError:
            raise PoolBusy(f"no connection in {self._acquire_timeout} s") from None
        finally:
            self._waiting -= 1
        return self._idle.pop()

    def _release(self, worker: Worker) -> None:
        self._idle.append(worker)
        self._free.release()

    def _start_cleaning(self, worker: Worker) -> asyncio.Task[None]:
        task = asyncio.create_task(self._clean(worker))
        self._cleaning.add(task)  # the loop keeps only a weak reference
        task.add_done_callback(self._cleaning.discard)
        return task

    async def _clean(self, worker: Worker) -> None:
        await worker.do(worker.reset)  # in its thread, so behind a call still running
        self._release(worker)

    async def _drain(self) -> None:
        for _ in range(self._size):
            await self._free.acquire()  # fair: behind all who wait already
            worker = self._idle.pop()
            await worker.do(worker.drop)
            await asyncio.to_thread(worker.thread.shutdown)


class Transaction:
    """What a caller holds. Tasks may share it on purpose: its calls are queued."""

    def __init__(self, worker: Worker) -> None:
        self.worker: Worker | None = worker

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """Return `work(connection, *args)`: a plain value, not a cursor or lazy row."""
        if self.worker is None:
            raise PoolClosed("the transaction has ended")
        return await self.worker.do(self.worker.call, work, *args)

    async def execute(self, sql: str, *parameters: Any) -> list[Any]:
        """Run one statement, and fetch all of its rows on the same trip."""
        return await self.run(fetch_all, sql, *parameters)


class Worker:
    """One thread and its connection. `do` runs the other methods in that thread."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connect = connect
        self._connection: Any = None
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="db-pool")

    async def do(self, function: Callable[..., T], *args: Any) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.thread, function, *args)

    def call(self, work: Callable[..., T], *args: Any) -> T:
        if self._connection is None:
            self._connection = self._connect()
        return work(self._connection, *args)

    def reset(self) -> None:
        if self._connection is None:
            return
        try:
            self._connection.rollback()
            fetch_all(self._connection, "SELECT 1")
            self._connection.rollback()
        except Exception:  # whatever the driver raises, this connection is of no use
            self.drop()

    def drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # given up, broken or not
                connection.close()


def fetch_all(connection: Any, sql: str, *parameters: Any) -> list[Any]:
    with closing(connection.cursor()) as cursor:
        # A list, and only if it holds something: some drivers insist on both.
        cursor.execute(sql, *([list(parameters)] if parameters else []))
        return cursor.fetchall() if cursor.description else []
# endregion


class Watched(sqlite3.Connection):
    """Known to the test. As by default in sqlite3, it refuses all threads but one."""

    opened: list[Watched] = []
    is_open = True
    task = -1  # whose transaction it is in

    def close(self) -> None:
        self.is_open = False
        super().close()


def connect() -> Watched:
    """A connection to a database of its own, so that SQLite has nobody to lock out."""
    connection = sqlite3.connect(":memory:", factory=Watched)
    connection.execute("CREATE TABLE entry (task, half)")
    Watched.opened.append(connection)
    return connection


def insert(connection: Watched, task: int, half: int) -> None:
    if half == 1:
        assert not connection.in_transaction, "work left over from another caller"
        connection.task = task
    assert connection.task == task, "two transactions share one connection"
    connection.execute("INSERT INTO entry VALUES (?, ?)", [task, half])


# region task
async def two_halves(pool: Pool, number: int) -> None:
    """Of five tasks one fails between its halves, and one is cancelled somewhere."""

    def cancel_at(stage: int) -> None:
        if number % 5 == 1 and number // 5 % 4 == stage:
            asyncio.get_running_loop().call_soon(asyncio.current_task().cancel)

    cancel_at(0)  # while it waits for a connection
    async with pool.transaction() as transaction:
        cancel_at(1)  # during the first statement
        await transaction.run(insert, number, 1)
        if number % 5 == 0:
            raise LookupError("refused")
        cancel_at(2)  # during the second
        await transaction.run(insert, number, 2)
        cancel_at(3)  # during the commit
# endregion


async def prove_200_tasks(pool: Pool, size: int) -> None:
    tasks = (two_halves(pool, number) for number in range(200))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    kinds = Counter(type(result).__name__ for result in results)
    assert kinds == {"NoneType": 120, "LookupError": 40, "CancelledError": 40}, kinds

    halves: Counter[int] = Counter()
    async with AsyncExitStack() as stack:
        for _ in range(size):  # if one had leaked, this would time out
            held = await stack.enter_async_context(pool.transaction())
            assert not await held.run(lambda connection: connection.in_transaction)
            rows = await held.execute("SELECT task FROM entry WHERE half > ?", 0)
            halves.update(task for (task,) in rows)
    done = {number for number, result in enumerate(results) if result is None}
    unsure = {number for number in range(200) if number % 20 == 16}  # in their commit
    assert set(halves.values()) == {2}, "half a transaction was kept"
    assert done <= set(halves) <= done | unsure, "the rows differ from the answers"
    assert len(Watched.opened) == size, "not one connection for each thread"
    print(f"200 tasks on {size} connections: 120 committed, 40 failed, 40 cancelled")
    print("no half transaction kept, no connection shared, none leaked")


async def raises(kind: type[BaseException], awaitable: Awaitable[Any]) -> None:
    try:
        await awaitable
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was not raised")


async def start_stuck(pool: Pool) -> tuple[asyncio.Task[None], threading.Event]:
    """A transaction that wrote a row and sits in its thread until the gate opens."""
    loop = asyncio.get_running_loop()
    entered, gate = asyncio.Event(), threading.Event()

    def work(connection: Watched) -> None:
        connection.execute("INSERT INTO entry VALUES (-1, 1)")
        loop.call_soon_threadsafe(entered.set)
        assert gate.wait(10), "the loop was not free to open the gate"

    task = asyncio.create_task(pool.run(work))
    await entered.wait()
    return task, gate


async def prove_cancellation(pool: Pool) -> None:
    task, gate = await start_stuck(pool)
    task.cancel()
    await raises(asyncio.CancelledError, task)
    count = "SELECT count(*) FROM entry WHERE task = -1"
    follower = asyncio.create_task(pool.run(fetch_all, count))
    await asyncio.sleep(0.02)
    assert not follower.done(), "the connection was passed on while in use"
    gate.set()
    assert await follower == [(0,)], "a cancelled caller's row was kept"
    print("cancelled in SQL: the caller left at once, the next got a clean connection")


async def prove_repair(pool: Pool) -> None:
    before = len(Watched.opened)
    await raises(sqlite3.ProgrammingError, pool.run(Watched.close))
    assert await pool.run(fetch_all, "SELECT 1") == [(1,)]
    assert len(Watched.opened) == before + 1, "the broken connection was not replaced"
    print("connection broken: one error, then a new connection")


async def prove_bounds(pool: Pool) -> None:
    task, gate = await start_stuck(pool)
    waiter = asyncio.create_task(pool.run(fetch_all, "SELECT 1"))
    await asyncio.sleep(0)
    await raises(PoolBusy, pool.run(fetch_all, "SELECT 1"))
    assert not waiter.done(), "the second caller was not refused at once"
    await raises(PoolBusy, waiter)
    gate.set()
    await task
    assert await pool.run(fetch_all, "SELECT 1") == [(1,)], "the pool lost a place"
    print("all busy: one caller waited and timed out, the next was refused at once")


async def prove_close(pool: Pool) -> None:
    task, gate = await start_stuck(pool)
    closer = asyncio.create_task(pool.close())
    await asyncio.sleep(0.02)
    assert not closer.done(), "close did not wait for the running work"
    await raises(PoolClosed, pool.run(fetch_all, "SELECT 1"))
    gate.set()
    await closer
    assert task.done() and task.exception() is None
    assert not any(connection.is_open for connection in Watched.opened)
    names = [thread.name for thread in threading.enumerate()]
    assert not any(name.startswith("db-pool") for name in names), names
    print("closed: it waited for running work, no connection or thread is left")


async def main() -> None:
    # Debug mode would report each step that a busy machine makes slow.
    asyncio.get_running_loop().slow_callback_duration = 60
    no_sharing = SimpleNamespace(threadsafety=0)
    await raises(ValueError, asyncio.to_thread(Pool, no_sharing, connect, size=2))
    new_pool = partial(Pool, sqlite3, connect)
    async with new_pool(size=4, max_waiting=200, acquire_timeout=60) as pool:
        await prove_200_tasks(pool, size=4)
    async with new_pool(size=1) as pool:
        await prove_cancellation(pool)
        await prove_repair(pool)
    async with new_pool(size=1, max_waiting=1, acquire_timeout=0.05) as pool:
        await prove_bounds(pool)
    async with new_pool(size=1) as pool:
        await prove_close(pool)


if __name__ == "__main__":
    asyncio.run(main())
