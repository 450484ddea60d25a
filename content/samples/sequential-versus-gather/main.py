"""One awaited call gains nothing from a loop. Several calls in flight at once do."""

import asyncio
from itertools import pairwise


class Peer:
    """A peer on the network that keeps a diary of its calls."""

    def __init__(self) -> None:
        self.diary: list[str] = []

    async def call(self) -> None:
        self.diary.append("ask")
        await asyncio.sleep(0.01)
        self.diary.append("answer")

    def waits(self) -> int:
        """How many times the caller had nothing to do but wait."""
        return sum(pair == ("ask", "answer") for pair in pairwise(self.diary))


# region demo
async def one_after_another(peer: Peer, calls: int) -> None:
    for _ in range(calls):
        await peer.call()


async def all_at_once(peer: Peer, calls: int) -> None:
    await asyncio.gather(*(peer.call() for _ in range(calls)))
# endregion


async def main() -> None:
    alone, single, sequential, gathered = Peer(), Peer(), Peer(), Peer()
    await one_after_another(alone, 1)
    await all_at_once(single, 1)
    assert alone.diary == single.diary, "one call should be no different"

    await one_after_another(sequential, 3)
    await all_at_once(gathered, 3)
    assert sequential.waits() == 3, "each call should wait for itself"
    assert gathered.waits() == 1, "the three calls should share one wait"

    print("one call, awaited:    ", *alone.diary)
    print("one call, gathered:   ", *single.diary)
    print("three calls, awaited: ", *sequential.diary)
    print("three calls, gathered:", *gathered.diary)


if __name__ == "__main__":
    asyncio.run(main())
