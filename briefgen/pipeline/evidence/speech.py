"""What a source gives to whom: its attributions, found once."""

from collections.abc import Sequence
from itertools import groupby

from briefgen import attribution, quotation
from briefgen.model.attribution import Attributed, Said
from briefgen.model.place import Span
from briefgen.model.source import Passage, Source


class Speech:
    """A source with all that it attributes."""

    def __init__(self, source: Source, passages: Sequence[Passage]) -> None:
        """Take a source with the sentences of its body."""
        self.source = source
        self._passages = passages
        text = source.document.text
        paragraphs = [tuple(group) for _, group in groupby(self._passages, key=lambda each: each.paragraph)]
        self._quoted = _quoted(text, paragraphs)
        spans = [tuple(each.span for each in paragraph) for paragraph in paragraphs]
        self._attributed: tuple[Attributed, ...] = attribution.find(text, spans, self._quoted)

    def sayings(self, excerpt: Span) -> tuple[Said, ...]:
        """Give who speaks in an excerpt."""
        return attribution.sayings(self.source.document.text, self._inside(excerpt), self._attributed, self._quoted)

    def voices(self, excerpt: Span) -> tuple[attribution.Voice, ...]:
        """Give everybody whose words stand in an excerpt, also who only denies what it tells."""
        return attribution.voices(self.source.document.text, self._inside(excerpt), self._attributed, self._quoted)

    def denied(self, excerpt: Span) -> tuple[Span, ...]:
        """Give what somebody says in an excerpt is not so."""
        return attribution.denied(self.source.document.text, self._inside(excerpt), self._attributed)

    def _inside(self, excerpt: Span) -> list[Span]:
        return [each.span for each in self._passages if excerpt.contains(each.span)]


def _quoted(text: str, paragraphs: Sequence[Sequence[Passage]]) -> tuple[Span, ...]:
    """Give the quotations of the paragraphs, marks included."""
    spans = [Span(paragraph[0].span.start, paragraph[-1].span.end) for paragraph in paragraphs]
    found = quotation.continued([span.of(text) for span in spans])
    return tuple(
        Span(span.start + each.start - len(each.opener), span.start + each.end + len(each.closer))
        for span, marked in zip(spans, found, strict=True)
        for whole in marked
        for each in quotation.within(span.of(text), whole)
    )
