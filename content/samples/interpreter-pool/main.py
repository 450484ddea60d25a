"""Interpreters of one process: each has a lock and modules of its own (Python 3.14)."""

import asyncio
import os
import sys
import tempfile
from concurrent.futures import Executor, InterpreterPoolExecutor, ThreadPoolExecutor
from pathlib import Path


# region demo
def meets(path: str, me: int, other: int, turns: int) -> bool:
    """Compute without a pause. Does the other worker run in the meantime?"""
    import mmap  # in each interpreter: modules are not shared

    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 2) as board:
        board[me] = 1
        for _ in range(turns):
            if board[other]:
                return True  # the mark stays, for the other one to see
        board[me] = 0
        return False


async def two_in(pool: Executor, path: Path, turns: int) -> list[bool]:
    path.write_bytes(bytes(2))
    loop = asyncio.get_running_loop()
    return await asyncio.gather(
        loop.run_in_executor(pool, meets, str(path), 0, 1, turns),
        loop.run_in_executor(pool, meets, str(path), 1, 0, turns),
    )
# endregion


# region isolation
def visit(guests: list[str]) -> tuple[int, int, list[str]]:
    """Change a module and an argument, and tell in which process."""
    import os
    import sys

    sys.visits = getattr(sys, "visits", 0) + 1
    guests.append("worker")
    return os.getpid(), sys.visits, guests


async def visited(pool: Executor) -> tuple[bool, bool]:
    """Did the worker change the modules, and the argument, of its caller?"""
    sys.visits, guests = 0, ["caller"]
    loop = asyncio.get_running_loop()
    process, visits, returned = await loop.run_in_executor(pool, visit, guests)
    assert (process, visits) == (os.getpid(), 1), "not a fresh module in this process"
    assert returned == ["caller", "worker"], "the result was lost"
    return sys.visits == 1, guests == ["caller", "worker"]
# endregion


async def main() -> None:
    # Here the loop is blocked on purpose: debug mode need not report it.
    asyncio.get_running_loop().slow_callback_duration = 60

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "board")

        # Nobody may take the lock from a thread of this interpreter: what runs
        # beside it has a lock of its own.
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1000)
        with ThreadPoolExecutor(2) as pool:
            met = await two_in(pool, path, turns=100_000)
        assert met == [False, False], "threads computed at once: no GIL?"
        print("two threads: one computes, then the other")

        with InterpreterPoolExecutor(2) as pool:
            met = await two_in(pool, path, turns=200_000_000)
        sys.setswitchinterval(interval)
        assert met == [True, True], "the interpreters did not run side by side"
        print("two interpreters: both compute at once")

    with ThreadPoolExecutor(1) as pool:
        assert await visited(pool) == (True, True), "threads share all: a blind test"
        print("a thread: shares the modules and the argument of its caller")
    with InterpreterPoolExecutor(1) as pool:
        assert await visited(pool) == (False, False), "an interpreter shared an object"
        print("an interpreter: has modules of its own, and a copy of the argument")


if __name__ == "__main__":
    asyncio.run(main())
