"""Any PDF, read for what it says."""

from typing import Any

import pypdfium2

from briefgen.formats.claims import read_tree
from briefgen.formats.html.flow import tree_of
from briefgen.formats.pdf.names import RECORD
from briefgen.formats.pdf.pages import opened
from briefgen.formats.pdf.structure import tree
from briefgen.model.claim import Finished
from briefgen.record import digest

_MOST = 64
"""So many attached files are looked at."""


def read(data: bytes) -> Finished:
    """Give what a PDF says, whoever made it: the words on its pages, in the order and roles that its structure tells.

    Where a page has no structure, or shows words that it does not tell, its lines are read in the order of the page;
    then what stands between quotation marks is a claim, and nothing tells what is set in. Headers and footers,
    annotations and pictures are not read. Raises UnreadableError.
    """
    with opened(data) as document:
        record = _record(document)
        claims, prose = read_tree(tree_of(tree(document)), is_ours=bool(record))
    return Finished(claims, prose, record=record, digest=digest(record) if record else "")


def _record(document: Any) -> str:  # noqa: ANN401 - the library ships no types
    """Give the record that is attached to a PDF, as text; empty where there is none."""
    for number in range(min(document.count_attachments(), _MOST)):
        try:
            attached = document.get_attachment(number)
            if attached.get_name() == RECORD:
                return bytes(attached.get_data()).decode()
        except (pypdfium2.PdfiumError, UnicodeDecodeError):
            continue
    return ""
