"""asyncio.run() makes a loop for each call. What belongs to a loop dies with it."""

import asyncio


class Pool:
    """A pool with one connection and a task that keeps it alive."""

    def __init__(self) -> None:
        self.free: asyncio.Queue[str] = asyncio.Queue()
        self.free.put_nowait("connection")
        self.keeper: asyncio.Task[None] | None = None

    async def query(self) -> str:
        if self.keeper is None:
            self.keeper = asyncio.create_task(self._keep_alive())
        connection = await self.free.get()
        try:
            await asyncio.sleep(0)
            return "row"
        finally:
            self.free.put_nowait(connection)

    async def _keep_alive(self) -> None:
        await asyncio.sleep(60)


# region demo
async def one(pool: Pool) -> str:
    return await pool.query()


async def two_at_once(pool: Pool) -> list[str]:
    return await asyncio.gather(pool.query(), pool.query())


def on_message_run(pool: Pool) -> list[str]:
    """As in a synchronous hook: a loop for each call."""
    return asyncio.run(two_at_once(pool))


def on_message_runner(pool: Pool, runner: asyncio.Runner) -> list[str]:
    """The same, on a loop that lives between the calls."""
    return runner.run(two_at_once(pool))
# endregion


def main() -> None:
    pool = Pool()
    assert on_message_run(pool) == ["row", "row"], "the pool never works: a blind test"
    print("first call: two queries")
    assert pool.keeper.cancelled(), "a task outlived its loop"
    print("after it: the task that keeps the connection alive is cancelled")

    assert asyncio.run(one(pool)) == "row"
    print("second call: one query works, since it does not have to wait")
    try:
        on_message_run(pool)
    except RuntimeError as error:
        assert str(error).endswith("is bound to a different event loop"), error
        print("third call: two queries fail, bound to a different event loop")
    else:
        raise AssertionError("a pool served two loops")

    pool = Pool()
    with asyncio.Runner() as runner:
        for _ in range(3):
            assert on_message_runner(pool, runner) == ["row", "row"]
            assert not pool.keeper.done(), "the task did not outlive its call"
    print("with a Runner: three calls work, and the task lives between them")
    assert pool.keeper.cancelled(), "a task outlived its loop"


if __name__ == "__main__":
    main()
