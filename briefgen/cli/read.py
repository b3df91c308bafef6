"""`briefgen read`."""

import json
from argparse import Namespace
from collections.abc import Sequence

from briefgen.cli import terminal
from briefgen.cli.options import say
from briefgen.errors import UnreadableError
from briefgen.model.source import FIELDS, Block, Role, Work
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
        print(
            json.dumps(_plain(found), ensure_ascii=False)
            if options.json
            else words(found.path, found.work, found.document.text, found.blocks)
        )
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


def basis_of(work: Work, field: str) -> str:
    """Say where a known field comes from, and how far that can be trusted."""
    basis = work.basis(field)
    return f"{basis}: {basis.confidence}" if basis else ""


def words(path: str, work: Work, text: str, blocks: Sequence[Block]) -> str:
    """Give the work, then the text block by block, with how much of it may be quoted.

    On a terminal what may be quoted is plain with its role in green, what says something of the work or heads a part is
    in a colour, and noise is dim; elsewhere all that may not be quoted stands in brackets.
    """
    known = [(name, value) for name in FIELDS if (value := getattr(work, name))]
    fields = (f"  {name}: {value} ({basis_of(work, name)})" for name, value in known)
    show = _coloured if terminal.is_coloured() else _bracketed
    shown = (show(block, display(block.span.of(text))) for block in blocks)
    return "\n".join([path, *fields, _share(blocks), "", *shown]) + "\n"


def _share(blocks: Sequence[Block]) -> str:
    """Say what part of the text may be quoted, by its characters."""
    quotable = sum(len(block.span) for block in blocks if block.is_body)
    return f"  may be quoted: {100 * quotable / max(1, sum(len(block.span) for block in blocks)):.0f} % of the text"


_BODY, _NOISE = "32", "2"
_COLOURS = {
    Role.TITLE: "1",
    Role.HEADING: "1",
    Role.TABLE: "36",
    Role.BYLINE: "33",
    Role.DATELINE: "33",
    Role.CREDIT: "33",
    Role.BOILERPLATE: _NOISE,
}
"""How a terminal shows what may not be quoted (ECMA-48, 8.3.117)."""


def _coloured(block: Block, line: str) -> str:
    if block.is_body:
        return f"{terminal.paint(f'{block.role:>12}', _BODY)}  {line}"
    return terminal.paint(f"{block.role:>12}  {line}", _COLOURS[block.role])


def _bracketed(block: Block, line: str) -> str:
    line = f"{block.role:>12}  {line}"
    return line if block.is_body else f"[{line}]"
