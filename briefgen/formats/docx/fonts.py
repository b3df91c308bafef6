"""The fonts of East Asian letters."""

from briefgen.formats.docx.defined import line
from briefgen.formats.docx.elements import Element
from briefgen.formats.docx.names import W
from briefgen.formats.docx.pieces import attribute
from briefgen.formats.docx.styles import Styles
from briefgen.formats.printed.languages import root

# A Japanese font draws Chinese letters as Japan does, and lacks many that are written elsewhere.
_TWINS = {
    "MS Gothic": {"zh": "Microsoft YaHei", "zh-TW": "Microsoft JhengHei", "ko": "Malgun Gothic"},
    "MS Mincho": {"zh": "SimSun", "zh-TW": "PMingLiU", "ko": "Batang"},
}


class Fonts:
    """The fonts that the styles of a file name for East Asian letters."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles.root
        self._found: dict[str, str] = {}

    def instead(self, style: str, language: str) -> str:
        """Give the font in which letters of a language are set in place of the one that a paragraph's style names.

        Nothing where that font, which may be a house's own, is none of those that our styles name.
        """
        if style not in self._found:
            self._found[style] = self._named(style)
        twins = _TWINS.get(self._found[style], {})
        return twins.get(language) or twins.get(root(language), "")

    def _named(self, style: str) -> str:
        styles = {one.get(f"{{{W}}}styleId", ""): one for one in self._styles.iterchildren(f"{{{W}}}style")}
        found = (_east_asian(styles[key], "rPr") for key in line(style, styles))
        return next(filter(None, found), "") or _east_asian(self._styles, "docDefaults", "rPrDefault", "rPr")


def _east_asian(node: Element, *path: str) -> str:
    fonts = node.find("/".join(f"{{{W}}}{tag}" for tag in (*path, "rFonts")))
    return "" if fonts is None else attribute(fonts, "eastAsia")
