"""A DB-API query from a coroutine: a whole unit of work in a thread, plain rows out.

It makes a table of its own and drops it again. Nothing else is touched.
"""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import iris.dbapi

TABLE = "SQLUser.IrisAsyncCity"
CITIES = [("Aarhus", 300), ("Bergen", 290), ("Cork", 220)]


# region demo
def connect() -> Any:
    # By position: keyword arguments were reported to crash the compiled driver.
    return iris.dbapi.connect(
        os.environ["IRIS_HOST"],
        int(os.environ["IRIS_PORT"]),
        os.environ["IRIS_NAMESPACE"],
        os.environ["IRIS_USER"],
        os.environ["IRIS_PASSWORD"],
    )


def cities_above(thousands: int) -> list[tuple[str, int]]:
    """Runs in one thread from connect to close, and returns values of its own."""
    with closing(connect()) as connection, closing(connection.cursor()) as cursor:
        # Parameters go in a list. The driver takes no tuple here.
        cursor.execute(
            f"SELECT Name, Thousands FROM {TABLE} WHERE Thousands > ? ORDER BY Name",
            [thousands],
        )
        # A row of the driver is lazy: it ends with its cursor, these do not.
        return [(str(row[0]), int(row[1])) for row in cursor.fetchall()]


async def answer(pool: ThreadPoolExecutor) -> list[tuple[str, int]]:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, cities_above, 250)
# endregion


def make_table() -> None:
    with closing(connect()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (Name VARCHAR(50), Thousands INTEGER)")
        for name, thousands in CITIES:
            cursor.execute(f"INSERT INTO {TABLE} VALUES (?, ?)", [name, thousands])
        connection.commit()


def drop_table() -> None:
    with closing(connect()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")
        connection.commit()


async def main() -> None:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        await loop.run_in_executor(pool, make_table)
        try:
            found = await answer(pool)
        finally:
            await loop.run_in_executor(pool, drop_table)
    assert found == [("Aarhus", 300), ("Bergen", 290)], found
    for name, thousands in found:
        print(f"{name}: {thousands} thousand")


if __name__ == "__main__":
    asyncio.run(main())
