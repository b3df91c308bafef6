"""Citations in the style of a CSL file (Citation Style Language 1.0), by pandoc where that is installed."""

from collections.abc import Sequence
from pathlib import Path

from briefgen.cite import Cited, Use, references, warnings
from briefgen.citeproc import asking, reading
from briefgen.citeproc.pandoc import answer
from briefgen.citeproc.style import load_style
from briefgen.model.brief import Citation, Run

__all__ = ["cite"]


def cite(uses: Sequence[Use], style: Path) -> Cited:
    """Cite every use, and list every work, as the CSL file at `style` says.

    What a style has no list for, and what it leaves out of it, is listed by its first citation, or by its title.
    Raises StyleError where the file cannot be used or pandoc is not to be had.
    """
    csl = load_style(style)
    works = references(uses)
    if not works:
        return Cited((), (), ())
    ordered = sorted(uses, key=lambda use: use.number)
    cited = [use for use in ordered if use.number]
    keys = {key: f"w{at}" for at, key in enumerate(works)}
    notes, entries = reading.parts(answer(asking.document(cited, keys, ordered), csl.data, str(style)), str(style))
    if len(notes) != len(cited):
        raise reading.unread(str(style))
    firsts = {use.work_key: runs for use, runs in reversed([*zip(cited, notes, strict=True)])}
    listed = {key: entries.get(keys[key]) or firsts.get(key) or (Run(works[key].title),) for key in works}
    order = {key: at for at, key in enumerate(entries)}
    return Cited(
        citations=tuple(Citation(use.number, use.excerpt, runs) for use, runs in zip(cited, notes, strict=True)),
        entries=tuple((key, listed[key]) for key in sorted(works, key=lambda key: order.get(keys[key], len(order)))),
        warnings=warnings(ordered),
        in_text=csl.in_text,
    )
