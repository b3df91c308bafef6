"""`build`: sources to finished files, each proved before it is put in place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path, PurePosixPath

from briefgen import compose, looks, markup, proof, record
from briefgen.cite import EXPORTS, export
from briefgen.errors import NoChangesError, UnprovedError
from briefgen.formats import Format, docx, format_named
from briefgen.ledger import open_ledger
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.claim import Finding, Finished, Kind
from briefgen.model.record import Record
from briefgen.model.settings import Settings
from briefgen.pipeline.changes import Changes, since_last
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.earlier import WORD
from briefgen.pipeline.intake import Intake
from briefgen.pipeline.outputs import Placed, place
from briefgen.pipeline.rehearsal import lacking
from briefgen.pipeline.witness import Witness

_BREAKING = frozenset({Kind.ALTERED, Kind.MOVED, Kind.MISSING, Kind.UNPROVEN})
CHANGES = ".changes.docx"
"""How the name of the file ends that shows what changed since the last edition."""
OPENING = 40
"""So many characters say which quotation is meant."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a brief: where it was put, the name of its format, and its bytes."""

    placed: Placed
    format: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the brief and its files, how the reading went, and what a person should look at besides.

    `record` is the digest of the brief's public record, `arrived` the corpus's mark of what had arrived. `changes` is
    where the file stands that shows what changed since the edition `since`, the last one, where one was made. It is
    none of the `files`: it is neither approved nor sent.
    """

    brief: Brief
    files: tuple[File, ...]
    record: str
    arrived: str
    intake: Intake
    warnings: tuple[str, ...]
    changes: Placed | None = None
    since: str = ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """What a person should look at, of the reading too."""
        return (*self.intake.warnings, *self.warnings)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Where its files stand, that of the changes last."""
        return (*(file.placed for file in self.files), *([self.changes] if self.changes else ()))


def build(
    settings: Settings,
    as_of: date,
    out: Path,
    progress: Callable[[int, int], None] | None = None,
    through: date | None = None,
) -> Built:
    """Build the brief of `settings` as of a day, into `out`/name/day.

    Editions up to those of the day `through` are earlier; without it, up to the day before `as_of`, so that what was
    built on a day can be built again.

    All files are written and proved in memory before the first is put in place, so a brief that does not prove leaves
    earlier output untouched. Raises BriefgenError.
    """
    through = through or as_of - timedelta(days=1)
    with open_desk(settings, as_of, progress) as desk:
        arrived = desk.corpus.mark()
        brief, _, _ = draft(settings, as_of, desk, through)
        composition = composed(brief, settings)
        look = looks.look(settings)
        wanted = dict.fromkeys((*settings.formats, "json"))
        formats = [format_named(name) for name in wanted if name not in EXPORTS]
        folder = out / settings.name / as_of.isoformat()
        made = [(folder / _file_name(brief, form), form.make(composition, look), form) for form in formats]
        files = [(path, each.data, form) for path, each, form in made]
        exports = [
            (folder / _name(brief, EXPORTS[name]), _export(brief, name), name) for name in wanted if name in EXPORTS
        ]
        public = record.public(composition)
        recorded = record.recorded(public)
        witness = Witness(desk.corpus)
        prove = partial(_prove, recorded=recorded, witness=witness)
        doubts = [doubt for path, data, form in files for doubt in prove(path, form.read(data))]
        word = next((data for _, data, form in files if form.name == WORD), None)
        beside = folder / _name(brief, CHANGES)
        changes, why = _changes(beside, settings, through, word, prove)
    digest = record.digest(public)
    with open_ledger(settings.root) as ledger:
        ledger.keep(public, digest, (excerpt.id for excerpt in brief.excerpts))
        written = [*((path, data, form.name) for path, data, form in files), *exports]
        placed = tuple(File(place(path, data, ledger), name, data) for path, data, name in written)
        aside = place(beside, changes.data, ledger) if changes else None
    warned = (*brief.warnings, *_missing_styles(settings, look))
    warned += (*(warning for _, each, _ in made for warning in each.warnings), *dict.fromkeys(doubts), *why)
    return Built(brief, placed, digest, arrived, desk.intake, warned, aside, changes.since if changes else "")


def _changes(
    path: Path, settings: Settings, through: date, word: bytes | None, prove: Callable[[Path, Finished], object]
) -> tuple[Changes | None, tuple[str, ...]]:
    """Give the file of changes, proved, or why there is none: for want of it no brief is kept from its readers."""
    if not settings.output.changes:
        return None, ()
    try:
        changes = since_last(settings, through, word)
        prove(path, docx.read(changes.data))
    except (NoChangesError, UnprovedError) as error:
        return None, (str(error),)
    return changes, ()


def _missing_styles(settings: Settings, look: Look) -> Iterator[str]:
    """Say which styles the house's own document lacks."""
    if settings.output.reference and "docx" in settings.formats:
        yield from lacking(docx.examine(look).missing, settings.output.reference.name)


def composed(brief: Brief, settings: Settings) -> Composition:
    """Give what every writer gets of a brief, by the template of `settings`. Raises TemplateError."""
    marked = compose.compose(brief, settings.template, looks.loader(settings.root))
    markdown, tree = markup.finish(marked)
    return Composition(markdown, tree, brief, is_scrubbed=settings.output.scrub)


def _file_name(brief: Brief, form: Format) -> str:
    return "brief.json" if form.name == "json" else _name(brief, form.suffix)


def _name(brief: Brief, suffix: str) -> str:
    return f"{brief.name}-{brief.as_of.isoformat()}{suffix}"


def _export(brief: Brief, form: str) -> bytes:
    """Give the works of the table of sources for a library of references; they quote nothing that could be proved."""
    works = [(PurePosixPath(row.appearance.path).name, row.appearance.work) for row in brief.sources]
    return export(works, form, brief.name)


def _prove(path: Path, finished: Finished, recorded: Record, witness: Witness) -> Iterator[str]:
    """Prove what a file says, read back; UnprovedError if one of the brief's own quotations does not hold.

    What else it quotes are the template's or the analyst's own words: of those, doubts are told.
    """
    faults = proof.prove(finished, recorded.excerpts, witness).faults
    broken = [finding for finding in faults if finding.is_own and finding.kind in _BREAKING]
    if broken:
        raise UnprovedError(str(path), [_said(each) for each in broken])
    return (f"{_opening(finding)}: {finding.kind}; {finding.detail}" for finding in faults)


def _said(finding: Finding) -> str:
    claim = finding.claim
    return f"{finding.kind}: {claim.place or f'excerpt {claim.number}'} ({_opening(finding)})"


def _opening(finding: Finding) -> str:
    return f"“{finding.claim.words[:OPENING].rstrip()}…”"
