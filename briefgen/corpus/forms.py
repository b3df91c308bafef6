"""Frozen types as JSON, the way a corpus keeps them."""

import json
from collections.abc import Sequence
from typing import Any

from briefgen.model.origin import Trace
from briefgen.model.place import Span
from briefgen.model.source import FIELDS, Basis, Block, Published, Role, Work


def dump(value: object) -> str:
    """Give the one compact JSON text of a plain value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_work(work: Work) -> str:
    """Give a work as JSON: its known fields, and `bases`."""
    known: dict[str, Any] = {name: str(value) for name in FIELDS if (value := getattr(work, name))}
    if work.bases:
        known["bases"] = work.bases
    return dump(known)


def load_work(text: str) -> Work:
    """Read a work. Raises ValueError or TypeError for anything that `dump_work` does not give."""
    known = json.loads(text)
    if "published" in known:
        known["published"] = Published(known["published"])
    if "bases" in known:
        known["bases"] = tuple((str(name), Basis(basis)) for name, basis in known["bases"])
    return Work(**known)


def dump_blocks(blocks: Sequence[Block]) -> str:
    """Give blocks as JSON: `[start, end, role]` each."""
    return dump([(block.span.start, block.span.end, block.role) for block in blocks])


def load_blocks(text: str) -> tuple[Block, ...]:
    """Read blocks. Raises ValueError or TypeError for anything that `dump_blocks` does not give."""
    return tuple(Block(Span(start, end), Role(role)) for start, end, role in json.loads(text))


def dump_spans(spans: Sequence[Span]) -> str:
    """Give spans as JSON: `[start, end]` each."""
    return dump([(span.start, span.end) for span in spans])


def load_spans(text: str) -> tuple[Span, ...]:
    """Read spans. Raises ValueError or TypeError for anything that `dump_spans` does not give."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def load_lines(text: str) -> tuple[str, ...]:
    """Read lines of text from a JSON list."""
    return tuple(json.loads(text))


def dump_trace(trace: Trace) -> tuple[bytes, int, str, str]:
    """Give a trace as the values of a row."""
    return trace.minhash, trace.words, dump(trace.carried), dump(trace.cited)


def load_trace(minhash: bytes, words: int, carried: str, cited: str) -> Trace:
    """Read a trace. Raises ValueError or TypeError for anything that `dump_trace` does not give."""
    return Trace(minhash, words, load_lines(carried), load_lines(cited))
