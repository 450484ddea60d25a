"""A worker thread talks to the loop through its two thread-safe doors, and no other."""

import asyncio
import threading

PAGES = ("page 1", "page 2", "page 3")


# region demo
async def download() -> list[str]:
    """Let a thread work, and hear of each of its steps on the loop."""
    loop = asyncio.get_running_loop()
    loop_thread = threading.current_thread()
    progress: asyncio.Queue[str | None] = asyncio.Queue()

    def deliver(message: str | None) -> None:
        assert threading.current_thread() is loop_thread, "delivered off the loop"
        progress.put_nowait(message)

    def work() -> None:
        assert threading.current_thread() is not loop_thread, "worked on the loop"
        for page in PAGES:
            loop.call_soon_threadsafe(deliver, page)
        loop.call_soon_threadsafe(deliver, None)  # no more to come

    worker = asyncio.create_task(asyncio.to_thread(work))
    heard = []
    while (message := await progress.get()) is not None:
        heard.append(message)
    await worker
    return heard
# endregion


# region ask
async def ask() -> str:
    """Let a thread ask the loop for the result of a coroutine."""
    loop = asyncio.get_running_loop()

    async def token() -> str:
        await asyncio.sleep(0)
        return "a token"

    def work() -> str:
        return asyncio.run_coroutine_threadsafe(token(), loop).result(timeout=10)

    return await asyncio.to_thread(work)
# endregion


async def refused() -> str:
    """Call the other door from a thread. Only debug mode notices the mistake."""
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    ran = asyncio.Event()
    loop.call_soon(ran.set)  # from the thread of the loop it is right
    await asyncio.wait_for(ran.wait(), timeout=10)
    try:
        await asyncio.to_thread(loop.call_soon, ran.set)
    except RuntimeError as error:
        return str(error)
    raise AssertionError("call_soon was accepted from another thread")


async def main() -> None:
    heard = await download()
    assert heard == list(PAGES), "messages were lost or came out of order"
    print("call_soon_threadsafe:", ", ".join(heard))

    answer = await ask()
    assert answer == "a token"
    print("run_coroutine_threadsafe:", answer)

    message = await refused()
    assert message.startswith("Non-thread-safe operation"), message
    print("call_soon from a thread, in debug mode:", message.partition(" invoked")[0])


if __name__ == "__main__":
    asyncio.run(main())
