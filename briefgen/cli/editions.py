"""`briefgen editions`."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from briefgen.cli.options import say, short
from briefgen.counting import count
from briefgen.errors import UnknownKeyError
from briefgen.model.edition import Delivery, Edition
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.editions import editions, save

_Row = tuple[Edition, tuple[Delivery, ...]]


def run(options: Namespace) -> int:
    """List editions, or show one and save its files."""
    if options.save and options.number is None:
        say("briefgen editions: --save needs --number, the edition to save")
        return 2
    settings = load(options.config)
    rows = editions(settings)
    if options.number is not None:
        rows = (_numbered(options.number, settings.name, rows),)
    for row in rows:
        if options.json:
            print(json.dumps(_plain(*row), ensure_ascii=False))
        else:
            print(_line(*row) if options.number is None else _whole(*row))
    if not rows:
        say(f"{settings.name} has no edition yet; `briefgen build --record`, `send` and `run-due` make them")
    if options.save:
        for path in save(rows[0][0], settings, options.save):
            say(f"{path}: as it is kept")
    return 0


def _numbered(number: int, brief: str, rows: Sequence[_Row]) -> _Row:
    row = next((row for row in rows if row[0].number == number), None)
    if row is None:
        raise UnknownKeyError("edition", f"{brief}/{number}", [each.key for each, _ in rows])
    return row


def _line(edition: Edition, deliveries: Sequence[Delivery]) -> str:
    outcomes = Counter(str(each.outcome) for each in deliveries)
    went = ", ".join(f"{n} {outcome}" for outcome, n in sorted(outcomes.items())) or "nobody to send it to"
    return f"{edition.key}  {edition.as_of}  {edition.state}, {count(len(edition.excerpts), 'excerpt')}  {went}"


def _whole(edition: Edition, deliveries: Sequence[Delivery]) -> str:
    lines = [f"{edition.key}  {edition.title}", f"  as of     {edition.as_of}", f"  state     {edition.state}"]
    moments = (("slot", edition.slot), ("built", edition.built), ("approved", edition.approved))
    lines += [f"  {name:<9} {_time(moment)}" for name, moment in moments if moment]
    lines += [f"  file      {each.name}  sha256 {each.sha256}" for each in edition.files]
    lines += [f"  accepted  {each.mark} - {each.why}" for each in edition.accepted]
    lines += [f"  to        {each.recipient.address}  {each.outcome}, {_time(each.changed)}" for each in deliveries]
    lines += [
        f"  quotes    {short(each.words)}  {each.document[:8]} {each.span.start}-{each.span.end}"
        for each in edition.excerpts
    ]
    return "\n".join(lines)


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


def _plain(edition: Edition, deliveries: Sequence[Delivery]) -> dict[str, object]:
    return {
        "edition": edition.key,
        "title": edition.title,
        "as_of": edition.as_of.isoformat(),
        "state": edition.state,
        "slot": edition.slot.isoformat() if edition.slot else None,
        "built": edition.built.isoformat(),
        "approved": edition.approved.isoformat() if edition.approved else None,
        "files": [{"name": each.name, "format": each.format, "sha256": each.sha256} for each in edition.files],
        "excerpts": [
            {
                "excerpt": each.excerpt,
                "document": each.document,
                "start": each.span.start,
                "end": each.span.end,
                "topic": each.topic,
                "words": each.words,
            }
            for each in edition.excerpts
        ],
        "accepted": [{"mark": each.mark, "why": each.why} for each in edition.accepted],
        "deliveries": [
            {
                "way": each.recipient.way,
                "to": each.recipient.address,
                "outcome": each.outcome,
                "changed": each.changed.isoformat(),
                "attempts": each.attempts,
                "answer": each.answer,
            }
            for each in deliveries
        ],
    }
