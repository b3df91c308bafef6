"""Any finished Word file, read for what it says: by us or by anybody, from its XML alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.formats.docx.archive import Archive
from briefgen.formats.docx.claims import bookmarked
from briefgen.formats.docx.found import Found, claim
from briefgen.formats.docx.names import RECORD
from briefgen.formats.docx.noted import Note, noted
from briefgen.formats.docx.opened import BODY, open_file
from briefgen.formats.docx.page import Page
from briefgen.formats.docx.pending import pending
from briefgen.formats.docx.prose import prose
from briefgen.formats.docx.unmarked import unmarked
from briefgen.model.claim import Claim, Finished


def read(data: bytes) -> Finished:
    """Give what a Word file says, in the order of its text, the body before the notes that it refers to.

    A claim is: what a bookmark of ours is around; each paragraph of a block quotation; and what stands between
    quotation marks in any other text. Titles stand between such marks, too, so that they are claims; but not in the
    notes of our own quotations. Hidden words count as little as deleted ones: no reader sees them. Headers, footers and
    files within the file are not read. Raises UnreadableError when the file cannot be read.
    """
    file = open_file(data)
    notes = noted(file)
    body = Page(BODY, file.body, file.sheet)
    leaves = [_Leaf(body, tuple(bookmarked(body)), notes)]
    for key, note in notes.items():
        page = Page(key, file.notes[key], file.sheet, note.mark)
        leaves.append(_Leaf(page, tuple(bookmarked(page)), notes))
    own = {one.note for leaf in leaves for one in leaf.ours}
    quoted = [leaf.quoted(with_others=leaf.page.name not in own) for leaf in leaves]
    return Finished(
        claims=tuple(one for leaf, found in zip(leaves, quoted, strict=True) for one in leaf.claims(found)),
        prose=tuple(prose(body, [(one.start, one.end) for one in quoted[0]])),
        pending=pending([leaf.page for leaf in leaves], file.remarks),
        record=record(file.archive),
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page with the quotations of ours on it, and all notes of the file."""

    page: Page
    ours: tuple[Found, ...]
    notes: Mapping[str, Note]

    def quoted(self, *, with_others: bool) -> tuple[Found, ...]:
        """Give the quotations in the order of the text; those that are not ours only if they are asked for."""
        others = unmarked(self.page, self.ours) if with_others else ()
        return tuple(sorted((*self.ours, *others), key=lambda one: one.start))

    def claims(self, quoted: tuple[Found, ...]) -> Iterator[Claim]:
        """Give what quotations claim. One that stands in a note is cited by it, if nothing else cites it."""
        for one in quoted:
            is_citing = self.page.name != BODY and not one.excerpt and not one.note
            yield claim(replace(one, note=self.page.name) if is_citing else one, self.page, self.notes)


def record(archive: Archive) -> str:
    """Give the public record that travels in a custom XML part; empty where there is none."""
    for name in archive.names:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = archive.xml(name) if RECORD.encode() in (archive.read(name) or b"") else None
            if root is not None and root.tag == f"{{{RECORD}}}record":
                return root.text or ""
    return ""
