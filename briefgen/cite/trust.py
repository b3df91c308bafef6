"""What a citation lacks, and what it says that may not be so: what was read from the text or a file's properties."""

from collections.abc import Callable, Collection, Iterator, Sequence

from briefgen.cite.reference import Reference
from briefgen.model.source import Basis, Work

MOST = 5
"""So many works are told of one by one; more are told of in one sentence."""

_LACKING: tuple[tuple[str, str, Callable[[Reference], bool]], ...] = (
    ("no title is known", "; it is cited by this name", lambda work: work.is_untitled),
    ("no date is known", "", lambda work: work.published is None),
    ("no author, agency or publisher is known", "", lambda work: work.is_anonymous),
)
_CITED = {"title": "title", "author": "author", "agency": "agency", "publisher": "publisher", "published": "date"}
_FROM = {Basis.TEXT: "the page’s text", Basis.PROPERTIES: "the file’s properties"}


def lacking(works: Collection[Reference]) -> tuple[str, ...]:
    """Say of each of these works which of a title, a date and somebody to whom it is owed are not known."""
    told: list[str] = []
    for lack, so, is_lacking in _LACKING:
        names = [work.shown for work in works if is_lacking(work)]
        if len(names) <= MOST:
            told += (f"{name}: {lack}{so}" for name in names)
        else:
            told.append(f"{lack} of {len(names)} works: {_first(names)}; write into sources.csv what you know")
    return tuple(told)


def weak(works: Collection[tuple[str, Work]]) -> tuple[str, ...]:
    """Say of each of these works, given with what to call it, which fields of its citation rest on a weak basis."""
    told = [(name, said) for name, work in works if (said := "; ".join(_told(work)))]
    if len(told) <= MOST:
        return tuple(f"{name}: {said}; correct what is wrong in sources.csv" for name, said in told)
    cited = f"{len(told)} quoted works are cited by what is read from the page’s text or the file’s properties"
    return (f"{cited}: {_first([name for name, _ in told])}; correct what is wrong in sources.csv",)


def _first(names: Sequence[str]) -> str:
    return f"{', '.join(names[:MOST])} and {len(names) - MOST} more"


def _told(work: Work) -> Iterator[str]:
    for basis, origin in _FROM.items():
        fields = [word for field, word in _CITED.items() if work.basis(field) is basis]
        if fields:
            named = " and ".join(filter(None, (", ".join(fields[:-1]), fields[-1])))
            yield f"its {named} {'is' if len(fields) == 1 else 'are'} read from {origin}"
