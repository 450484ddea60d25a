"""Which Python runs inside IRIS: GIL or not, and does `iris` load in an interpreter?

Run it with irispython, and from a class method with Probe.cls. Outside IRIS the same
lines are the control. An unsupported runtime may end the process: use a scratch
instance. Exit 0 with an answer, 2 when there is no Embedded Python to ask.
"""

import sys
import sysconfig


# region demo
def gil_state() -> str:
    """What the interpreter says now. Before 3.13 the GIL cannot be off."""
    is_enabled = getattr(sys, "_is_gil_enabled", None)
    if is_enabled is None:
        return "on (no build without it before 3.13)"
    return "on" if is_enabled() else "off"


def load_in_interpreter(module: str) -> str:
    """Imports a module in a second interpreter of this process, from 3.14 on."""
    try:
        from concurrent import interpreters
    except ImportError:
        return "not possible before 3.14"
    interpreter = interpreters.create()
    try:
        interpreter.exec(f"import {module}")
    except interpreters.ExecutionFailed as failure:
        return f"failed ({str(failure).splitlines()[0]})"
    finally:
        interpreter.close()
    return "works"


def report() -> tuple[list[str], int]:
    lines = [
        f"python: {sys.version}",
        f"executable: {sys.executable}",
        f"free-threaded-build: {bool(sysconfig.get_config_var('Py_GIL_DISABLED'))}",
        f"gil-before-import: {gil_state()}",
    ]
    try:
        import iris
    except ImportError as problem:
        return [*lines, f"verdict: not asked (no module iris: {problem})"], 2
    # An extension that is not ready for it switches the GIL on when it is imported.
    lines.append(f"gil-after-import: {gil_state()}")
    if not hasattr(iris, "gref"):
        return [*lines, "verdict: not asked (this iris is the driver)"], 2
    control = load_in_interpreter("json")
    second = load_in_interpreter("iris")
    lines.append(f"control-json-in-interpreter: {control}")
    lines.append(f"iris-in-interpreter: {second}")
    free = "without the GIL" if gil_state() == "off" else "with the GIL"
    more = "loads" if second == "works" else "does not load"
    if control != "works":
        more = "was not tried"
    verdict = f"verdict: runs {free}, iris {more} in a second interpreter"
    return [*lines, verdict], 0
# endregion


def main() -> int:
    lines, code = report()
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
