"""Back-pressure in an IoP callback: a bounded queue, and few requests in flight.

StandInProduction and StandInHost take the place of IRIS and of the process class of
Interoperability on Python 4.1.1. Their calls have its signatures, and its polling.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

POLL_SECONDS = 0.002  # IoP 4.1.1 sleeps 0.1 s. Shorter here, to be quick.
ROWS = 20


@dataclass(frozen=True)
class Row:
    number: int


@dataclass(frozen=True)
class Stop:
    """Asks the target to give up one row."""

    number: int


# region stand-in
@dataclass(eq=False)
class Message:
    row: Row
    reply: str | None = None


class StandInProduction:
    """Stands in for IRIS: one queue, served in order, one message for each look."""

    def __init__(self, serves: bool = True) -> None:
        self._serves = serves
        self._queue: deque[Message] = deque()
        self.deepest = 0
        self.served: list[int] = []
        self.stopped: list[int] = []

    def enqueue(self, target: str, request: Row | Stop) -> Message | None:
        if isinstance(request, Stop):
            kept = (m for m in self._queue if m.row.number != request.number)
            self._queue = deque(kept)
            self.stopped.append(request.number)
            return None
        message = Message(request)
        self._queue.append(message)
        self.deepest = max(self.deepest, len(self._queue))
        return message

    def look(self, message: Message) -> str | None:
        if self._serves and self._queue:
            head = self._queue.popleft()
            head.reply = "refused" if head.row.number == 13 else "stored"
            self.served.append(head.row.number)
        return message.reply


class StandInHost:
    """Stands in for an IoP business process: nothing here awaits on_message."""

    def __init__(self, production: StandInProduction) -> None:
        self._production = production
        self._polls: set[asyncio.Task[None]] = set()

    def send_request_async(
        self,
        target: str,
        request: Any,
        description: str | None = None,
        completion_key: str | None = None,
        response_required: bool = True,
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
        message = self._production.enqueue(target, request)
        # A task of its own, as in IoP: cancelling the caller does not end it.
        poll = loop.create_task(self._poll(message, timeout, reply))
        self._polls.add(poll)  # a loop keeps weak references only
        poll.add_done_callback(self._polls.discard)
        return await reply

    async def _poll(
        self, message: Message, timeout: float, reply: asyncio.Future[Any]
    ) -> None:
        loop = asyncio.get_running_loop()
        end = None if timeout == -1 else loop.time() + timeout
        answer: str | None = None
        while answer is None:
            await asyncio.sleep(POLL_SECONDS)
            expired = end is not None and loop.time() >= end
            answer = "timeout" if expired else self._production.look(message)
        if reply.done():
            return
        if answer == "stored":
            reply.set_result(answer)
        else:
            reply.set_exception(RuntimeError(answer))
# endregion


# region demo
@dataclass
class Report:
    """Every row that was read ends in one of the lists, or was not sent."""

    read: int = 0
    stored: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)

    @property
    def not_sent(self) -> int:
        return self.read - len(self.stored) - len(self.failed) - len(self.unknown)


class Loader(StandInHost):
    target = "Store"
    in_flight = 3  # the pool size of the target: more only lengthens its queue
    read_ahead = 4
    send_timeout = 20.0
    limit = 30.0  # below the timeout of whoever sent the message

    def on_message(self, request: Iterable[Row]) -> Report:
        # The callback owns the loop, and the queue is made on it: neither is kept.
        return asyncio.run(self._load(request))

    async def _load(self, rows: Iterable[Row]) -> Report:
        report = Report()
        queue: asyncio.Queue[Row | None] = asyncio.Queue(maxsize=self.read_ahead)
        try:
            async with asyncio.timeout(self.limit), asyncio.TaskGroup() as group:
                for _ in range(self.in_flight):
                    group.create_task(self._send_rows(queue, report))
                for row in rows:
                    report.read += 1
                    await queue.put(row)  # waits while full: the source is not read on
                for _ in range(self.in_flight):
                    await queue.put(None)
        except TimeoutError:
            pass  # the report tells how far it came
        return report

    async def _send_rows(
        self, queue: asyncio.Queue[Row | None], report: Report
    ) -> None:
        """One request at a time: as many of these, as many messages in the queue."""
        while (row := await queue.get()) is not None:
            try:
                await self.send_request_async_ng(
                    self.target, row, timeout=self.send_timeout
                )
            except RuntimeError:  # one bad row is reported, and the others go on
                report.failed.append(row.number)
            except asyncio.CancelledError:
                # Sent, and no answer yet. Only a message reaches that work.
                report.unknown.append(row.number)
                stop = Stop(row.number)
                self.send_request_async(self.target, stop, response_required=False)
                raise
            else:
                report.stored.append(row.number)
# endregion


class Unbounded(Loader):
    """The control: it sends all it has at once."""

    async def _load(self, rows: Iterable[Row]) -> Report:
        report = Report()
        sends = []
        for row in rows:
            report.read += 1
            sends.append(self.send_request_async_ng(self.target, row, timeout=20))
        answers = await asyncio.gather(*sends, return_exceptions=True)
        report.stored = [n for n, answer in enumerate(answers) if answer == "stored"]
        return report


class CountedRows:
    """A source that knows how far its reader is ahead of the target."""

    def __init__(self, production: StandInProduction) -> None:
        self._production = production
        self.farthest_ahead = 0

    def __iter__(self) -> Iterator[Row]:
        for number in range(ROWS):
            ahead = number + 1 - len(self._production.served)
            self.farthest_ahead = max(self.farthest_ahead, ahead)
            yield Row(number)


def main() -> None:
    # In debug mode, a loop reports each step that a busy machine made slow.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    # No coroutine: IoP calls on_message from plain code, and each call has its loop.
    production = StandInProduction()
    rows = CountedRows(production)
    report = Loader(production).on_message(rows)
    assert sorted(report.stored + report.failed) == list(range(ROWS)), report
    assert report.failed == [13], report.failed
    assert production.deepest == Loader.in_flight, production.deepest
    # In flight, in the queue, and one row in the hand of the reader.
    most = Loader.in_flight + Loader.read_ahead + 1
    assert rows.farthest_ahead <= most, rows.farthest_ahead
    print(f"bounded: {len(report.stored)} stored, row 13 failed")
    print(f"bounded: at most {production.deepest} messages in the queue of the target")

    production = StandInProduction()
    rows = CountedRows(production)
    report = Unbounded(production).on_message(rows)
    assert len(report.stored) == ROWS - 1, "the control lost rows"
    assert production.deepest == ROWS, "the control does not flood its target"
    assert rows.farthest_ahead == ROWS, "the control does not read ahead"
    print(f"gather over all: {production.deepest} messages in the queue of the target")

    production = StandInProduction(serves=False)
    loader = Loader(production)
    loader.limit = 0.1
    report = loader.on_message(CountedRows(production))
    assert sorted(report.unknown) == sorted(production.stopped) == [0, 1, 2], report
    assert report.stored == report.failed == [], report
    print(
        f"stalled target: {report.read} of {ROWS} rows read, "
        f"{len(report.unknown)} unknown and stopped, {report.not_sent} not sent"
    )


if __name__ == "__main__":
    main()
