"""Where the clauses of a sentence begin: finite verbs, quotations, marks and small words tell."""

from collections.abc import Sequence

from briefgen.attribution.tokens import Token
from briefgen.attribution.verbs import VERBS
from briefgen.attribution.wording import CLAUSE, DETERMINER, FINITE, PAST, RELATIVE

BREAKS = frozenset(";:—–―")
"""Marks between clauses."""
_MOST = 45
"""Words that a speaker's name and what is said of him have at most."""
_COPY = 4
"""Words between a comma and the "which" that it leads to: ", a copy of which"."""
_SPOKEN_ENDS = ",.?!…—-"


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


def clause_start(sentence: Sequence[Token], verb: int, text: str) -> int:
    """Give where the clause begins whose verb stands at `verb`: 0 at least, `verb` where nothing stands before it."""
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
        if token.word in BREAKS or _is_dash(sentence, at):
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
        if token.is_quoted or token.word in BREAKS:
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
