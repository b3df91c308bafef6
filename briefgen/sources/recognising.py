"""What a file is: by its first bytes, then by its shape, then by its name. Lying names are normal."""

import re
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from briefgen.errors import UnreadableError


class Kind(StrEnum):
    """What a file is. Its value is how people call it."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "a web page"
    PDF = "a PDF"
    WORD = "a Word file"
    ZIP = "a ZIP archive"
    TAR = "a tar archive"
    GZIP = "a gzip file"
    XZ = "an xz file"
    BZIP2 = "a bzip2 file"
    FEED = "a feed"
    JSON_FEED = "a JSON feed"
    MAIL = "a mail"
    MBOX = "a mailbox"
    LINES = "JSON Lines"
    JSON = "JSON"
    CSV = "a table"
    CSL = "a CSL-JSON library"
    RIS = "a RIS library"
    BIBTEX = "a BibTeX library"
    ENTRY = "an entry of a feed"
    ROW = "a row of an export"


PACKED = frozenset({Kind.GZIP, Kind.XZ, Kind.BZIP2})
LIBRARIES = frozenset({Kind.CSL, Kind.RIS, Kind.BIBTEX})

TEXTS = {".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN}
"""Names of what looks like nothing else; any other such file is not read."""

_BY_NAME = {
    **TEXTS,
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".rdf": Kind.FEED,
    ".eml": Kind.MAIL,
    ".mbox": Kind.MBOX,
    ".mbx": Kind.MBOX,
    ".json": Kind.JSON,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".ris": Kind.RIS,
    ".bib": Kind.BIBTEX,
    ".bibtex": Kind.BIBTEX,
    ".tar": Kind.TAR,
}
_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"\xfd7zXZ\x00", Kind.XZ),
    (b"BZh", Kind.BZIP2),
)
_HEAD = 4_096
"""So many bytes show the shape of a text."""
_PDF_HEAD = 1_024
"""A PDF may begin so late (bytes; PDF 1.7, appendix H, note 13)."""
_LATE_PDF = re.compile(rb"(?:^|\r)%PDF-\d\.\d\s(?s:.{0,200}?)\b\d+\s+\d+\s+obj\b", re.MULTILINE)

_BEFORE = rb"(?><\?[^>]{0,500}>|<!--(?:(?!-->).)*+-->|<!doctype\s+(?!html)[^>]{0,500}>|\s+)*+"
_FEED = re.compile(_BEFORE + rb"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<(?:p|div|a|br|h[1-6]|span|table|article|section|body|html)\b[^<>]{0,500}>", re.IGNORECASE)
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_ENVELOPE = re.compile(rb"From [^\s]{1,200}[^\n]{0,100}\d{4}\r?\n")
_CARRIED = frozenset({b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"dkim-signature"})
"""Headers that only a mail has."""
_WRITTEN = frozenset({b"from", b"to", b"date", b"subject", b"cc", b"reply-to", b"sender", b"content-type"})
_RIS = re.compile(rb"\s*TY  ?- ?[A-Z]{2,8}\s*\r?\n")
_BIBTEX = re.compile(rb"(?:%[^\n]*\n|\s)*@[A-Za-z]{3,20}\s*[{(]")
_OBJECT = re.compile(rb"\s*(?:\{|\[\s*[\]{])")
_LINE = re.compile(rb"\{[^\n]*\}[ \t\r]*\n\s*\{")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_CSL = re.compile(
    rb'"type"\s*:\s*"(?:article|book|chapter|document|entry|interview|legislation|manuscript|paper|personal'
    rb"|post|report|speech|thesis|webpage|broadcast|bill|treaty|legal|motion|graphic|software|dataset)"
)
_CSL_HAS = re.compile(rb'"(?:title|issued|container-title|citation-key)"\s*:')


def recognise(data: bytes, name: str) -> Kind:
    """Say what `data` is; `name` decides only where the bytes leave it open.

    Raises UnreadableError for an Office file that is no Word file, and for what looks like nothing and has a name that
    is not one of a text.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _archive(data, name) if kind is Kind.ZIP else kind
    if data[257:262] == b"ustar":
        return Kind.TAR
    return _shape(head) or (Kind.PDF if _LATE_PDF.search(head[:_PDF_HEAD]) else _named(data, name))


def is_text(data: bytes, name: str) -> bool:
    """Say whether `data` is plain text or Markdown."""
    try:
        return recognise(data, name) in TEXTS.values()
    except UnreadableError:
        return False


def _archive(data: bytes, name: str) -> Kind:
    """Tell a Word file from other archives, by what it holds."""
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415 - few sources are archives

    try:
        with ZipFile(BytesIO(data)) as archive:
            held = set(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return Kind.WORD if PurePath(name).suffix.lower() == ".docx" else Kind.ZIP
    if "[Content_Types].xml" not in held:
        if "content.xml" in held and "mimetype" in held:
            raise UnreadableError(name, "is an OpenDocument file; save it as .docx or PDF")
        return Kind.ZIP
    if any(each.startswith("word/") for each in held) or PurePath(name).suffix.lower() == ".docx":
        return Kind.WORD
    raise UnreadableError(name, "is an Office file that is no text (a spreadsheet or slides); save it as .docx or PDF")


def _shape(head: bytes) -> Kind | None:
    """Say what begins like `head`; None where it could be anything."""
    if head.lstrip().startswith(b"<"):
        if _FEED.match(head):
            return Kind.FEED
        return Kind.HTML if _PAGE.match(head) else None
    if _ENVELOPE.match(head):
        return Kind.MBOX
    if _is_mail(head):
        return Kind.MAIL
    if _RIS.match(head):
        return Kind.RIS
    return _json(head) if _OBJECT.match(head) else None


def _json(head: bytes) -> Kind | None:
    if _JSON_FEED.search(head):
        return Kind.JSON_FEED
    if _CSL.search(head) and _CSL_HAS.search(head):
        return Kind.CSL
    return Kind.LINES if _LINE.match(head.lstrip()) else None


def _is_mail(head: bytes) -> bool:
    """Say whether `head` begins with the headers of a mail: two that only mails have, or one with two others."""
    fields, at = set(), 0
    while match := _FIELD.match(head, at):
        fields.add(match[1].lower())
        at = match.end()
    carried = len(fields & _CARRIED)
    return carried + len(fields & _WRITTEN) >= 3 and carried >= 1


def _named(data: bytes, name: str) -> Kind:
    """Say what `data` is by its name, where its shape allows that."""
    suffix = PurePath(name).suffix.lower()
    kind = _BY_NAME.get(suffix)
    head = data[:_HEAD]
    if kind is Kind.BIBTEX and not _BIBTEX.match(head):
        kind = None
    if kind is None and _BIBTEX.match(head) and b"title" in head.lower():
        return Kind.BIBTEX
    if kind is None and len(_TAG.findall(head)) >= 3 and head.lstrip().startswith(b"<"):
        return Kind.HTML
    if kind is None:
        from briefgen.sources.decoding import decode  # noqa: PLC0415 - nothing is read where nothing has changed

        decode(data, name)
        raise UnreadableError(name, f"no reader knows such names; known for plain text: {', '.join(TEXTS)}")
    return kind
