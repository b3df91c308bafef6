"""Passages: the whole sentences of a document's body."""

from briefgen.model.source import Passage, Source
from briefgen.passages.datelines import before, is_dateline
from briefgen.passages.sentences import sentences
from briefgen.passages.teasers import is_teaser

__all__ = ["passages", "sentences"]


def passages(source: Source) -> tuple[Passage, ...]:
    """Give each sentence of the body blocks of `source`, in order, as a passage, without datelines and teasers."""
    text = source.document.text
    found: list[Passage] = []
    paragraph = 0
    last_end = -1
    for block in source.blocks:
        if not block.is_body:
            continue
        paragraph += 1
        start = block.span.start + before(block.span.of(text))
        for span in sentences(text, start, block.span.end):
            if is_dateline(span.of(text)) or is_teaser(span.of(text)):
                continue
            follows = last_end >= 0 and not text[last_end : span.start].strip()
            found.append(Passage(source.document.id, span, paragraph, follows))
            last_end = span.end
    return tuple(found)
