"""Test coroutines with the standard library, and the trap of a plain TestCase."""

import asyncio
import unittest
import warnings
from collections.abc import Awaitable, Callable
from unittest.mock import AsyncMock

Fetch = Callable[[str], Awaitable[str]]


async def with_retry(fetch: Fetch, path: str, patience: float = 10) -> str:
    """Fetch, and once more if the connection breaks. Never wait for too long."""
    async with asyncio.timeout(patience):
        try:
            return await fetch(path)
        except ConnectionError:
            return await fetch(path)


# region demo
class RetryTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.fetch = AsyncMock()

    async def test_answer(self) -> None:
        self.fetch.return_value = "Oslo"
        self.assertEqual(await with_retry(self.fetch, "/city"), "Oslo")
        self.fetch.assert_awaited_once_with("/city")

    async def test_second_try(self) -> None:
        self.fetch.side_effect = [ConnectionError, "Oslo"]
        self.assertEqual(await with_retry(self.fetch, "/city"), "Oslo")
        self.assertEqual(self.fetch.await_count, 2)

    async def test_silent_peer(self) -> None:
        async def silence(path: str) -> None:
            await asyncio.sleep(60)

        self.fetch.side_effect = silence
        with self.assertRaises(TimeoutError):
            await with_retry(self.fetch, "/city", patience=0.01)
# endregion


# region trap
class Wrong:
    async def test_arithmetic(self) -> None:
        self.assertEqual(2 + 2, 5)


class Plain(Wrong, unittest.TestCase):
    """The coroutine is made and not awaited: the test cannot fail."""


class Isolated(Wrong, unittest.IsolatedAsyncioTestCase):
    """The same test, awaited on a loop of its own."""
# endregion


def report(case: type[unittest.TestCase]) -> str:
    """Run a case without the runner of unittest, which prints durations."""
    result = unittest.TestResult()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the trap warns, and warnings get lost
        unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    bad = len(result.failures) + len(result.errors)
    return f"{case.__name__}: run {result.testsRun}, failed {bad}"


def main() -> None:
    retry, plain, isolated = map(report, (RetryTest, Plain, Isolated))
    assert retry == "RetryTest: run 3, failed 0", retry
    assert isolated == "Isolated: run 1, failed 1", isolated
    assert plain == "Plain: run 1, failed 0", plain
    print(retry)
    print("a wrong test in two kinds of case:")
    print(" ", plain)
    print(" ", isolated)


if __name__ == "__main__":
    main()
