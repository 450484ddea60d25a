"""Does an application set to ASGI get an event loop, or a bridge?

Serve app.py by IRIS with the setting ASGI, and put its address in IRIS_ASGI_URL. Serve
it by an ASGI server such as uvicorn, behind the same web server, for the control, and
put that address in IRIS_ASGI_CONTROL_URL. IRIS_USER and IRIS_PASSWORD are sent as Basic
authentication to IRIS when both are set.
Exit 0 with an answer, 2 when it could not be asked.
"""

import asyncio
import base64
import json
import os
import ssl
import sys
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

LIMIT = 15.0

# No connection, no answer, or one that app.py does not give.
UNUSABLE = (
    OSError,
    EOFError,
    TimeoutError,
    ValueError,
    LookupError,
    asyncio.LimitOverrunError,
)


class Site:
    """One address that serves app.py, asked with HTTP/1.1 on connections of our own."""

    def __init__(self, url: str, credentials: str | None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not an HTTP address: {url}")
        self._host, self._tls = parts.hostname, parts.scheme == "https"
        self._port = parts.port or (443 if self._tls else 80)
        self._authority = parts.netloc.rpartition("@")[2]
        self._path = parts.path.rstrip("/")
        self._credentials = credentials

    @asynccontextmanager
    async def request(self, route: str, headers: dict[str, str]):
        """Sends a request. Gives status, reader and writer after the headers."""
        context = ssl.create_default_context() if self._tls else None
        reader, writer = await asyncio.open_connection(
            self._host, self._port, ssl=context
        )
        lines = [f"GET {self._path}/{route} HTTP/1.1", f"Host: {self._authority}"]
        if self._credentials:
            lines.append(f"Authorization: Basic {self._credentials}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        try:
            writer.write("\r\n".join([*lines, "", ""]).encode())
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            yield int(head.split(" ", 2)[1]), reader, writer
        finally:
            writer.close()
            try:
                await writer.wait_closed()
            except OSError:
                pass  # the other side was faster

    async def body(self, route: str) -> tuple[bytes, float]:
        """The raw body, and the seconds between its first and its last piece."""
        loop = asyncio.get_running_loop()
        pieces, arrived = [], []
        async with self.request(route, {"Connection": "close"}) as (status, reader, _):
            if status != 200:
                raise ValueError(f"status {status} for {route}")
            while piece := await reader.read(65_536):
                pieces.append(piece)
                arrived.append(loop.time())
        # The end of a chunked body comes by itself, so the spread is that of the data.
        return b"".join(pieces), arrived[-1] - arrived[0] if arrived else 0.0


# region demo
async def overlaps(site: Site) -> bool:
    """Four requests that wait a second each take less than two seconds together."""
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.gather(*(site.body("slow") for _ in range(4)))
    return loop.time() - begin < 2


async def streams(site: Site) -> bool:
    """Five chunks with pauses of 0.4 seconds arrive one after the other."""
    body, spread = await site.body("stream")
    return body.count(b"chunk") == 5 and spread > 1


async def sends_events(site: Site) -> bool:
    body, spread = await site.body("events")
    return body.count(b"data:") == 5 and spread > 1


async def opens_websocket(site: Site) -> bool:
    """The upgrade is answered with 101, and a text frame comes back."""
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
    }
    async with site.request("echo", headers) as (status, reader, writer):
        if status != 101:
            return False
        # A final text frame of two bytes, masked with zeros as a client may.
        writer.write(b"\x81\x82\0\0\0\0hi")
        await writer.drain()
        return await reader.readexactly(4) == b"\x81\x02hi"


async def runs_lifespan(site: Site) -> bool:
    return bool((await facts(site))["lifespan"])
# endregion


CHECKS: dict[str, Callable[[Site], Awaitable[bool]]] = {
    "requests-overlap": overlaps,
    "stream": streams,
    "server-sent-events": sends_events,
    "websocket": opens_websocket,
    "lifespan": runs_lifespan,
}


async def facts(site: Site) -> dict[str, object]:
    """What app.py says about its process."""
    body, _ = await site.body("facts")
    # The body may be chunked. The object is the only thing in it with braces.
    return json.loads(body[body.index(b"{") : body.rindex(b"}") + 1])


async def check(site: Site) -> dict[str, bool]:
    results = {}
    for name, question in CHECKS.items():
        try:
            async with asyncio.timeout(LIMIT):
                results[name] = await question(site)
        except UNUSABLE:
            results[name] = False
    return results


async def ask(url: str, control_url: str | None) -> int:
    user, password = os.environ.get("IRIS_USER"), os.environ.get("IRIS_PASSWORD")
    secret = f"{user}:{password}".encode() if user and password else b""
    site = Site(url, base64.b64encode(secret).decode() or None)
    try:
        async with asyncio.timeout(LIMIT):
            found = await facts(site)
    except UNUSABLE as problem:
        print(f"verdict: not asked (app.py does not answer: {problem!r})")
        return 2
    print(f"python: {found['python']}")
    print(f"a2wsgi-loaded: {'yes' if found['a2wsgi'] else 'no'}")
    results = await check(site)
    for name, passed in results.items():
        print(f"{name}: {'yes' if passed else 'no'}")

    # The control. A web server in between can buffer or refuse by itself.
    control = await check(Site(control_url, None)) if control_url else {}
    weak = [name for name in CHECKS if not (results[name] or control.get(name))]
    print(f"control: {'given' if control_url else 'missing'}")
    if weak:
        print(f"verdict: not asked (the control does not show: {' '.join(weak)})")
        return 2
    if all(results.values()):
        print("verdict: an event loop serves the application")
    elif found["a2wsgi"] or not results["requests-overlap"]:
        print("verdict: a bridge, or one request at a time")
    else:
        print("verdict: partly, see the lines above")
    return 0


def main() -> int:
    url = os.environ.get("IRIS_ASGI_URL")
    if not url:
        print("verdict: not asked (IRIS_ASGI_URL is not set)")
        return 2
    try:
        return asyncio.run(ask(url, os.environ.get("IRIS_ASGI_CONTROL_URL")))
    except ValueError as problem:
        print(f"verdict: not asked ({problem})")
        return 2


if __name__ == "__main__":
    sys.exit(main())
