"""What every use case that looks at a config's sources begins with: the corpus brought up to date, and its scope."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from briefgen.corpus import Corpus, Scope, open_corpus
from briefgen.errors import NothingReadError
from briefgen.model.settings import Settings
from briefgen.model.source import Work
from briefgen.pipeline.ingest import ingest
from briefgen.pipeline.intake import Intake


@dataclass(frozen=True, slots=True)
class Desk:
    """An open corpus, how the reading went, what its sources reach, and what of that may be quoted on this day."""

    corpus: Corpus
    intake: Intake
    scope: Scope
    quotable: Scope


@contextmanager
def open_desk(settings: Settings, as_of: date, progress: Callable[[int, int], None] | None = None) -> Iterator[Desk]:
    """Bring the corpus up to date with the sources of `settings` and give its scope.

    Raises NothingReadError when no source could be read.
    """
    with open_corpus(settings.corpus) as corpus:
        intake = ingest(corpus, settings.sources, settings.root, progress, settings.columns)
        if not intake.paths:
            raise NothingReadError([str(path) for path in settings.sources], intake.skipped)
        scope = corpus.scope(intake.paths)
        quotable = [each.path for each in scope.appearances() if _is_quotable(each.work, settings, as_of)]
        narrowed = scope if len(quotable) == len(intake.paths) else corpus.scope(quotable)
        yield Desk(corpus, intake, scope, narrowed)


def _is_quotable(work: Work, settings: Settings, as_of: date) -> bool:
    """Say whether a work was not published after the day of the brief, and within its window."""
    window = settings.window
    if work.published is None:
        return window is None or settings.unknown_date == "keep"
    if work.published.earliest > as_of:
        return False
    return window is None or work.published.latest >= window.before(as_of)
