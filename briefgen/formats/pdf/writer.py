"""A composition as a PDF: our HTML page, laid out on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from briefgen import record
from briefgen.errors import OutputError
from briefgen.formats.html.page import page
from briefgen.formats.pdf.letters import named
from briefgen.formats.pdf.names import RECORD
from briefgen.model.brief import Composition, Look, Made
from briefgen.model.tree import Quoted, within

FILE = "the PDF"
_ABSENT = "WeasyPrint and the libraries it needs are not installed: pip install 'briefgen[pdf]' ({why})"
_REMEDY = "install one that has, such as the Noto font of the script"
_STRUCTURE = """
* { hyphens: manual !important; hyphenate-character: "" !important; }
ul, ol, table, blockquote, div, article { white-space: normal; }
p, li, td, th, h1, h2, h3, h4, h5, h6 { white-space: pre-wrap; }
.footnote { float: footnote !important; white-space: pre-wrap; }
.footnote::footnote-call { content: "\\2060" attr(data-mark); vertical-align: super; font-size: 70%; line-height: 0; }
.footnote::footnote-marker { content: attr(data-mark) "\\00a0 "; font-weight: bold; }
"""
"""What a page needs whatever it looks like: notes at its foot, and lines that break where the words have a space, which
is kept, so that the words of a line and of the next are those of the text and nothing else."""


def write(composition: Composition, look: Look) -> bytes:
    """Give the PDF of a composition; see `make`."""
    return make(composition, look).data


def make(composition: Composition, look: Look) -> Made:
    """Give the PDF of a composition (PDF/UA-1, ISO 14289-1), in the looks of `look.style`.

    The same composition, look, fonts and version of WeasyPrint give the same bytes. Nothing is loaded, neither from the
    web nor, but for its fonts, from this machine. Raises OutputError where WeasyPrint is not installed, and where no
    font has a character that is quoted; what else no font has is a warning.
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
    quoted = _quoted(composition)
    if lost := quoted & tags.unseen:
        raise OutputError(FILE, f"no font of this machine has {named(lost)}, which is quoted; {_REMEDY}")
    return Made(data, tuple(_warnings(tags.unseen)))


def _quoted(composition: Composition) -> frozenset[str]:
    """Give the characters that are quoted: shown as boxes, they would not be the words of their source."""
    things = within((composition.tree.blocks, composition.tree.notes))
    return frozenset(character for each in things if isinstance(each, Quoted) for character in each.text)


def _warnings(unseen: frozenset[str]) -> Iterator[str]:
    if unseen:
        yield f"{FILE} shows boxes for {named(unseen)}: no font of this machine has them; {_REMEDY}"
