"""One protocol core without I/O, with a synchronous and an asynchronous shell."""

import asyncio
from collections.abc import Awaitable, Callable


# region demo
class Netstrings:
    """The rules: b"5:hello," is one message. Bytes in, messages out, no I/O."""

    def __init__(self) -> None:
        self.rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """Take what has arrived, and give the messages that are complete."""
        self.rest += data
        messages = []
        while b":" in self.rest:
            digits, _, body = self.rest.partition(b":")
            if not digits.isdigit():
                raise ValueError("not a length")
            length = int(digits)
            if len(body) <= length:
                break  # more has to arrive
            if body[length] != ord(","):
                raise ValueError("no comma at the end")
            messages.append(body[:length])
            self.rest = body[length + 1 :]
        return messages

    def finish(self) -> None:
        """Nothing more will arrive."""
        if self.rest:
            raise ValueError("the end is missing")


def read(receive: Callable[[], bytes]) -> list[bytes]:
    """The synchronous shell: receive() gives bytes, and b"" at the end."""
    core, messages = Netstrings(), []
    while data := receive():
        messages += core.feed(data)
    core.finish()
    return messages


async def read_async(receive: Callable[[], Awaitable[bytes]]) -> list[bytes]:
    """The asynchronous shell: the same, with await in one place."""
    core, messages = Netstrings(), []
    while data := await receive():
        messages += core.feed(data)
    core.finish()
    return messages
# endregion


async def outcomes(wire: bytes, size: int) -> tuple[str, str]:
    """Read the same bytes, in chunks of a size, through both shells."""
    chunks = [wire[start : start + size] for start in range(0, len(wire), size)]
    ready = iter([*chunks, b""])
    late = iter([*chunks, b""])

    async def receive_late() -> bytes:
        await asyncio.sleep(0)
        return next(late)

    try:
        plain = b" ".join(read(ready.__next__)).decode()
    except ValueError as error:
        plain = f"refused: {error}"
    try:
        awaited = b" ".join(await read_async(receive_late)).decode()
    except ValueError as error:
        awaited = f"refused: {error}"
    return plain, awaited


async def main() -> None:
    cases = {
        b"5:hello,6:Lisbon,": "hello Lisbon",
        b"5:hello;": "refused: no comma at the end",
        b"five:hello,": "refused: not a length",
        b"5:hel": "refused: the end is missing",
    }
    print("both shells, with chunks of each size:")
    for wire, expected in cases.items():
        for size in range(1, len(wire) + 1):
            plain, awaited = await outcomes(wire, size)
            assert plain == awaited == expected, (wire, size, plain, awaited)
        print(f"  {wire.decode()} gives {expected}")


if __name__ == "__main__":
    asyncio.run(main())
