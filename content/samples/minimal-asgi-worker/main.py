"""An ASGI 3 worker in one file: HTTP/1.1, streaming, lifespan, graceful stop.

It accepts on a listening socket that its parent hands over, as a prefork host would,
and a client over loopback proves each claim. Left out: WebSocket, TLS, HTTP/2, an
access log, trusted proxy headers, request targets other than a path, a time limit for
slow bodies, and keep-alive. One request per connection costs a handshake each time,
and in return no byte of one request can be taken for the start of the next. A client
that closes its sending side counts as gone. An app that ignores its cancellation
holds up the stop.
"""

import asyncio
import contextlib
import email.utils
import http.client
import logging
import re
import socket
import urllib.request
from dataclasses import dataclass
from urllib.parse import unquote

log = logging.getLogger("worker")

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter

PIECE = 65_536
TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
REQUEST_LINE = re.compile(rb"(%b) (/[!\"$-~]*) HTTP/(\d\.\d)" % TOKEN.pattern)
CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?\r\n")
DISCONNECT = {"type": "http.disconnect"}
ASGI = {"version": "3.0", "spec_version": "2.4"}


@dataclass(frozen=True)
class Limits:
    head: int = 16_384  # bytes of request line and headers
    body: int = 16 * 1024 * 1024
    head_seconds: float = 5.0
    close_seconds: float = 2.0  # for a client that does not hang up after its answer
    connections: int = 100


class Refusal(ConnectionError):
    """A request that the worker answers itself."""

    def __init__(self, status: int) -> None:
        super().__init__(http.client.responses[status])
        self.status = status


def parse_head(head: bytes) -> dict:
    """Turn the head of a request into an ASGI scope, or refuse it."""
    first, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    if not (match := REQUEST_LINE.fullmatch(first)):
        raise Refusal(400)
    method, target, version = match.groups()
    if version not in (b"1.0", b"1.1"):
        raise Refusal(505)
    headers = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not TOKEN.fullmatch(name) or CONTROL.search(value):
            raise Refusal(400)  # this also refuses folded lines
        headers.append((name.lower(), value.strip(b" \t")))
    hosts = [name for name, _ in headers].count(b"host")
    if hosts > 1 or (hosts == 0 and version == b"1.1"):
        raise Refusal(400)
    raw_path, _, query = target.partition(b"?")
    return {
        "type": "http",
        "asgi": ASGI,
        "http_version": version.decode(),
        "method": method.decode(),
        "scheme": "http",
        "path": unquote(raw_path.decode()),
        "raw_path": raw_path,
        "query_string": query,
        "root_path": "",
        "headers": headers,
    }


def body_length(scope: dict) -> int | None:
    """Return the length of the request body, None if it comes in chunks."""
    codings = [v.lower() for k, v in scope["headers"] if k == b"transfer-encoding"]
    lengths = [v for k, v in scope["headers"] if k == b"content-length"]
    if codings:
        if lengths or scope["http_version"] == "1.0":
            raise Refusal(400)  # two lengths: the way requests are smuggled
        if codings != [b"chunked"]:
            raise Refusal(501)
        return None
    if len(lengths) > 1 or not re.fullmatch(rb"\d{1,18}", (lengths or [b"0"])[0]):
        raise Refusal(400)
    return int(lengths[0]) if lengths else 0


def request_event(body: bytes, more: bool) -> dict:
    return {"type": "http.request", "body": body, "more_body": more}


def status_line(status: int) -> bytes:
    if not 200 <= status <= 599:
        raise ValueError(f"{status} is not the status of a final response")
    return f"HTTP/1.1 {status} {http.client.responses.get(status, '')}".encode()


# region exchange
class Exchange:
    """One request and its response: the two callables that ASGI gives to an app."""

    def __init__(
        self, reader: Reader, writer: Writer, scope: dict, limits: Limits
    ) -> None:
        self.reader, self.writer, self.scope = reader, writer, scope
        self.limit, self.length = limits.body, body_length(scope)
        if self.length is not None and self.length > self.limit:
            raise Refusal(413)
        self.refusal: Refusal | None = None
        self.head: bytes | None = None  # held back until the first part of the body
        self.started = self.complete = self.chunked = False
        self.left: int | None = None  # bytes that the response still owes
        self.events: asyncio.Queue[dict] = asyncio.Queue(maxsize=1)
        if (b"expect", b"100-continue") in scope["headers"]:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.pump = asyncio.create_task(self._pump())

    async def _pump(self) -> None:
        """Read ahead by one event, so that a departure is seen whatever the app does.

        The queue is full until the app takes the event. Then the stream fills, the
        socket fills, and the client has to wait.
        """
        try:
            if self.length is None:
                await self._read_chunks()
            else:
                await self._read(self.length)
            await self.events.put(request_event(b"", more=False))
            while await self.reader.read(PIECE):
                pass  # trailers, or a second request: neither is served
        except Refusal as refusal:
            self.refusal = refusal
        except (OSError, EOFError):
            log.debug("the client left within its request")
        await self.events.put(DISCONNECT)

    async def _read(self, length: int) -> None:
        while length:
            if not (part := await self.reader.read(min(length, PIECE))):
                raise EOFError
            length -= len(part)
            await self.events.put(request_event(part, more=True))

    async def _read_chunks(self) -> None:
        total = 0
        try:
            while match := CHUNK_SIZE.fullmatch(await self.reader.readuntil(b"\r\n")):
                if not (size := int(match[1], 16)):
                    return
                total += size
                if total > self.limit:
                    raise Refusal(413)
                await self._read(size)
                if await self.reader.readexactly(2) != b"\r\n":
                    break
        except asyncio.LimitOverrunError:
            pass
        raise Refusal(400)

    async def receive(self) -> dict:
        event = await self.events.get()
        if event is DISCONNECT:
            self.events.put_nowait(event)  # it is also the answer to every later call
        return event

    async def send(self, event: dict) -> None:
        if self.refusal:
            raise self.refusal
        if event["type"] == "http.response.start" and self.head is None:
            self.head = self._make_head(event["status"], event.get("headers", ()))
        elif event["type"] == "http.response.body" and self.head and not self.complete:
            self._write(bytes(event.get("body", b"")), event.get("more_body", False))
            # Back-pressure: a slow client holds the app here, and a lost one raises.
            await self.writer.drain()
        else:
            raise RuntimeError(f"{event['type']} is out of order")

    def _make_head(self, status: int, headers) -> bytes:
        fields = [(bytes(name).lower(), bytes(value)) for name, value in headers]
        if any(not TOKEN.fullmatch(k) or CONTROL.search(v) for k, v in fields):
            raise ValueError("a response header holds a forbidden character")
        self.left = next((int(v) for k, v in fields if k == b"content-length"), None)
        if self.scope["method"] == "HEAD" or status in (204, 304):
            self.left = 0
        # To a client of HTTP/1.0 the end of the stream is the end of the body.
        self.chunked = self.left is None and self.scope["http_version"] == "1.1"
        own = (b"connection", b"transfer-encoding")
        lines = [k + b": " + v for k, v in fields if k not in own]
        if all(name != b"date" for name, _ in fields):
            lines.append(b"date: " + email.utils.formatdate(usegmt=True).encode())
        lines += [b"transfer-encoding: chunked"] * self.chunked + [b"connection: close"]
        return b"\r\n".join([status_line(status), *lines, b"\r\n"])

    def _write(self, body: bytes, more: bool) -> None:
        if self.scope["method"] == "HEAD":
            body = b""
        if self.left is not None:
            self.left -= len(body)
            if self.left < 0 or (self.left and not more):
                raise RuntimeError("the body does not have its declared length")
        if self.chunked and body:
            body = b"%x\r\n%b\r\n" % (len(body), body)
        if self.chunked and not more:
            body += b"0\r\n\r\n"
        self.writer.write(body if self.started else self.head + body)
        self.started, self.complete = True, not more
        if self.complete:  # from here on the app gets http.disconnect
            self.pump.cancel()
            while not self.events.empty():
                self.events.get_nowait()
            self.events.put_nowait(DISCONNECT)
# endregion


# region demo
class Worker:
    """Serve one app on a listening socket from `async with` to its end."""

    def __init__(self, app, sock: socket.socket, limits=Limits(), grace=5.0) -> None:
        self.app, self.sock, self.limits, self.grace = app, sock, limits, grace
        self.state: dict = {}
        self.tasks: set[asyncio.Task] = set()  # one for each connection
        self.idle: set[asyncio.Task] = set()  # those still without a request
        self.stopping = False

    async def __aenter__(self) -> "Worker":
        self.to_app: asyncio.Queue[dict] = asyncio.Queue()
        self.from_app: asyncio.Queue[dict] = asyncio.Queue()
        self.lifespan = asyncio.create_task(self._lifespan())
        await self._announce("startup")  # no request is accepted before
        self.server = await asyncio.start_server(
            self._accept, sock=self.sock, limit=self.limits.head
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stopping = True
        self.server.close()
        for task in self.idle:
            task.cancel()
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=self.grace)
        for task in self.tasks:
            task.cancel()
        if self.tasks:
            await asyncio.wait(self.tasks)
        await self.server.wait_closed()
        await self._announce("shutdown")
        await asyncio.wait([self.lifespan])

    async def _lifespan(self) -> None:
        scope = {"type": "lifespan", "asgi": ASGI, "state": self.state}
        try:
            await self.app(scope, self.to_app.get, self.from_app.put)
        except Exception:  # the specification: such an app is served without lifespan
            level = logging.ERROR if self.stopping else logging.INFO
            log.log(level, "the app ended its lifespan by an exception", exc_info=True)
        finally:
            self.from_app.put_nowait({"type": "ended"})

    async def _announce(self, phase: str) -> None:
        if not self.lifespan.done():
            self.to_app.put_nowait({"type": f"lifespan.{phase}"})
            answer = await self.from_app.get()
            if answer["type"] == f"lifespan.{phase}.failed":
                self.lifespan.cancel()
                await asyncio.wait([self.lifespan])
                raise RuntimeError(f"{phase} failed: {answer.get('message', '')}")

    def _accept(self, reader: Reader, writer: Writer) -> None:
        task = asyncio.create_task(self._connection(reader, writer))
        self.tasks.add(task)
        self.idle.add(task)
        task.add_done_callback(self.tasks.discard)
        task.add_done_callback(self.idle.discard)

    async def _connection(self, reader: Reader, writer: Writer) -> None:
        try:
            try:
                scope = await self._request(reader, writer)
                self.idle.discard(asyncio.current_task())
                await self._respond(Exchange(reader, writer, scope, self.limits))
            except Refusal as refusal:
                head = status_line(refusal.status) + b"\r\nconnection: close\r\n"
                writer.write(head + b"content-length: 0\r\n\r\n")
            # Closing with unread bytes resets the connection, and the client may lose
            # the answer: so wait until it hangs up, but not for ever.
            async with asyncio.timeout(self.limits.close_seconds):
                writer.write_eof()
                while await reader.read(PIECE):
                    pass
                writer.close()
                await writer.wait_closed()
        except (OSError, EOFError):
            log.debug("the client left, or did not hang up")
        finally:
            writer.transport.abort()

    async def _request(self, reader: Reader, writer: Writer) -> dict:
        if self.stopping or len(self.tasks) > self.limits.connections:
            raise Refusal(503)
        try:
            async with asyncio.timeout(self.limits.head_seconds):
                scope = parse_head(await reader.readuntil(b"\r\n\r\n"))
        except asyncio.LimitOverrunError:
            raise Refusal(431) from None
        except TimeoutError:
            raise Refusal(408) from None
        scope["client"] = writer.get_extra_info("peername")[:2]
        scope["server"] = writer.get_extra_info("sockname")[:2]
        scope["state"] = self.state.copy()
        return scope

    async def _respond(self, exchange: Exchange) -> None:
        try:
            await self.app(exchange.scope, exchange.receive, exchange.send)
        except Exception:
            expected = exchange.refusal or exchange.writer.is_closing()
            level = logging.DEBUG if expected else logging.ERROR
            log.log(level, "the app raised", exc_info=True)
        finally:
            exchange.pump.cancel()
            await asyncio.wait([exchange.pump])
        if not exchange.started:
            raise exchange.refusal or Refusal(500)
# endregion


# From here on: an app to be served, and a client that proves what is claimed above.
TOTAL = 16 * 1024 * 1024  # more than the socket buffers of a connection can hold


class Demo:
    """An app with one route for each claim. The proof steps it by its events."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.gate, self.entered, self.left = (asyncio.Event() for _ in range(3))

    async def __call__(self, scope, receive, send) -> None:
        route = scope["type"] if scope["type"] == "lifespan" else scope["path"][1:]
        await getattr(self, route)(scope, receive, send)

    async def lifespan(self, scope, receive, send) -> None:
        for phase in ("startup", "shutdown"):
            assert (await receive())["type"] == f"lifespan.{phase}"
            self.log.append(phase)
            scope["state"]["greeting"] = b"hello"
            await send({"type": f"lifespan.{phase}.complete"})

    async def hello(self, scope, receive, send) -> None:
        await respond(send, scope["state"]["greeting"])

    async def hold(self, scope, receive, send) -> None:
        self.entered.set()
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.log.append("cancelled")
            raise
        self.log.append("finished")
        await respond(send, b"held")

    async def stream(self, scope, receive, send) -> None:
        await respond(send, b"first ", more=True)
        await self.gate.wait()
        self.log.append("last made")
        await respond(send, b"last", head=False)

    async def events(self, scope, receive, send) -> None:
        watch = asyncio.create_task(read_all(receive))
        kind = (b"content-type", b"text/event-stream")
        with contextlib.suppress(OSError):  # what send raises once the client is gone
            await respond(send, b"retry: 1000\n\n", kind, more=True)
            while not watch.done():
                await respond(send, b"data: tick\n\n", head=False, more=True)
                await asyncio.wait([watch], timeout=0.01)
        await watch
        self.left.set()

    async def flood(self, scope, receive, send) -> None:
        self.produced = 0
        try:
            await respond(send, b"", more=True)
            while (left := TOTAL - self.produced) > 0:
                self.produced += PIECE
                await respond(send, bytes(PIECE), head=False, more=left > PIECE)
        except OSError:
            self.left.set()

    async def upload(self, scope, receive, send) -> None:
        await self.gate.wait()
        sizes = await read_all(receive, until_end=True)
        await respond(send, f"{sum(sizes)} {max(sizes) <= PIECE}".encode())

    async def boom(self, scope, receive, send) -> None:
        raise LookupError("boom")

    async def cut(self, scope, receive, send) -> None:
        await respond(send, b"half", more=True)
        raise LookupError("cut")


async def respond(send, body: bytes, *headers, head=True, more=False) -> None:
    if head:
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        await send(start)
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def read_all(receive, until_end=False) -> list[int]:
    """Read a body to its end, or on to http.disconnect. Return the sizes."""
    sizes = []
    while (event := await receive())["type"] == "http.request":
        sizes.append(len(event["body"]))
        if until_end and not event["more_body"]:
            break
    return sizes


def listen() -> socket.socket:
    sock = socket.create_server(("127.0.0.1", 0))
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        sock.setsockopt(socket.SOL_SOCKET, option, PIECE)
    return sock


@contextlib.asynccontextmanager
async def connect(address, request: str):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(request.encode())
    try:
        yield reader, writer
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def get(path: str) -> str:
    return f"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n"


async def status_of(address, request: str) -> int:
    async with connect(address, request) as (reader, _):
        return int((await reader.read()).split()[1])


async def fetch(address, path: str) -> bytes:
    """Ask by urllib, so that another reading of HTTP judges the worker's."""
    url = f"http://{address[0]}:{address[1]}/{path}"

    def blocking() -> bytes:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.read()

    return await asyncio.to_thread(blocking)


async def prove_responses(demo: Demo, address) -> None:
    assert await fetch(address, "hello") == b"hello", "the state of lifespan is missing"
    async with connect(address, get("hold")) as (reader, _):
        await demo.entered.wait()
        assert await fetch(address, "hello") == b"hello"
        assert demo.log == ["startup"], "the first request should still be running"
        demo.gate.set()
        assert (await reader.read()).endswith(b"\r\n\r\n4\r\nheld\r\n0\r\n\r\n")
    print("overlap: a second request was answered while the first one waited")

    demo.gate.clear()
    async with connect(address, get("stream")) as (reader, _):
        await reader.readuntil(b"6\r\nfirst \r\n")
        assert "last made" not in demo.log, "the first chunk came late"
        demo.gate.set()
        assert await reader.read() == b"4\r\nlast\r\n0\r\n\r\n"
    assert await fetch(address, "stream") == b"first last"
    print("stream: the first chunk arrived before the last one was made")

    async with connect(address, get("events")) as (reader, _):
        for _ in range(3):
            await reader.readuntil(b"data: tick\n\n")
        assert not demo.left.is_set(), "the client has not left yet"
    await demo.left.wait()
    print("events: sent until the client left, then http.disconnect")


async def prove_back_pressure(demo: Demo, address) -> None:
    async with connect(address, get("flood")) as (reader, _):
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(0.1)
        assert 0 < demo.produced < TOTAL, "the app was not held back"
        while await reader.read(PIECE):
            pass
    assert demo.produced == TOTAL, "reading should have let the app go on"
    demo.left.clear()
    async with connect(address, get("flood")) as (reader, _):
        await reader.readuntil(b"\r\n\r\n")
    await demo.left.wait()
    print("back-pressure: an app waits for a client that does not read, or leaves")

    demo.gate.clear()
    head = f"Host: localhost\r\nContent-Length: {TOTAL}\r\nExpect: 100-continue"
    request = f"POST /upload HTTP/1.1\r\n{head}\r\n\r\n"
    async with connect(address, request) as (reader, writer):
        assert b" 100 " in await reader.readuntil(b"\r\n\r\n")
        sent = 0

        async def upload() -> None:
            nonlocal sent
            while sent < TOTAL:
                writer.write(bytes(PIECE))
                await writer.drain()
                sent += PIECE

        sending = asyncio.create_task(upload())
        await asyncio.sleep(0.1)
        assert 0 < sent < TOTAL, "the client was not held back"
        demo.gate.set()
        await sending
        assert f"{TOTAL} True".encode() in await reader.read()
    print("back-pressure: a client waits for an app that does not receive")


async def prove_refusals() -> None:
    demo = Demo()
    demo.gate.set()
    plain = "POST /upload HTTP/1.1\r\nHost: x\r\n"
    chunked = f"{plain}Transfer-Encoding: chunked\r\n"
    cases = [
        (get("hello"), 200),  # the control
        (f"{chunked}\r\n4;note\r\nbody\r\n0\r\n\r\n", 200),
        ("GET hello HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("GET /hello HTTP/1.1\r\n\r\n", 400),
        ("GET /hello HTTP/1.1\r\nHost : x\r\n\r\n", 400),
        (f"{chunked}Content-Length: 4\r\n\r\nbody", 400),
        (f"{chunked}\r\nfour\r\nbody\r\n0\r\n\r\n", 400),
        (f"{chunked}\r\n4\r\nbody\r\n7fd\r\n{'x' * 0x7fd}\r\n0\r\n\r\n", 413),
        (f"{plain}Content-Length: 2049\r\n\r\n", 413),
        (f"{plain}Content-Length: 999999\r\n\r\n{'x' * 999999}", 413),
        (f"GET /hello HTTP/1.1\r\nHost: {'x' * 4096}\r\n\r\n", 431),
        (get("boom"), 500),
        (chunked.replace("chunked", "gzip, chunked") + "\r\n", 501),
        ("GET /hello HTTP/3.0\r\nHost: x\r\n\r\n", 505),
    ]
    sock = listen()
    async with Worker(demo, sock, Limits(head=2048, body=2048)):
        address = sock.getsockname()
        for request, expected in cases:
            status = await status_of(address, request)
            assert status == expected, f"{status}, not {expected}: {request[:80]!r}"
        async with connect(address, get("cut")) as (reader, _):
            assert b"half" in (raw := await reader.read())
            assert not raw.endswith(b"0\r\n\r\n"), "a cut response looked whole"
    sock = listen()
    async with Worker(demo, sock, Limits(head_seconds=0.05)):
        assert await status_of(sock.getsockname(), "GET /hello HT") == 408
    sock = listen()
    async with Worker(demo, sock, Limits(connections=1)):
        demo.gate.clear()
        async with connect(sock.getsockname(), get("hold")):
            await demo.entered.wait()
            assert await status_of(sock.getsockname(), get("hello")) == 503
            demo.gate.set()
    print("limits: 400 408 413 431 500 501 503 505, and 200 for the control")


async def prove_stop() -> None:
    for grace, end in ((5.0, "finished"), (0.05, "cancelled")):
        demo, sock = Demo(), listen()
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(Worker(demo, sock, grace=grace))
            address = sock.getsockname()
            async with connect(address, "") as (idle, _):
                async with connect(address, get("hold")) as (reader, _):
                    await demo.entered.wait()
                    stopping = asyncio.create_task(stack.aclose())
                    assert await idle.read() == b"", "an idle connection is closed"
                    assert "shutdown" not in demo.log, "a request is still running"
                    with contextlib.suppress(ConnectionRefusedError):
                        await asyncio.open_connection(*address)
                        raise AssertionError("a stopping worker accepted a connection")
                    if end == "finished":
                        demo.gate.set()
                    answer = await reader.read()
                    assert (b"held" in answer) == (end == "finished")
            await stopping
        assert demo.log == ["startup", end, "shutdown"], demo.log
        print(f"stop: a running request is {end}, then the app shuts down")


async def main() -> None:
    records: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: records.append(str(record.exc_info[1]))
    log.addHandler(handler)
    # On a loaded machine the process is paused, and -X dev would call that a slow step.
    asyncio.get_running_loop().slow_callback_duration = 10
    demo, sock = Demo(), listen()
    async with Worker(demo, sock):
        assert demo.log == ["startup"], "startup comes before the first request"
        await prove_responses(demo, sock.getsockname())
        await prove_back_pressure(demo, sock.getsockname())
    assert demo.log[-1] == "shutdown"
    print("lifespan: startup before the first request, shutdown after the last")
    await prove_refusals()
    await prove_stop()
    assert records == ["boom", "cut"], records


if __name__ == "__main__":
    asyncio.run(main())
