"""What polling for a reply costs, in virtual time: a longer wait, and idle looks.

One waiter looks for the reply every 100 ms, as IoP 4.1.1 does. The other sleeps until
the reply wakes it. No real clock is read: time is a number that the test moves.
"""

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

POLL_MS = 100


class VirtualClock:
    """Time moves only when every task waits, and then to the next timer."""

    # A turn of the loop runs what became ready in the turn before. The longest chain
    # of wake-ups here is three: reply, waiter, end of the task.
    TURNS = 10

    def __init__(self) -> None:
        self.now = 0
        self._order = itertools.count()
        self._timers: list[tuple[int, int, asyncio.Future[None]]] = []

    async def sleep(self, milliseconds: int) -> None:
        timer = asyncio.get_running_loop().create_future()
        due = self.now + milliseconds
        heapq.heappush(self._timers, (due, next(self._order), timer))
        await timer

    async def run(self, *work: Coroutine[Any, Any, None]) -> None:
        tasks = [asyncio.create_task(each) for each in work]
        while True:
            for _ in range(self.TURNS):
                await asyncio.sleep(0)
            if all(task.done() for task in tasks):
                break
            assert self._timers, "every task waits, and no timer is set"
            self.now, _, timer = heapq.heappop(self._timers)
            timer.set_result(None)
        await asyncio.gather(*tasks)


# region demo
class Reply:
    """A reply that can be looked for, and that also wakes those who wait for it."""

    def __init__(self) -> None:
        self._arrived = asyncio.Event()

    def arrive(self) -> None:
        self._arrived.set()

    def is_there(self) -> bool:
        return self._arrived.is_set()

    async def wait(self) -> None:
        await self._arrived.wait()


@dataclass
class Waiter:
    clock: VirtualClock
    looks: int = 0
    answered_at: int | None = None

    async def by_polling(self, reply: Reply) -> None:
        while self.answered_at is None:
            await self.clock.sleep(POLL_MS)
            self.looks += 1
            if reply.is_there():
                self.answered_at = self.clock.now

    async def by_signal(self, reply: Reply) -> None:
        await reply.wait()
        self.answered_at = self.clock.now


async def race(arrives_at: int) -> tuple[Waiter, Waiter]:
    """Both wait for the same reply."""
    clock, reply = VirtualClock(), Reply()
    polling, signalled = Waiter(clock), Waiter(clock)

    async def target() -> None:
        await clock.sleep(arrives_at)
        reply.arrive()

    await clock.run(target(), polling.by_polling(reply), signalled.by_signal(reply))
    return polling, signalled
# endregion


async def main() -> None:
    # In debug mode, the loop reports each step that a busy machine made slow.
    asyncio.get_running_loop().slow_callback_duration = 60
    for arrives_at, looks, seen_at in [(1, 1, 100), (250, 3, 300), (2_950, 30, 3_000)]:
        polling, signalled = await race(arrives_at)
        assert signalled.answered_at == arrives_at, signalled
        assert (polling.answered_at, polling.looks) == (seen_at, looks), polling
        assert signalled.answered_at < polling.answered_at, "polling was first"
        first = f"reply at {arrives_at}: the signalled waiter is first"
        print(f"{first}, polling sees it at {seen_at} with look {looks}")

    # The control: a reply that comes just before a look is seen at once, so it is the
    # interval that costs the time, and this clock does not favour either waiter.
    polling, signalled = await race(2 * POLL_MS)
    assert polling.answered_at == signalled.answered_at == 2 * POLL_MS, polling
    print("reply at 200, just before a look: both have it at 200")

    # Ten requests, each after the reply to the one before.
    chained = {"polling": 0, "signalled": 0}
    for _ in range(10):
        polling, signalled = await race(1)
        assert polling.answered_at is not None and signalled.answered_at is not None
        chained["polling"] += polling.answered_at
        chained["signalled"] += signalled.answered_at
    assert chained == {"polling": 1_000, "signalled": 10}, chained
    print("ten in a row, 1 each: 10 signalled, 1000 by polling")
    print("(virtual milliseconds: no real clock was read)")


if __name__ == "__main__":
    asyncio.run(main())
