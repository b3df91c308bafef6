"""`briefgen pick`."""

import json
from argparse import Namespace

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.picking import Session
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.pipeline.picking import Asked, Offer, choice


def run(options: Namespace) -> int:
    """Show the candidates of one config, and write down what a person says of them."""
    with progress() as shown:
        found = choice(
            settings(options.config, options), as_of(options), Asked(options.topic or "", options.missed), shown
        )
    if options.json:
        for offer in found.offers:
            print(json.dumps(_plain(offer), ensure_ascii=False))
        return 0
    report(found.intake)
    for warning in found.warnings:
        say(f"warning: {warning}")
    if not found.offers:
        say("there is nothing to pick: no topic finds anything")
        return 0
    changes = Session(found).run()
    where = f"; {found.file.name} has them, and the next build obeys" if changes else ""
    say(f"{changes or 'no'} pick{'' if changes == 1 else 's'} changed{where}")
    return 0


def _plain(offer: Offer) -> dict[str, object]:
    picked = offer.picked
    return {
        "topic": offer.topic,
        "standing": offer.standing,
        "why": offer.why,
        "path": offer.page.path,
        "document": offer.page.document,
        "start": offer.span.start,
        "end": offer.span.end,
        "paragraph": offer.paragraph,
        "words": offer.words,
        "score": offer.score,
        "flags": [{"kind": each.kind, "words": each.words} for each in offer.flags],
        "picked": {"verb": picked.verb, "reason": picked.pick.reason, "at": picked.pick.at} if picked else None,
    }
