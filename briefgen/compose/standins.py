"""Stand-ins: what goes through a template in place of words that are not its own.

A template never holds the words of a source. It holds things that print as a stand-in, a number between two marks; when
the template is done, each stand-in gives way to its words, marked. So whatever a template does to strings, the words
stay whole and marked, and a stand-in that was cut or changed is seen.
"""

import re

from briefgen import marks
from briefgen.compose.limits import Limits
from briefgen.compose.refusal import Refusal

_STAND_IN = re.compile(f"{marks.OPEN}([0-9]+){marks.CLOSE}")


class StandIns:
    """The stand-ins of one rendering and what each stands for."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._behind: list[str] = []
        self._numbers: dict[str, int] = {}

    def standing_for(self, marked: str) -> str:
        """Give the stand-in of a piece of marked Markdown; the same piece has the same one."""
        number = self._numbers.setdefault(marked, len(self._behind))
        if number == len(self._behind):
            self._behind.append(marked)
        return f"{marks.OPEN}{number}{marks.CLOSE}"

    def filled(self, rendered: str) -> str:
        """Give a rendered template with the words in place of their stand-ins.

        Raises Refusal for a mark that is not whole, and for more text than the limit.
        """
        rest = marks.ROLED.sub("", _STAND_IN.sub("", rendered))
        numbers = [int(number) for number in _STAND_IN.findall(rendered)]
        if marks.ANY.search(rest) or any(number >= len(self._behind) for number in numbers):
            raise Refusal("an excerpt or other words of the brief were cut or changed; they can only be printed whole")
        self._limits.length(len(rest) + sum(len(self._behind[number]) for number in numbers))
        return _STAND_IN.sub(lambda found: self._behind[int(found[1])], rendered)
