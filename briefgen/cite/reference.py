"""A work as a citation sees it: its fields in one line each, its authors' names read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.cite import names
from briefgen.model.source import KINDS, Published, Work
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited. `is_untitled` says that `title` is only the name that its source was given.

    `kind` is one of `model.source.KINDS`. `letter` tells works apart that a citation in the text would not (2026a).
    """

    title: str
    is_untitled: bool
    authors: tuple[names.Name, ...]
    agency: str
    publisher: str
    published: Published | None
    url: str
    original: str
    retells: str
    kind: str
    letter: str = ""

    @property
    def is_article(self) -> bool:
        """Whether it stood in a periodical."""
        return self.kind == "article"

    @property
    def is_retold(self) -> bool:
        """Whether it re-tells another."""
        return bool(self.original or self.retells)

    def called(self, title: str) -> "Reference":
        """Give the same with another title, such as its short one."""
        return replace(self, title=title)

    @property
    def shown(self) -> str:
        """What a warning calls it: its title in quotation marks, or the name that its source was given."""
        return self.title if self.is_untitled else f"“{self.title}”"

    @property
    def short_names(self) -> str:
        """Whom the short form names: the authors, or the agency in their place, or nobody."""
        return names.short(self.authors) or self.agency

    @property
    def is_anonymous(self) -> bool:
        """Whether neither an author nor an agency nor a publisher is named."""
        return not (self.authors or self.agency or self.publisher)


def reference(work: Work, name: str) -> Reference:
    """Read a work; `name` is what its source is called, for a work without a title."""
    title = display(work.title)
    read = (names.name(display(author)) for author in work.authors)
    authors = tuple(each for each in read if any(map(str.isalnum, each.straight)))
    agency, publisher = display(work.agency), display(work.publisher)
    # One body may be named twice, as author and publisher of its own site or as agency and publisher.
    if authors and _same(agency, [authors[0].straight]):
        agency = ""
    if _same(publisher, [*(each.straight for each in authors), agency]):
        publisher = ""
    return Reference(
        title=title or display(name) or "untitled document",
        is_untitled=not title,
        authors=authors,
        agency=agency,
        publisher=publisher,
        published=work.published,
        url=display(work.url),
        original=display(work.original),
        retells=display(work.retells),
        kind=work.kind if work.kind in KINDS else _kind(publisher),
    )


def _kind(publisher: str) -> str:
    """Say what a work is that nothing says: an article if a periodical seems to have published it, else a page.

    Offices and institutes that publish on a site of their own are no periodicals (Chicago 17, 14.206).
    """
    return "article" if publisher and not names.is_office(publisher) else "page"


def _same(text: str, others: Sequence[str]) -> bool:
    return _bare(text) in map(_bare, others)


def _bare(text: str) -> str:
    return text.casefold().removeprefix("the ")
