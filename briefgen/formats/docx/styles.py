"""Styles as a Word file keeps them: found by name, added where they are missing."""

from collections.abc import Mapping

from briefgen.errors import UnreadableError
from briefgen.formats.docx import house
from briefgen.formats.docx.defined import line
from briefgen.formats.docx.elements import Element, el, fragment
from briefgen.formats.docx.names import ALIAS, W, style_key
from briefgen.formats.docx.pieces import is_toggled
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
    "question": "Question",
    "caption": "Caption",
}
"""The style of a paragraph in a role. In any other role it is set as an ordinary one."""
PARTS = {
    "body": "Body Text",
    "quote": "Quote",
    **{f"heading-{level}": f"heading {level}" for level in (1, 2, 3)},
    "list-bullet": "List Bullet",
    "list-number": "List Number",
    "key-point": "Key Point",
    "box": "Box",
    "box-heading": "Box Heading",
    "table-text": "Table Text",
    "table-heading": "Table Heading",
    "code": "Code",
    "footnote": "footnote text",
    "endnote": "endnote text",
    "page-marking": "Page Marking",
    "header": "header",
    "footer": "footer",
}
"""The styles of what has no role of its own in a template, by the names that a config uses."""
USED = tuple(dict.fromkeys((*ROLES.values(), *PARTS.values())))
"""The styles that a brief may use, by their names."""

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


def _call(style: Element, name: str) -> None:
    """Give a style another name (ECMA-376 part 1, 17.7.4.1)."""
    others = style.find(f"{{{W}}}aliases")
    if others is None:
        others = el("aliases", val="")
        style.insert(1, others)  # the name comes first
    names = [one for one in others.get(f"{{{W}}}val", "").split(",") if one]
    others.set(f"{{{W}}}val", ",".join(dict.fromkeys([*names, name])))


def _rename(style: Element, name: str) -> None:
    """Call a style by a name that tells which of ours it is (see `names.ALIAS`), as its other name does too."""
    for own in style.iterchildren(f"{{{W}}}name"):
        own.set(f"{{{W}}}val", name)
    _call(style, name)


def _kind(style: Element) -> str:
    return style.get(f"{{{W}}}type", "paragraph")


class Styles:
    """The styles of a reference document. Names are compared without regard to case and spaces.

    A style that has the name of one of ours and is of another kind, such as one of characters, is none of them.

    `given` names the style of the document for a role. Raises UnreadableError where there is no such style.
    """

    def __init__(self, root: Element, given: Mapping[str, str] | None = None) -> None:
        self.root = root
        self._ids: dict[str, str] = {}
        self._others: dict[str, str] = {}
        for style in root.iterchildren(f"{{{W}}}style"):
            name, key = style.find(f"{{{W}}}name"), style.get(f"{{{W}}}styleId")
            if name is not None and key:
                called = style_key(name.get(f"{{{W}}}val", ""))
                ids = self._ids if called not in _KNOWN or _KNOWN[called].kind == _kind(style) else self._others
                ids.setdefault(called, key)
        self._roles = dict(ROLES)
        for role, wanted in (given or {}).items():
            self._give(role, wanted)

    def has(self, name: str) -> bool:
        """Say whether there is a style of this name."""
        return style_key(name) in self._ids

    def role(self, role: str) -> str:
        """Give the name of the style of a paragraph in a role; nothing where it has none of its own."""
        return self._roles.get(role, "")

    def uncounted(self, name: str) -> list[Element]:
        """Give what takes a paragraph in this style out of a house's count of headings (ECMA-376 part 1, 17.9.18).

        Nothing where neither the style nor one that it is based on is counted.
        """
        is_counted = any(one.find(f"{{{W}}}pPr/{{{W}}}numPr") is not None for one in self.bases(name))
        return [el("numPr", el("numId", val=0))] if is_counted else []

    def bases(self, name: str) -> list[Element]:
        """Give the `w:style` of this name, added if need be, and those that it is based on."""
        key = self.id(name)
        named = {one.get(f"{{{W}}}styleId", ""): one for one in self.root.iterchildren(f"{{{W}}}style")}
        return [named[each] for each in line(key, named)]

    def mend(self) -> None:
        """Take out what refers to styles that are not there; pandoc's own reference document has one of these."""
        there = {style.get(f"{{{W}}}styleId") for style in self.root.iterchildren(f"{{{W}}}style")}
        for style in self.root.iterchildren(f"{{{W}}}style"):
            for tag in ("basedOn", "next", "link"):
                for link in style.findall(f"{{{W}}}{tag}"):
                    if link.get(f"{{{W}}}val") not in there:
                        style.remove(link)

    def _give(self, role: str, name: str) -> None:
        """Let a style of the document stand for the one that is usual in a role."""
        key = style_key(name)
        if key not in self._ids and key not in self._others:
            raise UnreadableError(house.NAME, f"it has no style {name!r}, which output.styles names for {role}")
        if key in self._others or _kind(self.element(name)) != "paragraph":
            raise UnreadableError(house.NAME, f"its style {name!r}, named for {role}, is not one of paragraphs")
        usual = {**ROLES, **PARTS}.get(role)
        if usual is None:
            self._roles[role] = name
            return
        self._ids[style_key(usual)] = self.id(name)
        _call(self.element(name), ALIAS + usual)

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
        while key in {*self._ids.values(), *self._others.values()}:
            key += "0"
        self._ids[style_key(style.name)] = key
        made.set(f"{{{W}}}styleId", key)
        if style_key(style.name) in self._others:  # no two styles have one name, whatever their kinds
            _rename(made, ALIAS + style.name)
        for tag, other in (("basedOn", style.based), ("next", style.following)):
            for link in made.iterchildren(f"{{{W}}}{tag}"):
                link.set(f"{{{W}}}val", self.id(other))
        self.root.append(made)

    def _default(self, style: Style) -> str | None:
        """Give the id of the style that is there by default, in place of one that would be: there is one of a kind."""
        if style.name in _DEFAULTS:
            for one in self.root.iterchildren(f"{{{W}}}style"):
                is_default = is_toggled(one.get(f"{{{W}}}default", "0"))
                if is_default and _kind(one) == style.kind:
                    return one.get(f"{{{W}}}styleId")
        return None
