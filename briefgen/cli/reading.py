"""How the reading went, in words."""

from briefgen.cli.options import say
from briefgen.pipeline.ingest import Intake


def report(intake: Intake) -> None:
    """Say what was read, what could not be, and what a person should look at."""
    counted = [
        (intake.read, "read"),
        (intake.renewed, "marked anew"),
        (intake.unchanged, "unchanged"),
        (intake.revised, "new versions"),
        (intake.copies, "copies"),
        (intake.removed, "gone"),
        (len(intake.skipped), "skipped"),
    ]
    say("sources: " + ", ".join(f"{number:,} {what}" for number, what in counted if number))
    for path, why in intake.skipped:
        say(f"skipped {path}: {why}")
    for mistake in intake.mistakes:
        say(str(mistake))
    for warning in intake.warnings:
        say(f"warning: {warning}")
