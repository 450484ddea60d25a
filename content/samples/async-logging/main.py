"""A slow log handler stops the loop, unless it is moved to a thread behind a queue."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue


class RemoteHandler(logging.Handler):
    """A handler that waits for its server to confirm each record."""

    def __init__(self, patience: float) -> None:
        super().__init__()
        self.patience = patience
        self.confirmed = threading.Event()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        outcome = "sent" if self.confirmed.wait(self.patience) else "gave up"
        self.lines.append(f"{outcome}: {record.getMessage()}")


# region demo
@contextmanager
def logging_in_a_thread(
    logger: logging.Logger, handler: logging.Handler
) -> Iterator[None]:
    """The loop puts records on a queue, a thread takes them to the handler."""
    records: SimpleQueue[logging.LogRecord] = SimpleQueue()
    front = QueueHandler(records)
    listener = QueueListener(records, handler)
    logger.addHandler(front)
    listener.start()
    try:
        yield
    finally:
        logger.removeHandler(front)
        listener.stop()  # waits until the records in the queue are handled
# endregion


async def serve(logger: logging.Logger, handler: RemoteHandler) -> None:
    """Log, and confirm from the loop: it can only do so while it runs."""
    asyncio.get_running_loop().call_soon(handler.confirmed.set)
    logger.info("request 1")
    logger.info("request 2")
    await asyncio.sleep(0)


async def main() -> None:
    logger = logging.getLogger("service")
    logger.setLevel(logging.INFO)
    logger.propagate = False

    direct = RemoteHandler(patience=0.01)
    logger.addHandler(direct)
    await serve(logger, direct)
    logger.removeHandler(direct)
    assert direct.lines == ["gave up: request 1", "gave up: request 2"], direct.lines
    print("on the loop:", *direct.lines, sep="\n  ")

    queued = RemoteHandler(patience=10)
    with logging_in_a_thread(logger, queued):
        await serve(logger, queued)
    assert queued.lines == ["sent: request 1", "sent: request 2"], queued.lines
    print("behind a queue:", *queued.lines, sep="\n  ")


if __name__ == "__main__":
    asyncio.run(main())
