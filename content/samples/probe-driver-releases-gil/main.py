"""Does the driver release the GIL while it waits for the server?

A thread counts ticks while another one waits three seconds in IRIS: in a SQL function
for the DB-API, and for a lock that a second connection holds for the Native SDK.
The user needs the right to create a function. Exit 0 with an answer, 2 without.
"""

import contextlib
import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

try:
    import iris
    import iris.dbapi
except ImportError as problem:
    print(f"verdict: not asked (no driver: {problem})")
    sys.exit(2)

SECONDS = 3
TICK = 0.01
FUNCTION = "IrisAsyncProbe.WaitFor"
LOCK = ("^IrisAsyncProbe", os.getpid())


# region demo
def ticks_during(call: Callable[[], object]) -> tuple[float, int]:
    """How long a call took in a thread, and how often a ticker ran in that time."""
    done = threading.Event()
    outcome: list[BaseException | float] = []
    ticks = 0

    def work() -> None:
        begin = time.monotonic()
        try:
            call()
            outcome.append(time.monotonic() - begin)
        except BaseException as error:
            outcome.append(error)
        finally:
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        time.sleep(TICK)
        ticks += 1
    thread.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0], ticks


def judge(seconds: float, ticks: int) -> str:
    if seconds < SECONDS / 2:
        return "not asked (the call did not wait)"
    share = ticks / (seconds / TICK)
    if share > 0.5:
        return "released"
    return "held" if share < 0.05 else "unclear"
# endregion


def hold_gil() -> None:
    """A C call through PyDLL keeps the GIL, as ctypes documents."""
    if os.name == "nt":
        ctypes.PyDLL("kernel32").Sleep(SECONDS * 1000)
    else:
        ctypes.PyDLL(None).sleep(SECONDS)


def connect(module: Any, timeout: int, shared_memory: bool) -> Any:
    return module.connect(
        os.environ["IRIS_HOST"],
        int(os.environ["IRIS_PORT"]),
        os.environ["IRIS_NAMESPACE"],
        os.environ["IRIS_USER"],
        os.environ["IRIS_PASSWORD"],
        timeout,
        shared_memory,
    )


def execute(connection: Any, statement: str, *parameters: object) -> list[Any]:
    with contextlib.closing(connection.cursor()) as cursor:
        if not parameters:
            cursor.execute(statement)
            return []
        cursor.execute(statement, list(parameters))
        return [row[0] for row in cursor.fetchall()]


@contextlib.contextmanager
def waiting_function() -> Iterator[None]:
    with contextlib.closing(connect(iris.dbapi, 10, False)) as connection:
        execute(
            connection,
            f"CREATE FUNCTION {FUNCTION} (seconds INTEGER) RETURNS INTEGER "
            "LANGUAGE OBJECTSCRIPT { HANG seconds QUIT seconds }",
        )
        try:
            yield
        finally:
            execute(connection, f"DROP FUNCTION {FUNCTION}")


def ask_dbapi(shared_memory: bool) -> tuple[float, int]:
    with contextlib.closing(connect(iris.dbapi, 10, shared_memory)) as connection:
        query = f"SELECT {FUNCTION}(?)"
        return ticks_during(lambda: execute(connection, query, SECONDS))


def ask_native(shared_memory: bool) -> tuple[float, int]:
    # One page gives this timeout in milliseconds, another in seconds.
    with contextlib.ExitStack() as stack:
        holder, waiter = (
            iris.createIRIS(
                stack.enter_context(
                    contextlib.closing(connect(iris, 10_000, shared_memory))
                )
            )
            for _ in range(2)
        )
        holder.lock("", 1, *LOCK)  # released when its connection closes
        return ticks_during(lambda: waiter.lock("", SECONDS, *LOCK))


def main() -> int:
    free, held = judge(*ticks_during(lambda: time.sleep(SECONDS))), "not run"
    with contextlib.suppress(OSError, AttributeError):
        held = judge(*ticks_during(hold_gil))
    print(f"python: {sys.version.split()[0]}")
    print(f"control-sleep: {free}")
    print(f"control-pydll: {held}")
    if (free, held) != ("released", "held"):
        print("verdict: not asked (a control gave the wrong answer)")
        return 2

    answers: list[str] = []

    def ask(name: str, question: Callable[[bool], tuple[float, int]]) -> None:
        for transport, shared_memory in [("tcp", False), ("shared-memory", True)]:
            try:
                answer = judge(*question(shared_memory))
            except Exception as error:  # each driver has exceptions of its own
                answer = f"not asked ({error!r})"
            print(f"{name}-{transport}: {answer}")
            answers.append(answer)

    try:
        with waiting_function():
            ask("dbapi", ask_dbapi)
    except Exception as error:
        print(f"dbapi: not asked ({error!r})")
    ask("native", ask_native)

    known = {answer for answer in answers if not answer.startswith("not asked")}
    if not known:
        print("verdict: not asked (no call waited in a server)")
        return 2
    print(f"verdict: {known.pop() if len(known) == 1 else 'it depends, see above'}")
    print("note: shared memory was requested, which takes a server on this machine")
    return 0


if __name__ == "__main__":
    sys.exit(main())
