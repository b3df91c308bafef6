"""Who says what in a text: speaker, cue and content of quoted and reported speech.

Rules over words, no model: English by its verbs of saying and the noun phrases around them; Japanese, Chinese, Korean
and Russian by the patterns in which their newspapers quote. What fits none of these is given to nobody. The three parts
are those of the PolNeAR corpus (Newell, Margolin and Ruths 2018), by which the rules are measured.
"""

from bisect import bisect_left
from collections.abc import Sequence

from briefgen.attribution import scripts, speech
from briefgen.attribution.clauses import parts
from briefgen.attribution.parties import is_former, stands_for
from briefgen.attribution.sayings import Voice, denied, sayings, voices
from briefgen.attribution.tokens import tokens
from briefgen.attribution.verbs import DENYING
from briefgen.attribution.wording import CLAIM
from briefgen.model.attribution import Attributed
from briefgen.model.place import Span

__all__ = ["CLAIM", "DENYING", "Voice", "denied", "find", "is_former", "sayings", "stands_for", "voices"]

_LONGEST = 300
"""Words of a sentence, and sentences of a paragraph, that are looked at: what is longer is no prose."""


def find(text: str, paragraphs: Sequence[Sequence[Span]], quoted: Sequence[Span]) -> tuple[Attributed, ...]:
    """Give what a text attributes, in the order of the cues.

    `paragraphs` hold the spans of their sentences, in order; `quoted` are the spans of the text's outermost quotations,
    marks included, in order, none across another. Takes time in proportion to the text.
    """
    found: list[Attributed] = []
    heard: Attributed | None = None
    is_transcript = speech.is_transcript(text, paragraphs)
    for paragraph in paragraphs:
        inner = _among(quoted, paragraph)
        here = [each for sentence in paragraph[:_LONGEST] for each in _sentence(text, sentence, inner)]
        if is_transcript:
            here += speech.labelled(text, paragraph)
        here, heard = speech.carried(text, paragraph[:_LONGEST], inner, here, heard)
        found += here
    return tuple(sorted(found, key=lambda each: (each.cue.start, each.cue.end)))


def _among(quoted: Sequence[Span], sentences: Sequence[Span]) -> Sequence[Span]:
    """Give the quotations that touch these sentences."""
    if not sentences:
        return ()
    first = bisect_left(quoted, sentences[0].start, key=lambda each: each.end)
    return quoted[first : bisect_left(quoted, sentences[-1].end, key=lambda each: each.start)]


def _sentence(text: str, sentence: Span, quoted: Sequence[Span]) -> list[Attributed]:
    inner = _among(quoted, [sentence])
    if found := scripts.find(text, sentence, inner):
        return [found]
    words = tokens(text, sentence, inner)
    if len(words) > _LONGEST:
        return []

    def span(place: tuple[int, int]) -> Span:
        return Span(words[place[0]].start, words[place[1] - 1].end)

    return [
        speech.whole(
            Attributed(
                span(part.source) if part.source else None,
                span(part.cue),
                tuple(map(span, part.content)),
                part.is_spoken,
            ),
            inner,
        )
        for part in parts(words, text)
    ]
