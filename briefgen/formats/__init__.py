"""Outputs: for each a writer beside the reader of its claims; the halves share what they know of the format."""

import re
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from briefgen.errors import UnknownKeyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.brief import Composition, Look, Made
    from briefgen.model.claim import Finished

FORMATS = {
    "docx": ("briefgen.formats.docx", ".docx"),
    "md": ("briefgen.formats.md", ".md"),
    "html": ("briefgen.formats.html", ".html"),
    "pdf": ("briefgen.formats.pdf", ".pdf"),
    "json": ("briefgen.formats.brief_json", ".json"),
}
"""Each format's module and the suffix of its files; a module is loaded when it is first asked for."""


_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", bytes.fromhex("d0cf11e0"))
"""How zip archives begin (APPNOTE.TXT, 4.3), and the older files that may hold an encrypted one."""
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:[\"}]|\Z)")
"""How a JSON object begins; braces may also begin what some programs put into Markdown."""
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a page begins; in Markdown no tag of these stands at the top."""
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Format:
    """One output: `write(composition, look) -> bytes` and `read(data) -> Finished`."""

    name: str
    suffix: str
    module: ModuleType

    @property
    def write(self) -> "Callable[[Composition, Look], bytes]":
        """The writer."""
        return self.module.write  # type: ignore[no-any-return]  # every module of FORMATS has it

    def make(self, composition: "Composition", look: "Look") -> "Made":
        """Write a file, and say of it what its module has to say, where that has a `make` of its own."""
        from briefgen.model.brief import Made  # noqa: PLC0415 - who only names formats does without

        make: Callable[[Composition, Look], Made] | None = getattr(self.module, "make", None)
        return make(composition, look) if make else Made(self.write(composition, look))

    @property
    def read(self) -> "Callable[[bytes], Finished]":
        """The reader of what a finished file claims."""
        return self.module.read  # type: ignore[no-any-return]  # every module of FORMATS has it


def format_named(name: str) -> Format:
    """Give the format of this name; UnknownKeyError lists the known ones."""
    if name not in FORMATS:
        raise UnknownKeyError("format", name, sorted(FORMATS))
    module, suffix = FORMATS[name]
    return Format(name, suffix, import_module(module))


def format_of(data: bytes) -> Format:
    """Give the format of a finished file by what it holds, whatever its name; what is of no other is Markdown."""
    if data.startswith(_ARCHIVES):
        return format_named("docx")
    if _PDF.match(data):
        return format_named("pdf")
    if _HTML.match(_narrow(data[:40_000])):
        return format_named("html")
    return format_named("json" if _OBJECT.match(data) else "md")


def _narrow(data: bytes) -> bytes:
    """Give what is in UTF-16, by its byte order mark, as UTF-8."""
    encoding = _WIDE.get(data[:2])
    return data[2:].decode(encoding, "replace").encode() if encoding else data
