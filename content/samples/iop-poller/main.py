"""A polling service for IoP: one bounded cycle for each call, and a loop for each.

StandInProduction and StandInPollingService take the place of IRIS and of the class
PollingBusinessService of Interoperability on Python 4.1.1, with its signatures.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

POLL_SECONDS = 0.002  # IoP 4.1.1 sleeps 0.1 s. Shorter here, to be quick.
SILENT = object()  # what a target gives that has not answered


@dataclass(frozen=True)
class Item:
    name: str


@dataclass(frozen=True)
class Stop:
    """Asks the target to give up one item."""

    name: str


# region stand-in
class StandInProduction:
    """Stands in for IRIS, with one target. Its messages outlive every event loop."""

    def __init__(self, serve: Callable[[Item], Any]) -> None:
        self._serve = serve
        self.stopped: list[str] = []

    def enqueue(self, target: str, request: Item | Stop) -> Any:
        if isinstance(request, Stop):
            self.stopped.append(request.name)
            return None
        try:
            return self._serve(request)
        except ValueError as error:
            return error


class StandInPollingService:
    """Stands in for an IoP service: IRIS calls on_poll again and again, in turn."""

    def __init__(self, production: StandInProduction) -> None:
        self._production = production
        self._polls: set[asyncio.Task[None]] = set()

    def send_request_async(
        self, target: str, request: Any, description: str | None = None
    ) -> None:
        self._production.enqueue(target, request)

    async def send_request_async_ng(
        self,
        target: str,
        request: Any,
        timeout: float = -1,
        description: str | None = None,
    ) -> Any:
        loop = asyncio.get_running_loop()
        reply: asyncio.Future[Any] = loop.create_future()
        served = self._production.enqueue(target, request)
        # A task of its own, as in IoP: cancelling the caller does not end it.
        poll = loop.create_task(self._poll(served, timeout, reply))
        self._polls.add(poll)  # a loop keeps weak references only
        poll.add_done_callback(self._polls.discard)
        return await reply

    async def _poll(
        self, served: Any, timeout: float, reply: asyncio.Future[Any]
    ) -> None:
        loop = asyncio.get_running_loop()
        end = None if timeout == -1 else loop.time() + timeout
        outcome: Any = SILENT
        while outcome is SILENT:
            await asyncio.sleep(POLL_SECONDS)
            expired = end is not None and loop.time() >= end
            outcome = RuntimeError("timeout") if expired else served
        if reply.done():
            return
        if isinstance(outcome, Exception):
            reply.set_exception(RuntimeError(str(outcome)))
        else:
            reply.set_result(outcome)


class Inbox:
    """Stands in for the source: a directory, a table, a mailbox."""

    def __init__(self, *names: str) -> None:
        self.waiting = [Item(name) for name in names]
        self.set_aside: list[str] = []

    def peek(self, most: int) -> list[Item]:
        return self.waiting[:most]

    def acknowledge(self, item: Item) -> None:
        self.waiting.remove(item)

    def put_aside(self, item: Item) -> None:
        self.waiting.remove(item)
        self.set_aside.append(item.name)
# endregion


# region demo
class InboxPoller(StandInPollingService):
    target = "Archive"
    batch = 3  # bounded: what is not read waits in the source, not in a queue
    send_timeout = 20.0
    cycle_limit = 30.0
    most_attempts = 2

    def __init__(self, production: StandInProduction, inbox: Inbox) -> None:
        super().__init__(production)
        # Plain data may be kept from cycle to cycle. A task, a lock or a client
        # session may not: the loop that it belongs to is closed by then.
        self._inbox = inbox
        self._attempts: Counter[str] = Counter()

    def on_poll(self) -> None:
        # IRIS calls again when this has returned, so cycles cannot overlap.
        asyncio.run(self._cycle(self._inbox.peek(self.batch)))

    async def _cycle(self, items: list[Item]) -> None:
        try:
            async with asyncio.timeout(self.cycle_limit), asyncio.TaskGroup() as group:
                for item in items:
                    group.create_task(self._forward(item))
        except TimeoutError:
            pass  # what was not acknowledged is read again in the next cycle

    async def _forward(self, item: Item) -> None:
        """Acknowledge after the reply: an item may arrive twice, and is not lost."""
        self._attempts[item.name] += 1
        try:
            await self.send_request_async_ng(
                self.target, item, timeout=self.send_timeout
            )
        except RuntimeError:  # what IoP raises, for a timeout as well
            if self._attempts[item.name] >= self.most_attempts:
                del self._attempts[item.name]
                self._inbox.put_aside(item)  # one bad item does not stop the rest
        except asyncio.CancelledError:
            # Cancelling ends the wait. Only a message reaches the work.
            self.send_request_async(self.target, Stop(item.name))
            raise
        else:
            del self._attempts[item.name]
            self._inbox.acknowledge(item)
# endregion


class Archive:
    """A target that stores an item once, and whose first reply for "b" gets lost."""

    def __init__(self) -> None:
        self.stored: list[str] = []

    def __call__(self, item: Item) -> Any:
        if item.name == "d":
            raise ValueError("unreadable")
        if item.name in self.stored:
            return "known"
        self.stored.append(item.name)
        return SILENT if item.name == "b" else "stored"


class WatchedPoller(InboxPoller):
    """Notes the loop of each cycle, which a poller of your own should not do."""

    def __init__(self, production: StandInProduction, inbox: Inbox) -> None:
        super().__init__(production, inbox)
        self.loops: list[asyncio.AbstractEventLoop] = []

    async def _cycle(self, items: list[Item]) -> None:
        self.loops.append(asyncio.get_running_loop())
        assert not self.loops[-1].is_closed(), "the control: a loop in use is open"
        await super()._cycle(items)


def main() -> None:
    # In debug mode, a loop reports each step that a busy machine made slow.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    # No coroutine: IoP calls on_poll from plain code, and each call has its loop.
    archive = Archive()
    inbox = Inbox("a", "b", "c", "d", "e")
    poller = WatchedPoller(StandInProduction(archive), inbox)
    poller.send_timeout = 0.3
    for cycle in range(1, 5):
        poller.on_poll()
        left = " ".join(item.name for item in inbox.waiting) or "nothing"
        print(f"cycle {cycle}: left in the inbox: {left}")
    assert inbox.waiting == [] and inbox.set_aside == ["d"], vars(inbox)
    assert sorted(archive.stored) == ["a", "b", "c", "e"], archive.stored
    print(f"set aside after {InboxPoller.most_attempts} attempts: d")

    assert len(set(map(id, poller.loops))) == len(poller.loops), "a loop was used twice"
    assert all(loop.is_closed() for loop in poller.loops), "a loop was left open"
    print("each cycle had a loop of its own, closed before on_poll returned")

    production = StandInProduction(lambda item: SILENT)
    inbox = Inbox("x", "y")
    poller = WatchedPoller(production, inbox)
    poller.cycle_limit = 0.05
    poller.on_poll()
    assert len(inbox.waiting) == 2, "an item without a reply was acknowledged"
    assert sorted(production.stopped) == ["x", "y"], production.stopped
    print("cycle limit: nothing acknowledged, and the target told to stop both")


if __name__ == "__main__":
    main()
