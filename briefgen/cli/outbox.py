"""`briefgen outbox`."""

import json
from argparse import Namespace

from briefgen.cli.clock import now
from briefgen.cli.delivery import line, plain
from briefgen.cli.options import say
from briefgen.ledger import Ledger, open_ledger, reading_ledger
from briefgen.model.edition import Delivery, Outcome
from briefgen.pipeline.bench import project_of

NONE = "no project here has an outbox; run this in the folder of one"


def run(options: Namespace) -> int:
    """List deliveries, show one, or let what was given up be tried again."""
    root = project_of([])
    if root is None:
        say(NONE)
        return 2
    if options.action == "retry":
        with open_ledger(root) as ledger:
            return _retry(options, ledger)
    with reading_ledger(root) as standing:
        if standing is None:
            say(NONE)
            return 2
        rows = [standing.outbox.get(options.number)] if options.number else _open(standing, every=options.all)
    for row in rows:
        print(json.dumps(plain(row), ensure_ascii=False) if options.json else _said(row, options))
    if not rows:
        say("nothing waits, and nothing was refused; --all lists what was served too")
    return 0


def _said(row: Delivery, options: Namespace) -> str:
    if options.action != "show":
        return line(row)
    return "\n".join(f"{name:<9} {value}" for name, value in plain(row).items())


def _open(ledger: Ledger, *, every: bool) -> list[Delivery]:
    return [each for each in ledger.outbox.all() if every or each.outcome is not Outcome.SERVED]


def _retry(options: Namespace, ledger: Ledger) -> int:
    refused = [each.number for each in ledger.outbox.all() if each.outcome is Outcome.REFUSED]
    for number in [options.number] if options.number else refused:
        row = ledger.outbox.retry(number, now())
        if row.outcome is Outcome.SERVED:
            say(f"{number}: {row.recipient.address} has {row.edition}; to send it once more: briefgen send --again")
        else:
            print(line(row))
    say("`briefgen send CONFIG` or the next `briefgen run-due` tries what waits")
    return 0
