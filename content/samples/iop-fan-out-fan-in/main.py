"""Fan-out with fan-in inside one IoP callback: partial answers, or all or nothing.

StandInProduction and StandInHost take the place of IRIS and of the process class of
Interoperability on Python 4.1.1. Their calls have its signatures, and its polling.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

POLL_SECONDS = 0.002  # IoP 4.1.1 sleeps 0.1 s. Shorter here, to be quick.
SILENT = object()  # what a target gives that has not answered


@dataclass(frozen=True)
class Query:
    transaction: str
    patient: str


@dataclass(frozen=True)
class Stop:
    """Asks a target to give up the work of one transaction."""

    transaction: str


@dataclass(frozen=True)
class Route:
    target: str
    timeout: float = -1


# region stand-in
@dataclass
class Message:
    target: str
    request: Any
    reply: Any = SILENT
    state: str = "queued"


class StandInProduction:
    """Stands in for IRIS: its messages live outside every event loop."""

    def __init__(self, targets: dict[str, Callable[[Any], Any]]) -> None:
        self._targets = targets
        self.messages: list[Message] = []

    def enqueue(self, target: str, request: Any) -> Message:
        message = Message(target, request)
        if isinstance(request, Stop):
            self._stop(target, request.transaction)
        else:
            self.messages.append(message)
            try:
                message.reply = self._targets[target](request)
            except ValueError as error:
                message.reply = error
            if message.reply is not SILENT:
                message.state = "answered"
        return message

    def _stop(self, target: str, transaction: str) -> None:
        for message in self.messages:
            wanted = (message.target, message.request.transaction)
            if wanted == (target, transaction) and message.state == "queued":
                message.state = "stopped"

    def states(self, transaction: str) -> dict[str, str]:
        return {
            message.target: message.state
            for message in self.messages
            if message.request.transaction == transaction
        }


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
        outcome: Any = SILENT
        while outcome is SILENT:
            await asyncio.sleep(POLL_SECONDS)
            expired = end is not None and loop.time() >= end
            outcome = RuntimeError("timeout") if expired else message.reply
        if reply.done():
            return
        if isinstance(outcome, Exception):
            reply.set_exception(RuntimeError(str(outcome)))
        else:
            reply.set_result(outcome)
# endregion


# region demo
class Collector(StandInHost):
    """Asks all targets at once, and answers with what came in time."""

    routes: tuple[Route, ...] = ()
    limit = 30.0  # below the timeout of whoever sent the message

    def on_message(self, request: Query) -> dict[str, str]:
        # The callback owns the loop: made here, closed before the answer leaves.
        return asyncio.run(self._collect(request))

    async def _collect(self, request: Query) -> dict[str, str]:
        answers = {route.target: "no answer" for route in self.routes}

        async def fill(route: Route) -> None:
            try:
                answers[route.target] = await self._ask(route, request)
            except RuntimeError as error:  # what IoP raises, for a timeout as well
                answers[route.target] = f"failed: {error}"

        try:
            async with asyncio.timeout(self.limit), asyncio.TaskGroup() as group:
                for route in self.routes:
                    group.create_task(fill(route))
        except TimeoutError:
            pass  # the answers hold what came before the limit
        return answers

    async def _ask(self, route: Route, request: Query) -> str:
        try:
            return await self.send_request_async_ng(
                route.target, request, timeout=route.timeout
            )
        except (asyncio.CancelledError, RuntimeError):
            # The wait is over and the message is not: its outcome is unknown. Only
            # a message reaches the work. It is sent without a wait, so that a
            # second cancellation cannot get in between.
            stop = Stop(request.transaction)
            self.send_request_async(route.target, stop, response_required=False)
            raise


class AllOrNothing(Collector):
    """One failure cancels the other waits, and stops the work behind them."""

    async def _collect(self, request: Query) -> dict[str, str]:
        try:
            async with asyncio.timeout(self.limit), asyncio.TaskGroup() as group:
                tasks = {
                    route.target: group.create_task(self._ask(route, request))
                    for route in self.routes
                }
        except ExceptionGroup as failures:
            # The message trace has room for one exception.
            raise RuntimeError(str(failures.exceptions[0])) from failures
        return {target: task.result() for target, task in tasks.items()}
# endregion


class WithoutStop(Collector):
    """The control: it cancels its waits and tells nobody."""

    async def _ask(self, route: Route, request: Query) -> str:
        return await self.send_request_async_ng(
            route.target, request, timeout=route.timeout
        )


def refuse(query: Query) -> str:
    raise ValueError(f"no account for {query.patient}")


def main() -> None:
    # In debug mode, a loop reports each step that a busy machine made slow.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    # No coroutine: IoP calls on_message from plain code, and each call has its loop.
    production = StandInProduction(
        {
            "Labs": lambda query: f"labs of {query.patient}",
            "Images": lambda query: f"images of {query.patient}",
            "Pharmacy": lambda query: SILENT,
            "Billing": refuse,
        }
    )

    collector = Collector(production)
    collector.routes = (
        Route("Labs", 20),
        Route("Pharmacy", 0.05),
        Route("Billing", 20),
        Route("Images", 20),
    )
    for target, answer in collector.on_message(Query("t1", "p7")).items():
        print(f"{target}: {answer}")
    assert production.states("t1") == {
        "Labs": "answered",
        "Pharmacy": "stopped",
        "Billing": "answered",
        "Images": "answered",
    }, production.states("t1")

    collector.routes = (Route("Pharmacy"),)
    collector.limit = 0.05
    assert collector.on_message(Query("t2", "p7")) == {"Pharmacy": "no answer"}
    assert production.states("t2") == {"Pharmacy": "stopped"}, "the limit missed it"
    print("outer limit: the callback answered, and the target was told to stop")

    strict = AllOrNothing(production)
    strict.routes = (Route("Pharmacy"), Route("Billing", 20), Route("Images", 20))
    try:
        strict.on_message(Query("t3", "p7"))
    except RuntimeError as error:
        print(f"all or nothing: {error}")
    else:
        raise AssertionError("a failure went unnoticed")
    assert production.states("t3")["Pharmacy"] == "stopped", "a sibling went on"

    strict.routes = (Route("Images", 20), Route("Labs", 20))
    answers = strict.on_message(Query("t4", "p7"))
    assert list(answers) == ["Images", "Labs"], "the order of the routes was lost"

    control = WithoutStop(production)
    control.routes, control.limit = (Route("Pharmacy"),), 0.05
    control.on_message(Query("t5", "p7"))
    assert production.states("t5") == {"Pharmacy": "queued"}, "stopped by whom?"
    print("control: a wait that is only cancelled leaves the message queued")


if __name__ == "__main__":
    main()
