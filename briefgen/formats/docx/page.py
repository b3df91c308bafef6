"""A story of a Word file as its readers see it: what its paragraphs are, and how one points to them."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from briefgen.formats.docx.defined import Sheet
from briefgen.formats.docx.roles import QUOTING, Role, role
from briefgen.formats.docx.story import Story
from briefgen.formats.printed.names import printing
from briefgen.model.claim import Spot
from briefgen.model.translation import is_translation
from briefgen.text import display

_DASHES = ("\u2014", "\u2013", "\u2015", "-", "\u2012")
_LONGEST = 15
"""Words that an attribution under a block quotation has at most."""


class Page:
    """A story with the roles of its paragraphs. `mark` is that of the note which the story is, else empty."""

    def __init__(self, name: str, story: Story, sheet: Sheet, mark: str = "") -> None:
        self.name, self.story, self.mark = name, story, mark
        self.words = tuple(display(story.text[one.start : one.end]) for one in story.paragraphs)
        self.roles = tuple(role(one, sheet) for one in story.paragraphs)
        self._starts = [one.start for one in story.paragraphs]
        self._referred = [one.at for one in story.references]
        self._held = [place for place, words in enumerate(self.words) if words]
        self._marked = sorted(one.start for one in story.bookmarks if printing(one.name))
        self.attributions = self._attributions()
        self.translations = self._translations()
        self._paragraphs = list(accumulate(int(bool(words)) for words in self.words))
        self._blocks = list(accumulate(int(self.is_block(at)) for at in range(len(self.words))))

    def _attributions(self) -> frozenset[int]:
        """Give the paragraphs in a quoting role that only say whose the block quotation above them is."""
        found: set[int] = set()
        for above, at in zip(self._held, self._held[1:], strict=False):
            is_short = self.words[at].startswith(_DASHES) and len(self.words[at].split()) <= _LONGEST
            if is_short and {self.roles[above], self.roles[at]} <= QUOTING and above not in found:
                paragraph = self.story.paragraphs[at]
                if bisect_left(self._marked, paragraph.start) == bisect_right(self._marked, paragraph.end):
                    found.add(at)
        return frozenset(found)

    def _translations(self) -> frozenset[int]:
        """Give the paragraphs that call themselves translations, but for what is set as a quotation or cites a note."""
        said = (at for at in self._held if self.roles[at] is not Role.QUOTE and is_translation(self.words[at]))
        stories = ((at, self.story.paragraphs[at]) for at in said)
        return frozenset(at for at, one in stories if not self.reference(one.start, one.end))

    def is_block(self, at: int) -> bool:
        """Say whether a paragraph is a block quotation."""
        is_other = at in self.attributions or at in self.translations
        return bool(self.words[at]) and self.roles[at] in QUOTING and not is_other

    def at(self, offset: int) -> int:
        """Give the paragraph that an offset into the text stands in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def next(self, at: int) -> int | None:
        """Give the next paragraph that holds words; None after the last."""
        place = bisect_right(self._held, at)
        return self._held[place] if place < len(self._held) else None

    def line(self, at: int) -> int | None:
        """Give the paragraph under a block quotation that says whose it is; None where there is none."""
        under = self.next(at)
        is_line = under is not None and (self.roles[under] is Role.SOURCE_LINE or under in self.attributions)
        return under if is_line else None

    def reference(self, start: int, end: int) -> str:
        """Give the key of the first note that is referred to in a part of the text, its ends included; else nothing."""
        place = bisect_left(self._referred, start)
        return self.story.references[place].note if place < bisect_right(self._referred, end) else ""

    def place(self, at: int) -> str:
        """Say which paragraph this is, as a person would count those that hold words."""
        if self.mark:
            return f"note {self.mark}"
        if not self.words:
            return ""
        if self.is_block(at):
            return f"block quotation {self._blocks[at]}"
        form = self.story.paragraphs[at].forms[0]
        if form.table:
            return f"table {form.table}, row {form.row}" if form.row else f"table {form.table}"
        return f"text box {form.box}" if form.box else f"paragraph {self._paragraphs[at]}"

    def spot(self, start: int, end: int) -> Spot:
        """Give the spot of a part of the text, without the white space at its ends; of mere white space, its start."""
        part = self.story.text[start:end]
        first = start + len(part) - len(part.lstrip()) if part.strip() else start
        return Spot(self.name, first, first + len(part.strip()))
