"""What a person should know of a reference document before a brief is made in it."""

from dataclasses import dataclass

from briefgen.formats.docx.names import STYLES
from briefgen.formats.docx.package import Package
from briefgen.formats.docx.styles import USED, Styles
from briefgen.model.brief import Look


@dataclass(frozen=True, slots=True)
class Examined:
    """What a reference document lacks: the `missing` styles, which are added from the built-in one.

    `has_marker` says whether it says where the brief goes in; else that is behind its own text.
    """

    missing: tuple[str, ...]
    has_marker: bool


def examine(look: Look) -> Examined:
    """Look at a reference document. Raises UnreadableError for what `write` would refuse, but for unknown names."""
    package = Package(look.reference, is_house=look.is_house)
    styles = Styles(package.root(STYLES, "/word/styles.xml", "styles"), dict(look.styles))
    missing = tuple(name for name in USED if not styles.has(name))
    return Examined(missing, package.has_marker)
