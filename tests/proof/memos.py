"""Memos that briefgen never made: paragraphs as somebody types them in Word."""

from io import BytesIO

import docx

from briefgen import passages
from briefgen.pipeline.read import read
from briefgen.text import display


def memo(*paragraphs):
    """A Word file of paragraphs; a pair is a style and its words."""
    document = docx.Document()
    document.add_heading("Memo to the desk", level=1)
    for each in paragraphs:
        style, words = each if isinstance(each, tuple) else ("Normal", each)
        document.add_paragraph(words, style)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def sentences(path):
    """The sentences of a source that may be quoted, as a reader sees them."""
    seen = read(path)
    text = seen.document.text
    bodies = [block.span for block in seen.blocks if block.is_body]
    spans = (span for body in bodies for span in passages.sentences(text, body.start, body.end))
    return [display(span.of(text)) for span in spans]


def altered(words):
    """The same words, but for one in the middle."""
    parts = words.split(" ")
    parts[len(parts) // 2] = "never"
    return " ".join(parts)
