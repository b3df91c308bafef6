"""What is attributed without a verb that says so: "according to", "as stated in", speech beside any other verb."""

from collections.abc import Iterator, Sequence

from briefgen.attribution import inversion, subjects
from briefgen.attribution.bounds import ends_speech
from briefgen.attribution.content import end_of
from briefgen.attribution.speech import is_speech
from briefgen.attribution.tokens import Part, Range, Token

_STATED = frozenset(
    {"stated", "reported", "described", "noted", "outlined", "announced", "set", "laid", "recorded", "quoted", "cited"}
    | {"told", "written", "highlighted"}
)
_NAME = 6
"""Words that a speaker has at most before a colon: "Quill: “…”"."""


def according(sentence: Sequence[Token]) -> Iterator[Part]:
    """Give what is said "according to" somebody."""
    for at, token in enumerate(sentence[:-2]):
        if token.low != "according" or sentence[at + 1].low != "to":
            continue
        end = end_of(sentence)
        last = next((each for each in range(at + 2, end) if sentence[each].word in ",;—"), end)
        content = (0, at - 1 if sentence[at - 1].word == "," else at) if at else (last + 1, end)
        if content[0] < content[1] and at + 2 < last:
            yield Part((at + 2, last), (at, at + 2), (content,))


def as_stated(sentence: Sequence[Token]) -> Iterator[Part]:
    """Give what is said "as stated in" a document, or "as reported by" somebody."""
    for at in range(1, len(sentence) - 3):
        words = [token.low for token in sentence[at : at + 4]]
        wide = 4 if words[2] in {"out", "down"} else 3
        if words[0] != "as" or words[1] not in _STATED or words[wide - 1] not in {"in", "by"}:
            continue
        source = inversion.behind(sentence, at + wide)
        before = at - 1 if sentence[at - 1].word == "," else at
        if source:
            yield Part(source, (at, at + wide), ((0, before),))


def unnamed(sentence: Sequence[Token], found: Sequence[Part], text: str) -> Iterator[Part]:
    """Give the speech that another verb leads to or follows: “Land ahead!” the boy laughed; she turned: “No more”."""
    for at, token in enumerate(sentence):
        is_given = any(part.source and first <= at < last for part in found for first, last in part.content)
        if is_given or not token.is_quoted or not is_speech(text[token.start : token.end]):
            continue
        source = None
        if at > 1 and sentence[at - 1].word in {",", ":"}:
            source = subjects.leading(sentence, at - 1) or _label(sentence, at - 1)
        elif at == 0 and ends_speech(sentence, at, text):
            behind = subjects.leading(sentence[1:], len(sentence) - 1)
            source = (behind[0] + 1, behind[1] + 1) if behind else None
        if source:
            cue = (source[1], max(source[1] + 1, at - 1))
            yield Part(source, cue, ((at, at + 1),))


def _label(sentence: Sequence[Token], colon: int) -> Range | None:
    """Give a name that stands alone before a colon."""
    is_name = sentence[colon].word == ":" and sentence[0].is_capital and colon < _NAME
    return (0, colon) if is_name else None
