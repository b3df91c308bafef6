"""What a style of citations is."""

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.cite import parts
from briefgen.cite.reference import Reference
from briefgen.model.brief import Run


@dataclass(frozen=True, slots=True)
class Style:
    """A style: a shortened note (given the short title), an entry of the list of sources, what entries sort by.

    `note` is the full note of a first citation. A style of citations in the text has none, and for it a `label`: two
    works of one label are told apart by letters.
    """

    short_note: Callable[[Reference, str, str], tuple[Run, ...]]
    entry: Callable[[Reference], tuple[Run, ...]]
    order: Callable[[Reference], tuple[str, ...]] = parts.order
    note: Callable[[Reference, str], tuple[Run, ...]] | None = None
    label: Callable[[Reference], str] | None = None
