"""What a sentence leans on, and what a reader must be told of it."""

from briefgen.context.flags import Persons, ended_offices, office_then, offices_held, relative_dates, unsourced_number
from briefgen.context.lean import leans, repair

__all__ = [
    "Persons",
    "ended_offices",
    "leans",
    "office_then",
    "offices_held",
    "relative_dates",
    "repair",
    "unsourced_number",
]
