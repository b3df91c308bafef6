"""What the desk knows of who published a work, and what keeps a work out of a brief."""

from briefgen import grades
from briefgen.model.publisher import Publisher
from briefgen.model.settings import Settings
from briefgen.model.source import Work
from briefgen.text import display

DATES = "published outside of what this brief covers"
"""Why a work is left out that was published after the day of a brief, or before its window."""


class Grading:
    """The publishers of a config, by their names."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._publishers = {each.name.casefold(): each for each in settings.publishers}

    def publisher(self, work: Work) -> Publisher | None:
        """Give what is known of a work's publisher, else of the agency that wrote it."""
        names = (display(name).casefold() for name in (work.publisher, work.agency) if name)
        return next((self._publishers[name] for name in names if name in self._publishers), None)

    def reliability(self, work: Work) -> str:
        """Give the reliability of a work's source, A to F: that of its own grade, else its publisher's; else none."""
        known = self.publisher(work)
        return work.grade[:1] or (known.reliability if known else "")

    def state(self, work: Work) -> str:
        """Give the name of the state-controlled publisher of a work; empty for any other."""
        known = self.publisher(work)
        return known.name if known and known.is_state else ""

    def marked(self, work: Work) -> str:
        """Say why a brief may not quote a work by its marking; empty where it may."""
        if grades.exceeds(work.marking, self._settings.handling):
            return f"marked {grades.tlp(work.marking)}, and this brief is {grades.tlp(self._settings.handling)}"
        return ""

    def graded(self, work: Work) -> str:
        """Say why a brief may not quote a work by its grade; empty where it may."""
        least = self._settings.min_grade
        if least and not grades.reaches(self.reliability(work), least):
            return f"graded below {least}, or not graded"
        return ""
