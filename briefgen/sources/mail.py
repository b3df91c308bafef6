"""Mail (RFC 5322, MIME) and mailboxes: a message is its best part, its attachments are sources of their own."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from briefgen.errors import UnreadableError
from briefgen.model.place import Span
from briefgen.model.source import Basis, Block, Published, Role
from briefgen.sources import fields
from briefgen.sources.members import Member
from briefgen.sources.reading import Reading
from briefgen.sources.recognising import Kind
from briefgen.text import canonicalise, display

_POLICY = policy.EmailPolicy(refold_source="none", max_line_length=None)
_BAD_HEADER = (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError)
"""What the library raises of headers that are none."""
_DEEPEST, _PARTS = 30, 1_000
"""Parts in one another, and parts, of a message that is read."""
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n)|(?<=\n\r\n))From [^\n]*\n")
_ASIDE = re.compile(r"^>.*(?:\n>.*)*|^(?:-- |_{10,})\n(?s:.*)|^-{3,} ?(?:Original Message|Forwarded).*", re.MULTILINE)
"""What another wrote before, and a signature (RFC 3676, section 4.3)."""


def read(data: bytes, name: str) -> Reading:
    """Read the best part of a message, with its sender, date and list. Raises UnreadableError."""
    message = _message(data, name)
    values = {
        "title": _header(message, "Subject"),
        "author": _sender(message),
        "publisher": _list(message),
        "published": _date(message),
    }
    work = fields.work({field: value for field, value in values.items() if value}, Basis.HEADERS)
    part = _best(message)
    if part is None:
        raise UnreadableError(name, "is a mail without a text")
    if part.get_content_type() == "text/html":
        reading = _page(_bytes(part), part.get_content_charset("utf-8"), name)
        return Reading(reading.text, reading.hints, fields.merge(work, reading.work), reading.warnings)
    text = canonicalise(_words(part, name)).strip("\n")
    if not text.strip():
        raise UnreadableError(name, "is a mail without words")
    hints = tuple(Block(Span(*found.span()), Role.BOILERPLATE) for found in _ASIDE.finditer(text) if found[0].strip())
    return Reading(text, hints, work)


def attachments(data: bytes, name: str) -> Iterator[Member]:
    """Give what is attached to a message, mails too; pictures and sounds are left out. Raises UnreadableError."""
    message = _message(data, name)
    best = _best(message)
    for number, part in enumerate(_parts(message), start=1):
        if part.get_content_type() == "message/rfc822":
            for inner in _inner(part)[:1]:
                yield Member(_file(part, f"part-{number}.eml"), inner.as_bytes(), Kind.MAIL)
        elif part is not best and _is_attached(part):
            yield Member(_file(part, f"part-{number}.txt"), _bytes(part))


def mails(data: bytes, name: str) -> Iterator[Member]:
    """Give the messages in a mailbox (RFC 4155), named by their number from 1. Raises UnreadableError."""
    starts = [*_FROM.finditer(data)]
    if not starts:
        raise UnreadableError(name, "is no mailbox: no line in it begins a message")
    ends = [each.start() for each in starts[1:]] + [len(data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        yield Member(str(number), data[start.end() : end], Kind.MAIL)


def _message(data: bytes, name: str) -> Message:
    if len(_BOUNDARY.findall(data)) > _PARTS:
        raise UnreadableError(name, "is a mail of more parts than any has")
    try:
        return BytesParser(EmailMessage, policy=_POLICY).parsebytes(data)
    except _BAD_HEADER as error:
        raise UnreadableError(name, f"is a mail that cannot be read ({type(error).__name__})") from error


def _parts(message: Message) -> Iterator[Message]:
    """Give the parts of a message in order, itself first, those of mails within it left out."""
    ahead = [(message, 0)]
    while ahead:
        part, depth = ahead.pop()
        yield part
        if part.get_content_type() != "message/rfc822" and depth < _DEEPEST:
            ahead += [(each, depth + 1) for each in reversed(_inner(part))]


def _inner(part: Message) -> list[Message]:
    """Give what a part is made of; nothing where it has a content."""
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _best(message: Message) -> Message | None:
    """Give the part to read: plain text if there are words in it, else HTML, else none; attachments are neither."""
    texts = [each for each in _parts(message) if each.get_content_disposition() != "attachment"]
    for kind in ("text/plain", "text/html"):
        found = (each for each in texts if each.get_content_type() == kind and not each.is_multipart())
        if worded := [each for each in found if _bytes(each).strip()]:
            return worded[0]
    return None


def _is_attached(part: Message) -> bool:
    if part.is_multipart() or part.get_content_maintype() in {"image", "audio", "video"}:
        return False
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _file(part: Message, otherwise: str) -> str:
    try:
        return part.get_filename() or otherwise
    except _BAD_HEADER:
        return otherwise


def _bytes(part: Message) -> bytes:
    """Give the content of a part without its transfer encoding."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(part: Message, name: str) -> str:
    """Give the text of a part in the encoding that it says, if it is in that; else it is told by the bytes."""
    from briefgen.sources.decoding import decode  # noqa: PLC0415 - nothing is read where nothing has changed

    content = _bytes(part)
    try:
        words = content.decode(part.get_content_charset("us-ascii"))
    except (LookupError, ValueError):
        return decode(content, name).text
    if part.get_param("format") == "flowed":
        return _unflowed(words, delsp=part.get_param("delsp") == "yes")
    return words


def _unflowed(words: str, *, delsp: bool) -> str:
    """Join lines that were broken for the journey (RFC 3676, section 4.1)."""
    lines = []
    for line in canonicalise(words).split("\n"):
        soft = line.endswith(" ") and line != "-- " and not line.startswith(">")
        lines.append(line[: -1 if soft and delsp else None] + ("" if soft else "\n"))
    return "".join(lines)


def _page(content: bytes, charset: str, name: str) -> Reading:
    """Read the HTML of a message. Its charset stands in the headers, where a web page's reader does not look."""
    from briefgen.sources import fragment, html  # noqa: PLC0415 - most mails have a plain text

    with suppress(LookupError, ValueError):
        content = content.decode(charset).encode("utf-8")
    try:
        return html.read(content, name)
    except UnreadableError:
        text, hints = fragment.read(content.decode("utf-8", "replace"))
        if not text:
            raise
        return Reading(text, hints)


def _header(message: Message, name: str) -> str:
    """Give the words of a header, decoded; none where there are none that can be."""
    try:
        return display(str(message.get(name, "")))
    except _BAD_HEADER:
        return ""


def _sender(message: Message) -> str:
    """Give the names in From, or the address where there is no name."""
    found = getaddresses([_header(message, "From")])
    return "; ".join(name.strip("'\" ") or address for name, address in found if name or address)


def _list(message: Message) -> str:
    """Give the name of the list a message came by: the words of List-Id (RFC 2919), or its address."""
    words, _, address = _header(message, "List-Id").partition("<")
    return words.strip(' "') or address.strip(" >")


def _date(message: Message) -> Published | None:
    try:
        return Published(parsedate_to_datetime(_header(message, "Date")).isoformat(timespec="minutes"))
    except _BAD_HEADER:
        return None
