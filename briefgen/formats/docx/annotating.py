"""Remarks on a Word file, as comments in a copy of it. It may be any Word file, also one that briefgen never made."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.formats.docx.elements import Element, el, run, words
from briefgen.formats.docx.names import COMMENTS
from briefgen.formats.docx.opened import BODY, open_file
from briefgen.formats.docx.places import Places
from briefgen.formats.docx.revision import Revision
from briefgen.formats.docx.wholes import Edges
from briefgen.model.claim import Spot
from briefgen.text import canonicalise


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a spot of a file; each line of `words` is a paragraph."""

    spot: Spot
    words: str


def annotate(data: bytes, remarks: Sequence[Remark], author: str = "briefgen") -> bytes:
    """Give a copy of a Word file with a comment by `author` on the words of each spot.

    A spot's offsets are those of `open_file`; one without words is a comment on the place where it stands. Words of a
    note are commented on where the body first refers to the note, words in a text box where the box hangs in the text:
    Word has no comments within either. A part of something whole (a formula, say) stands for all of it.

    What the file says stays as it is, earlier comments and tracked changes too, and every part that does not tell of
    comments stays byte for byte. Comments bear no date, so the same remarks on the same file give the same bytes.
    Without remarks the copy is the file itself. For a digital signature, see `Revision.save`.

    Raises UnreadableError when the file cannot be read, or cannot be changed without breaking it.
    """
    file = open_file(data)
    if not remarks:
        return data
    revision = Revision(file)
    comments = revision.root(revision.part(COMMENTS, "comments")[0])
    spots = [remark.spot for remark in remarks if remark.spot.story == BODY]
    places = Places(file, [offset for spot in spots for offset in (spot.start, spot.end)])
    marked = [
        (number, remark, places.around(remark.spot))
        for number, remark in zip(revision.numbers(len(remarks)), remarks, strict=True)
    ]
    _mark([(number, edges) for number, _, edges in marked])
    comments.extend(_comment(number, remark.words, author) for number, remark, _ in marked)
    return revision.save()


def _mark(comments: Sequence[tuple[int, Edges]]) -> None:
    """Put the marks of comments around their places; where several begin or end, they stand in their order."""
    for number, (first, _) in comments:
        first.addprevious(el("commentRangeStart", id=number))
    for number, (_, last) in reversed(comments):
        last.addnext(run(el("commentReference", id=number)))
        last.addnext(el("commentRangeEnd", id=number))


def _comment(number: int, said: str, author: str) -> Element:
    """Make a comment. It names no style: that of the file's ordinary text will do, and is sure to be there."""
    lines = [el("p", run(words(line))) for line in canonicalise(said).split("\n")]
    lines[0].insert(0, run(el("annotationRef")))
    return el("comment", *lines, id=number, author=canonicalise(author))
