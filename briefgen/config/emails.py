"""What a config says of mail: from whom, to whom, and by which server."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefgen import mail
from briefgen.config.kinds import Kind, Schema, choice, many, whole, written
from briefgen.config.known import Known
from briefgen.config.mapping import Key, Rule, mapping
from briefgen.config.reading import Node, Surroundings, Wrong, short
from briefgen.config.values import EXACT, FILE, INSIDE, LINE
from briefgen.config.yaml12 import LIMIT
from briefgen.errors import AddressError, Mistake
from briefgen.model.delivering import Email, Mailbox, Server, once

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-f:]{2,45}", re.ASCII)
_LIST_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?", re.ASCII)
_SERVER = ("host", "port", "security", "user", "password_file", "ca_file")
_LINK = re.compile(r"[!#-;=?-~]{1,500}")
"""What may stand between < and > in a line of a header, which has 998 characters (RFC 5322, section 2.1.1)."""
_TO = ("to", "cc", "bcc")


def _mailbox(text: str, _: Surroundings) -> Mailbox:
    try:
        return mail.mailbox(text)
    except AddressError as error:
        raise Wrong(error.wrong, error.right, error.column) from None


_MAILBOX = written(_mailbox)


def _recipients(node: Node) -> tuple[Mailbox | None, ...]:
    """Read one item: an address, or the file of many, which is named by anything without an @."""
    if not isinstance(node.value, str) or "@" in node.value:
        return (_MAILBOX.read(node),)
    path = FILE.read(node)
    if path is not None:
        return _listed(node, path)
    wanted = "write an address, or the name of a file of addresses, from the config's folder"
    node.mistakes[-1] = replace(node.mistakes[-1], right=wanted)
    return ()


def _listed(node: Node, path: Path) -> tuple[Mailbox, ...]:
    """Read a file of addresses, one a line; its mistakes are told with the config's own."""
    shown = str(node.around.folder / str(node.value))
    found = []
    for number, line in enumerate(_lines(node, path), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(mail.mailbox(line))
        except AddressError as error:
            node.mistakes.append(Mistake(shown, number, error.column, error.wrong, error.right))
    return tuple(found)


def _lines(node: Node, path: Path) -> list[str]:
    try:
        data = path.read_bytes()
        if len(data) <= LIMIT:
            return data.decode("utf-8-sig").splitlines()
        node.fail(f"{path.name} has {len(data):,} bytes", f"at most {LIMIT:,} are read")
    except UnicodeDecodeError:
        node.fail(f"{path.name} is not in UTF-8", "save it as UTF-8, one address a line")
    except OSError as error:
        node.fail(f"{path.name} cannot be read: {error.strerror}", "check its permissions")
    return []


def _everybody(node: Node) -> tuple[Mailbox, ...]:
    """Read all items, and give each address once."""
    items = [node.child(i) for i in range(len(node.value))] if isinstance(node.value, list) else [node]
    return once(each for item in items for each in _recipients(item) if each)


def _everybody_schema(known: Known) -> Schema:
    return many(_MAILBOX).schema(known)


def _host(text: str, _: Surroundings) -> str:
    if not _HOST.fullmatch(text.strip()):
        raise Wrong(f"{short(text, 60)} is not the name of a host", "write mail.port.example, and port: beside it")
    return text.strip()


def _list_id(text: str, _: Surroundings) -> str:
    # RFC 2919, section 2: a dot-atom of a domain that one has a right to.
    if not _LIST_ID.fullmatch(text) or "." not in text:
        raise Wrong(f"{short(text, 60)} is not the identifier of a list", "write weekly-brief.port.example")
    return text


def _unsubscribe(text: str, _: Surroundings) -> str:
    # RFC 2369, section 2: addresses stand between < and >, so neither may be in one.
    parts = urlsplit(text)
    is_whole = "@" in parts.path if parts.scheme == "mailto" else parts.scheme == "https" and parts.netloc
    if not is_whole or not _LINK.fullmatch(text):
        right = "write mailto:leave@port.example or https://port.example/leave"
        raise Wrong(f"{short(text, 60)} is no address to unsubscribe at", right)
    return text


def _check(node: Node) -> None:
    """Note mail that goes to nobody, and a connection that must be and is not safe."""
    if not any(node.has(key) for key in _TO):
        node.fail("this email goes to nobody", "add to:, cc: or bcc:")
    for key in _SERVER[1:]:
        if node.has(key) and not node.has("host"):
            node.fail_key(key, f"{key} goes with host", "add host:, or leave it out and set BRIEFGEN_SMTP_URL")
    host = node.value.get("host")
    if node.value.get("security") == "none" and isinstance(host, str) and not mail.is_loopback(host):
        right = "write starttls or tls; only a server on this machine is spoken to in the open"
        node.fail_key("security", f"security cannot be none for {short(host, 60)}", right)


def _email(subject: str = "", **given: Any) -> Email:  # noqa: ANN401 - the keys that an Email has under the same name
    server = {key: given.pop(key) for key in _SERVER if key in given}
    if server and mail.is_loopback(server["host"]):
        server.setdefault("security", "none")
    if server.get("security") == "tls":
        server.setdefault("port", 465)  # RFC 8314, section 3.3
    if subject:
        given["subject"] = subject
    return Email(sender=given.pop("from"), server=Server(**server) if server else None, **given)


_EVERYBODY = Kind(_everybody, _everybody_schema)

EMAIL = mapping(
    "How the brief is mailed: from whom, to whom, what the mail says, and by which server.",
    (
        Key("from", _MAILBOX, "From whom: an address, or a name and an address.",
            ("The Desk <desk@port.example>",), required=True),
        Key("to", _EVERYBODY, "To whom: addresses, or files of addresses, one a line, relative to the config.",
            (["Ada Quill <ada@port.example>", "readers.txt"],)),
        Key("cc", _EVERYBODY, "Who gets a copy; written as `to` is.", ("harbour@port.example",)),
        Key("bcc", _EVERYBODY, "Who gets a copy that no other sees; written as `to` is.", ("readers.txt",)),
        Key("reply_to", many(_MAILBOX), "Where answers go. Without this key: to `from`.", ("editor@port.example",)),
        Key("subject", EXACT, "The subject: the text of a template, which knows what every template does.",
            ("{{ brief.title }}, {{ brief.as_of|longdate }}",)),
        Key("body", choice(lambda known: known.templates), "What the mail says: the name of a template.", ("mail",)),
        Key("attach", many(choice(lambda known: known.formats), 1), "The files that go with it, by format.",
            ("docx", ["docx", "md"])),
        Key("list_id", written(_list_id), "The identifier of the list (RFC 2919), for readers' filters.",
            ("weekly-brief.port.example",)),
        Key("unsubscribe", many(written(_unsubscribe)), "Addresses (mailto: or https:) at which a reader can leave.",
            (["mailto:leave@port.example", "https://port.example/leave"],)),
        Key("largest_mb", whole(1, 150), "The most megabytes that a mail may have; a larger one is not sent.", (25,)),
        Key("host", written(_host), "The SMTP server. Without this key: BRIEFGEN_SMTP_URL says it.",
            ("mail.port.example",)),
        Key("port", whole(1, 65535), "Its port. Without this key: 587, or 465 with `security: tls`.", (587,)),
        Key("security", choice(lambda _: ("starttls", "tls", "none")),
            "How the connection is made safe: STARTTLS, or TLS from its beginning. `none`, which is what is meant "
            "without this key for a server on this machine, is for that alone.",
            ("tls",)),
        Key("user", LINE, "The name to log in with. Without this key nobody logs in.", ("desk",)),
        Key("password_file", INSIDE, "A file whose first line is the password, relative to the config. Without this "
            "key: BRIEFGEN_SMTP_PASSWORD, or the keyring of the system.",
            ("/run/secrets/smtp",)),
        Key("ca_file", FILE, "Certificates (PEM) to trust in place of the system's, for a server of this house.",
            ("house-ca.pem",)),
    ),
    _email,
    Rule(_check, {"anyOf": [{"required": [key]} for key in _TO]}),
)  # fmt: skip
