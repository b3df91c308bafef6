"""What is attributed within one English sentence: speaker, cue and content."""

from collections.abc import Sequence
from itertools import islice

from briefgen.attribution import inversion, phrases, subjects
from briefgen.attribution.bounds import is_verb
from briefgen.attribution.content import content, follows_speech
from briefgen.attribution.groups import Group, groups
from briefgen.attribution.tokens import Part, Range, Token
from briefgen.attribution.verbs import DENIALS, DONE, UNSPOKEN
from briefgen.attribution.wording import CLAIM, CLAUSE, DETERMINER, PREPOSITION, PRONOUN, RELATIVE, UNREAL

_MOST = 12
"""Verbs of saying in a sentence that are looked at: who writes more of them writes no prose."""
_FAR = 20
"""Words between such a noun and the clause that denies it."""
_NEAR = 6
"""Words before a participle in which the thing begins that says so: "a letter from the board saying"."""


def parts(sentence: Sequence[Token], text: str) -> tuple[Part, ...]:
    """Give what is attributed in a sentence, in the order of the cues."""
    found: list[Part] = []
    for group in islice(groups(sentence), _MOST):
        source = _source(sentence, group, found, text)
        said = content(sentence, group, source, text) or _denied(sentence, group, source)
        if said and (source or any(sentence[at].is_quoted for first, last in said for at in range(first, last))):
            part = Part(source, (group.first, group.last), said, is_spoken=_is_spoken(sentence, group, said))
            found = [*(_cut(sentence, each, part) for each in found), part]
    for phrase in (*phrases.according(sentence), *phrases.as_stated(sentence)):
        found = [*(_cut(sentence, each, phrase) for each in found), phrase]
    return tuple(sorted((*found, *phrases.unnamed(sentence, found, text)), key=lambda part: part.cue))


def _denied(sentence: Sequence[Token], group: Group, source: Range | None) -> tuple[Range, ...]:
    """Give the claim that a clause about it denies: "made accusations against the port, which it denies"."""
    opens = source[0] - 1 if source else -1
    if group.verb.lemma not in DENIALS or opens < 1 or sentence[opens].low not in {"which", "that"}:
        return ()
    end = opens - 1 if sentence[opens - 1].word == "," else opens
    claims = (at for at in range(end - 1, max(-1, end - _FAR), -1) if sentence[at].low in CLAIM)
    return next((((at, end),) for at in claims), ())


def _is_spoken(sentence: Sequence[Token], group: Group, said: Sequence[Range]) -> bool:
    """Say whether a verb tells that something was said: not thought, done, left unsaid, or still to come."""
    lemma = group.verb.lemma
    leading = {token.low for token in sentence[group.first : group.at]}
    if lemma in UNSPOKEN or not UNREAL.isdisjoint(leading) or any(low.endswith(("n't", "n’t")) for low in leading):
        return False
    first, last = said[0]
    opens = sentence[first].low in {"that", "to"} or first < group.first
    return lemma not in DONE or opens or any(token.is_quoted for token in sentence[first:last])


def _source(sentence: Sequence[Token], group: Group, found: Sequence[Part], text: str) -> Range | None:
    """Give who says what a verb tells."""
    first = group.first
    previous = sentence[first - 1] if first else None
    if group.is_passive:
        return _agent(sentence, group)
    if previous and group.is_participle and previous.is_word:
        return _holder(sentence, first)
    if previous and previous.low in RELATIVE - {"where"}:
        return (first - 1, first)
    turned = inversion.behind(sentence, group.last) if _is_turned(sentence, group, text) else None
    return turned or _subject(sentence, group, [part for part in found if not _is_relative(sentence, part)], text)


def _subject(sentence: Sequence[Token], group: Group, others: Sequence[Part], text: str) -> Range | None:
    """Give the subject of a verb: its own, or that of the verb which it is joined to."""
    first = group.first
    low = sentence[first - 1].low if first else ""
    if group.is_participle or low in {"and", "but", "or"}:
        return others[-1].source if others else subjects.leading(sentence, first)
    least = max((part.cue[1] for part in others if part.cue[1] <= first), default=0)
    before = subjects.before(sentence, first, text, least)
    is_parted = low == "," and not follows_speech(sentence, first, text)
    return subjects.leading(sentence, first) if before is None and is_parted else before


def _is_turned(sentence: Sequence[Token], group: Group, text: str) -> bool:
    """Say whether the speaker stands behind his verb: “…,” said Ada Quill; the pier is closed, said the mayor."""
    first = group.first
    can_turn = "q" in group.verb.takes and group.verb.lemma != "tell" and group.last - first == 1
    if not can_turn or not follows_speech(sentence, first, text):
        return False
    following = [token.low for token in sentence[group.last : group.last + 2]]
    if following and following[0] in PRONOUN:
        return len(following) > 1 and not following[1].isalpha()
    if sentence[first - 1].is_quoted or sentence[first - 2].is_quoted:
        return True
    return any(map(is_verb, sentence[: first - 1])) and subjects.before(sentence, first, text) is None


def _is_relative(sentence: Sequence[Token], part: Part) -> bool:
    """Say whether an attribution is one of a clause about a subject: "those who say so argue …"."""
    return part.source is not None and sentence[part.source[0]].low in RELATIVE


def _holder(sentence: Sequence[Token], first: int) -> Range | None:
    """Give whose saying a participle without a comma tells of: "a letter saying that", "Ada Quill saying"."""
    if (at := subjects.named(sentence, first, 0)) is not None:
        return (at, first)
    for each in range(first - 1, max(-1, first - _NEAR), -1):
        token = sentence[each]
        if token.low in DETERMINER:
            return None if sentence[each - 1].low == "to" else (each, first)
        if not token.is_word or token.low in PREPOSITION | CLAUSE or is_verb(token):
            return None
    return None


def _agent(sentence: Sequence[Token], group: Group) -> Range | None:
    """Give who did what a passive verb says: "was denied by the ministry"."""
    if group.last < len(sentence) and sentence[group.last].low == "by":
        return inversion.behind(sentence, group.last + 1)
    return None


def _cut(sentence: Sequence[Token], part: Part, following: Part) -> Part:
    """End what is said where its speaker goes on to say something else, or where another speaks of all of it."""
    first, last = part.content[-1]
    end, cue, said = last, following.cue[0], following.content[0]
    speaks = following.source[0] if following.source else 0
    if following.source == part.source and first < cue < last and sentence[cue - 1].low in {"and", "but", "or", ","}:
        end = cue - 1
    elif said[0] <= part.cue[0] < said[1] <= last:
        end = said[1]
    elif first < speaks < last and sentence[0].low in PREPOSITION and sentence[speaks - 1].word == ",":
        end = speaks - 1  # "In a note closing the pier, the harbour board called …"
    while end > first + 1 and sentence[end - 1].word == ",":
        end -= 1
    if end <= first:
        return part
    return part._replace(content=(*part.content[:-1], (first, end)))
