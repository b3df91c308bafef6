"""Sources for query tests, made of (role, text) pairs."""

from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work


def source(*parts, work=None):
    """Make a source whose blocks are these (role, text) pairs, with a blank line between them."""
    text, blocks = "", []
    for role, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), Role(role)))
        text += words
    document = Document.from_text(text)
    return Source(document, tuple(blocks), Appearance(document.id, "a.txt", "", work or Work()))


def paragraph(text, **work):
    return source(("paragraph", text), work=Work(**work))
