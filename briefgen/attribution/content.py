"""What is said: before its speaker, behind the verb, or on both sides."""

from collections.abc import Sequence

from briefgen.attribution.bounds import ends_speech, is_verb
from briefgen.attribution.groups import Group
from briefgen.attribution.tokens import Range, Token
from briefgen.attribution.verbs import OF_CLAUSES, Verb
from briefgen.attribution.wording import CLAUSE, DAY, DETERMINER, FINITE, PREPOSITION, TIME

_FAR = 16
"""Words between a verb and the "that" of what it says: "said on Tuesday in Port Elling that …"."""
_LEADS_AWAY = PREPOSITION | TIME | {"reporters", "recently"}
_CUTS = frozenset({"but", "while", "although", "though", "whereas", "when", "after", "because", "according"})
"""What may begin a clause behind a comma that is no longer said."""
_HEARERS = frozenset({"reporters", "him", "her", "them", "me", "us", "supporters", "journalists"})
_NAME = 4
"""Words of the name of whom something is said to."""
_FEWEST = 3
"""Words before a comma that can be something said."""


def follows_speech(sentence: Sequence[Token], at: int, text: str) -> bool:
    """Say whether what is said stands right before `at`."""
    if not at:
        return False
    if sentence[at - 1].is_quoted:
        return ends_speech(sentence, at - 1, text)
    return sentence[at - 1].word == "," and at >= _FEWEST


def content(sentence: Sequence[Token], group: Group, source: Range | None, text: str) -> tuple[Range, ...]:
    """Give what is said: before the speaker and his verb, behind them, or on both sides."""
    is_behind = source is not None and source[0] >= group.last
    inner = (min(source[0], group.first), max(source[1], group.last)) if source else (group.first, group.last)
    if group.is_passive:
        return _before(sentence, group.first) if source else ()
    rest = inner[1] if is_behind else group.last
    if not ("t" in group.verb.takes and rest < len(sentence) and sentence[rest].low == "to"):
        rest = _after_adverbials(sentence, rest)
    is_open = rest < len(sentence) and _says_more(sentence, rest)
    resumes = is_open and sentence[rest].word == "," and not sentence[rest + 1].is_quoted
    has_speech = _speech_precedes(sentence, inner[0], text, has_rest=is_open and not resumes, resumes=resumes)
    if source and has_speech and not group.is_participle:
        return (*_before(sentence, inner[0]), *_resumed(sentence, rest))
    return () if is_behind or not is_open else _after(sentence, group, rest)


def _speech_precedes(sentence: Sequence[Token], at: int, text: str, *, has_rest: bool, resumes: bool) -> bool:
    """Say whether what is said stands before the speaker.

    `has_rest` says that something else follows the verb, `resumes` that what is said goes on there.
    """
    if not follows_speech(sentence, at, text):
        return False
    first = _before(sentence, at)
    if not first:
        return False
    is_aside = sentence[first[0][0]].low in PREPOSITION | TIME
    if sentence[at - 1].is_quoted or (sentence[at - 1].word == "," and sentence[at - 2].is_quoted):
        return not (has_rest and is_aside)
    return not has_rest and (resumes or _holds_clause(sentence[first[0][0] : at]))


def _holds_clause(words: Sequence[Token]) -> bool:
    return any(is_verb(token) or token.is_quoted for token in words)


def _before(sentence: Sequence[Token], at: int) -> tuple[Range, ...]:
    """Give what stands before the speaker: up to the comma, from where its clause begins."""
    first = 0
    for each in range(at - 1, 0, -1):
        if sentence[each].word == ";":
            first = each + 1
            break
    last = at - 1 if sentence[at - 1].word == "," else at
    return ((first, last),) if first < last else ()


def _resumed(sentence: Sequence[Token], at: int) -> tuple[Range, ...]:
    """Give what goes on behind the speaker: “It will,” she said, “be built”."""
    end = end_of(sentence)
    if at < end and sentence[at].word in ",:":
        at += 1
        resumes = at < end and (sentence[at].is_quoted or not sentence[at].low.endswith("ing"))
        return ((at, end),) if resumes and sentence[at].low not in PREPOSITION | CLAUSE | {"and"} else ()
    return ((at, at + 1),) if at < end and sentence[at].is_quoted else ()


def _says_more(sentence: Sequence[Token], at: int) -> bool:
    token = sentence[at]
    return (token.is_word or token.is_quoted or token.word in ":,$£€#@[(") and at < end_of(sentence)


def end_of(sentence: Sequence[Token]) -> int:
    """Give where a sentence ends but for its last marks."""
    end = len(sentence)
    while end and sentence[end - 1].word in {".", "!", "?", ";", ":", ","}:
        end -= 1
    return end


def _after_adverbials(sentence: Sequence[Token], at: int) -> int:
    """Skip when, where and to whom something was said, if what was said follows: a "that", a quotation, a colon."""
    end = len(sentence)
    if at >= end or not (sentence[at].low in _LEADS_AWAY or sentence[at].low.endswith("ly")):
        return at
    for each in range(at, min(end, at + _FAR)):
        if sentence[each].low == "that" and each > at:
            return each
        if sentence[each].is_quoted and sentence[each - 1].word in {",", ":"}:
            return each - 1
    while at < end and (sentence[at].low in TIME or (sentence[at].low == "on" and _is_day(sentence, at + 1))):
        at += 1
    if at < end and sentence[at].low in {"in", "on", "at", "during", "to"}:
        return next((each for each in range(at, end) if sentence[each].word == ","), end)
    return at


def _is_day(sentence: Sequence[Token], at: int) -> bool:
    return at < len(sentence) and sentence[at].low in DAY


def _after(sentence: Sequence[Token], group: Group, at: int) -> tuple[Range, ...]:
    """Give what follows the verb, without whom it was said to."""
    end, takes = end_of(sentence), group.verb.takes
    if sentence[at].word in ",:":
        at += 1
        if at >= end or not sentence[at].is_quoted:
            return () if sentence[at - 1].word == "," else ((at, end),)
        return ((at, end),)
    if "o" in takes:
        at = _past_hearer(sentence, at, end)
    cuts = (
        each
        for each in range(at + 1, end - 1)
        if sentence[each].word == ";" or (sentence[each].word == "," and sentence[each + 1].low in _CUTS)
    )
    end = next(cuts, end)
    has_particle = group.last - group.at > 1
    return ((at, end),) if at < end and (has_particle or _is_said(sentence[at:end], group.verb)) else ()


def _is_said(words: Sequence[Token], verb: Verb) -> bool:
    """Say whether the words behind a verb are something that it can take."""
    takes = verb.takes
    if not takes or ("c" not in takes and "o" not in takes and not _fits(words[0], takes)):
        return False
    return verb.lemma not in OF_CLAUSES or _is_clause(words)


def _is_clause(words: Sequence[Token]) -> bool:
    """Say whether words can be what is said, and not a thing that something is done to: "maintained the pier"."""
    end = next((at for at, token in enumerate(words) if token.word == ","), len(words))
    opens = words[0].low in {"that", "to", "if", "whether", "as"} or words[0].low in CLAUSE
    return opens or any(token.is_quoted or is_verb(token) for token in words[:end])


def _fits(token: Token, takes: str) -> bool:
    if token.low == "to":
        return "t" in takes
    if "n" in takes:
        return token.is_quoted or (token.is_word and token.low not in PREPOSITION | CLAUSE | FINITE)
    return token.is_quoted and "q" in takes


def _past_hearer(sentence: Sequence[Token], at: int, end: int) -> int:
    """Skip whom something was said to: "told the harbour board that …", "told her the …"."""
    for each in range(at, min(end, at + _FAR)):
        token = sentence[each]
        if token.low in {"that", "to", "if", "whether"} or (token.is_quoted and each > at):
            return each
        if token.word in {",", ":"} and each + 1 < end and sentence[each + 1].is_quoted:
            return each + 1
    if sentence[at].low in _HEARERS:
        return at + 1
    last = at
    while last < min(end, at + _NAME) and (sentence[last].is_capital or sentence[last].low in DETERMINER):
        last += 1
    return last if at < last < end and sentence[at].is_capital else at
