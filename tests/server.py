"""A web server on this machine, as real as any: pages by path, and whatever a hostile one may do."""

import email.utils
import threading
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

DATE = email.utils.formatdate(1_790_000_000, usegmt=True)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a body that waits for the answer to its headers costs 40 ms a page

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.pages.get(self.path)
        if answer is None:
            self.give(b"", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.page(*answer) if isinstance(answer, tuple) else self.page(answer)

    def page(self, body, kind="text/html; charset=utf-8"):
        """Give a page, or say that it has not changed, as honest servers do."""
        tag = f'"{sha256(body).hexdigest()[:12]}"'
        if self.headers.get("If-None-Match") == tag:
            self.give(b"", status=304, etag=tag)
        else:
            self.give(body, kind, etag=tag, last_modified=DATE)

    def give(self, body, kind="text/html", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Clients hang up on hostile answers."""


@contextmanager
def serving(pages=None, context=None):
    """Serve pages (bytes, (bytes, type), or a function of the handler) by path; gives `url`, `pages` and `asked`."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.pages, server.asked = pages if pages is not None else {}, []
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    scheme = "https" if context else "http"
    try:
        yield SimpleNamespace(
            url=f"{scheme}://127.0.0.1:{server.server_port}",
            port=server.server_port,
            pages=server.pages,
            asked=server.asked,
        )
    finally:
        server.shutdown()
        server.server_close()
