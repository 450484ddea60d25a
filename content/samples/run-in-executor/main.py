"""A blocking call in a pool of threads leaves the loop free, within three limits."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


class Query:
    """A blocking call, as of a database driver: it holds its thread until answered."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.answer = threading.Event()
        self.ended = threading.Event()

    def run(self, patience: float = 10) -> str:
        self.started.set()
        answered = self.answer.wait(patience)
        self.ended.set()
        return "answered" if answered else "gave up"


# region demo
async def on_the_loop(query: Query) -> str:
    asyncio.get_running_loop().call_soon(query.answer.set)
    return query.run(patience=0.01)  # the loop cannot answer: it is held here


async def in_a_thread(query: Query, pool: ThreadPoolExecutor) -> str:
    loop = asyncio.get_running_loop()
    loop.call_soon(query.answer.set)
    return await loop.run_in_executor(pool, query.run)
# endregion


# region limits
async def limits(pool: ThreadPoolExecutor) -> None:
    """What to know of a pool of two threads."""
    loop = asyncio.get_running_loop()
    first, second, third = Query(), Query(), Query()
    calls = [loop.run_in_executor(pool, q.run) for q in (first, second, third)]
    await asyncio.to_thread(first.started.wait)
    await asyncio.to_thread(second.started.wait)
    assert not third.started.is_set(), "a pool of two ran three calls"
    print("two threads: the third call waits for a free one")

    first.answer.set()
    await asyncio.to_thread(third.started.wait)
    try:
        async with asyncio.timeout(0.01):
            await calls[2]
    except TimeoutError:
        assert not third.ended.is_set(), "the timeout stopped the thread"
        print("after a timeout: the caller has gone, the thread works on")
    else:
        raise AssertionError("a call without an answer returned")

    second.answer.set()
    third.answer.set()
    assert await calls[0] == await calls[1] == "answered"
    assert await asyncio.to_thread(third.ended.wait, 10), "the thread never ended"
    print("in the end: it ended by itself, and nobody had its result")
# endregion


async def main() -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:
        held = await on_the_loop(Query())
        assert held == "gave up", "a held loop answered: a blind test"
        print("on the loop:", held)
        free = await in_a_thread(Query(), pool)
        assert free == "answered", "the loop was held by a call in a thread"
        print("in a thread:", free)
        await limits(pool)


if __name__ == "__main__":
    asyncio.run(main())
