"""Which words of a Word file no reader sees, or sees struck out."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.formats.docx.defined import Defined, Sheet
from briefgen.formats.docx.faces import Face, face_of, ground, told
from briefgen.formats.docx.pieces import Node, attribute, below, is_toggled, name_of

_APART = frozenset({"pPr", "txbxContent"})
_UNSTYLED = Defined(frozenset())


@dataclass(frozen=True, slots=True)
class View:
    """A paragraph as a reader sees it: its style, and those of its runs that have the colour of the paper."""

    sheet: Sheet
    style: Defined
    faint: frozenset[Node] = frozenset()

    def hides(self, run: Node) -> bool:
        """Say whether the words of a run are hidden, of the colour of the paper, struck out, or too small to be read.

        What is hidden by both its styles is seen (ECMA-376 part 1, 17.7.3).
        """
        said = told(below(run, "rPr"))
        styled = self.styled(said)
        is_hidden = styled.is_hidden != self.style.is_hidden
        if "vanish" in said:
            is_hidden = is_toggled(attribute(said["vanish"], "val"))
        return is_hidden or run in self.faint or self.face(said).is_gone

    def face(self, said: dict[str, Node]) -> Face:
        """Give how letters are set that say this of themselves."""
        return face_of(said).over(self.styled(said).face).over(self.style.face)

    def styled(self, said: dict[str, Node]) -> Defined:
        """Give the style of characters that letters name."""
        return self.sheet.style(attribute(said["rStyle"], "val")) if "rStyle" in said else _UNSTYLED


def view(sheet: Sheet, paragraph: Node) -> View:
    """Look at a paragraph. Where all its words have the colour of the paper, the paper has another one."""
    said = told(below(paragraph, "pPr"))
    plain = View(sheet, sheet.style(attribute(said["pStyle"], "val") if "pStyle" in said else ""))
    faces = {run: plain.face(told(below(run, "rPr"))) for run in _runs(paragraph)}
    if not any(face.color for face in faces.values()):
        return plain
    paper = ground(said) or plain.style.paper or _cell(paragraph)
    faint = frozenset(run for run, face in faces.items() if face.is_faint(paper))
    is_paper = any(below(run, "t") is not None for run in faces if run not in faint)
    return View(sheet, plain.style, faint) if is_paper else plain


def _runs(paragraph: Node) -> Iterator[Node]:
    """Give the runs of a paragraph; those within a run are of a text box, which has paragraphs of its own."""
    ahead = [paragraph]
    while ahead:
        for child in ahead.pop():
            if name_of(child) == "r":
                yield child
            elif name_of(child) not in _APART and len(child):
                ahead.append(child)


def _cell(paragraph: Node) -> str:
    """Give the colour of the cell that a paragraph stands in."""
    cell = next((one for one in paragraph.iterancestors("{*}tc") if name_of(one) == "tc"), None)
    return "" if cell is None else ground(told(below(cell, "tcPr")))
