"""A DB-API call inside a coroutine stops the event loop until the statement is done.

A ticker on the same loop is the witness. One long query silences it. The same rows
from short queries, with a pause after each, leave it gaps to beat in.
"""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable
from contextlib import closing

ROWS = 6
SECONDS_PER_ROW = 0.04
TICK = 0.01


def connect() -> sqlite3.Connection:
    """A database whose SQL function pause() stands for the work of a server."""
    connection = sqlite3.connect(":memory:")
    connection.create_function("pause", 0, lambda: time.sleep(SECONDS_PER_ROW))
    connection.execute("CREATE TABLE patient (id INTEGER PRIMARY KEY)")
    rows = [(number,) for number in range(ROWS)]
    connection.executemany("INSERT INTO patient VALUES (?)", rows)
    return connection


# region demo
async def one_query(connection: sqlite3.Connection) -> list[int]:
    """Nothing in here awaits: `async def` does not make the call asynchronous."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("SELECT id, pause() FROM patient ORDER BY id")
        return [identifier for identifier, _ in cursor.fetchall()]


async def short_queries(connection: sqlite3.Connection) -> list[int]:
    """Each statement still blocks, and the loop gets a turn after each."""
    found: list[int] = []
    with closing(connection.cursor()) as cursor:
        while len(found) < ROWS:
            last = found[-1] if found else -1
            cursor.execute(
                "SELECT id, pause() FROM patient WHERE id > ? ORDER BY id LIMIT 1",
                [last],
            )
            found += [identifier for identifier, _ in cursor.fetchall()]
            await asyncio.sleep(2 * TICK)
    return found


async def beats_during(work: Awaitable[list[int]]) -> tuple[int, list[int]]:
    """How often a ticker with a short period ran while `work` was awaited."""
    beats = 0

    async def tick() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(TICK)
            beats += 1

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0)  # lets the ticker start its first sleep
    rows = await work
    counted = beats
    ticker.cancel()
    await asyncio.gather(ticker, return_exceptions=True)
    return counted, rows
# endregion


async def main() -> None:
    # Debug mode would log each slow step. Here the ticker is the one that tells.
    asyncio.get_running_loop().slow_callback_duration = 60
    with closing(connect()) as connection:
        blocked, all_rows = await beats_during(one_query(connection))
        assert blocked == 0, f"the ticker ran {blocked} times beside a blocking call"
        print("one long query: the ticker did not run once")

        # The control: this ticker can be heard whenever the loop is free.
        beats, same_rows = await beats_during(short_queries(connection))
        assert beats >= ROWS, f"{beats} beats in {ROWS} gaps"
        assert same_rows == all_rows == list(range(ROWS)), "the answers differ"
        print("short queries with pauses: it ran in every gap, with the same rows")


if __name__ == "__main__":
    asyncio.run(main())
