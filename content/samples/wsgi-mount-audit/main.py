"""Audit a WSGI app as if it were mounted under a prefix, and print what would break.

It looks for links, redirects and cookies that leave the mount, static files that are
missing, mistyped or too many, pages that answer without credentials, and breaches of
the WSGI contract. It runs the app in process and sends only GET, so it does not see
the web server in front. SCRIPT_NAME is set as PEP 3333 says, and REMOTE_USER stands
for a login done by the host: what IRIS puts there was not verified.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urljoin, urlsplit
from wsgiref.headers import Headers
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

HOST = "http://127.0.0.1"  # as setup_testing_defaults names the server
WsgiApp = Callable[[dict, Callable], Iterable[bytes]]
IN_CSS = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
IN_SCRIPT = re.compile(r"""\bfetch\(\s*["'`]([^"'`]+)""")
TYPES = {  # a browser that is told nosniff refuses any other
    "css": ("text/css",),
    "js": ("text/javascript", "application/javascript"),
    "png": ("image/png",),
    "svg": ("image/svg+xml",),
}


class Finding(NamedTuple):
    check: str
    where: str
    what: str


class Reply(NamedTuple):
    status: int
    headers: Headers
    body: str


class Reference(NamedTuple):
    line: int
    label: str
    url: str


class References(HTMLParser):
    """Collect what a page points to, its inline scripts and styles included."""

    LINKS = {"href", "src", "action", "formaction", "poster"}

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Reference] = []
        self.in_code = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_code = tag in ("script", "style")
        for name, value in attrs:
            if name in self.LINKS and value:
                label = "link" if tag == "a" else f"<{tag}>"
                self.found.append(Reference(self.getpos()[0], label, value))

    def handle_data(self, data: str) -> None:
        if self.in_code:
            self.found += references_in_code(data, self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        self.in_code = False


def references_in_code(text: str, first_line: int = 1) -> Iterator[Reference]:
    for number, line in enumerate(text.splitlines(), first_line):
        for label, pattern in (("url()", IN_CSS), ("fetch()", IN_SCRIPT)):
            for url in pattern.findall(line):
                yield Reference(number, label, url)


# region demo
class Audit:
    """Crawl one app from its start page. `run` returns the findings in crawl order."""

    def __init__(self, app: WsgiApp, prefix: str) -> None:
        self.app, self.prefix = app, prefix
        self.findings: list[Finding] = []

    def run(self, private: Iterable[str], secret: Iterable[str]) -> list[Finding]:
        start = f"{self.prefix}/"
        bare = self.get(self.prefix)
        if bare and bare.headers["Location"] not in (start, HOST + start):
            self.add("mount", self.prefix, f"no redirect to {start}: links go astray")
        self.known, self.pages = {start}, deque([(start, start)])
        while self.pages:
            self.check_page(*self.pages.popleft())
        for path in private:
            self.check_access(self.prefix + path)
        for path in secret:
            if (reply := self.get(self.prefix + path)) and reply.status < 400:
                self.add("static", self.prefix + path, "a file of the app is served")
        return self.findings

    def add(self, check: str, where: str, what: str) -> None:
        self.findings.append(Finding(check, where, what))

    def check_page(self, page: str, opener: str) -> None:
        if (reply := self.get(page)) is None:
            return
        if reply.status >= 400:
            self.add("link", page, f"is linked, and answers {reply.status}")
        for header in reply.headers.get_all("Set-Cookie"):
            for name, cookie in SimpleCookie(header).items():
                # Without a Path, a browser takes the directory of the page.
                path = cookie["path"] or page.rpartition("/")[0] or "/"
                if not self.is_inside(path):
                    self.add("cookie", page, f"{name} has the path {path}")
        if 300 <= reply.status < 400 and (target := reply.headers["Location"]):
            self.follow("redirect", page, page, target)
        kind = (reply.headers["Content-Type"] or "").partition(";")[0].strip()
        suffix = page.rpartition(".")[2]
        if reply.status == 200 and kind not in TYPES.get(suffix, (kind,)):
            self.add("static", page, f"is {kind}, expected {TYPES[suffix][0]}")
        references: Iterable[Reference] = ()
        base = page
        if kind == "text/html":
            references = References(reply.body).found
        elif suffix in ("css", "js"):
            references = references_in_code(reply.body)
            base = opener if suffix == "js" else page  # fetch() starts from the page
        for line, label, url in references:
            self.follow(label, f"{page}:{line}", base, url)

    def follow(self, label: str, where: str, base: str, url: str) -> None:
        target = urlsplit(urljoin(HOST + base, url))
        if f"{target.scheme}://{target.netloc}" != HOST:
            return  # another site, or a scheme such as mailto:
        if not self.is_inside(target.path):
            self.add("mount", where, f"{label} to {target.path} leaves the mount")
        elif target.path not in self.known:
            self.known.add(target.path)
            self.pages.append((target.path, base))

    def is_inside(self, path: str) -> bool:
        return path == self.prefix or path.startswith(f"{self.prefix}/")

    def check_access(self, page: str) -> None:
        known, anonymous = self.get(page), self.get(page, user=None)
        if known and known.status >= 400:
            self.add("access", page, f"answers {known.status} to a known user")
        if anonymous and anonymous.status not in (401, 403):
            self.add("access", page, f"answers {anonymous.status} without credentials")

    def get(self, page: str, user: str | None = "auditor") -> Reply | None:
        """Call the app through the standard validator. None: it broke the contract."""
        path = unquote_to_bytes(page.removeprefix(self.prefix)).decode("latin-1")
        environ = {"SCRIPT_NAME": self.prefix, "PATH_INFO": path, "QUERY_STRING": ""}
        environ |= {"REMOTE_USER": user} if user else {}
        setup_testing_defaults(environ)
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status, headers, exc_info=None):
            started[:] = [(status, headers)]
            return lambda data: None

        try:
            body = validator(self.app)(environ, start_response)
            try:
                text = b"".join(body).decode(errors="replace")
            finally:
                body.close()
            if not started:
                raise AssertionError("start_response was not called")
        except Exception as error:
            self.add("wsgi", page, f"{type(error).__name__}: {error}")
            return None
        status, headers = started[0]
        return Reply(int(status[:3]), Headers(headers), text)
# endregion


class Faulty:
    """A small app that works at the root of a host, and nowhere else."""

    pages = {
        "/": """<!doctype html>
<link rel="stylesheet" href="static/app.css">
<script src="/static/app.js"></script>
<a href="/about">About</a> <a href="report">Report</a> <a href="old">Old</a>
<script>
fetch("/api/items")
</script>
""",
        "/about": "<a href='./'>Home</a> <a href='https://example.org/'>Away</a>",
        "/report": "<a href='../'>Home</a> <a href='health'>Health</a>",
        "/admin": "<h1>Users</h1>",
    }
    files = {
        "/static/app.css": ("text/plain", "body { background: url(bg.png) }"),
        "/static/app.js": ("text/javascript", 'fetch("api/items")'),
        "/api/items": ("application/json", "[]"),
        "/health": ("text/plain", "ok"),
        "/app.py": ("text/x-python", "password = 'guess me'"),
    }

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        status, headers, body = self.answer(environ)
        start_response(status, headers)
        return self.encode(environ["PATH_INFO"], body)

    def encode(self, path: str, body: str) -> Iterable[bytes]:
        return [body] if path == "/health" else [body.encode()]

    def answer(self, environ: dict) -> tuple[str, list[tuple[str, str]], str]:
        path = environ["PATH_INFO"] or "/"
        if path == "/old":
            return self.redirect("/report")
        if path in self.pages:
            headers = [("Content-Type", "text/html; charset=utf-8")]
            if path == "/":
                headers.append(("Set-Cookie", self.cookie(environ)))
            return "200 OK", headers, self.pages[path]
        if path in self.files:
            kind, body = self.files[path]
            return "200 OK", [("Content-Type", kind)], body
        return "404 Not Found", [("Content-Type", "text/plain")], "not here"

    def cookie(self, environ: dict) -> str:
        return "session=1; HttpOnly; Path=/"

    def redirect(self, target: str) -> tuple[str, list[tuple[str, str]], str]:
        return "302 Found", [("Content-Type", "text/plain"), ("Location", target)], ""


class Mended(Faulty):
    """Its twin: relative links, its own prefix, types, and a check of the user."""

    pages = Faulty.pages | {
        "/": Faulty.pages["/"].replace('"/', '"'),
        "/report": "<a href='./'>Home</a> <a href='health'>Health</a>",
    }
    files = {
        "/static/app.css": ("text/css", "body { background: url(bg.png) }"),
        "/static/app.js": ("text/javascript", 'fetch("api/items")'),
        "/static/bg.png": ("image/png", ""),
        "/api/items": ("application/json", "[]"),
        "/health": ("text/plain", "ok"),
    }

    def encode(self, path: str, body: str) -> Iterable[bytes]:
        return [body.encode()]

    def answer(self, environ: dict) -> tuple[str, list[tuple[str, str]], str]:
        if environ["PATH_INFO"] == "":
            return self.redirect(f"{environ['SCRIPT_NAME']}/")
        if environ["PATH_INFO"] == "/old":
            return self.redirect("report")
        if environ["PATH_INFO"] == "/admin" and "REMOTE_USER" not in environ:
            return "403 Forbidden", [("Content-Type", "text/plain")], "log in first"
        return super().answer(environ)

    def cookie(self, environ: dict) -> str:
        return f"session=1; HttpOnly; Path={environ['SCRIPT_NAME']}/"


def main() -> None:
    report = {}
    for name, app in {"faulty": Faulty(), "mended": Mended()}.items():
        audit = Audit(app, prefix="/csp/demo")
        findings = audit.run(private=["/admin"], secret=["/app.py", "/.env"])
        report[name] = findings
        print(f"{name}: {len(findings)} findings")
        for check, where, what in findings:
            print(f"  {check:8} {where}  {what}")

    kinds = {finding.check for finding in report["faulty"]}
    assert kinds == {"mount", "link", "cookie", "static", "access", "wsgi"}, kinds
    assert report["mended"] == [], "the control, in which each fault is mended"


if __name__ == "__main__":
    main()
