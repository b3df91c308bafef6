"""Characters named for people, some of which their machine cannot show."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

_SHOWN = 12
"""So many characters of a script are shown."""
_SCRIPTS = {"CJK": "Chinese, Japanese or Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""What people call scripts that Unicode calls otherwise."""


def named(characters: Iterable[str]) -> str:
    """Name characters by their scripts, in the order of Unicode: "ش م (Arabic); → (signs)"."""
    ordered = sorted(characters)
    return "; ".join(_named(script, [*same]) for script, same in groupby(ordered, _script))


def _named(script: str, characters: list[str]) -> str:
    shown = " ".join(characters[:_SHOWN]) + (" …" if len(characters) > _SHOWN else "")
    return f"{shown} ({script})"


def _script(character: str) -> str:
    """Give the script of a letter: with it, Unicode begins the letter's name. What is no letter is a sign."""
    if unicodedata.category(character)[0] not in "LM":
        return "signs"
    script = unicodedata.name(character, "").partition(" ")[0]
    return _SCRIPTS.get(script, script.capitalize() or "letters")
