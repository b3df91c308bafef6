"""Passages: the whole sentences of a document's body."""

from briefgen.model.source import Passage, Source
from briefgen.passages.datelines import before, is_dateline
from briefgen.passages.sentences import sentences
from briefgen.passages.teasers import is_teaser
from briefgen.passages.unfinished import is_unfinished

__all__ = ["passages", "sentences"]


def passages(source: Source) -> tuple[Passage, ...]:
    """Give each sentence of the body blocks of `source`, in order, as a passage.

    Datelines and teasers are none, nor is what ends a paragraph of several sentences without a mark.
    """
    text = source.document.text
    found: list[Passage] = []
    paragraph = 0
    last_end = -1
    for block in source.blocks:
        if not block.is_body:
            continue
        paragraph += 1
        start = block.span.start + before(block.span.of(text))
        cut = sentences(text, start, block.span.end)
        if len(cut) > 1 and is_unfinished(cut[-1].of(text)):
            cut = cut[:-1]
        for span in cut:
            if is_dateline(span.of(text)) or is_teaser(span.of(text)):
                continue
            follows = last_end >= 0 and not text[last_end : span.start].strip()
            found.append(Passage(source.document.id, span, paragraph, follows))
            last_end = span.end
    return tuple(found)
