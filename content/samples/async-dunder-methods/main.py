"""Special methods with an async form, detours for the others, and one that fails."""

import asyncio
import warnings
from collections.abc import AsyncIterator
from typing import Self


# region demo
class Session:
    """What can be awaited, and how."""

    def __init__(self, name: str) -> None:  # must not wait
        self.name = name

    @classmethod
    async def open(cls, name: str) -> Self:  # in place of async __init__
        await asyncio.sleep(0)
        return cls(name)

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *_: object) -> None:  # in place of async __del__
        await asyncio.sleep(0)

    async def __aiter__(self) -> AsyncIterator[str]:
        for page in ("page 1", "page 2"):
            await asyncio.sleep(0)
            yield page

    async def records(self) -> list[str]:  # in place of an async property
        return [page async for page in self]
# endregion


# region gap
class Wish:
    """What one would like to write. Making one raises a TypeError."""

    async def __init__(self, name: str) -> None:
        await asyncio.sleep(0)
        self.name = name
# endregion


class Trap:
    """A bag that holds nothing. Python accepts the method, and it is wrong."""

    async def __contains__(self, item: object) -> bool:
        return False


async def main() -> None:
    async with await Session.open("ward 3") as session:
        print("opened:", session.name)
        assert [page async for page in session] == ["page 1", "page 2"]
        records = await session.records()
        assert len(records) == 2, "a list that is loaded has a length"
        print("records:", ", ".join(records))

    # Both mistakes also drop a coroutine. Its warning is not the point here.
    warnings.filterwarnings("ignore", message=r"coroutine .* was never awaited")
    assert "ward 3" in Trap(), "a coroutine was taken for False"
    print("an async __contains__ finds everything: a coroutine is true")
    Wish("ward 3")
    raise AssertionError("Python made an object with an async __init__")


if __name__ == "__main__":
    asyncio.run(main())
