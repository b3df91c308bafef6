"""Verbs of saying in a sentence, each with its auxiliaries and particles."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.attribution.tokens import Token
from briefgen.attribution.verbs import NOUN_TOO, PAST_ONLY, VERBS, Verb
from briefgen.attribution.wording import (
    ADVERB,
    AUXILIARY,
    BE,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    TIME,
)

_GOES_ON = {
    "went on": 2, "goes on": 2, "declined": 1, "declines": 1, "refused": 1, "refuses": 1, "continued": 1,
    "continues": 1, "began": 1, "begun": 1, "sought": 1, "seemed": 1, "appeared": 1, "tried": 1, "failed": 1,
}  # fmt: skip
"""What leads to an infinitive that is said of the same subject, and its words."""
_BEFORE_NOUN = DETERMINER | PREPOSITION | {"more", "other", "such", "two", "three", "new", "first", "last"} | POSSESSIVE
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "who", "which", "it", "you", "some", "many", "others"})
_BEING = BE | POSSESSIVE | {"’re", "'re", "’m", "'m"}
_AFTER_VERB = frozenset({"that", "it", "he", "she", "they", "the", "a", "an", "his", "her", "their", "its"})
_AFTER_ALLEGED = _AFTER_VERB | PREPOSITION


class Group(NamedTuple):
    """A verb with its auxiliaries: tokens from `first` up to `last`; `at` is the verb's own."""

    first: int
    at: int
    last: int
    verb: Verb
    is_passive: bool
    is_participle: bool


def groups(sentence: Sequence[Token]) -> Iterator[Group]:
    """Give the verbs of saying in a sentence, in order; infinitives only where their subject is clear."""
    for at, token in enumerate(sentence):
        verb = VERBS.get(token.low)
        if verb is None or (token.is_capital and (at == 0 or verb.lemma not in {"say", "tell"})):
            continue
        found = _group(sentence, at, verb)
        if found:
            yield found


def _group(sentence: Sequence[Token], at: int, verb: Verb) -> Group | None:
    first = at
    while first and _leads(sentence, first - 1):
        first -= 1
    helpers = [token.low for token in sentence[first:at] if token.low in AUXILIARY | POSSESSIVE]
    if first and sentence[first - 1].low == "to":
        start = _from_leading_verb(sentence, first - 1)
        if start is None or verb.form != "base":
            return None
        return Group(start, at, _past_particle(sentence, at, verb), verb, is_passive=False, is_participle=False)
    is_passive = bool(helpers) and helpers[-1] in _BEING and verb.form == "ed"
    is_participle = verb.form == "ing" and not (helpers and helpers[-1] in _BEING)
    if not helpers and not is_participle and not _is_verb(sentence, at, verb):
        return None
    if is_participle and at and sentence[at - 1].low in _BEFORE_NOUN:
        return None
    return Group(first, at, _past_particle(sentence, at, verb), verb, is_passive, is_participle)


def _leads(sentence: Sequence[Token], at: int) -> bool:
    """Say whether a word belongs to the verb behind it."""
    low = sentence[at].low
    if low in POSSESSIVE:
        return at > 0 and sentence[at - 1].low in _SUBJECTS
    return at > 0 and (low in AUXILIARY or low in ADVERB or low == "not" or (low.endswith("ly") and len(low) > 4))


def _from_leading_verb(sentence: Sequence[Token], to: int) -> int | None:
    """Give where "went on" or "declined" begins before the "to" at `to`, its auxiliaries included."""
    for wide in (2, 1):
        words = " ".join(token.low for token in sentence[max(0, to - wide) : to])
        if _GOES_ON.get(words) == wide:
            first = to - wide
            while first and sentence[first - 1].low in AUXILIARY:
                first -= 1
            return first
    return None


def _is_verb(sentence: Sequence[Token], at: int, verb: Verb) -> bool:
    """Say whether a form without auxiliaries is the verb here, by the words around it."""
    token = sentence[at]
    before = _previous(sentence, at)
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    low = before.low if before else ""
    if token.low in PAST_ONLY or low in _BEFORE_NOUN:
        return False
    if token.low == "alleged" and following and following.word.islower() and following.low not in _AFTER_ALLEGED:
        return False  # "to look into alleged thefts"
    if low in _SUBJECTS:
        return True
    if verb.form == "ed":
        return not (following and following.low == "by") and (bool(before) or token.low == "said")
    if token.low in NOUN_TOO:
        takes = following is not None and (
            following.low in _AFTER_VERB
            or following.low in verb.particles
            or _is_between_names(before, verb, following)
        )
        return bool(before) and takes and _agrees(before, verb)
    return bool(before) and (_agrees(before, verb) or verb.lemma == "say")


def _is_between_names(before: Token | None, verb: Verb, following: Token) -> bool:
    """Say whether a form stands between two names: "Elling claims Quill closed the pier"."""
    return verb.form == "s" and before is not None and before.is_capital and following.is_capital


def _agrees(before: Token | None, verb: Verb) -> bool:
    """Say whether the word before a verb in the present may end its subject."""
    if before is None or not (before.is_word or before.word in ",)."):
        return before is not None and before.is_quoted
    if verb.form == "s":
        return before.is_capital or before.word in ",)." or not before.low.endswith("ly")
    return (
        before.low.endswith("s") or before.is_capital or before.low in {"people", "men", "women"} or before.word == ","
    )


def _previous(sentence: Sequence[Token], at: int) -> Token | None:
    """Give the word before a verb, over adverbs."""
    at -= 1
    while at > 0 and (sentence[at].low in ADVERB or sentence[at].low.endswith("ly")):
        at -= 1
    return sentence[at] if at >= 0 else None


def _past_particle(sentence: Sequence[Token], at: int, verb: Verb) -> int:
    following = sentence[at + 1].low if at + 1 < len(sentence) else ""
    last = at + 2 if following in verb.particles else at + 1
    while last == at + 1 and last < len(sentence) and sentence[last].low in TIME - {"may", "this", "last"}:
        follows = sentence[last + 1].low if last + 1 < len(sentence) else ""
        return last if follows in POSSESSIVE else last + 1
    return last
