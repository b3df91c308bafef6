"""Speech that stands without a verb of saying: it goes on with what was said just before, or leads up to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.model.attribution import Attributed
from briefgen.model.place import Span

SPEECH = 4
"""Words from which a quotation is speech, and no name, no single word, no distance of the writer's."""
_LABEL = re.compile(r"[“\"]?([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4})(:)\s")


def is_speech(words: str) -> bool:
    """Say whether a quotation is long enough to be speech."""
    return len(words.split(maxsplit=SPEECH)) >= SPEECH


def is_transcript(text: str, paragraphs: Sequence[Sequence[Span]]) -> bool:
    """Say whether paragraphs begin with the speaker's name in capitals: "QUILL: …".

    One such paragraph may begin with a place or a word of warning; two are a conversation.
    """
    labels = (_LABEL.match(text, paragraph[0].start) for paragraph in paragraphs if paragraph)
    return sum(map(bool, labels)) > 1


def labelled(text: str, paragraph: Sequence[Span]) -> Iterator[Attributed]:
    """Give what the speaker named at the beginning of a transcript's paragraph says in it."""
    if paragraph and (label := _LABEL.match(text, paragraph[0].start, paragraph[-1].end)):
        yield Attributed(Span(*label.span(1)), Span(*label.span(2)), (Span(label.end(), paragraph[-1].end),))


def whole(found: Attributed, quoted: Sequence[Span]) -> Attributed:
    """Give an attribution whose content takes in every quotation that it begins or ends in, whole."""
    return replace(found, content=tuple(_stretched(each, quoted) for each in found.content))


def _stretched(span: Span, quoted: Sequence[Span]) -> Span:
    start = next((each.start for each in quoted if each.start < span.start < each.end), span.start)
    end = next((each.end for each in quoted if each.start < span.end < each.end), span.end)
    return Span(start, end)


def carried(
    text: str,
    paragraph: Sequence[Span],
    quoted: Sequence[Span],
    found: Sequence[Attributed],
    heard: Attributed | None,
) -> tuple[list[Attributed], Attributed | None]:
    """Give a paragraph's attributions with the quotations that nobody is yet said to have said, and who spoke last.

    Such a quotation belongs to whoever spoke last before it in its paragraph, else to who speaks next, where no other
    sentence stands between: an export may have lost its paragraphs. In a paragraph of its own it belongs to who was
    `heard` last in the paragraph before. Only whole sentences of speech are given to anybody.
    """
    held = list(found)
    speaking = [at for at, each in enumerate(held) if each.source]
    for each in quoted:
        if not _stands_alone(text, each, paragraph) or _is_given(each, held):
            continue
        before = [at for at in speaking if held[at].cue.start < each.start]
        if before or speaking:
            owner = before[-1] if before else speaking[0]
            if _are_parted(paragraph, held[owner], each):
                continue
            held[owner] = replace(held[owner], content=tuple(sorted({*held[owner].content, each})))
        elif heard:
            held.append(replace(heard, content=(each,)))
            speaking.append(len(held) - 1)
    return held, held[speaking[-1]] if speaking else None


def _are_parted(paragraph: Sequence[Span], found: Attributed, quotation: Span) -> bool:
    """Say whether a sentence stands between a quotation and what somebody says before it, or else says behind it."""
    spans = (found.cue, *found.content)
    ends = [each.end for each in spans if each.end <= quotation.start]
    first, last = (max(ends), quotation.start) if ends else (quotation.end, found.cue.start)
    return any(first <= each.start and each.end <= last for each in paragraph)


def _stands_alone(text: str, quotation: Span, paragraph: Sequence[Span]) -> bool:
    """Say whether a quotation begins and ends with sentences, and is long enough to be speech."""
    first = next((each.start for each in reversed(paragraph) if each.start <= quotation.start), quotation.start)
    last = next((each.end for each in paragraph if each.end >= quotation.end), quotation.end)
    is_whole = not text[first : quotation.start].strip() and not text[quotation.end : last].strip(" .,!?")
    return is_whole and is_speech(quotation.of(text))


def _is_given(quotation: Span, held: Sequence[Attributed]) -> bool:
    pieces = (piece for each in held if each.source for piece in each.content)
    return any(piece.touches(quotation) for piece in pieces)
