"""Computing tasks and threads have one interpreter lock. Each process has its own."""

import asyncio
import multiprocessing
import sys
from collections.abc import MutableSequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

board: MutableSequence[int] = [0, 0]  # one mark for each of two workers


def use(shared: MutableSequence[int]) -> None:
    """In a new process: use the memory that the processes share."""
    global board
    board = shared


# region demo
def meets(me: int, other: int, turns: int) -> bool:
    """Compute without a pause. Does the other worker run in the meantime?"""
    board[me] = 1
    for _ in range(turns):
        if board[other]:
            return True  # the mark stays, for the other one to see
    board[me] = 0
    return False


async def two_tasks() -> list[bool]:
    async def compute(me: int, other: int) -> bool:
        return meets(me, other, 100_000)

    return await asyncio.gather(compute(0, 1), compute(1, 0))


async def two_in(pool: Executor, turns: int) -> list[bool]:
    loop = asyncio.get_running_loop()
    return await asyncio.gather(
        loop.run_in_executor(pool, meets, 0, 1, turns),
        loop.run_in_executor(pool, meets, 1, 0, turns),
    )
# endregion


async def main() -> None:
    # Here the loop is blocked on purpose: debug mode need not report it.
    asyncio.get_running_loop().slow_callback_duration = 60

    assert await two_tasks() == [False, False], "two tasks ran at once"
    print("two tasks: one computes, then the other")

    # Threads hand the lock on every 5 ms, and so seem to run together. With a longer
    # interval, one of them runs only where it needs no lock of the other.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    with ThreadPoolExecutor(2) as pool:
        met = await two_in(pool, turns=100_000)
    sys.setswitchinterval(interval)
    assert met == [False, False], "threads computed at once: a build without the GIL?"
    print("two threads: one computes, then the other, unless the lock changes hands")

    spawn = multiprocessing.get_context("spawn")
    shared = spawn.Array("b", 2, lock=False)
    with ProcessPoolExecutor(2, spawn, initializer=use, initargs=(shared,)) as pool:
        met = await two_in(pool, turns=200_000_000)
    assert met == [True, True], "two processes did not meet: a blind test"
    print("two processes: both compute, each under a lock of its own")


if __name__ == "__main__":
    asyncio.run(main())
