"""A composition as a PDF: our HTML page, laid out on paper."""

from dataclasses import replace
from datetime import UTC, datetime, time

from briefgen import record
from briefgen.errors import OutputError
from briefgen.formats.html.page import page
from briefgen.formats.pdf.names import RECORD
from briefgen.model.brief import Composition, Look
from briefgen.model.tree import Quoted, below

FILE = "the PDF"
_ABSENT = "WeasyPrint and the libraries it needs are not installed: pip install 'briefgen[pdf]' ({why})"
_STRUCTURE = """
* { hyphens: manual !important; hyphenate-character: "" !important; }
ul, ol, table, blockquote, div, article { white-space: normal; }
p, li, td, th, h1, h2, h3, h4, h5, h6 { white-space: pre-wrap; }
.footnote { float: footnote !important; white-space: pre-wrap; }
.footnote::footnote-call { content: attr(data-mark); vertical-align: super; font-size: 70%; line-height: 0; }
.footnote::footnote-marker { content: attr(data-mark) "\\00a0 "; font-weight: bold; }
"""
"""What a page needs whatever it looks like: notes at its foot, and lines that break where the words have a space, which
is kept, so that the words of a line and of the next are those of the text and nothing else."""
_SHOWN = 12
"""So many characters without a glyph are named."""


def write(composition: Composition, look: Look) -> bytes:
    """Give the PDF of a composition (PDF/UA-1, ISO 14289-1), in the looks of `look.style`.

    The same composition, look, fonts and version of WeasyPrint give the same bytes. Nothing is loaded, neither from the
    web nor, but for its fonts, from this machine. Raises OutputError where WeasyPrint is not installed, and where no
    font has a character that is quoted.
    """
    try:
        from weasyprint import HTML, Attachment  # noqa: PLC0415 - an extra, and slow to import
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

        from briefgen.formats.pdf.tags import Tags  # noqa: PLC0415 - as above
    except (ImportError, OSError) as error:
        raise OutputError(FILE, _ABSENT.format(why=error)) from error
    laid = page(composition, replace(look, style=f"{look.style}\n{_STRUCTURE}"), at_foot=True)
    told = record.public(composition)
    day = datetime.combine(composition.brief.as_of, time(), UTC)
    attached = Attachment(string=told, name=RECORD, created=day, modified=day, relationship="Data")
    document = HTML(string=laid, url_fetcher=URLFetcher(allowed_protocols=("data",))).render()
    tags = Tags(document)
    data: bytes = document.write_pdf(
        finisher=tags.finish,
        pdf_variant="pdf/ua-1",
        pdf_identifier=record.digest(laid if composition.is_scrubbed else told).encode(),
        attachments=[] if composition.is_scrubbed else [attached],
    )
    _refuse_unseen(composition, tags.unseen)
    return data


def _refuse_unseen(composition: Composition, unseen: frozenset[str]) -> None:
    """Refuse a quotation that would show boxes in place of letters: it is not the words of its source."""
    notes = (node for note in composition.tree.notes for node in note.blocks)
    quoted = {
        character
        for block in (*composition.tree.blocks, *notes)
        for node in below(block)
        if isinstance(node, Quoted)
        for character in node.text
    }
    if lost := sorted(quoted & unseen):
        named = " ".join(lost[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
        raise OutputError(FILE, f"no font of this machine has {named}, which is quoted; install one that has")
