"""Pipes and exits of subprocesses are awaited on the loop, many at a time."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

# Answers one line, and exits with a code of its own.
CHILD = """
import sys
name = sys.stdin.readline().strip()
print("hello", name, flush=True)
sys.exit(len(name))
"""


async def start() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-c", CHILD, stdin=PIPE, stdout=PIPE
    )


# region demo
async def talk(child: Process, name: str) -> tuple[str, int]:
    output, _ = await child.communicate(f"{name}\n".encode())
    return output.decode().strip(), await child.wait()


async def several(names: list[str]) -> list[tuple[str, int]]:
    children = [await start() for _ in names]
    assert all(child.returncode is None for child in children), "not all are alive"
    return await asyncio.gather(*map(talk, children, names))
# endregion


# region give-up
async def give_up() -> int:
    """End a child that would wait for ever. Unlike a thread, it can be killed."""
    child = await start()
    try:
        async with asyncio.timeout(0.02):
            await child.wait()
    except TimeoutError:
        child.kill()
    await child.communicate()  # reads the pipes to their end and reaps the child
    assert child.returncode is not None, "the child is still running"
    return child.returncode
# endregion


async def main() -> None:
    names = ["Oslo", "Rome", "Lisbon"]
    answers = await several(names)
    assert [text for text, _ in answers] == [f"hello {name}" for name in names]
    # The codes differ, so they come from the children and are no default.
    assert [code for _, code in answers] == [4, 4, 6]
    for text, code in answers:
        print(f"{text} (exit {code})")

    assert await give_up() != 0, "the child ended by itself: a blind test"
    print("a child without an answer: killed and reaped")


if __name__ == "__main__":
    asyncio.run(main())
