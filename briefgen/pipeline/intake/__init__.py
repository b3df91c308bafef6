"""From files to a corpus: `ingest` brings it up to date, `crew` reads what is slow, `account` tells how it went."""

from briefgen.pipeline.intake.account import Intake

__all__ = ["Intake"]
