"""The letters of a text that Latin ones are not: East Asian ones, and those that are read from right to left.

Programs set them in other fonts and check them in other languages, so a file tells which they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import NamedTuple

from briefgen.formats.printed.directions import RIGHT_TO_LEFT


class Script(StrEnum):
    """What letters are to the programs that set them; a letter of no special kind is `PLAIN`."""

    PLAIN = "plain"
    EAST_ASIAN = "east asian"
    TURNED = "right to left"


class Stretch(NamedTuple):
    """A part of a text in one script: half-open code-point offsets."""

    start: int
    end: int
    script: Script


# Han with its radicals and signs, kana, Bopomofo, Hangul, and the full-width and half-width forms of them.
_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# The blocks of Unicode for scripts that are read from right to left.
_TURNED = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"


def has_others(text: str) -> bool:
    """Say whether a text may have letters that are not plain."""
    return not text.isascii() and _letters_of(_EAST_ASIAN + _TURNED).search(text) is not None


def stretches(text: str) -> Iterator[Stretch]:
    """Give the stretches of a text, in order, all of it; see `scripts`."""
    at = 0
    for script, run in groupby(scripts(text)):
        end = at + sum(1 for _ in run)
        yield Stretch(at, end, script)
        at = end


def scripts(text: str, turned: Sequence[bool] = ()) -> list[Script]:
    """Give the script of each character of a text.

    A mark goes with the letter that it is on. What is no letter goes with those around it, where they are of one
    script; else it is plain, or right to left where `turned`, which has an item for each character, says that its
    surroundings are (after UAX 9, rules W7, N1 and N2).
    """
    runs = [(script, sum(1 for _ in run)) for script, run in groupby(_letters(text))]
    letters = [None, *(script for script, _ in runs), None]
    made: list[Script] = []
    for place, (script, size) in enumerate(runs, start=1):
        before, after = letters[place - 1], letters[place + 1]
        around = turned[len(made) : len(made) + size] or [False] * size
        made += [script or _between(before, after, is_turned=is_turned) for is_turned in around]
    return made


def _between(before: Script | None, after: Script | None, *, is_turned: bool) -> Script:
    if before and before is after:
        return before
    is_in_line = before and after and Script.TURNED not in {before, after}
    return Script.TURNED if is_turned and not is_in_line else Script.PLAIN


def _letters(text: str) -> Iterator[Script | None]:
    """Give the script of each character, None for what is none; a number goes with plain letters before it (W7)."""
    script = letter = None
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in RIGHT_TO_LEFT:
            script = letter = Script.TURNED
        elif kind == "L":
            script = letter = Script.EAST_ASIAN if _letters_of(_EAST_ASIAN).match(character) else Script.PLAIN
        elif kind == "EN" and letter is Script.PLAIN:
            script = letter
        elif kind not in {"NSM", "BN"}:
            script = None
        yield script


@cache
def _letters_of(blocks: str) -> re.Pattern[str]:
    """Make the class of the letters of these blocks, which takes a while: a file of plain letters needs none."""
    return re.compile(f"[{blocks}]")
