"""What every use case that looks at a config's sources begins with: the corpus brought up to date, and its scope."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefgen.corpus import Corpus, Scope, open_corpus
from briefgen.errors import NothingReadError
from briefgen.model.settings import Settings
from briefgen.pipeline.ingest import Intake, ingest


@dataclass(frozen=True, slots=True)
class Desk:
    """An open corpus, how the reading went, and what the brief sees of it."""

    corpus: Corpus
    intake: Intake
    scope: Scope


@contextmanager
def open_desk(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Iterator[Desk]:
    """Bring the corpus up to date with the sources of `settings` and give its scope.

    Raises NothingReadError when no source could be read.
    """
    with open_corpus(settings.corpus) as corpus:
        intake = ingest(corpus, settings.sources, settings.root, progress)
        if not intake.paths:
            raise NothingReadError([str(path) for path in settings.sources])
        yield Desk(corpus, intake, corpus.scope(intake.paths))
