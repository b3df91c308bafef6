"""Outputs: for each a writer beside the reader of its claims; the halves share what they know of the format."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Claim

FORMATS = {
    "docx": ("briefgen.formats.docx", ".docx"),
    "md": ("briefgen.formats.md", ".md"),
    "json": ("briefgen.formats.brief_json", ".json"),
}
"""Each format's module and the suffix of its files; a module is loaded when it is first asked for."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output: `write(composition, look) -> bytes` and `read_claims(data) -> claims`."""

    name: str
    suffix: str
    module: ModuleType

    @property
    def write(self) -> Callable[[Composition, Look], bytes]:
        """The writer."""
        return self.module.write  # type: ignore[no-any-return]  # every module of FORMATS has it

    @property
    def read_claims(self) -> Callable[[bytes], tuple[Claim, ...]]:
        """The reader of what a finished file claims."""
        return self.module.read_claims  # type: ignore[no-any-return]  # every module of FORMATS has it


def format_named(name: str) -> Format:
    """Give the format of this name; UnknownKeyError lists the known ones."""
    if name not in FORMATS:
        raise UnknownKeyError("format", name, sorted(FORMATS))
    module, suffix = FORMATS[name]
    return Format(name, suffix, import_module(module))
