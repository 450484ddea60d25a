"""A loop in a thread of its own serves synchronous callers, and lives between calls."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self, TypeVar

T = TypeVar("T")


# region demo
class Bridge:
    """Run coroutines for synchronous code, called from any number of threads."""

    def __enter__(self) -> Self:
        self._stop = asyncio.Event()
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,))
        self._thread.start()
        started.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _serve(self, started: threading.Event) -> None:
        async def until_stopped() -> None:
            self._loop = asyncio.get_running_loop()
            started.set()
            await self._stop.wait()

        asyncio.run(until_stopped())  # cancels what is left, and closes the loop

    def call(self, coroutine: Coroutine[Any, Any, T], timeout: float = 10) -> T:
        """Wait, in the thread of the caller, for a coroutine on the loop."""
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError("the loop would wait for itself: use await")
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result(timeout)
        except TimeoutError:
            future.cancel()  # and with it the coroutine, at its next await
            raise
# endregion


class Session:
    """A client that belongs to one loop, and works on between the calls."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.beats: asyncio.Queue[None] = asyncio.Queue(maxsize=1)
        self.heart = asyncio.create_task(self._beat())

    @classmethod
    async def open(cls) -> Self:
        return cls()

    async def _beat(self) -> None:
        while True:
            await self.beats.put(None)

    async def ask(self, question: str) -> str:
        assert asyncio.get_running_loop() is self.loop, "asked on another loop"
        await self.beats.get()
        return f"answer to {question}"


async def meet(barrier: asyncio.Barrier) -> None:
    await barrier.wait()


async def too_slow() -> None:
    await asyncio.sleep(60)


async def is_cancelled(name: str) -> bool:
    """Has each task of this name ended, or been told to?"""
    tasks = (t for t in asyncio.all_tasks() if t.get_coro().__name__ == name)
    return all(task.cancelling() for task in tasks)


async def nested(bridge: Bridge) -> list[str]:
    """From the thread of a loop, neither way in is open."""
    refusals = []
    for way in (asyncio.run, bridge.call):
        coroutine = asyncio.sleep(0)
        try:
            way(coroutine)
        except RuntimeError as error:
            refusals.append(str(error))
        finally:
            coroutine.close()
    return refusals


def main() -> None:
    with Bridge() as bridge:
        session = bridge.call(Session.open())
        for question in ("one", "two"):
            print(bridge.call(session.ask(question)))
            assert not session.heart.done(), "the session died with the call"
        print("between the calls: the session lives")

        # Each of the three waits for the others: one at a time would never end.
        barrier = asyncio.Barrier(3)
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(lambda _: bridge.call(meet(barrier)), range(3)))
        print("three threads: their calls are in progress together")

        refusals = bridge.call(nested(bridge))
        assert len(refusals) == 2, "a loop was entered twice"
        print("on the loop, two refusals:", *refusals, sep="\n  ")

        try:
            bridge.call(too_slow(), timeout=0.01)
        except TimeoutError:
            assert bridge.call(is_cancelled("too_slow")), "the coroutine goes on"
            print("a call that takes too long: given up, and cancelled on the loop")
        else:
            raise AssertionError("a slow call came back in time")
    assert session.heart.cancelled(), "a task outlived its loop"
    print("at the end: the session is closed with its loop")


if __name__ == "__main__":
    main()
