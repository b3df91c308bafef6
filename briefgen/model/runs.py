"""Runs of a citation."""

from collections.abc import Iterable
from itertools import groupby

from briefgen.model.brief import Run


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbouring runs that look alike, and leave out empty ones."""
    alike = groupby((run for run in runs if run.text), key=lambda run: (run.italic, run.url))
    return tuple(Run("".join(run.text for run in group), italic, url) for (italic, url), group in alike)
