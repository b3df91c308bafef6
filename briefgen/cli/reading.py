"""How the reading went, in words."""

from briefgen.cli.options import say
from briefgen.pipeline.intake import Intake


def report(intake: Intake) -> None:
    """Say what was read, what could not be, and what a person should look at."""
    counted = [
        (intake.read, "read", "read"),
        (intake.renewed, "marked anew", "marked anew"),
        (intake.unchanged, "unchanged", "unchanged"),
        (intake.revised, "new version", "new versions"),
        (intake.copies, "copy", "copies"),
        (intake.removed, "gone", "gone"),
        (len(intake.skipped), "skipped", "skipped"),
    ]
    say("sources: " + ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counted if n))
    for path, why in intake.skipped:
        say(f"skipped {path}: {why}")
    for mistake in intake.mistakes:
        say(str(mistake))
    for warning in intake.warnings:
        say(f"warning: {warning}")
