"""The application that the probe asks: plain ASGI, without a framework or a package.

Serve `app` by IRIS with the setting ASGI, and as the control by an ASGI server.
"""

import asyncio
import json
import sys

PAUSE = 0.4
CHUNKS = 5
state = {"lifespan": False}


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    elif scope["type"] == "websocket":
        await echo(receive, send)
    else:
        # A server may put the prefix of the application into the path, or leave it out.
        route = scope["path"].rstrip("/").rpartition("/")[2]
        await routes.get(route, not_found)(send)


async def lifespan(receive, send):
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
        state["lifespan"] = True


async def echo(receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message.get("text") or ""})


async def start(send, status, content_type):
    headers = [(b"content-type", content_type), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def whole(send, status, body):
    await start(send, status, b"application/json")
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})


async def slow(send):
    await asyncio.sleep(1)
    await whole(send, 200, {"slow": True})


async def chunks(send, content_type, form):
    await start(send, 200, content_type)
    for number in range(CHUNKS):
        body = form.format(number).encode()
        await send({"type": "http.response.body", "body": body, "more_body": True})
        await asyncio.sleep(PAUSE)
    await send({"type": "http.response.body", "body": b""})


async def stream(send):
    await chunks(send, b"text/plain", "chunk {}\n")


async def events(send):
    await chunks(send, b"text/event-stream", "data: {}\n\n")


async def facts(send):
    bridge = "a2wsgi" in sys.modules
    body = {"lifespan": state["lifespan"], "a2wsgi": bridge, "python": sys.version}
    await whole(send, 200, body)


async def not_found(send):
    await whole(send, 404, {"known": sorted(routes)})


routes = {"slow": slow, "stream": stream, "events": events, "facts": facts}
