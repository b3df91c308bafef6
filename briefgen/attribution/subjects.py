"""Whose words they are: the noun phrase before a verb of saying, or behind it."""

from collections.abc import Sequence

from briefgen.attribution.tokens import Token
from briefgen.attribution.verbs import VERBS
from briefgen.attribution.wording import (
    ADVERB,
    AUXILIARY,
    CLAUSE,
    DAY,
    DETERMINER,
    FINITE,
    OCCASION,
    OPENER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TIME,
)

_MOST = 45
"""Words that a speaker's name and what is said of him have at most."""
_BREAKS = frozenset(";:—–―")
_COPY = 4
"""Words between a comma and the "which" that it leads to: ", a copy of which"."""
_NAME_GOES_ON = frozenset({"inc", "ltd", "llc", "llp", "plc", "corp", "co", "gmbh", "jr", "sr"})
"""What stands behind a comma and belongs to the name before it."""
_SPOKEN_ENDS = ",.?!…—-"
_WHEN = frozenset(
    {"as", "while", "when", "whenever", "if", "because", "although", "though", "unless", "until", "whereas"}
)
"""What opens a clause that stands before the main one."""
_STOPS = frozenset({"on", "during", "after", "when", "while", "as", "before", "following", "if", "until"})

Range = tuple[int, int]


def is_verb(token: Token) -> bool:
    """Say whether a word can only be a finite verb or its auxiliary."""
    if token.is_capital:
        return False
    verb = VERBS.get(token.low)
    return token.low in FINITE or token.low in PAST or (verb is not None and verb.form == "ed")


def ends_speech(sentence: Sequence[Token], at: int, text: str) -> bool:
    """Say whether the quotation at `at` is said by who comes next: “…,” she said."""
    token = sentence[at]
    inner = text[token.start : token.end].rstrip("”’\"'»」』 ")
    follows = sentence[at + 1].low if at + 1 < len(sentence) else "."
    return inner[-1:] in _SPOKEN_ENDS or follows in {",", "."}


def before(sentence: Sequence[Token], verb: int, text: str, least: int = 0) -> Range | None:
    """Give the subject that stands before the words of a verb at `verb`, with what is said of it in apposition.

    It begins at `least` or later: what stands before is another verb's.
    """
    start = max(least, _clause_start(sentence, verb, text))
    found = _subject(sentence, start, verb) if start < verb else None
    return None if found and sentence[verb - 1].word == "," and _is_clause(sentence, *found) else found


def _is_clause(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Say whether words before a comma have a verb of their own, and so are what is said: "The pier will close, …"."""
    commas = [at for at in range(first, last) if sentence[at].word == ","]
    resumed = any(is_verb(sentence[at + 1]) for at in commas[1:-1])  # "Ada Quill, the mayor, was hurt, says the port"
    end = commas[0] if commas else last
    verbs = (at for at in range(first, end) if is_verb(sentence[at]) and sentence[at].low not in POSSESSIVE)
    return resumed or any(not _relative_before(sentence, at) for at in verbs)


def _clause_start(sentence: Sequence[Token], verb: int, text: str) -> int:
    """Give where the clause begins whose verb this is."""
    has_comma = sentence[verb - 1].word == ","
    depth = 0
    for at in range(verb - 1, max(-1, verb - _MOST), -1):
        token = sentence[at]
        depth = max(0, depth + (token.word in ")]") - (token.word in "(["))
        if depth:  # what stands in brackets is no clause of its own: "Elling Ferries (EF: 120) said"
            continue
        if token.is_quoted and at < verb - 1 and ends_speech(sentence, at, text):
            return at + (2 if sentence[at + 1].word == "," else 1)
        if token.is_quoted and at == verb - 1:
            return verb
        if token.word in _BREAKS or _is_dash(sentence, at):
            return at + 1
        if token.low in CLAUSE and not _is_inside(sentence, at, verb, has_comma=has_comma):
            return at + 1
        if token.low in {"and", "or"} and _joins_clauses(sentence, at, verb):
            return at + 1
    return max(0, verb - _MOST + 1)


def _is_dash(sentence: Sequence[Token], at: int) -> bool:
    """Say whether a hyphen stands for a dash: behind a space or a mark ("ELLING, May 2 /dpa/.-The port said")."""
    previous = sentence[at - 1] if at else None
    is_apart = previous is not None and (previous.end < sentence[at].start or not previous.is_word)
    return sentence[at].word == "-" and is_apart


def _is_inside(sentence: Sequence[Token], at: int, verb: int, *, has_comma: bool) -> bool:
    """Say whether a word that opens a clause opens one about the subject: "Ada, who left, said"."""
    low = sentence[at].low
    if low == "as" or low not in RELATIVE:
        return False
    if at + 1 >= verb:
        return False
    if has_comma and any(token.word == "," for token in sentence[max(0, at - _COPY) : at]):
        return True
    following = sentence[at + 1]
    return low in {"who", "that", "which"} and (is_verb(following) or following.low in VERBS) and not has_comma


def _joins_clauses(sentence: Sequence[Token], at: int, verb: int) -> bool:
    """Say whether "and" joins two clauses, not two names: a verb stands before it."""
    if at + 1 >= verb:
        return True
    left = range(at - 1, max(-1, at - _MOST), -1)
    seen_comma = False
    for each in left:
        token = sentence[each]
        if token.is_quoted or token.word in _BREAKS:
            return seen_comma
        if token.low in CLAUSE and token.low not in RELATIVE:
            return False
        if is_verb(token) or _is_done_to(sentence, each):
            return not any(sentence[before].low in RELATIVE for before in range(max(0, each - 3), each))
        seen_comma = seen_comma or token.word == ","
    return False


def _is_done_to(sentence: Sequence[Token], at: int) -> bool:
    """Say whether a word tells what somebody with a name did to another: "Quill pressed Oar"."""
    if not 0 < at < len(sentence) - 1 or not sentence[at].low.endswith("ed") or sentence[at].is_capital:
        return False
    return sentence[at - 1].is_capital and (sentence[at + 1].is_capital or sentence[at + 1].low in DETERMINER)


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
        if sentence[each].word in _BREAKS:
            return each + 1
    return 0


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
    return token.word in _BREAKS or token.low in DAY or _leads_on(sentence, at, following)


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
