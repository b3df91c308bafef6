"""`briefgen suggest`."""

import json
from argparse import Namespace
from dataclasses import asdict

from briefgen.cli import terminal
from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.counting import count
from briefgen.pipeline.suggesting import Suggested, suggested


def run(options: Namespace) -> int:
    """Print what goes with the topics of one config."""
    with progress() as shown:
        found, intake = suggested(settings(options.config, options), as_of(options), options.topic or "", shown)
    if options.json:
        for topic in found:
            for each in topic.terms[: options.limit or None]:
                print(json.dumps({"topic": topic.topic, **asdict(each)}, ensure_ascii=False))
        return 0
    report(intake)
    for topic in found:
        _print(topic, options.limit)
    return 0


def _print(found: Suggested, limit: int) -> None:
    others = count(found.elsewhere, "other sentence")
    print(f"{found.topic}: {count(found.here, 'sentence')} speak{'s' * (found.here == 1)} of it, beside {others}")
    if not found.here:
        say("no sentence speaks of this topic that the brief may quote on its day, so nothing can go with it")
        return
    if not found.terms:
        say("nothing goes with this topic so often that it is no chance")
        return
    print("   here  else   ratio  kind   term")
    for each in found.terms[: limit or None]:
        whole = f" = {each.whole}" if each.whole else ""
        line = f"{each.here:>7}{each.elsewhere:>6}{each.ratio:>8.1f}  {each.kind:<5}  {each.term}{whole}"
        print(terminal.plain(line))
