"""A bounded asyncio.Queue makes a fast producer wait for a slow consumer."""

import asyncio

ORDERS = ("one", "two", "three", "four", "five", "six")


# region demo
async def produce(queue: asyncio.Queue[str]) -> None:
    for order in ORDERS:
        await queue.put(order)  # waits while the queue is full


async def consume(queue: asyncio.Queue[str], handled: list[str]) -> None:
    while True:
        order = await queue.get()
        handled.append(order)
        queue.task_done()
# endregion


async def taken_before_any_is_handled(queue: asyncio.Queue[str]) -> int:
    """Start a producer alone, and see how far it gets."""
    producer = asyncio.create_task(produce(queue))
    await asyncio.sleep(0)  # one turn: the producer runs until it has to wait
    taken = queue.qsize()
    assert producer.done() == (taken == len(ORDERS))

    handled: list[str] = []
    consumer = asyncio.create_task(consume(queue, handled))
    await producer
    await queue.join()  # until task_done was called for each order
    assert handled == list(ORDERS), "orders were lost or changed places"
    consumer.cancel()
    return taken


async def main() -> None:
    taken = await taken_before_any_is_handled(asyncio.Queue())
    assert taken == len(ORDERS), "an unbounded queue made its producer wait"
    print("unbounded: all six are taken before the first is handled")

    taken = await taken_before_any_is_handled(asyncio.Queue(maxsize=2))
    assert taken == 2, "a bounded queue took more than its bound"
    print("bounded: two are taken, then the producer waits")

    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
    queue.put_nowait("one")
    try:
        queue.put_nowait("two")
    except asyncio.QueueFull:
        print("full: put_nowait refuses, so a service can answer that it is busy")
    else:
        raise AssertionError("a full queue took another order")


if __name__ == "__main__":
    asyncio.run(main())
