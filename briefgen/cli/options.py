"""From what was typed to settings."""

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefgen import config, looks
from briefgen.model.settings import Settings


def settings(path: Path, options: Namespace) -> Settings:
    """Load a config and lay over it what was typed. Raises ConfigError."""
    loaded = config.load(path, known(path))
    changes: dict[str, object] = {}
    if options.sources:
        changes["sources"] = tuple(source.absolute() for source in options.sources)
    elif unfetched := _unfetched(loaded, path):
        changes["sources"] = tuple(each for each in loaded.sources if each not in unfetched)
    if options.corpus:
        changes["corpus"] = options.corpus.absolute()
    if formats := getattr(options, "formats", None):
        changes["formats"] = tuple(dict.fromkeys(formats))
    if getattr(options, "scrub", False):
        changes["output"] = replace(loaded.output, scrub=True)
    return replace(loaded, **changes)  # type: ignore[arg-type]  # each value has its field's type


def _unfetched(loaded: Settings, path: Path) -> set[Path]:
    """Give the folders of remote sources that have not been fetched, and say so."""
    absent = [each for each in loaded.remote if not each.folder.is_dir()]
    for each in absent:
        say(f"{each.url} has not been fetched; run: briefgen fetch {path}")
    return {each.folder for each in absent}


def known(path: Path) -> config.Known:
    """Give the names that the config at `path` may use; those of formats and styles are always the same."""
    return config.Known(templates=looks.names(config.project_root(path)))


def as_of(options: Namespace) -> date:
    """Give the day of the brief: as typed, else today."""
    return options.as_of or date.today()  # noqa: DTZ011 - the day where the desk is


def say(words: str) -> None:
    """Say something to a person; data goes to standard output, words do not. Both keep their order."""
    sys.stdout.flush()
    print(words, file=sys.stderr)


def count(n: int, noun: str) -> str:
    """Give a number and its noun: "1 source", "2 sources"."""
    return f"{n} {noun}{'' if n == 1 else 's'}"
