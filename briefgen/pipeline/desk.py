"""What every use case that looks at a config's sources begins with: the corpus brought up to date, and its scope."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from briefgen.corpus import Corpus, Scope, open_corpus
from briefgen.errors import NothingReadError
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance, Work
from briefgen.pipeline.evidence.grading import DATES, Grading
from briefgen.pipeline.intake import Intake
from briefgen.pipeline.intake.ingest import ingest


@dataclass(frozen=True, slots=True)
class Desk:
    """An open corpus, how the reading went, what its sources reach, and what of that may be quoted on this day.

    `bars` says of each document that may not be quoted why.
    """

    corpus: Corpus
    intake: Intake
    scope: Scope
    quotable: Scope
    bars: Mapping[str, str]

    @property
    def left(self) -> Mapping[str, int]:
        """How many documents may not be quoted, by the reason."""
        return Counter(self.bars.values())


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
        seen = scope.appearances()
        why = _bars(seen, settings, as_of)
        narrowed = corpus.scope(path for path, bar in why.items() if not bar) if any(why.values()) else scope
        quotable = {each.document for each in narrowed.appearances()}
        bars = {each.document: why[each.path] for each in seen if each.document not in quotable}
        yield Desk(corpus, intake, scope, narrowed, bars)


def _bars(seen: Sequence[Appearance], settings: Settings, as_of: date) -> dict[str, str]:
    """Give for each path why what stands there may not be quoted; empty where it may.

    A text that is marked at one place is kept back wherever else it stands.
    """
    grading = Grading(settings)
    marked = {each.document: bar for each in seen if (bar := grading.marked(each.work))}
    return {
        each.path: marked.get(each.document)
        or grading.graded(each.work, settings.min_grade)
        or ("" if _is_of_its_days(each.work, settings, as_of) else DATES)
        for each in seen
    }


def _is_of_its_days(work: Work, settings: Settings, as_of: date) -> bool:
    """Say whether a work was not published after the day of the brief, and within its window."""
    window = settings.window
    if work.published is None:
        return window is None or settings.unknown_date == "keep"
    if work.published.earliest > as_of:
        return False
    return window is None or work.published.latest >= window.before(as_of)
