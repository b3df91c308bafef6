"""From what was typed to settings."""

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefgen.model.settings import Settings
from briefgen.pipeline.configs import fetched, load

_WIDTH = 48
"""Characters of a quotation that a row of a table shows."""


def settings(path: Path, options: Namespace) -> Settings:
    """Load a config and lay over it what was typed. Raises ConfigError."""
    loaded = load(path)
    changes: dict[str, object] = {}
    if options.sources:
        changes["sources"] = tuple(source.absolute() for source in options.sources)
    else:
        loaded, absent = fetched(loaded)
        for each in absent:
            say(f"{each.url} has not been fetched; run: briefgen fetch {path}")
    if options.corpus:
        changes["corpus"] = options.corpus.absolute()
    if formats := getattr(options, "formats", None):
        changes["formats"] = tuple(dict.fromkeys(formats))
    if typed := {name: True for name in ("scrub", "changes") if getattr(options, name, False)}:
        changes["output"] = replace(loaded.output, **typed)  # type: ignore[arg-type]  # both are switches
    return replace(loaded, **changes)  # type: ignore[arg-type]  # each value has its field's type


def as_of(options: Namespace) -> date:
    """Give the day of the brief: as typed, else today."""
    return options.as_of or date.today()  # noqa: DTZ011 - the day where the desk is


def say(words: str) -> None:
    """Say something to a person; data goes to standard output, words do not. Both keep their order."""
    sys.stdout.flush()
    print(words, file=sys.stderr)


def short(words: str) -> str:
    """Give a quotation, or its beginning, for a row of a table."""
    return f"“{words}”" if len(words) <= _WIDTH else f"“{words[: _WIDTH - 1].rstrip()}…”"
