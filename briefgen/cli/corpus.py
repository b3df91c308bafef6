"""`briefgen corpus`."""

import json
from argparse import Namespace
from datetime import date

from briefgen.cli.options import say
from briefgen.pipeline.forget import forget


def run(options: Namespace) -> int:
    """Forget one document."""
    forgotten = forget(options.document, options.why, date.today(), options.corpus)  # noqa: DTZ011 - the desk's day
    stone = forgotten.tombstone
    if options.json:
        plain = {"document": stone.document, "day": stone.day.isoformat(), "why": stone.why}
        print(json.dumps({**plain, "corpus": str(forgotten.corpus), "paths": forgotten.paths}, ensure_ascii=False))
        return 0
    print(f"{stone.document} is forgotten ({stone.day.isoformat()}: {stone.why})")
    say(f"its text is gone from {forgotten.corpus} and will not be taken up again")
    for path in forgotten.paths:
        say(f"{path} still holds it; delete it, or take it out there")
    say("finished briefs, and the ledger of what they quoted, keep what was quoted of it")
    return 0
