"""Places where a sentence may end."""

import re
from dataclasses import dataclass

# Marks of scripts that need no space after them: Chinese, Japanese, Indic, Ethiopic, Burmese, Khmer, Armenian, Tibetan
# and others (the fuller part of the Sentence_Terminal property of Unicode 15, UAX #29).
WIDE = "。｡．！？।॥။።፧፨᭚᭛᱾᱿។៕།༎꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫።᠃᠉"
MARKS = ".!?…‼⁇⁈⁉‽؟۔։܀܁܂" + WIDE
_NEWLINES = "\n\r\x85\u2028"
BULLETS = "•◦▪■●‣⁃"
# What makes a new line, whose first character has been read, a break: a blank line, or a bullet.
_BREAK = rf"(?:(?<=\r)\n)?+[^\S{_NEWLINES}\u2029]*+(?:[{_NEWLINES}]|(?=[{BULLETS}]))|(?<=\u2029)"
# Marks that open a quotation in one language close it in another: „Deutsch“, »deutsch«. No word follows them then.
_CLOSING = r"(?:[\"'”’»)\]}›」』】》〉）｝］〕｣]|[“‘«`](?!\w)|[ \u00a0\u202f]»(?!\w))"
_NOTE = (
    r"(?:[ ]?\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3})*+\])++"  # [4], [7][8], [2–11]
    r"|(?:[ ]?[\U0001f000-\U0001faff☀-➿⬀-⯿\ufe0f\u200d]++)++"  # 😊
    r"|[*†‡§¹²³⁰⁴-⁹_]{1,4}+(?=\s|\Z)"
    r"|\d{1,3}(?:[ ,–-]\d{1,3}){0,3}(?=\s)"
)
# Every alternative begins with one set of characters, so that the search skips quickly to the next of them. Greek
# writes its question mark as a semicolon, Armenian its full stop as a colon.
STOP = re.compile(
    rf"""[{MARKS};:{_NEWLINES}\u2029]
    (?:(?<=[{_NEWLINES}\u2029])(?P<break>{_BREAK})\s*+
    |(?:(?<=\.)(?:[ \u00a0]\.){{2,}}+|(?<=[{MARKS}])[{MARKS}]*+
       |(?<=[\u0370-\u03ff\u1f00-\u1fff];)|(?<=[\u0531-\u058a]:))
     (?P<closing>(?:{_CLOSING}++[{MARKS}]*+)*+)(?P<note>{_NOTE})?+(?P<gap>\s*+))""",
    re.VERBOSE,
)
_GAP_BREAK = re.compile(rf"[{_NEWLINES}\u2029](?:{_BREAK})")
_OPENING = "`“\"‘'«„‚»(\\[{¿¡*_–—―−\\-" + BULLETS
_AHEAD = re.compile(rf"(?P<opening>(?:[{_OPENING}]++\s?)*+)(?P<word>[^\W\d_]{{0,40}})")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What follows a stop: opening quotes, brackets and dashes, then a word, or nothing where another character comes.

    `first` is the first character after the opening, `after` the one after the word; either may be empty.
    """

    opening: str
    word: str
    first: str
    after: str

    @property
    def is_dashed(self) -> bool:
        """Say whether a dash comes first: "– said his mother"."""
        return any(dash in self.opening for dash in "-–—―−")


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a sentence, with what belongs to it: closing quotes and brackets, the number of a note.

    The sentence began at `begin`. The mark stands at `start`; all that belongs to it ends at `end`; after white space
    the text goes on at `next`. A stop without a mark is a blank line, or a line that begins with a bullet.
    """

    text: str
    begin: int
    start: int
    end: int
    next: int
    mark: str
    closing: str
    note: str

    @property
    def is_full_stop(self) -> bool:
        """Say whether the mark is one full stop and no other mark follows the closing quotes and brackets."""
        return self.mark == "." and not self.is_marked_again

    @property
    def is_marked_again(self) -> bool:
        """Say whether another mark follows the closing quotes and brackets: “Why?”."""
        return bool(self.closing) and self.closing[-1] in MARKS

    @property
    def character_before(self) -> str:
        """The character before the mark, if the sentence has one."""
        return self.text[self.start - 1] if self.start > self.begin else ""

    def words_before(self) -> tuple[str, str]:
        """Give the last two words of the sentence before the mark; an empty string for each that is not there."""
        words = self.text[max(self.begin, self.start - 60) : self.start].split()[-2:]
        return ("", "", *words)[-2], ("", *words)[-1]

    def so_far(self, most: int) -> str | None:
        """Give the sentence before the mark when it is at most `most` characters long."""
        return self.text[self.begin : self.start] if self.start - self.begin <= most else None

    def ahead(self) -> Ahead:
        """Give what follows."""
        match = _AHEAD.match(self.text, self.next)
        assert match is not None  # every part of the pattern may be empty
        word, after = match["word"], self.text[match.end() : match.end() + 1]
        return Ahead(match["opening"], word, word[:1] or after, after)


def stop_at(match: re.Match[str], begin: int) -> Stop:
    """Give the stop of a match of `STOP`, in a sentence that began at `begin`."""
    text, gap = match.string, match["gap"]
    if gap is None or (gap not in ("", " ") and _GAP_BREAK.search(text, match.start("gap"), match.end() + 1)):
        return Stop(text, begin, match.start(), match.start(), match.end(), "", "", "")
    start, end, note = match.start(), match.start("gap"), match["note"] or ""
    return Stop(text, begin, start, end, match.end(), text[start : match.start("closing")], match["closing"], note)
