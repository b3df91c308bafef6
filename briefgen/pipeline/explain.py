"""`explain`: why each excerpt was chosen, and what just missed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefgen.model.brief import Brief
from briefgen.model.settings import Settings
from briefgen.model.source import Work
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.pipeline.evidence.choosing import TopicEvidence
from briefgen.text import display


@dataclass(frozen=True, slots=True)
class Explained:
    """A brief with the evidence of its topics; `words` are by document and span, `paths` and `works` by document."""

    brief: Brief
    topics: tuple[TopicEvidence, ...]
    words: dict[tuple[str, int, int], str]
    paths: dict[str, str]
    works: dict[str, Work]


def explain(settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None) -> Explained:
    """Choose as `build` does, and give all of it. Raises BriefgenError."""
    with open_desk(settings, as_of, progress) as desk:
        brief, evidence, topics = draft(settings, as_of, desk)
        candidates = (
            candidate
            for topic in topics
            for part in (topic.fresh, topic.background)
            for candidate in (*part.chosen, *(missed.candidate for missed in part.missed), *topic.withheld)
        )
        words = {
            (each.document, each.span.start, each.span.end): display(
                each.span.of(evidence.source(each.document).document.text)
            )
            for each in candidates
        }
        seen = {each.document: each for each in evidence.appearances()}
        paths = {document: each.path for document, each in seen.items()}
        return Explained(brief, topics, words, paths, {document: each.work for document, each in seen.items()})
