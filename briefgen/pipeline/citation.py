"""Citations of places in sources, outside of any brief."""

from collections.abc import Sequence
from pathlib import Path

from briefgen import cite
from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Run
from briefgen.model.place import Span
from briefgen.model.source import Passage, Source
from briefgen.passages import passages
from briefgen.pipeline.configs import load


def style_of(named: str) -> str | Path:
    """Give the style that somebody names: one of ours, a CSL file, or a config, whose own style is taken.

    Raises UnknownKeyError and ConfigError.
    """
    path = Path(named)
    if path.suffix == ".csl":
        return path
    if path.suffix in {".yaml", ".yml"}:
        return load(path).citations
    if named not in cite.STYLES:
        raise UnknownKeyError("citation style", named, sorted(cite.STYLES))
    return named


def citations(places: Sequence[tuple[Source, Span]], style: str | Path) -> tuple[tuple[Run, ...], ...]:
    """Cite each of these places, in their order: the first citation of a work is full, later ones are short.

    Where a style cites in the text, its entry for the list of sources, which there is none of here, follows the first.
    Raises BriefgenError.
    """
    uses = [_use(number, source, span) for number, (source, span) in enumerate(places, start=1)]
    made = cited(uses, style)
    entries = {key: (Run(" "), *runs) for key, runs in made.entries} if made.in_text else {}
    return tuple(
        (*citation.runs, *entries.pop(use.work_key, ())) for use, citation in zip(uses, made.citations, strict=True)
    )


def cited(uses: Sequence[cite.Use], style: str | Path) -> cite.Cited:
    """Cite these uses in a style of ours, or in that of a CSL file. Raises BriefgenError."""
    if isinstance(style, str):
        return cite.cite(uses, style)
    from briefgen import citeproc  # noqa: PLC0415 - only for a CSL file

    return citeproc.cite(uses, style)


def sentences(source: Source, span: Span) -> tuple[Passage, ...]:
    """Give the sentences of the body that a span touches."""
    return tuple(each for each in passages(source) if each.span.touches(span))


def _use(number: int, source: Source, span: Span) -> cite.Use:
    seen = source.appearance
    name = source.work.title or seen.name
    return cite.Use(number, str(number), source.document.id, source.work, _locator(source, span), name)


def _locator(source: Source, span: Span) -> str:
    """Say where in its work a span stands: the page, else the paragraph; empty outside of the body."""
    page = next((at for at, held in enumerate(source.appearance.pages, start=1) if held.contains(span)), None)
    if page:
        return f"p. {page}"
    touched = sentences(source, span)
    return paragraph(source, touched[0].paragraph) if touched else ""


def paragraph(source: Source, number: int) -> str:
    """Name a paragraph of a work; empty where the text has only one, as that of an export that lost its line breaks."""
    return f"para. {number}" if sum(block.is_body for block in source.blocks) > 1 else ""
