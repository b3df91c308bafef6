"""What a citation says that may not be so: fields that were read from the text or from a file's properties."""

from collections.abc import Collection, Iterator

from briefgen.model.source import Basis, Work

MOST = 5
"""So many works are told of one by one; more are told of in one sentence."""

_CITED = {"title": "title", "author": "author", "agency": "agency", "publisher": "publisher", "published": "date"}
_FROM = {Basis.TEXT: "the page’s text", Basis.PROPERTIES: "the file’s properties"}


def weak(works: Collection[tuple[str, Work]]) -> tuple[str, ...]:
    """Say of each of these works, given with what to call it, which fields of its citation rest on a weak basis."""
    told = [(name, said) for name, work in works if (said := "; ".join(_told(work)))]
    if len(told) <= MOST:
        return tuple(f"{name}: {said}; correct what is wrong in sources.csv" for name, said in told)
    first = ", ".join(name for name, _ in told[:MOST])
    cited = f"{len(told)} quoted works are cited by what is read from the page’s text or the file’s properties"
    return (f"{cited}: {first} and {len(told) - MOST} more; correct what is wrong in sources.csv",)


def _told(work: Work) -> Iterator[str]:
    for basis, origin in _FROM.items():
        fields = [word for field, word in _CITED.items() if work.basis(field) is basis]
        if fields:
            named = " and ".join(filter(None, (", ".join(fields[:-1]), fields[-1])))
            yield f"its {named} {'is' if len(fields) == 1 else 'are'} read from {origin}"
