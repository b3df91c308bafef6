"""The file of picks beside a config: read with it, and changed without losing what a person wrote there."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefgen.config.mapping import nearest
from briefgen.config.picks import picks_of
from briefgen.config.yaml12 import read_file
from briefgen.errors import OutputError
from briefgen.model.settings import Pick, Picked, Settings, Topic

_TRIES = 3
"""How often a change is made anew because somebody else has changed the file meanwhile."""


def beside(path: Path) -> Path:
    """Give the file of picks that goes with the config at `path`, there or not."""
    return path.with_name(f"{path.stem}.picks.yaml")


def load_picks(path: Path) -> tuple[Picked, ...]:
    """Read a file of picks; one that is not there holds none. Raises ConfigError with every mistake."""
    return picks_of(read_file(path), str(path)) if os.path.lexists(path) else ()


def fitted(settings: Settings, picks: Sequence[Picked]) -> Settings:
    """Give each topic what was picked for it; a pick for a topic that is not there is a doubt, and no mistake."""
    topics = tuple(
        replace(
            topic, pins=_pins(picks, topic), drops=(*topic.drops, *(each.pick for each in _of(picks, topic, "drop")))
        )
        for topic in settings.topics
    )
    doubts = tuple(
        f"{each.pick.at}: {each.verb}: there is no topic “{each.topic}” in this brief; {_known(each.topic, settings)}"
        for each in picks
        if not any(each.is_for(topic.title) for topic in settings.topics)
    )
    return replace(settings, topics=topics, picks=tuple(picks), doubts=doubts)


def _known(title: str, settings: Settings) -> str:
    """Say which topic may be meant, else which there are."""
    titles = {topic.title.lower(): topic.title for topic in settings.topics}
    near = nearest(title, titles)
    return f"did you mean “{titles[near]}”?" if near else f"it has “{'”, “'.join(titles.values())}”"


def _pins(picks: Sequence[Picked], topic: Topic) -> tuple[Pick, ...]:
    """Give the pins of a topic in the order in which it prints them: those that have a place, then all others."""
    own = _of(picks, topic, "pin")
    placed = sorted((each for each in own if each.place), key=lambda each: each.place)
    return (*(each.pick for each in placed), *topic.pins, *(each.pick for each in own if not each.place))


def _of(picks: Sequence[Picked], topic: Topic, verb: str) -> list[Picked]:
    return [each for each in picks if each.verb == verb and each.is_for(topic.title)]


def change(path: Path, out: Picked | None, into: Picked | None) -> None:
    """Take the pick `out` out of a file and put `into` in; the file is made if it is not there.

    What else it holds stays as it is, and what somebody has changed in it meanwhile too. Raises ConfigError for a file
    that is none of picks, OutputError where it cannot be changed.
    """
    from briefgen.config.picktext import changed  # noqa: PLC0415 - a build changes no picks

    for _ in range(_TRIES):
        data = _data(path)
        try:
            done = changed(data.decode("utf-8-sig"), str(path), out, into)
        except ValueError as error:
            raise OutputError(str(path), f"not changed: {error}") from error
        if _put(path, data, done.encode()):
            return
    raise OutputError(str(path), "somebody keeps changing it; try again")


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise OutputError(str(path), f"cannot be read ({error.strerror})") from error


def _put(path: Path, before: bytes, done: bytes) -> bool:
    """Put the new bytes in place at once; False if the file no longer holds those from `before`."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(done)
        if _data(path) != before:
            unfinished.unlink()
            return False
        unfinished.replace(path.resolve())
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror})") from error
    return True
