"""Can JOB start a class method that is written in Python?

Load and compile Probe.cls in the namespace first. Each method runs in a job and sets a
node of ^IrisAsyncJobProbe, since $ZCHILD alone does not prove that it ran.
Exit 0 with an answer, 2 when it could not be asked.
"""

import contextlib
import os
import sys
import time
from typing import Any

try:
    import iris
except ImportError as problem:
    print(f"verdict: not asked (no driver: {problem})")
    sys.exit(2)

CLASS = "IrisAsync.JobProbe"
GLOBAL = "^IrisAsyncJobProbe"
PATIENCE = 5.0


# region demo
def start_and_look(native: Any, name: str) -> str | None:
    """Starts one method as a job, and waits for the node that it sets."""
    argument = f"{os.getpid()}-{name}"
    native.kill(GLOBAL, argument)
    try:
        started = native.classMethodValue(CLASS, "Start", name, argument)
        print(f"{name}-test-and-child: {started}")
        end = time.monotonic() + PATIENCE
        node = None
        while not node and time.monotonic() < end:
            time.sleep(0.1)
            node = native.get(GLOBAL, argument)
        print(f"{name}-node: {node or 'missing'}")
        return node
    finally:
        native.kill(GLOBAL, argument)


def ask(native: Any) -> int:
    version = native.classMethodValue("%SYSTEM.Version", "GetVersion")
    print(f"iris: {version}")
    # The control: a job of the twin in ObjectScript has to leave its node.
    if not start_and_look(native, "ObjectScript"):
        print("verdict: not asked (the ObjectScript twin did not run)")
        return 2
    plain = start_and_look(native, "Python")
    start_and_look(native, "PythonLoop")
    start_and_look(native, "PythonRaises")
    answer = "runs" if plain else "does not run"
    print(f"verdict: a Python class method {answer} in JOB")
    print("note: a missing node and a raised exception leave a trace in the error log")
    return 0
# endregion


def main() -> int:
    try:
        connection = iris.connect(
            os.environ["IRIS_HOST"],
            int(os.environ["IRIS_PORT"]),
            os.environ["IRIS_NAMESPACE"],
            os.environ["IRIS_USER"],
            os.environ["IRIS_PASSWORD"],
        )
        with contextlib.closing(connection):
            return ask(iris.createIRIS(connection))
    except Exception as error:  # no server, no class, no right: nothing was settled
        print(f"verdict: not asked ({error!r})")
        return 2


if __name__ == "__main__":
    sys.exit(main())
