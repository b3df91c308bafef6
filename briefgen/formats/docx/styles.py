"""Styles as a Word file keeps them: found by name, added where they are missing."""

from briefgen.formats.docx.elements import Element, el, fragment
from briefgen.formats.docx.names import W, style_key
from briefgen.formats.docx.stylesheet import SHEET, Style

ROLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "meta": "Meta",
    "source-line": "Source Line",
    "translation": "Translation",
    "handling": "Handling",
    "note": "Brief Note",
    "remark": "Remark",
    "pointer": "Pointer",
    "caption": "Caption",
}
"""The style of a paragraph in a role. In any other role it is set as an ordinary one."""

_KNOWN = {style_key(style.name): style for style in SHEET}
_DEFAULTS = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})


def definition(style: Style) -> Element:
    """Make the `w:style` of a built-in style."""
    made = el("style", type=style.kind)
    if style.name in _DEFAULTS:
        made.set(f"{{{W}}}default", "1")
    if style.own:
        made.set(f"{{{W}}}customStyle", "1")
    made.set(f"{{{W}}}styleId", style.id)
    made.append(el("name", val=style.name))
    if style.based:
        made.append(el("basedOn", val=_KNOWN[style_key(style.based)].id))
    if style.following:
        made.append(el("next", val=_KNOWN[style_key(style.following)].id))
    made.append(el("qFormat"))
    made.extend(fragment(f"<w:pPr>{style.paragraph}</w:pPr>") if style.paragraph else [])
    made.extend(fragment(f"<w:rPr>{style.run}</w:rPr>") if style.run else [])
    made.extend(fragment(style.table))
    return made


class Styles:
    """The styles of a reference document. Names are compared without regard to case and spaces."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._ids: dict[str, str] = {}
        for style in root.iterchildren(f"{{{W}}}style"):
            name, key = style.find(f"{{{W}}}name"), style.get(f"{{{W}}}styleId")
            if name is not None and key:
                self._ids.setdefault(style_key(name.get(f"{{{W}}}val", "")), key)

    def id(self, name: str) -> str:
        """Give the id of the style of this name; one that the reference document lacks is added, with its bases."""
        key = style_key(name)
        if key not in self._ids:
            self._add(_KNOWN[key])
        return self._ids[key]

    def element(self, name: str) -> Element:
        """Give the `w:style` of this name, added if need be."""
        key = self.id(name)
        return next(one for one in self.root.iterchildren(f"{{{W}}}style") if one.get(f"{{{W}}}styleId") == key)

    def _add(self, style: Style) -> None:
        if (usual := self._default(style)) is not None:
            self._ids[style_key(style.name)] = usual
            return
        made, key = definition(style), style.id
        while key in self._ids.values():
            key += "0"
        self._ids[style_key(style.name)] = key
        made.set(f"{{{W}}}styleId", key)
        for tag, other in (("basedOn", style.based), ("next", style.following)):
            for link in made.iterchildren(f"{{{W}}}{tag}"):
                link.set(f"{{{W}}}val", self.id(other))
        self.root.append(made)

    def _default(self, style: Style) -> str | None:
        """Give the id of the style that is there by default, in place of one that would be: there is one of a kind."""
        if style.name in _DEFAULTS:
            for one in self.root.iterchildren(f"{{{W}}}style"):
                is_default = one.get(f"{{{W}}}default", "0").lower() not in {"0", "false", "off"}
                if is_default and one.get(f"{{{W}}}type", "paragraph") == style.kind:
                    return one.get(f"{{{W}}}styleId")
        return None
