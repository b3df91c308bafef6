"""`pull`: what a person wrote into a finished Word file, brought back to where the next build finds it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen import looks, markup, record
from briefgen.compose import prose
from briefgen.config import prosefile
from briefgen.edited import Changes, Slot, changes, shown
from briefgen.errors import OutputError, RecordError, UnreadableError
from briefgen.formats import format_of
from briefgen.ledger import open_ledger
from briefgen.model.brief import Brief
from briefgen.model.outline import Outline, Told, blocks, paragraphs
from briefgen.model.record import Record
from briefgen.model.settings import Picked, Settings
from briefgen.model.tree import NoteRef, Tree, below
from briefgen.pipeline.bench import project_of
from briefgen.pipeline.build import composed
from briefgen.pipeline.configs import configs_in
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.intake import Intake
from briefgen.pipeline.outputs import Placed, place
from briefgen.pipeline.repicking import repick
from briefgen.text import display

_SUMMARY = "#summary"
"""The key of the summary among those of topics, which are slugs."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A person's prose as a file: whose it is, where it was put, and the line that the config needs, if any."""

    title: str
    placed: Placed
    line: str


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was brought back, `others` that could not be, and how the reading went."""

    prose: tuple[Brought, ...]
    picks: tuple[Picked, ...]
    others: tuple[str, ...]
    intake: Intake


def carried(data: bytes) -> Record | None:
    """Give what a Word file carries as its record; None where it has none that can be read.

    Raises UnreadableError for a file that is no Word file, or cannot be read.
    """
    return _recorded(_outline(data).record)


def config_of(path: Path, carried: Record | None) -> Path:
    """Give the config of the brief that a file is: the one of its name in its project. Raises OutputError."""
    root = project_of([path])
    if carried is None or root is None:
        why = "it carries no record of its brief" if root else "it lies in no project"
        raise OutputError(str(path), f"nothing was pulled: {why}; say which with --config")
    for each in (*configs_in(root / "config"), *configs_in(root)):
        if each.stem == carried.name:
            return each
    raise OutputError(
        str(path), f"nothing was pulled: {root} has no config {carried.name}.yaml; say which with --config"
    )


def pull(
    data: bytes, name: str, settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None
) -> Pulled:
    """Bring back what a person did to a Word file of the brief of `settings` as of a day; `name` is the file's.

    The brief is made again and compared with the file, so that a person's words are told from the template's. Prose is
    put where the config names a file for it, else beside the config; a file that a person has changed is kept, and the
    new one gets a suffix. Excerpts that were taken out or moved become picks. The config stays as it is. Raises
    BriefgenError.
    """
    after = _outline(data)
    told = _recorded(after.record)
    if told is not None and told.name != settings.name:
        raise UnreadableError(name, f"it is a file of the brief {told.name}, not of {settings.name}")
    with open_desk(settings, as_of, progress) as desk:
        brief, evidence, _ = draft(settings, as_of, desk)
        made = record.public(replace(composed(brief, settings), is_scrubbed=False))
        before = _built(brief, settings)
        known = (told or record.recorded(made)).excerpts
        slots = _slots(settings, before)
        try:
            found = changes(before, after, slots, known)
        except ValueError as error:
            raise UnreadableError(name, str(error)) from error
        repicked = repick(found, brief, evidence, settings, known, name)
    brought, gone = _brought(found, after, slots, settings)
    notes = [] if told is None or after.record == made else [_OTHERWISE]
    others = (*notes, *gone, *_incomplete(found, slots), *repicked.others, *found.others)
    return Pulled(brought, repicked.picks, others, desk.intake)


_OTHERWISE = "the brief would be built otherwise by now: what its template prints may be told of as changed"


def _outline(data: bytes) -> Outline:
    if format_of(data).name != "docx":
        raise UnreadableError("this file", "only a Word file (.docx) can be pulled")
    from briefgen.formats.docx.outlining import outline  # noqa: PLC0415 - other commands need no lxml

    return outline(data)


def _built(brief: Brief, settings: Settings) -> Outline:
    from briefgen.formats.docx import write  # noqa: PLC0415 - as above, for python-docx

    return _outline(write(composed(brief, settings), looks.look(settings)))


def _recorded(text: str) -> Record | None:
    try:
        return record.recorded(text) if text else None
    except RecordError:
        return None


def _slots(settings: Settings, before: Outline) -> tuple[Slot, ...]:
    """Give the places for prose: one a topic, and the summary's under the heading where the brief prints it."""
    topics = tuple(Slot(each.key, each.title, _words(each.assessment)) for each in settings.topics)
    words = _words(settings.summary)
    printing = (part.heading for part in before.parts if words and words[0] in {display(t.words) for t in part.told})
    heading = next(printing, "")
    return (*topics, Slot(_SUMMARY, heading, words)) if heading else topics


def _words(markdown: str) -> tuple[str, ...]:
    """Give the paragraphs of a person's Markdown as a reader sees their words."""
    return tuple(paragraphs(markup.parse(prose.own(markdown, "own")).blocks))


def _brought(
    found: Changes, after: Outline, slots: Sequence[Slot], settings: Settings
) -> tuple[tuple[Brought, ...], tuple[str, ...]]:
    """Put the prose that changed in place; give it, and what is to be said of prose that is gone."""
    held = dict(zip((each.key for each in settings.topics), prosefile.assessments(settings), strict=True))
    held[_SUMMARY] = prosefile.summary(settings)
    titles = {slot.key: slot.heading for slot in slots}
    brought, gone = [], []
    with open_ledger(settings.root) as ledger:
        for each in found.written:
            markdown, home = _markdown(each.after, after), held[each.key]
            if markdown == _markdown(each.before, after):
                continue
            if not each.after:
                whose = "" if each.key == _SUMMARY else f" of “{titles[each.key]}”"
                gone.append(f"{home.at}: the {home.key}{whose} is gone: take the key out")
                continue
            placed = place(home.file, markdown.encode(), ledger)
            brought.append(Brought(titles[each.key], placed, home.line(placed.path)))
    return tuple(brought), tuple(gone)


def _markdown(told: tuple[Told, ...], outline: Outline) -> str:
    """Give a person's prose as Markdown, with the notes that it refers to."""
    nodes = blocks(told)
    labels = {node.label for each in nodes for node in below(each) if isinstance(node, NoteRef)}
    return markup.write(Tree(nodes, tuple(note for note in outline.notes if note.label in labels)))


def _incomplete(found: Changes, slots: Sequence[Slot]) -> Iterator[str]:
    """Say in which sections not all of a person's prose can be read back from Word: tables, say."""
    words = {slot.key: slot for slot in slots}
    for each in found.written:
        read = {display(told.words) for told in each.before}
        lost = [shown(one) for one in words[each.key].words if one not in read]
        if lost and each.after != each.before:
            yield f"“{words[each.key].heading}” held what does not come back from Word as it was: {', '.join(lost)}"
