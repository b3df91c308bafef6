"""What is read of a PDF is what a reader sees, not what the file says of itself."""

from io import BytesIO

import pikepdf
import pytest

from briefgen.errors import UnreadableError
from briefgen.formats.pdf import read

WHITE, COVER = "1 1 1 rg", "1 1 1 rg 140 694 19 16 re f"
START, END = '(It says "the quay is ) Tj', '(open today." Yes.) Tj'


def page(content, box=(0, 0, 595, 842), crop=None):
    """A PDF of one page with this content, in Helvetica."""
    file = pikepdf.new()
    file.add_blank_page(page_size=(595, 842))
    face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    file.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
    file.pages[0].MediaBox = pikepdf.Array(box)
    file.pages[0].CropBox = pikepdf.Array(crop or box)
    file.pages[0].Contents = file.make_stream(content.encode())
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def line(within, after=""):
    return f"BT /F 12 Tf 36 700 Td {START} {within} {END} ET {after}"


NOT = "BT /F 12 Tf 139 700 Td (not ) Tj ET"


def apart(between):
    return f"BT /F 12 Tf 36 700 Td {START} ET {between} BT /F 12 Tf 160 700 Td {END} ET"


SAID = {
    "as it stands": (line("(not ) Tj"), "the quay is not open today."),
    "in place of the glyphs": (line("/Span <</ActualText (not )>> BDC (now ) Tj EMC"), "the quay is now open today."),
    "drawn invisibly": (line("3 Tr (not ) Tj 0 Tr"), "the quay is open today."),
    "white on white": (line(f"{WHITE} (not ) Tj 0 g"), "the quay is open today."),
    "white on black": ("0 g 30 690 300 20 re f 1 g " + line("(not ) Tj"), "the quay is not open today."),
    "grey on white": (line(".6 g (not ) Tj 0 g"), "the quay is not open today."),
    "too small": (line("/F .5 Tf (far ) Tj /F 12 Tf"), "the quay is open today."),
    "covered": (line("(not ) Tj", COVER), "the quay is open today."),
    "cut off": (
        apart(f"q 0 0 1 1 re W n {NOT} Q"),
        "the quay is open today.",
    ),
    "beside the page": (
        apart(NOT.replace("139", "900")),
        "the quay is open today.",
    ),
}


@pytest.mark.parametrize(("content", "said"), SAID.values(), ids=SAID)
def test_what_a_reader_does_not_see_is_not_read(content, said):
    assert [claim.words for claim in read(page(content)).claims] == [said]


def test_a_page_of_any_size_is_drawn_or_said():
    content, said = SAID["as it stands"]
    assert [claim.words for claim in read(page(content, (0, 0, 14_400, 14_400))).claims] == [said]
    with pytest.raises(UnreadableError, match="cannot be drawn"):
        read(page(content, crop=(600, 850, 700, 900)))


def test_a_page_of_words_over_words_is_refused():
    shown = "".join(f"1 0 0 1 0 {200 - at} Tm ({chr(65 + at % 26)} ) Tj " for at in range(90))
    with pytest.raises(UnreadableError, match="lie over one another"):
        read(page(f"BT /F 900 Tf {shown}ET"))
