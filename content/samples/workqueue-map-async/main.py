"""map_async: a Python function over many items on a work queue, awaited from a loop.

The queue is behind a one-method protocol. Here it is an executor of threads or of
processes. What would stand there on InterSystems IRIS is told below, and was not run.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import multiprocessing
import operator
import os
import threading
import time
import traceback
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sized
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal, Protocol


# region backend
class Backend(Protocol):
    """Runs perform(unit, payload) in a worker, text in and text out."""

    async def run(self, unit: str, payload: str) -> str: ...


def perform(unit: str, payload: str) -> str:
    """The one function that workers run. An exception becomes part of the answer."""
    started = time.perf_counter()
    try:
        module, _, name = unit.partition(":")
        function = getattr(importlib.import_module(module), name)
        answer = {"outcome": "done", "value": function(json.loads(payload))}
    except Exception as error:
        answer = {
            "outcome": "failed",
            "error": type(error).__name__,
            "message": str(error),
            "traceback": traceback.format_exc(),
        }
    seconds = time.perf_counter() - started
    return json.dumps(answer | {"worker": os.getpid(), "seconds": seconds})


class ExecutorBackend:
    """Threads or processes of concurrent.futures."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    async def run(self, unit: str, payload: str) -> str:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, perform, unit, payload)


# A backend on %SYSTEM.WorkMgr (not run, and no published sample was found) would
# - keep one queue from %New() for the batch, since its work is cancelled with it;
# - call Queue("##class(Demo.Queue).Unit", key, unit, payload) in run(), raise if the
#   %Status is an error, and await a future kept under the key. Unit is ObjectScript: it
#   calls perform() in a [ Language = python ] method, sets %result, returns a %Status;
# - let one task call WaitOne() with a short timeout between awaits, and complete the
#   future of the key in its work arguments with its work result;
# - call Clear() when the batch is cancelled.
# endregion


# region map
class UnitError(Exception):
    """A unit that raised: its item, and the exception and traceback of its worker."""

    def __init__(self, index: int, answer: dict[str, Any]) -> None:
        super().__init__(f"item {index}: {answer['error']}: {answer['message']}")
        self.index = index
        self.error: str = answer["error"]
        self.remote_traceback: str = answer["traceback"]


@dataclass(frozen=True)
class Batch:
    """`results` holds, in the order of the items, a value or a UnitError for each."""

    results: list[Any]
    combined: Any

    @property
    def errors(self) -> list[UnitError]:
        return [result for result in self.results if isinstance(result, UnitError)]


async def map_async(
    backend: Backend,
    unit: str,
    items: Iterable[Any],
    *,
    in_flight: int = 8,
    on_error: Literal["collect", "stop"] = "collect",
    combine: Callable[[Any, Any], Any] | None = None,
    initial: Any = None,
    progress: Callable[[int, int | None], None] | None = None,
    log: Callable[[dict[str, Any]], None] | None = None,
) -> Batch:
    """Call `unit`, named "module:function", for each item, and await them all.

    No more than `in_flight` items are taken before one of them is finished. `combine`
    sees each value as it arrives, in no order to rely on, and an error in it ends the
    batch. Cancelling takes no further item. A unit that runs is not interrupted.
    """
    total = len(items) if isinstance(items, Sized) else None
    pending = enumerate(items)
    results: dict[int, Any] = {}
    combined = initial

    async def lane() -> None:
        nonlocal combined
        for index, item in pending:  # shared: each lane takes the next item
            answer = json.loads(await backend.run(unit, json.dumps(item)))
            failed = answer["outcome"] == "failed"
            results[index] = UnitError(index, answer) if failed else answer["value"]
            if log is not None:
                shown = ("outcome", "error", "worker", "seconds")
                facts = {name: answer[name] for name in shown if name in answer}
                log({"index": index, "unit": unit} | facts)
            if progress is not None:
                progress(len(results), total)
            if failed and on_error == "stop":
                raise results[index]
            if combine is not None and not failed:
                combined = combine(combined, answer["value"])

    try:
        async with asyncio.TaskGroup() as lanes:
            for _ in range(in_flight):
                lanes.create_task(lane())
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    return Batch([results[index] for index in sorted(results)], combined)
# endregion


def primes_below(limit: int) -> int:
    if limit < 0:
        raise ValueError("the limit is negative")
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))


STARTED: list[int] = []
GATE = threading.Event()


def wait_for_gate(item: int) -> int:
    STARTED.append(item)
    assert item < 0 or GATE.wait(10), "the loop was not free to open the gate"
    return item


class Counting(ExecutorBackend):
    """Remembers how many units were in flight at once."""

    now = peak = 0

    async def run(self, unit: str, payload: str) -> str:
        self.now += 1
        self.peak = max(self.peak, self.now)
        try:
            return await super().run(unit, payload)
        finally:
            self.now -= 1


LIMITS = [10, 100, -1, 1000, 3]
PRIMES = f"{__name__}:primes_below"
GATED = f"{__name__}:wait_for_gate"


# region demo
async def batch_of_primes(backend: Backend, log: Callable[[dict], None]) -> Batch:
    steps: list[str] = []
    batch = await map_async(
        backend,
        PRIMES,
        LIMITS,
        in_flight=2,
        combine=operator.add,
        initial=0,
        progress=lambda done, total: steps.append(f"{done}/{total}"),
        log=log,
    )
    assert steps == ["1/5", "2/5", "3/5", "4/5", "5/5"], steps
    return batch
# endregion


async def prove_results() -> None:
    records: list[dict[str, Any]] = []
    with ThreadPoolExecutor(4) as threads:
        backend = Counting(threads)
        batch = await batch_of_primes(backend, records.append)
    assert backend.peak == 2, f"{backend.peak} units in flight, not 2"
    [error] = batch.errors
    assert batch.results == [4, 25, error, 168, 1], batch.results
    assert (error.index, error.error) == (2, "ValueError")
    assert "in primes_below" in error.remote_traceback
    assert batch.combined == 198
    print(f"in order: {batch.results[:2]}, then an error, then {batch.results[3:]}")
    print(error)
    for record in sorted(records, key=operator.itemgetter("index")):
        assert record.pop("seconds") >= 0 and record.pop("worker") == os.getpid()
        print(json.dumps(record))


async def prove_order() -> None:
    with ThreadPoolExecutor(2) as threads:
        batch = await map_async(
            ExecutorBackend(threads),
            GATED,
            [7, -1],
            combine=lambda seen, item: [*seen, item],
            initial=[],
            progress=lambda done, total: GATE.set(),  # lets the first item end second
        )
    assert batch.combined == [-1, 7], "the second item did not overtake the first"
    assert batch.results == [7, -1], "the results are not in the order of the items"
    print("overtaken: combined on arrival, and still in the order of the items")


async def prove_processes() -> None:
    records: list[dict[str, Any]] = []
    # Not forked: a fork would copy the locks of threads that it does not copy.
    context = multiprocessing.get_context("spawn")
    processes = ProcessPoolExecutor(2, mp_context=context)
    try:
        batch = await batch_of_primes(ExecutorBackend(processes), records.append)
    finally:
        await asyncio.to_thread(processes.shutdown)  # it waits for them to exit
    assert batch.combined == 198 and [error.index for error in batch.errors] == [2]
    assert all(record["worker"] != os.getpid() for record in records)
    print("in processes: the same answers, and every unit ran outside this one")


async def prove_stops() -> None:
    taken: list[int] = []

    def items(source: Iterable[int]) -> Iterator[int]:
        for item in source:
            taken.append(item)
            yield item

    def broken_sum(total: int, value: int) -> int:
        raise ArithmeticError("overflow")

    with ThreadPoolExecutor(2) as threads:
        backend = ExecutorBackend(threads)

        def primes(**options: Any) -> Awaitable[Batch]:
            return map_async(backend, PRIMES, items(LIMITS), in_flight=1, **options)

        assert isinstance(await outcome(primes(on_error="stop")), UnitError)
        assert taken == LIMITS[:3], "it went on after the error"
        print("stop on error: no item was taken after it")

        taken.clear()
        assert isinstance(await outcome(primes(combine=broken_sum)), ArithmeticError)
        assert taken == LIMITS[:1], "it went on after the error of combine"
        print("error in combine: the batch ended with it")

        taken.clear()
        STARTED.clear()
        GATE.clear()
        gated = map_async(backend, GATED, items(range(99)), in_flight=2)
        task = asyncio.create_task(gated)
        while len(STARTED) < 2:
            await asyncio.sleep(0.01)
        task.cancel()
        assert isinstance(await outcome(task), asyncio.CancelledError)
        GATE.set()
    assert taken == sorted(STARTED) == [0, 1], "units were taken beyond the bound"
    print("cancelled with 99 items: two were taken, and no other")


async def outcome(awaitable: Awaitable[Any]) -> Any:
    [result] = await asyncio.gather(awaitable, return_exceptions=True)
    return result


async def main() -> None:
    # The first items start the processes, and debug mode would report the time of it.
    asyncio.get_running_loop().slow_callback_duration = 5
    await prove_results()
    await prove_order()
    await prove_processes()
    await prove_stops()


if __name__ == "__main__":
    asyncio.run(main())
