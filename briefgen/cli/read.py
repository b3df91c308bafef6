"""`briefgen read`."""

import json
import sys
from argparse import Namespace

from briefgen.cli.options import say
from briefgen.errors import UnreadableError
from briefgen.model.source import FIELDS
from briefgen.pipeline.read import Seen, read
from briefgen.text import display


def run(options: Namespace) -> int:
    """Show every file; 3 if none could be read."""
    seen = 0
    for path in options.files:
        try:
            found = read(path)
        except UnreadableError as error:
            say(str(error))
            continue
        seen += 1
        for warning in found.warnings:
            say(f"warning: {warning}")
        print(json.dumps(_plain(found), ensure_ascii=False) if options.json else _words(found))
    return 0 if seen else 3


def _plain(found: Seen) -> dict[str, object]:
    return {
        "path": found.path,
        "sha256": found.sha256,
        "document": found.document.id,
        "work": {name: _field(found, name) for name in FIELDS},
        "bases": dict(found.work.bases),
        "text": found.document.text,
        "blocks": [{"start": each.span.start, "end": each.span.end, "role": each.role} for each in found.blocks],
    }


def _field(found: Seen, name: str) -> str:
    value = getattr(found.work, name)
    return "" if value is None else str(value)


def _words(found: Seen) -> str:
    """Give the work, then the text block by block; what may not be quoted is dim, or in brackets off a terminal."""
    known = [(name, value) for name in FIELDS if (value := _field(found, name))]
    lines = [found.path, *(f"  {name}: {value} ({found.work.basis(name)})" for name, value in known), ""]
    for block in found.blocks:
        words = display(block.span.of(found.document.text))
        line = f"{block.role:>12}  {words}"
        lines.append(line if block.is_body else _dim(line))
    return "\n".join(lines) + "\n"


def _dim(line: str) -> str:
    return f"\x1b[2m{line}\x1b[0m" if sys.stdout.isatty() else f"[{line}]"
