"""SMTP servers on this machine, as real as any: with TLS, with logins, and with whatever a bad one may do."""

import socket
import ssl
import threading
from contextlib import contextmanager

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from postbox import free_port

NAME = "mail.port.example"


class Handler:
    """Keeps what it is given; `rcpt` and `data` say what it answers, by recipient, in turn."""

    def __init__(self, rcpt=None, data=None):
        self.rcpt, self.data, self.taken = rcpt or {}, list(data or ()), []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        answer = self.rcpt.get(address, "250 yes")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - as above
        answer = self.data.pop(0) if self.data else "250 kept"
        if answer.startswith("250"):
            self.taken.append((tuple(envelope.rcpt_tos), envelope.content))
        return answer


class _Server(Controller):
    def __init__(self, handler, **options):
        self._options = options
        implicit = options.pop("implicit", None)
        super().__init__(handler, hostname="127.0.0.1", port=free_port(), ssl_context=implicit)

    def factory(self):
        return SMTP(self.handler, **self._options)


@contextmanager
def serving(handler, **options):
    """Serve with aiosmtpd; gives the port."""
    server = _Server(handler, **options)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextmanager
def talking(talk):
    """Serve by hand: each connection is given to `talk`, with its number; gives the port and the count."""
    listener = socket.create_server(("127.0.0.1", 0))
    seen = []

    def accept():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            seen.append(connection)
            threading.Thread(target=_talk, args=(talk, connection, len(seen)), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1], seen
    finally:
        listener.close()
        for connection in seen:
            connection.close()


def _talk(talk, connection, number):
    with connection.makefile("rwb", buffering=0) as wire:
        try:
            talk(wire, number)
        except (OSError, ValueError):
            pass
        else:
            connection.shutdown(socket.SHUT_RDWR)


def converse(wire, *, data):
    """Talk as servers do, until DATA; `data` is what is said there."""
    wire.write(b"220 here\r\n")
    for line in wire:
        if line.upper().startswith((b"EHLO", b"HELO")):
            wire.write(b"250 hello\r\n")
        elif line.upper().startswith(b"DATA"):
            wire.write(data)
            return
        else:
            wire.write(b"250 yes\r\n")


def certificates(folder, name=NAME):
    """Make an authority and a certificate for a name; gives the server's context and the authority's file."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    path = folder / f"{name}.pem"
    authority.cert_pem.write_to_path(path)
    return context, path


def login(password, said="535 no"):
    """Make the authenticator of a server that knows one password."""

    def check(server, session, envelope, mechanism, given):
        if given.password == password.encode():
            return AuthResult(success=True)
        return AuthResult(success=False, handled=False, message=said.replace("PASSWORD", given.password.decode()))

    return check
