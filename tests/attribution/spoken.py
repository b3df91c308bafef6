"""Texts for tests of attribution: every line a paragraph, read as a build reads it."""

import re

from briefgen import attribution, quotation
from briefgen.model.place import Span
from briefgen.passages import sentences


class Speech:
    """A text with its sentences, its quotations and what it attributes."""

    def __init__(self, text):
        self.text = text
        lines = [Span(*found.span()) for found in re.finditer(r"\S.*", text)]
        marked = quotation.continued([line.of(text) for line in lines])
        self.quoted = [
            Span(line.start + each.start - len(each.opener), line.start + each.end + len(each.closer))
            for line, found in zip(lines, marked, strict=True)
            for whole in found
            for each in quotation.within(line.of(text), whole)
        ]
        self.paragraphs = [sentences(text, line.start, line.end) for line in lines]
        self.found = attribution.find(text, self.paragraphs, self.quoted)

    def parts(self):
        """Give what is attributed as words: source, cue, content."""
        return [
            (each.source.of(self.text) if each.source else "", each.cue.of(self.text), self.content(each))
            for each in self.found
        ]

    def content(self, found):
        return " … ".join(piece.of(self.text) for piece in found.content)

    def sayings(self, words):
        """Give who speaks in the sentences that these words, which stand in the text once, are made of."""
        whole = Span(self.text.index(words), self.text.index(words) + len(words))
        inside = [span for paragraph in self.paragraphs for span in paragraph if whole.contains(span)]
        assert inside, words
        return self.speaking(inside)

    def speaking(self, sentences):
        """Give who speaks in a run of sentences."""
        return attribution.sayings(self.text, sentences, self.found, self.quoted)
