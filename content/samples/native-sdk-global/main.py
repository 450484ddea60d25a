"""Globals through the Native SDK: write, count, read and delete on one connection.

Every call waits for the server, so the whole unit of work runs in a thread, and only
plain values leave it. It uses one node of the global ^IrisAsyncSample.
"""

import asyncio
import os
from contextlib import closing

import iris


# region demo
def count_visits(visitors: list[str]) -> dict[str, int]:
    """Runs in one thread from connect to close: a proxy must not leave it."""
    connection = iris.connect(
        os.environ["IRIS_HOST"],
        int(os.environ["IRIS_PORT"]),
        os.environ["IRIS_NAMESPACE"],
        os.environ["IRIS_USER"],
        os.environ["IRIS_PASSWORD"],
    )
    with closing(connection):
        native = iris.createIRIS(connection)
        node = ("^IrisAsyncSample", os.getpid())  # no other run has this subscript
        native.kill(*node)
        try:
            for visitor in visitors:
                # The value comes first, then the global, then the subscripts.
                native.increment(1, *node, visitor)
            return {
                visitor: int(native.get(*node, visitor))
                for visitor in dict.fromkeys(visitors)
            }
        finally:
            native.kill(*node)


async def main() -> None:
    visits = await asyncio.to_thread(count_visits, ["ada", "grace", "ada"])
    assert visits == {"ada": 2, "grace": 1}, visits
    for visitor, count in visits.items():
        print(f"{visitor}: {count}")
# endregion


if __name__ == "__main__":
    asyncio.run(main())
