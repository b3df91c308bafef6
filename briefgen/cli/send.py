"""`briefgen send`."""

import json
from argparse import Namespace
from collections.abc import Sequence

from briefgen.cli.clock import now
from briefgen.cli.delivery import line, plain
from briefgen.cli.options import say
from briefgen.counting import count
from briefgen.model.edition import Delivery, Outcome
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.send import Which, draft, send, send_to

UNSENT = 4
"""The exit code where somebody is not served."""


def run(options: Namespace) -> int:
    """Send an edition, or write its mail as a file."""
    settings, which = load(options.config), Which(options.edition, options.again)
    if options.dry_run:
        print(draft(settings, now(), which, options.to, say))
        say("nothing was sent; open the file in a mail program and send it from there")
        return 0
    if options.to:
        reply = send_to(settings, now(), which, options.to, say)
        if options.json:
            print(json.dumps({"to": options.to, "outcome": reply.outcome, "answer": reply.words}, ensure_ascii=False))
        say(f"{options.to}: {reply.outcome}: {reply.words}")
        return 0 if reply.outcome is Outcome.SERVED else UNSENT
    deliveries = send(settings, now(), which, say)
    for each in deliveries:
        print(json.dumps(plain(each), ensure_ascii=False) if options.json else line(each))
    _say(deliveries)
    return 0 if all(each.outcome is Outcome.SERVED for each in deliveries) else UNSENT


def _say(deliveries: Sequence[Delivery]) -> None:
    served = sum(each.outcome is Outcome.SERVED for each in deliveries)
    say(f"{deliveries[0].edition}: {served} of {count(len(deliveries), 'recipient')} served")
