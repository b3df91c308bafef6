"""Charts as pictures in a line of a Word file (ECMA-376 part 1, 20.4.2.8)."""

from collections.abc import Iterable
from io import BytesIO
from itertools import count
from typing import Any

from docx.oxml.shape import CT_Inline
from docx.shared import Twips

from briefgen import chart
from briefgen.formats.docx.elements import Element, el
from briefgen.formats.docx.names import W
from briefgen.model.tree import Chart

WIDTH, LEAST = 6800, 5100
"""The width of a chart where there is room for it, in twips, and the least at which its numbers can be read."""
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Pictures:
    """Draws charts into a part of a Word file; `stories` hold the pictures that are there already.

    The same picture is kept once. Each printing has a number of its own in the file.
    """

    def __init__(self, part: Any, stories: Iterable[Element]) -> None:  # noqa: ANN401 - python-docx is not typed
        self._part = part
        taken = {one.get("id") for story in stories for one in story.iter(_PROPERTIES)}
        self._numbers = (number for number in count(1) if str(number) not in taken)

    def drawn(self, content: Chart, room: int) -> Element:
        """Give a chart as a drawing that is no wider than its room, in twips."""
        relation, _ = self._part.get_or_add_image(BytesIO(chart.png(content)))
        width = Twips(min(room, WIDTH))
        height = Twips(min(room, WIDTH) * chart.HEIGHT // chart.WIDTH)
        number = next(self._numbers)
        shape: Any = CT_Inline.new_pic_inline(number, relation, f"chart{number}.png", width, height)
        for side in ("distT", "distB", "distL", "distR"):
            shape.set(side, "0")  # without these LibreOffice moves the picture to the right, out of its cell
        shape.docPr.set("name", f"Chart {number}")
        shape.docPr.set("descr", content.alternative)
        return el("drawing", shape)


def unclipped(children: Iterable[Element]) -> list[Element]:
    """Give what keeps a paragraph with a picture from being cut to the height of a line, whatever its style says."""
    is_drawn = any(child.find(f"{{{W}}}drawing") is not None for child in children)
    return [el("spacing", line=240, lineRule="auto")] if is_drawn else []
