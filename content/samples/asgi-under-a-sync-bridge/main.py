"""One ASGI app behind a synchronous WSGI bridge, and on an event loop.

This bridge runs the app to its end within each WSGI call. A bridge with a loop in a
thread, such as a2wsgi, can hand on the pieces of a body one by one. It mends the first
of the four losses, and holds its WSGI worker for as long as the stream lasts.
"""

import asyncio
import io
from collections.abc import Callable, Iterable
from http import HTTPStatus
from wsgiref.util import setup_testing_defaults


class App:
    """Plain ASGI 3. What it does, and what its clients see, goes into one journal."""

    def __init__(self) -> None:
        self.journal: list[str] = []
        self.phases: list[str] = []

    def take(self) -> list[str]:
        taken, self.journal = self.journal, []
        return taken

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        if scope["type"] == "lifespan":
            for phase in ("startup", "shutdown"):
                assert (await receive())["type"] == f"lifespan.{phase}"
                self.phases.append(phase)
                await send({"type": f"lifespan.{phase}.complete"})
        elif scope["type"] == "websocket":
            assert (await receive())["type"] == "websocket.connect"
            await send({"type": "websocket.accept"})
            text = (await receive())["text"]
            await send({"type": "websocket.send", "text": f"echo of {text}"})
        else:
            await self.answer(scope["path"].removeprefix("/"), send)

    async def answer(self, path: str, send: Callable) -> None:
        status = 426 if path == "socket" else 200  # a handshake that came as HTTP
        await send({"type": "http.response.start", "status": status, "headers": []})
        if path == "stream":
            for piece in ("one", "two"):
                self.journal.append(f"app makes {piece}")
                event = {"type": "http.response.body", "body": f"{piece} ".encode()}
                await send(event | {"more_body": True})
                await asyncio.sleep(0.01)
        elif path in ("slow", "quick"):
            self.journal.append(f"{path} begins")
            await asyncio.sleep(0.05 if path == "slow" else 0)
            self.journal.append(f"{path} ends")
        await send({"type": "http.response.body", "body": b""})


# region demo
def bridge(app: Callable) -> Callable:
    """Make a WSGI app of an ASGI app: one call, one loop, one finished body."""

    def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
        pieces: list[bytes] = []

        async def receive() -> dict:
            return {"type": "http.request", "body": environ["wsgi.input"].read()}

        async def send(event: dict) -> None:
            if event["type"] == "http.response.start":
                status = HTTPStatus(event["status"])
                start_response(f"{status.value} {status.phrase}", [])
            else:
                pieces.append(event["body"])

        # A WSGI call is a request. It cannot mean a start, a stop or a socket, so
        # this is the only scope that a bridge can make.
        scope = {"type": "http", "path": environ["PATH_INFO"], "headers": []}
        asyncio.run(app(scope, receive, send))
        return [b"".join(pieces)]

    return application
# endregion


class Connection:
    """What an event loop keeps for each connection: a task, and a queue each way."""

    def __init__(self, app: App, kind: str, path: str = "/") -> None:
        self.to_app: asyncio.Queue[dict] = asyncio.Queue()
        self.from_app: asyncio.Queue[dict] = asyncio.Queue()
        scope = {"type": kind, "path": path, "headers": []}
        self.task = asyncio.create_task(app(scope, self.to_app.get, self.from_app.put))

    async def say(self, event: dict) -> dict:
        """Send an event to the app, and wait for its answer."""
        self.to_app.put_nowait(event)
        return await self.from_app.get()


def on_the_bridge() -> dict[str, list[str]]:
    """Be the WSGI server: one worker, which takes the requests as they come."""
    app = App()
    application = bridge(app)
    statuses: list[str] = []

    def get(path: str) -> None:
        environ = {"PATH_INFO": path, "wsgi.input": io.BytesIO()}
        setup_testing_defaults(environ)
        for piece in application(environ, lambda status, _: statuses.append(status)):
            if piece:
                app.journal.append(f"client gets {piece.decode().strip()}")

    get("/stream")
    seen = {"stream": app.take()}
    get("/socket")
    seen["websocket"] = [f"http, answered {statuses[-1]}"]
    get("/slow")
    get("/quick")
    seen["requests"] = app.take()
    seen["lifespan"] = app.phases
    return seen


async def on_a_loop() -> dict[str, list[str]]:
    """Be the ASGI server: the same requests, each connection a task."""
    app = App()
    lifespan = Connection(app, "lifespan")
    await lifespan.say({"type": "lifespan.startup"})

    stream = Connection(app, "http", "/stream")
    await stream.from_app.get()  # the start of the response
    while (event := await stream.from_app.get()).get("more_body"):
        app.journal.append(f"client gets {event['body'].decode().strip()}")
    seen = {"stream": app.take()}

    socket = Connection(app, "websocket", "/socket")
    await socket.say({"type": "websocket.connect"})
    answer = await socket.say({"type": "websocket.receive", "text": "hello"})
    seen["websocket"] = [answer["text"]]

    requests = [Connection(app, "http", path) for path in ("/slow", "/quick")]
    await asyncio.gather(*(request.task for request in requests))
    seen["requests"] = app.take()

    await lifespan.say({"type": "lifespan.shutdown"})
    await asyncio.gather(lifespan.task, stream.task, socket.task)
    seen["lifespan"] = app.phases
    return seen


def main() -> None:
    lost = on_the_bridge()  # it starts loops of its own, so no loop may run around it
    kept = asyncio.run(on_a_loop())

    made = ["app makes one", "app makes two"]
    assert lost == {
        "stream": [*made, "client gets one two"],
        "websocket": ["http, answered 426 Upgrade Required"],
        "requests": ["slow begins", "slow ends", "quick begins", "quick ends"],
        "lifespan": [],
    }, lost
    assert kept == {  # the control: the app itself can do all of it
        "stream": [made[0], "client gets one", made[1], "client gets two"],
        "websocket": ["echo of hello"],
        "requests": ["slow begins", "quick begins", "quick ends", "slow ends"],
        "lifespan": ["startup", "shutdown"],
    }, kept
    for subject in lost:
        print(f"{subject}, bridge: {', '.join(lost[subject]) or 'nothing'}")
        print(f"{subject}, loop:   {', '.join(kept[subject])}")


if __name__ == "__main__":
    main()
