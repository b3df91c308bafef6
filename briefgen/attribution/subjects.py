"""Whose words they are: the noun phrase before a verb of saying."""

from collections.abc import Sequence

from briefgen.attribution.bounds import BREAKS, clause_start, is_verb
from briefgen.attribution.tokens import Range, Token
from briefgen.attribution.verbs import VERBS
from briefgen.attribution.wording import (
    ADVERB,
    AUXILIARY,
    CLAUSE,
    DETERMINER,
    OPENER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TIME,
)

_NAME_GOES_ON = frozenset({"inc", "ltd", "llc", "llp", "plc", "corp", "co", "gmbh", "jr", "sr"})
"""What stands behind a comma and belongs to the name before it."""
_WHEN = frozenset(
    {"as", "while", "when", "whenever", "if", "because", "although", "though", "unless", "until", "whereas"}
)
"""What opens a clause that stands before the main one."""


def before(sentence: Sequence[Token], verb: int, text: str, least: int = 0) -> Range | None:
    """Give the subject that stands before the words of a verb at `verb`, with what is said of it in apposition.

    It begins at `least` or later: what stands before is another verb's.
    """
    start = max(least, clause_start(sentence, verb, text))
    found = _subject(sentence, start, verb) if start < verb else None
    return None if found and sentence[verb - 1].word == "," and _is_clause(sentence, *found) else found


def _is_clause(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Say whether words before a comma have a verb of their own, and so are what is said: "The pier will close, …"."""
    commas = [at for at in range(first, last) if sentence[at].word == ","]
    resumed = any(is_verb(sentence[at + 1]) for at in commas[1:-1])  # "Ada Quill, the mayor, was hurt, says the port"
    end = commas[0] if commas else last
    verbs = (at for at in range(first, end) if is_verb(sentence[at]) and sentence[at].low not in POSSESSIVE)
    return resumed or any(not _relative_before(sentence, at) for at in verbs)


def _subject(sentence: Sequence[Token], start: int, verb: int) -> Range | None:
    pieces = _pieces(sentence, start, verb)
    whole = [(first, last) for first, last in pieces if first < last]
    while len(whole) > 1 and _is_aside(sentence, *whole[0]):
        whole.pop(0)
    if not whole:
        return None
    closed = pieces[-1][0] == pieces[-1][1]
    listed = sentence[whole[-1][0]].low in {"and", "or"}
    first = whole[0][0] if closed or listed else whole[-1][0]
    return _trimmed(sentence, first, verb)


def _pieces(sentence: Sequence[Token], start: int, end: int) -> list[Range]:
    """Part a range of tokens at its commas, those in brackets and within a name ("Quill Cranes, Inc.") left out."""
    found, first, depth = [], start, 0
    for at in range(start, end):
        depth += (sentence[at].word in "([") - (sentence[at].word in ")]")
        if sentence[at].word == "," and not depth and sentence[at + 1].low not in _NAME_GOES_ON:
            found.append((first, at))
            first = at + 1
    return [*found, (first, end)]


def _is_aside(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a piece of a sentence only says when, where or why."""
    while first < last and sentence[first].low in OPENER:
        first += 1
    if first == last:
        return True
    token = sentence[first]
    following = sentence[first + 1] if first + 1 < last else None
    is_name = following is not None and (following.is_capital or following.low in POSSESSIVE)
    is_participle = token.low.endswith("ing") and not is_name
    return (
        token.low in PREPOSITION
        or token.low in TIME
        or token.low in CLAUSE
        or token.is_quoted
        or (token.low.endswith("ly") and last - first <= 2)
        or is_participle
    )


def _trimmed(sentence: Sequence[Token], first: int, verb: int) -> Range | None:
    """Leave out what only leads to the subject; None where what is left can be none."""
    while first < verb and (
        sentence[first].low in OPENER or not (sentence[first].is_word or sentence[first].is_quoted)
    ):
        first += 1
    if first < verb and sentence[first].low in PREPOSITION | TIME and sentence[first].low != "this":
        first = _after_aside(sentence, first, verb)
    if first >= verb or not _is_nominal(sentence, first, verb):
        return None
    return first, verb


def _after_aside(sentence: Sequence[Token], first: int, verb: int) -> int:
    """Skip "On Tuesday", "Last week": a subject may follow without a comma."""
    at = first
    while at < verb and (sentence[at].low in PREPOSITION or sentence[at].low in TIME):
        at += 1
    if at - first > 1 or sentence[first].low not in PREPOSITION:
        return at
    return named(sentence, verb, first + 2) or verb


def named(sentence: Sequence[Token], end: int, least: int) -> int | None:
    """Give where the name begins that ends at `end`: "In an interview Ada Quill"; None where no name ends there."""
    at = end
    while at > least and (
        _is_of_name(sentence[at - 1]) or (sentence[at - 1].word == "." and _is_of_name(sentence[at - 2]))
    ):
        at -= 1
    if at == end and sentence[end - 1].low in {"he", "she", "they", "it"}:
        at = end - 1
    is_free = at > least and sentence[at - 1].is_word and sentence[at - 1].low not in PREPOSITION | DETERMINER | {"and"}
    return at if at < end and is_free else None


def _is_of_name(token: Token) -> bool:
    return token.is_capital and token.low not in TIME


def _is_nominal(sentence: Sequence[Token], first: int, last: int) -> bool:
    head = sentence[first]
    if head.low in PRONOUN:
        return last - first <= 3 or head.low not in {"he", "she", "they", "i", "we"}
    if head.low in AUXILIARY or head.low == "there" or (head.low in VERBS and is_verb(head)):
        return False
    return any(token.is_word for token in sentence[first:last])


def leading(sentence: Sequence[Token], end: int) -> Range | None:
    """Give the subject that a sentence begins with: up to its first verb, before `end`, "As …," in front left out."""
    main = _main(sentence, end)
    for at in range(main, end):
        token = sentence[at]
        is_past = token.low.endswith("ed") and not token.is_capital and at > 0
        if (is_verb(token) or is_past or (token.low in VERBS and at > 0)) and not _relative_before(sentence, at):
            start, last = max(main, _openers(sentence, at)), at
            while last > start and (sentence[last - 1].low in ADVERB or sentence[last - 1].low.endswith("ly")):
                last -= 1
            return _subject(sentence, start, last) if start < last else None
    return None


def _main(sentence: Sequence[Token], end: int) -> int:
    """Give where the main clause begins, behind the comma that ends a clause of when or why."""
    if not sentence or sentence[0].low not in _WHEN:
        return 0
    return next((at + 1 for at in range(end) if sentence[at].word == ","), end)


def _relative_before(sentence: Sequence[Token], at: int) -> bool:
    return any(sentence[each].low in RELATIVE for each in range(max(0, at - 2), at))


def _openers(sentence: Sequence[Token], at: int) -> int:
    for each in range(at):
        if sentence[each].is_quoted and each + 1 < at and sentence[each + 1].word != ",":
            continue
        if sentence[each].word in BREAKS:
            return each + 1
    return 0
