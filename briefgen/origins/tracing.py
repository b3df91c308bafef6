"""The trace of a document: taken once, when it is read, for it costs half a millisecond."""

from collections.abc import Sequence

from briefgen.model.origin import Trace
from briefgen.model.source import Block
from briefgen.origins import wires
from briefgen.origins.likeness import signature
from briefgen.shingles import SIZE, shingles


def trace(text: str, blocks: Sequence[Block]) -> Trace:
    """Take the trace of a text from its body; what stands around it is an outlet's, and alike on all its pages."""
    every = shingles("\n".join(block.span.of(text) for block in blocks if block.is_body))
    words = len(every) + SIZE - 1 if every else 0
    return Trace(signature(every), words, wires.carried(text, blocks), wires.cited(text, blocks))
