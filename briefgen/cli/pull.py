"""`briefgen pull`."""

import json
from argparse import Namespace
from datetime import date

from briefgen import sources
from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.counting import count
from briefgen.model.record import Record
from briefgen.pipeline.pull import Pulled, carried, config_of, pull

_MOST = 40
"""So many things that could not be brought back are shown; the rest are counted."""


def run(options: Namespace) -> int:
    """Bring back what a person did to a Word file; nothing that was brought back is 0 too."""
    data = sources.load_bytes(options.file)
    record = carried(data)
    path = options.config or config_of(options.file, record)
    day = _day(record) if options.as_of is None and record else as_of(options)
    with progress() as shown:
        pulled = pull(data, options.file.name, settings(path, options), day or as_of(options), shown)
    if options.json:
        print(json.dumps(_plain(pulled), ensure_ascii=False))
        return 0
    report(pulled.intake)
    _show(pulled)
    return 0


def _day(record: Record) -> date | None:
    try:
        return date.fromisoformat(record.as_of)
    except ValueError:
        return None


def _show(pulled: Pulled) -> None:
    for each in pulled.prose:
        kept = f"; {each.placed.kept} was changed by somebody, and is as it was" if each.placed.kept else ""
        print(f"{each.placed.path}: the words under “{each.title}”{kept}")
    for picked in pulled.picks:
        print(f"{picked.verb} in “{picked.topic}”: {picked.pick.exact}")
    if not (pulled.prose or pulled.picks):
        say("there is nothing to bring back: the file says what the build would say")
    for each in pulled.prose:
        if each.line:
            say(f"for the next build to read it, {each.line}")
    if pulled.others:
        say(f"{count(len(pulled.others), 'thing')} to look at, since no config or pick says it:")
    for words in pulled.others[:_MOST]:
        say(f"  {words}")
    if len(pulled.others) > _MOST:
        say(f"  and {len(pulled.others) - _MOST} more")


def _plain(pulled: Pulled) -> dict[str, object]:
    return {
        "prose": [
            {
                "title": each.title,
                "path": str(each.placed.path),
                "kept": str(each.placed.kept) if each.placed.kept else None,
                "line": each.line,
            }
            for each in pulled.prose
        ],
        "picks": [
            {"verb": each.verb, "topic": each.topic, "words": each.pick.exact, "place": each.place or None}
            for each in pulled.picks
        ],
        "others": list(pulled.others),
    }
