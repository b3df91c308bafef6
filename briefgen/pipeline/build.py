"""`build`: sources to finished files, each proved before it is put in place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen import compose, looks, markup, proof
from briefgen.corpus import Corpus
from briefgen.errors import CorpusError, UnprovedError
from briefgen.formats import Format, format_named
from briefgen.ledger import open_ledger
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.claim import Finding, Kind
from briefgen.model.settings import Settings
from briefgen.model.tree import BlockQuote, Quoted, Tree, below
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.ingest import Intake
from briefgen.pipeline.outputs import Placed, place

OPENING = 40
"""So many characters say which quotation is meant."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the brief, where its files stand, how the reading went, and what a person should look at."""

    brief: Brief
    placed: tuple[Placed, ...]
    intake: Intake
    warnings: tuple[str, ...]


def build(settings: Settings, as_of: date, out: Path, progress: Callable[[int, int], None] | None = None) -> Built:
    """Build the brief of `settings` as of a day, into `out`/name/day.

    All files are written and proved in memory before the first is put in place, so a brief that does not prove leaves
    earlier output untouched. Raises BriefgenError.
    """
    with open_desk(settings, as_of, progress) as desk:
        brief, _, _ = draft(settings, as_of, desk)
        composition = _composed(brief, settings)
        look = Look(looks.reference(settings.root))
        formats = [format_named(name) for name in dict.fromkeys((*settings.formats, "json"))]
        folder = out / settings.name / as_of.isoformat()
        files = [(folder / _file_name(brief, form), form.write(composition, look), form) for form in formats]
        for path, data, form in files:
            _prove(path, data, form, brief, desk.corpus)
    with open_ledger(settings.root) as ledger:
        placed = tuple(place(path, data, ledger) for path, data, _ in files)
    return Built(brief, placed, desk.intake, (*desk.intake.warnings, *brief.warnings, *_unproved(composition.tree)))


def _unproved(tree: Tree) -> Iterator[str]:
    """Say of each block quotation without an excerpt that nothing proves it."""
    nodes = [each for block in tree.blocks for each in (block, *below(block))]
    for node in nodes:
        if isinstance(node, BlockQuote) and not any(isinstance(each, Quoted) for each in below(node)):
            yield "a block quotation that is no excerpt stands in the brief: it is the template's or the analyst's own"


def _composed(brief: Brief, settings: Settings) -> Composition:
    marked = compose.compose(brief, settings.template, looks.loader(settings.root))
    markdown, tree = markup.finish(marked)
    return Composition(markdown, tree, brief)


def _file_name(brief: Brief, form: Format) -> str:
    return "brief.json" if form.name == "json" else f"{brief.name}-{brief.as_of.isoformat()}{form.suffix}"


def _prove(path: Path, data: bytes, form: Format, brief: Brief, corpus: Corpus) -> None:
    """Read the file's claims back and prove them; UnprovedError if one quotation does not hold."""
    findings = proof.prove(form.read_claims(data), brief, lambda document: _text(corpus, document))
    faults = [finding for finding in findings if finding.kind is not Kind.EXACT]
    if faults:
        raise UnprovedError(str(path), [_said(each) for each in faults])


def _said(finding: Finding) -> str:
    claim = finding.claim
    return f"{finding.kind}: {claim.place or f'excerpt {claim.number}'} (“{claim.words[:OPENING].rstrip()}…”)"


def _text(corpus: Corpus, document: str) -> str | None:
    try:
        return corpus.document(document).text
    except CorpusError:
        return None
