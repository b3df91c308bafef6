"""`check`: a config read back in plain words, with what its topics find."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefgen import query
from briefgen.model.settings import Settings, Topic
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.ingest import Intake


@dataclass(frozen=True, slots=True)
class TopicCheck:
    """A topic read back: what it wants, and how many articles match, some by their headline only."""

    title: str
    wants: str
    matching: int
    headline_only: int


@dataclass(frozen=True, slots=True)
class Check:
    """A config read back: how many articles are in scope, and its topics."""

    articles: int
    topics: tuple[TopicCheck, ...]
    intake: Intake


def check(settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None) -> Check:
    """Read the sources of `settings` and say what each topic wants and finds. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        topics = []
        for topic in settings.topics:
            matching, headline_only = desk.evidence.matching(topic)
            topics.append(TopicCheck(topic.title, _wants(topic), len(matching), headline_only))
        return Check(desk.scope.size, tuple(topics), desk.intake)


def _wants(topic: Topic) -> str:
    return query.describe(topic.wants) if topic.wants else f"any word of “{topic.question}”"
