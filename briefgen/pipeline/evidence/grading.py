"""What the desk knows of who published a work, and what keeps a work out of a brief."""

from collections import Counter
from collections.abc import Iterable

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
        """Give what is known of a work's publisher, else of the agency that wrote it, else of its site."""
        names = (display(name).casefold() for name in (work.publisher, work.agency, work.site) if name)
        return next((self._publishers[name] for name in names if name in self._publishers), None)

    def reliability(self, work: Work) -> str:
        """Give the reliability of a work's source, A to F: that of its own grade, else its publisher's; else none."""
        known = self.publisher(work)
        return work.grade[:1] or (known.reliability if known else "")

    def basis(self, work: Work) -> str:
        """Say where the reliability of a work's source comes from; empty where there is none."""
        if work.grade:
            return "its own grade"
        known = self.publisher(work)
        return f"the file of publishers, {known.name}" if known and known.reliability else ""

    def ungraded(self, works: Iterable[Work]) -> dict[str, int]:
        """Count the works by the publisher, else the agency, else the site, that nobody graded; the largest first."""
        names = Counter(
            display(name)
            for each in works
            if (name := each.publisher or each.agency or each.site) and not each.grade and not self.publisher(each)
        )
        return dict(sorted(names.items(), key=lambda item: (-item[1], item[0])))

    def state(self, work: Work) -> str:
        """Give the name of the state-controlled publisher of a work; empty for any other."""
        known = self.publisher(work)
        return known.name if known and known.is_state else ""

    def marked(self, work: Work) -> str:
        """Say why a brief may not quote a work by its marking; empty where it may."""
        if grades.exceeds(work.marking, self._settings.handling):
            return f"marked {grades.tlp(work.marking)}, and this brief is {grades.tlp(self._settings.handling)}"
        return ""

    def graded(self, work: Work, least: str) -> str:
        """Say why a work may not be quoted where `least` is wanted (A to E; empty for no limit); empty where it may."""
        is_good = not least or grades.reaches(self.reliability(work), least)
        return "" if is_good else below(least)


def below(least: str) -> str:
    """Say of what is not quoted with this `min_grade` why."""
    return f"graded below {least}, or not graded"
