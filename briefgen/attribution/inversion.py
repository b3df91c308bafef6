"""The speaker behind his verb: "said Ada Quill, the mayor of Port Elling"."""

from collections.abc import Sequence

from briefgen.attribution.bounds import BREAKS
from briefgen.attribution.tokens import Range, Token
from briefgen.attribution.wording import CLAUSE, DAY, DETERMINER, OCCASION, PREPOSITION, TIME

_STOPS = frozenset({"on", "during", "after", "when", "while", "as", "before", "following", "if", "until"})
"""Small words that always lead away from a speaker."""


def behind(sentence: Sequence[Token], first: int) -> Range | None:
    """Give the subject that begins at `first`, behind its verb: said Ada Quill, the mayor of Port Elling."""
    if first >= len(sentence):
        return None
    head = sentence[first]
    if (
        not head.is_word
        or (head.low in PREPOSITION | CLAUSE | TIME and head.low not in DETERMINER)
        or head.low == "that"
    ):
        return None
    at = first
    while at < len(sentence) and not _ends_behind(sentence, at):
        at += 1
    while at > first and not (sentence[at - 1].is_word or sentence[at - 1].word in ")]."):
        at -= 1
    return (first, at) if at > first else None


def _ends_behind(sentence: Sequence[Token], at: int) -> bool:
    """Say whether the name of a speaker behind his verb, or what is said of him, has ended before `at`."""
    token = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None:
        return not token.is_word
    if token.word == "," or token.is_quoted:
        return sentence[at - 1].word in ",.:" if token.is_quoted else not _is_apposition(following)
    return token.word in BREAKS or token.low in DAY or _leads_on(sentence, at, following)


def _leads_on(sentence: Sequence[Token], at: int, following: Token) -> bool:
    """Say whether a small word leads away from a speaker: to where and when he spoke, and to whom."""
    token = sentence[at]
    if token.low in {"in", "at"}:
        near = [each.low for each in sentence[at + 1 : at + 6]]
        return near[0] in {"a", "an"} or not OCCASION.isdisjoint(near) or near[0].isdigit() or near[0] in TIME
    if token.low == "to":
        return (
            following.is_capital or following.low in DETERMINER or following.low in {"reporters", "him", "them", "me"}
        )
    if token.low == "and":
        return not following.is_capital and following.low not in DETERMINER
    return token.low in _STOPS


def _is_apposition(token: Token) -> bool:
    return token.low in {"a", "an", "the", "who", "whose", "one", "of", "his", "her", "its", "president", "chief"} or (
        token.word[0].isdigit() or (token.is_capital and token.low not in DAY)
    )
