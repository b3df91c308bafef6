"""The theme: the colours and faces that Word offers to a person who edits a brief."""

from lxml import etree

from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.stylesheet import BLUE, GREY, NAVY, RED, RULE, TINT

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": NAVY, "lt2": TINT, "accent1": NAVY, "accent2": BLUE, "accent3": GREY,
    "accent4": RULE, "accent5": RED, "accent6": "3F6B4F", "hlink": BLUE, "folHlink": "5B3F7A",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    ("fillStyleLst", _FILL),
    ("lnStyleLst", f'<a:ln w="6350">{_FILL}</a:ln>'),
    ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
    ("bgFillStyleLst", _FILL),
)


def theme() -> Element:
    """Make the theme; each list of formats has the three entries that the schema wants (ECMA-376 part 1, 20.1.4.1)."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    fonts = "".join(
        f'<a:{use}Font><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:{use}Font>'
        for use in ("major", "minor")
    )
    formats = "".join(f"<a:{name}>{entry * 3}</a:{name}>" for name, entry in _FORMATS)
    return etree.fromstring(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brief"><a:themeElements>'
        f'<a:clrScheme name="Brief">{colors}</a:clrScheme><a:fontScheme name="Brief">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Brief">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )
