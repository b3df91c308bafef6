"""What can be typed, and the help for it."""

import argparse

from briefgen import __version__
from briefgen.cli.parsing import briefs, editions, proof, schedules, sources
from briefgen.cli.parsing.arguments import EPILOG


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="briefgen",
        description="Turn a folder of sources into a policy brief whose quotations are verbatim, cited and provable.",
        epilog="`briefgen` alone says where you stand and what comes next.\n\n" + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"briefgen {__version__}")
    # With its own name given, argparse need not load what it formats names with.
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="briefgen")
    for add in (
        briefs.build,
        proof.verify,
        editions.approve,
        editions.send,
        editions.outbox,
        editions.editions,
        editions.diff,
        schedules.run_due,
        schedules.schedule,
        proof.quote,
        briefs.check,
        briefs.explain,
        briefs.pick,
        proof.pull,
        briefs.suggest,
        sources.search,
        sources.read,
        sources.sources,
        sources.fetch,
        sources.ask,
        sources.corpus,
        briefs.template,
        briefs.schema,
    ):
        add(commands)
    return top
