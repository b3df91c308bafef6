"""Outputs: for each a writer beside the reader of its claims; the halves share what they know of the format."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Finished

FORMATS = {
    "docx": ("briefgen.formats.docx", ".docx"),
    "md": ("briefgen.formats.md", ".md"),
    "json": ("briefgen.formats.brief_json", ".json"),
}
"""Each format's module and the suffix of its files; a module is loaded when it is first asked for."""


_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", bytes.fromhex("d0cf11e0"))
"""How zip archives begin (APPNOTE.TXT, 4.3), and the older files that may hold an encrypted one."""
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:[\"}]|\Z)")
"""How a JSON object begins; braces may also begin what some programs put into Markdown."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output: `write(composition, look) -> bytes` and `read(data) -> Finished`."""

    name: str
    suffix: str
    module: ModuleType

    @property
    def write(self) -> Callable[[Composition, Look], bytes]:
        """The writer."""
        return self.module.write  # type: ignore[no-any-return]  # every module of FORMATS has it

    @property
    def read(self) -> Callable[[bytes], Finished]:
        """The reader of what a finished file claims."""
        return self.module.read  # type: ignore[no-any-return]  # every module of FORMATS has it


def format_named(name: str) -> Format:
    """Give the format of this name; UnknownKeyError lists the known ones."""
    if name not in FORMATS:
        raise UnknownKeyError("format", name, sorted(FORMATS))
    module, suffix = FORMATS[name]
    return Format(name, suffix, import_module(module))


def format_of(data: bytes) -> Format:
    """Give the format of a finished file by what it holds, whatever its name: what is neither is Markdown."""
    if data.startswith(_ARCHIVES):
        return format_named("docx")
    return format_named("json" if _OBJECT.match(data) else "md")
