"""`ask`: what stands between a brief and clean citations, asked thing by thing; answers go into the table of works."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.model.brief import Listed
from briefgen.model.settings import Settings
from briefgen.model.source import Work
from briefgen.pipeline import worklist
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.intake import Intake
from briefgen.sources import fields

ASKED = ("title", "author", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Question:
    """A field of a quoted work that is not known, or only `known` from a `basis` of weak confidence.

    `path` and `title` say which work, `numbers` are its excerpts in the brief; the answer goes into the row of `file`
    in `table`.
    """

    path: str
    title: str
    field: str
    known: str
    basis: str
    numbers: tuple[int, ...]
    table: Path
    file: str


def questions(
    settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Question, ...], Intake]:
    """Give what is to be asked of the works that the brief of this day quotes, and how the reading went.

    The works of which least is known come first, then those that are quoted most. Raises BriefgenError.
    """
    with open_desk(settings, as_of, progress) as desk:
        brief, _, _ = draft(settings, as_of, desk)
        asked = [(row, tuple(_asked(row.appearance.work))) for row in brief.sources if row.numbers]
        asked.sort(key=lambda each: (-len(each[1]), -len(each[0].numbers), each[0].appearance.path))
        return tuple(question for row, names in asked for question in _questions(row, names, settings)), desk.intake


def answer(question: Question, words: str) -> None:
    """Write an answer into the table of works, unless a person has filled the cell since.

    Raises FieldError for words that the field cannot hold, UnreadableError for what is no table, and OutputError.
    """
    value = fields.value(question.field, words)
    if value is not None:
        worklist.fill(question.table, {question.file: {question.field: str(value)}})


def _asked(work: Work) -> Iterator[str]:
    """Give the fields to ask for, weak ones first; what an agency wrote needs no author."""
    weak = [name for name in ASKED if (basis := work.basis(name)) and basis.confidence == "weak"]
    missing = [name for name in ASKED if not getattr(work, name) and not (name == "author" and work.agency)]
    return iter((*weak, *missing))


def _questions(row: Listed, names: Sequence[str], settings: Settings) -> Iterator[Question]:
    seen = row.appearance
    table, file = worklist.table_of(settings.root / seen.path, settings.sources)
    for name in names:
        known, basis = getattr(seen.work, name), seen.work.basis(name)
        yield Question(seen.path, seen.work.title, name, str(known or ""), str(basis or ""), row.numbers, table, file)
