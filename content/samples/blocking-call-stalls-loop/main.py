"""A blocking call in a coroutine stops every task of its loop, without an error."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable


# region demo
async def blocks() -> None:
    time.sleep(0.05)  # the whole loop stands still


async def yields() -> None:
    await asyncio.sleep(0.05)  # only this task waits


async def ticks_beside(work: Callable[[], Awaitable[None]]) -> int:
    """Count how often another task wakes up while the work is done."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0)  # let the ticker start its first wait
    await work()
    counted = ticks
    ticker.cancel()
    return counted
# endregion


async def timeout_fires(work: Callable[[], Awaitable[None]]) -> bool:
    try:
        async with asyncio.timeout(0.01):
            await work()
    except TimeoutError:
        return True
    return False


# region debug
class SlowSteps(logging.Handler):
    """Collect what the debug mode of asyncio says about slow steps."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def names(self, task: str) -> bool:
        return any(f"name='{task}'" in message for message in self.messages)


async def search(slow_steps: SlowSteps) -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0.02
    logging.getLogger("asyncio").addHandler(slow_steps)
    await asyncio.create_task(blocks(), name="the culprit")
# endregion


async def main() -> None:
    # A busy machine may make any step slow: only the search looks for slow ones.
    asyncio.get_running_loop().slow_callback_duration = 60

    assert await ticks_beside(yields) > 0, "the ticker never ticks: a blind test"
    print("asyncio.sleep: the other task ticks")
    assert await ticks_beside(blocks) == 0, "the loop ran during a blocking call"
    print("time.sleep: the other task stands still, and nothing fails")

    assert await timeout_fires(yields), "the timeout never fires: a blind test"
    print("asyncio.sleep: a timeout ends the wait")
    assert not await timeout_fires(blocks), "a timeout fired in a blocked loop"
    print("time.sleep: the same timeout cannot fire")

    slow_steps = SlowSteps()
    await search(slow_steps)
    assert slow_steps.names("the culprit"), "debug mode said nothing"
    print("debug mode names the task that blocked")


if __name__ == "__main__":
    asyncio.run(main())
