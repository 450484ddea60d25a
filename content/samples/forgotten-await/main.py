"""A coroutine that nobody awaits does nothing, and the program still exits with 0."""

import asyncio
import gc
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

saved: list[str] = []


async def save(record: str) -> None:
    await asyncio.sleep(0)
    saved.append(record)


# region demo
async def forgets() -> None:
    save("order 17")  # makes a coroutine and drops it


async def remembers() -> None:
    await save("order 17")
# endregion


# region caught
@contextmanager
def no_forgotten_await() -> Iterator[None]:
    """For tests: fail if a coroutine made in the block was dropped un-awaited."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
        gc.collect()  # a coroutine in a reference cycle is dropped late
    forgotten = []
    for warning in caught:
        # In debug mode, further lines tell where the coroutine was made.
        message = str(warning.message).partition("\n")[0]
        if message.endswith("was never awaited"):
            forgotten.append(message)
        else:
            warnings.warn_explicit(
                warning.message, warning.category, warning.filename, warning.lineno
            )
    if forgotten:
        raise AssertionError("; ".join(forgotten))
# endregion


async def main() -> None:
    with warnings.catch_warnings(record=True) as written:
        warnings.simplefilter("always")
        await forgets()
    assert not saved, "a coroutine ran though nobody awaited it"
    assert [warning.category for warning in written] == [RuntimeWarning]
    print("without await: nothing saved, nothing raised, one warning for stderr")

    # As python -W error does: the warning becomes an exception. It is raised where
    # the object is destroyed, so it has no caller, and is reported and dropped.
    dropped: list[type[BaseException]] = []
    hook, sys.unraisablehook = sys.unraisablehook, lambda u: dropped.append(u.exc_type)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            await forgets()
    finally:
        sys.unraisablehook = hook
    assert dropped == [RuntimeWarning], "the warning was not turned into an error"
    print("warnings as errors: the error reaches no caller, and the program goes on")

    try:
        with no_forgotten_await():
            await forgets()
    except AssertionError as error:
        print("a test that looks for it fails:", error)
    else:
        raise AssertionError("the forgotten await was not caught")

    with no_forgotten_await():
        await remembers()
    assert saved == ["order 17"], "an awaited coroutine must save"
    print("with await: saved, and the same test passes")


if __name__ == "__main__":
    asyncio.run(main())
