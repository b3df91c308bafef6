"""`check`: a config read back in plain words, with what its topics find."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from briefgen import query
from briefgen.model.query import Entity
from briefgen.model.settings import Settings, Topic
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.evidence.shelf import Shelf
from briefgen.pipeline.intake import Intake


@dataclass(frozen=True, slots=True)
class TopicCheck:
    """A topic read back: what it wants, and how many articles match, some by their headline only."""

    title: str
    wants: str
    matching: int
    headline_only: int


@dataclass(frozen=True, slots=True)
class Check:
    """A config read back: how many articles may be quoted, how many may not, by the reason, and its topics."""

    articles: int
    left: Mapping[str, int]
    topics: tuple[TopicCheck, ...]
    intake: Intake


def check(settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None) -> Check:
    """Read the sources of `settings` and say what each topic wants and finds. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        shelf = Shelf(desk.quotable)
        return Check(
            desk.quotable.size,
            desk.left,
            tuple(_checked(topic, shelf, settings.entities) for topic in settings.topics),
            desk.intake,
        )


def _checked(topic: Topic, shelf: Shelf, entities: tuple[Entity, ...]) -> TopicCheck:
    asked = topic.wants or query.any_of(query.from_question(topic.question, query.with_countries(entities)))
    reached = [query.reach(asked, read.article) for read in shelf.matching(asked, shelf.scope.size)]
    wants = query.describe(topic.wants) if topic.wants else f"any word of “{topic.question}”"
    return TopicCheck(topic.title, wants, len(reached), reached.count(query.Reach.HEADLINE))
