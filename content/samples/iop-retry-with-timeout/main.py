"""Retries with a limit for each attempt, one for all of them, and jitter between.

StandInProduction and StandInHost take the place of IRIS and of the process class of
Interoperability on Python 4.1.1. Their calls have its signatures, and its polling.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

POLL_SECONDS = 0.002  # IoP 4.1.1 sleeps 0.1 s. Shorter here, to be quick.
SILENT = object()  # what a target gives that has not answered


@dataclass(frozen=True)
class Order:
    transaction: str


@dataclass(frozen=True)
class Stop:
    """Asks a target to give up the work of one transaction."""

    transaction: str


@dataclass(frozen=True)
class Receipt:
    number: int


@dataclass(frozen=True)
class Busy:
    """A reply that says: not now. Asking again has a point."""


# region stand-in
class StandInProduction:
    """Stands in for IRIS, with one target. Its messages outlive every event loop."""

    def __init__(self, serve: Callable[[Order], Any]) -> None:
        self._serve = serve
        self.orders: list[Order] = []
        self.stopped: list[str] = []

    def enqueue(self, target: str, request: Order | Stop) -> Any:
        if isinstance(request, Stop):
            self.stopped.append(request.transaction)
            return None
        self.orders.append(request)
        try:
            return self._serve(request)
        except ValueError as error:
            return error


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
# endregion


# region demo
class Passing(Exception):
    """This attempt failed, and the next one may not."""


class GaveUp(Exception):
    """All attempts were used."""


@dataclass(frozen=True)
class Policy:
    attempts: int = 4
    attempt_limit: float = 10.0
    overall_limit: float = 30.0  # below the timeout of whoever sent the message
    first_pause: float = 0.5
    longest_pause: float = 4.0

    def pause(self, failures: int, rng: random.Random) -> float:
        """Full jitter: senders that failed together do not come back together."""
        ceiling = min(self.longest_pause, self.first_pause * 2 ** (failures - 1))
        return rng.uniform(0, ceiling)


Sleep = Callable[[float], Awaitable[object]]


class Submitter(StandInHost):
    target = "Orders"

    def __init__(
        self,
        production: StandInProduction,
        policy: Policy,
        rng: random.Random,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        super().__init__(production)
        self._policy, self._rng, self._sleep = policy, rng, sleep

    def on_message(self, request: Order) -> Receipt:
        # The callback owns the loop: made here, closed before the answer leaves.
        return asyncio.run(self._submit(request))

    async def _submit(self, order: Order) -> Receipt:
        try:
            async with asyncio.timeout(self._policy.overall_limit):
                return await self._attempts(order)
        except (GaveUp, TimeoutError, asyncio.CancelledError):
            # Nobody waits any more, and a message may still be queued.
            stop = Stop(order.transaction)
            self.send_request_async(self.target, stop, response_required=False)
            raise

    async def _attempts(self, order: Order) -> Receipt:
        for failures in range(1, self._policy.attempts + 1):
            try:
                return await self._attempt(order)
            except Passing as reason:
                if failures == self._policy.attempts:
                    raise GaveUp(f"{failures} attempts, the last: {reason}") from reason
            await self._sleep(self._policy.pause(failures, self._rng))
        raise ValueError("a policy needs at least one attempt")

    async def _attempt(self, order: Order) -> Receipt:
        """The same order with the same transaction: the target knows it again."""
        limit = self._policy.attempt_limit
        try:
            async with asyncio.timeout(limit):
                # IoP raises RuntimeError for its own timeout and for an error reply
                # alike, so the limit that counts is the one around it. Its own is
                # longer, and ends the polling should the loop live on.
                reply = await self.send_request_async_ng(
                    self.target, order, timeout=2 * limit
                )
        except TimeoutError:
            raise Passing("no reply") from None
        if isinstance(reply, Busy):
            raise Passing("busy")
        return reply
# endregion


class Ledger:
    """A target that books an order once, whatever happens to its replies."""

    def __init__(self, *script: str) -> None:
        self._script = list(script)
        self.booked: dict[str, Receipt] = {}

    def __call__(self, order: Order) -> Any:
        step = self._script.pop(0) if self._script else "answer"
        if step == "busy":
            return Busy()
        if step == "refuse":
            raise ValueError("account closed")
        if order.transaction not in self.booked:
            self.booked[order.transaction] = Receipt(len(self.booked) + 1)
        return SILENT if step == "lose the reply" else self.booked[order.transaction]


def main() -> None:
    # In debug mode, a loop reports each step that a busy machine made slow.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    # No coroutine: IoP calls on_message from plain code, and each call has its loop.
    pauses: list[float] = []

    async def note_pause(seconds: float) -> None:
        pauses.append(seconds)

    def submit(ledger: Ledger, seed: int, **limits: float) -> StandInProduction:
        pauses.clear()
        production = StandInProduction(ledger)
        policy = Policy(**limits)
        sender = Submitter(production, policy, random.Random(seed), note_pause)
        receipt = sender.on_message(Order("t1"))
        assert receipt == ledger.booked["t1"], "somebody else's receipt"
        return production

    ledger = Ledger("lose the reply", "busy", "answer")
    production = submit(ledger, seed=7, attempt_limit=0.3)
    assert production.orders == [Order("t1")] * 3, "the order changed between attempts"
    assert production.stopped == [], "a success was stopped"
    assert len(ledger.booked) == 1, "booked twice"
    drawn = list(pauses)
    assert len(drawn) == 2 and 0 <= drawn[0] <= 0.5 and 0 <= drawn[1] <= 1.0, drawn
    print("reply lost, then busy, then answered: 3 attempts, booked once")

    submit(Ledger("busy", "busy"), seed=7)
    assert pauses == drawn, "the same seed drew other pauses"
    submit(Ledger("busy", "busy"), seed=8)
    assert pauses != drawn, "the jitter does not come from the generator"
    print("the same seed gives the same pauses, another seed gives others")

    async def endless(seconds: float) -> None:
        await asyncio.Event().wait()

    def fail(ledger: Ledger, policy: Policy, sleep: Sleep = note_pause) -> str:
        production = StandInProduction(ledger)
        sender = Submitter(production, policy, random.Random(7), sleep)
        try:
            sender.on_message(Order("t2"))
        except (RuntimeError, GaveUp, TimeoutError) as error:
            kind = type(error).__name__
        else:
            raise AssertionError("a failure went unnoticed")
        return f"{kind}, orders {len(production.orders)}, stops {production.stopped}"

    # The control: an order that was answered needs no stop, and gets none.
    outcome = fail(Ledger("refuse"), Policy())
    assert outcome == "RuntimeError, orders 1, stops []", outcome
    print(f"error reply: {outcome}")

    outcome = fail(Ledger(*["busy"] * 9), Policy())
    assert outcome == "GaveUp, orders 4, stops ['t2']", outcome
    print(f"always busy: {outcome}")

    short = Policy(overall_limit=0.05)
    for where, outcome in [
        ("an attempt", fail(Ledger("lose the reply"), short)),
        ("a pause", fail(Ledger("busy"), short, endless)),
    ]:
        assert outcome == "TimeoutError, orders 1, stops ['t2']", outcome
        print(f"overall limit during {where}: {outcome}")


if __name__ == "__main__":
    main()
