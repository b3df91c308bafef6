"""Which sentences are whose, and how their words come to the reader."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.attribution.speakers import WRITTEN, head, introduction, named, owned
from briefgen.attribution.verbs import DENYING, VERBS
from briefgen.model.attribution import Attributed, Manner, Said
from briefgen.model.place import Span

_DOCUMENT = re.compile(
    r"\bin ((?:an?|the|its|his|her|their) (?:[\w’'-]{1,30} ){0,5}?"
    r"(?:reports?|statement|papers?|draft|bluebook|communiqu[eé]|letter|memo|memorandum|strategy|declaration|"
    r"resolution|speech|address|interview|article|editorial|commentary))\b(?! of| on| to| with)",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\b(?:drafts?|forthcoming|upcoming|leaked|unpublished|unreleased)\b", re.IGNORECASE)
_RELEASED = re.compile(r"\W{0,3}(?:released|published|issued|unveiled|adopted)\b", re.IGNORECASE)
_OBTAINED = re.compile(
    r"\b(?:draft|copy|document|report|text)\b[^.]{0,60}?\b(?:obtained|seen|reviewed) by "
    r"((?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
)
_ASIDE = re.compile(
    r"(?:In|On|At|Ahead of|During|After|Before|While|Since|With|Following|For|As|To|Under|Amid|Despite|Speaking|Asked|"
    r"However|Meanwhile|Separately|Specifically|But|And|Yet|Still|Also|Previously|Furthermore|Last|Earlier|Later)\b"
)
"""What a sentence may begin with before its speaker is named."""
_WHOLE = 0.6
"""Of a sentence, the part that must be attributed to a speaker for it to be his, if nothing in it is quoted."""
_PART = 0.4
"""The same for a sentence to hold his words at all, whoever else's it holds."""
_JOINT = 2
"""Characters between a speaker and his verb."""
_PRONOUN = re.compile(r"\W*(?:he|she|it|they|who|which|that|we|i|you|this|these|those)\W*", re.IGNORECASE)
_PHRASES = frozenset({"according", "as"})
"""What tells of somebody's words without a verb: "according to", "as stated in"."""
_SUCH_AS = re.compile(r"\b(?:such as|including|like)\s+\Z")
_IF = re.compile(r"\b(?:if|unless|whether|should)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:which|that)\s+")
_OPENING = '"“„«'
_DIRECT = 0.9
"""Of what is said, the part between quotation marks from which on all of it is quoted."""


class Voice(NamedTuple):
    """A speaker: the words by which the sentence calls him, with what it says of him, and his name, if he has one."""

    words: str
    name: str


def sayings(
    text: str, sentences: Sequence[Span], attributed: Sequence[Attributed], quoted: Sequence[Span]
) -> tuple[Said, ...]:
    """Give who speaks in a run of sentences, each with his sentences; what is the writer's own is nobody's.

    Only what was said or written counts, as the sentence tells it at its outermost, and only speakers who can be named
    (`speakers.named`). `attributed` is all that the text attributes, `quoted` its quotations, both as `find` has them.
    """
    found: dict[str, list[tuple[int, Attributed]]] = {}
    for number, sentence in enumerate(sentences, start=1):
        for each in _speaking(text, sentence, attributed, quoted):
            if speaker := named(text, each, attributed):
                found.setdefault(speaker, []).append((number, each))
    return tuple(_said(text, name, held, sentences, quoted) for name, held in found.items())


def voices(
    text: str, sentences: Sequence[Span], attributed: Sequence[Attributed], quoted: Sequence[Span]
) -> tuple[Voice, ...]:
    """Give whom a run of sentences names for words that it gives, in their order; also who only denies what it tells.

    Stricter than `sayings`: who is named in another sentence, or here by a pronoun alone, is left out.
    """
    found = (
        each
        for sentence in sentences
        for each in (*_speaking(text, sentence, attributed, quoted, _PART), *_denying(text, sentence, attributed))
        if _is_told(text, sentence, each)
    )
    return tuple(Voice(each.source.of(text), named(text, each, attributed)) for each in found if each.source)


def denied(text: str, sentences: Sequence[Span], attributed: Sequence[Attributed]) -> tuple[Span, ...]:
    """Give what somebody who is named in a run of sentences says there is not so: "denied that …", "rejects …".

    What he would, might or did not deny is none of it, nor what stands behind "if".
    """
    return tuple(
        piece
        for sentence in sentences
        for each in attributed
        if each.is_spoken and _is_denial(each.cue.of(text)) and _is_told(text, sentence, each)
        if each.source and not _IF.search(text, sentence.start, each.source.start)
        for piece in each.content
    )


def _denying(text: str, sentence: Span, attributed: Sequence[Attributed]) -> Iterator[Attributed]:
    return (each for each in attributed if sentence.contains(each.cue) and _only_denies(text, each))


def _is_told(text: str, sentence: Span, found: Attributed) -> bool:
    """Say whether a sentence itself says that its words are somebody's, and names him."""
    words = found.cue.of(text).lower().split()
    says = not found.cue.of(text).isascii() or any(word in VERBS or word in _PHRASES for word in words)
    if not says or not found.source or _PRONOUN.fullmatch(found.source.of(text)) or not sentence.contains(found.cue):
        return False
    return not _SUCH_AS.search(text, sentence.start, found.source.start)


def _said(
    text: str, speaker: str, held: Sequence[tuple[int, Attributed]], sentences: Sequence[Span], quoted: Sequence[Span]
) -> Said:
    numbers = tuple(dict.fromkeys(number for number, _ in held))
    spans = [sentences[number - 1] for number in numbers]
    document = next((found for span in spans if (found := _document(text, span, [each for _, each in held]))), None)
    status = _status(text, document, held[0][1])
    return Said(
        speaker,
        _manner(spans, [piece for _, each in held for piece in each.content], quoted),
        sentences=numbers if len(numbers) < len(sentences) else (),
        document=owned(document[1]) or document[1] if document else "",
        status=status,
        obtained=_obtained(text) if status == "draft" else "",
    )


def _speaking(
    text: str, sentence: Span, attributed: Sequence[Attributed], quoted: Sequence[Span], least: float = _WHOLE
) -> Sequence[Attributed]:
    """Give the attributions within no other whose speaker a sentence quotes, or whose words are `least` of it.

    A sentence with a quotation mark before it that nothing closes is somebody's, and nobody knows whose.
    """
    if text[sentence.start] in _OPENING and not any(each.start <= sentence.start < each.end for each in quoted):
        return []
    here = [
        each
        for each in attributed
        if each.is_spoken and each.source and _size(_both(each.content, [sentence]))
        if not _SUCH_AS.search(text, sentence.start, each.source.start)
    ]
    outer = [
        each
        for each in here
        if not _only_denies(text, each) and not any(_holds(other, each) for other in here if other is not each)
    ]
    return [
        each
        for each in outer
        if _both(_both(each.content, [sentence]), quoted) or _is_most(text, sentence, each, outer, least)
    ]


def _only_denies(text: str, found: Attributed) -> bool:
    """Say whether a sentence only adds who denies a claim that it tells of: "accusations, which the port denies"."""
    if not found.source or found.content[-1].end > found.source.start or not _is_denial(found.cue.of(text)):
        return False
    return bool(_RELATIVE.fullmatch(text, found.content[-1].end, found.source.start))


def _is_denial(cue: str) -> bool:
    return not DENYING.isdisjoint(cue.lower().split())


def _is_most(text: str, sentence: Span, found: Attributed, others: Sequence[Attributed], least: float) -> bool:
    """Say whether `least` of a sentence is what one speaker says, with what else he says in it."""
    whole = [
        _hull(each) for each in others if each.source and found.source and _is_same(text, each.source, found.source)
    ]
    start = max(sentence.start, min(part.start for part in whole))
    counted = sentence.end - start if _ASIDE.match(text, sentence.start) else len(sentence)
    return _size(_both(whole, [sentence])) >= least * counted


def _is_same(text: str, one: Span, other: Span) -> bool:
    return one.of(text) == other.of(text)


def _hull(found: Attributed) -> Span:
    """Give an attribution from end to end, with where and when it was said; not what its speaker did before that."""
    near = found.source and (found.source.start > found.cue.start or found.cue.start - found.source.end <= _JOINT)
    spans = [*found.content, found.cue, *([found.source] if found.source and near else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _holds(outer: Attributed, inner: Attributed) -> bool:
    """Say whether one attribution is part of what another says."""
    return any(piece.contains(inner.cue) for piece in outer.content)


def _both(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    both = ((max(a.start, b.start), min(a.end, b.end)) for a in spans for b in others)
    return [Span(start, end) for start, end in both if start < end]


def _size(spans: Sequence[Span]) -> int:
    """Give how many characters stand in these spans; those in two of them once."""
    end = size = 0
    for span in sorted(spans):
        size += max(0, span.end - max(end, span.start))
        end = max(end, span.end)
    return size


def _manner(sentences: Sequence[Span], content: Sequence[Span], quoted: Sequence[Span]) -> Manner:
    here = _both(content, sentences)
    direct = _size(_both(here, quoted))
    if not direct:
        return Manner.REPORTED
    return Manner.QUOTED if direct >= _DIRECT * _size(here) else Manner.PARTLY


def _document(text: str, sentence: Span, held: Sequence[Attributed]) -> re.Match[str] | None:
    """Find what a sentence says that its speaker says it in; not what stands in what is said, or speaks itself."""
    taken = [part for each in held for part in (*each.content, each.cue, each.source) if part]
    for found in _DOCUMENT.finditer(text, sentence.start, sentence.end):
        if not _both([Span(*found.span())], taken):
            return found
    return None


def _status(text: str, document: re.Match[str] | None, found: Attributed) -> str:
    """Say whether the document that speaks, or is spoken in, is a draft or was released, if the words say so."""
    if found.source is None:
        return ""
    speaker = found.source.of(text)
    first = introduction(text, head(speaker), found.source.start)
    if document or first:
        place = document or first
        about, end = (place[1], place.end(1)) if place else ("", 0)
    elif re.search(rf"\b{WRITTEN}\b", speaker, re.IGNORECASE):
        about, end = speaker, found.source.end
    else:
        return ""
    if _DRAFT.search(about):
        return "draft"
    return "released" if _RELEASED.match(text, end) else ""


def _obtained(text: str) -> str:
    found = _OBTAINED.search(text)
    return found[1] if found else ""
