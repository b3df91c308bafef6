"""The styles that a Word file defines, each with what comes down to it from the styles it is based on."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from briefgen.formats.docx.faces import PLAIN, Face, face_of, ground, told
from briefgen.formats.docx.names import ALIAS, style_key
from briefgen.formats.docx.pieces import Form, Node, attribute, below, form_of, is_toggled, name_of, value_of

_BODY_TEXT = "bodytext"
_DEEPEST = 16
"""How many styles one may be based on, in a line; Word allows eleven."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A style: its key (see `style_key`) and those of the styles it is based on, and how a paragraph in it is set.

    `is_hidden` says that no reader sees its words, `face` how its letters are set, `paper` the colour behind them.
    """

    keys: frozenset[str]
    form: Form = field(default_factory=Form)
    is_hidden: bool = False
    face: Face = PLAIN
    paper: str = ""


class Sheet:
    """The styles of a file, by id, made from the root of their part (None: there is none).

    `usual` are the ways in which paragraphs of no special kind are set.
    """

    def __init__(self, root: Node | None) -> None:
        nodes = [one for one in (() if root is None else root) if name_of(one) == "style"]
        named = {attribute(one, "styleId"): one for one in nodes if below(one, "name") is not None}
        said = {style: _said(one) for style, one in named.items()}
        self._defined = {style: _defined([said[one] for one in line(style, named)]) for style in named}
        self._ordinary = next((key for key, one in named.items() if _is_ordinary(one)), "")
        body = (key for key, one in named.items() if style_key(value_of(one, "name")) == _BODY_TEXT)
        self.usual = tuple(self.style(key).form for key in (self._ordinary, *body))

    def style(self, style: str) -> Defined:
        """Give the style of this id; what is not defined is as its id says, and no more."""
        return self._defined.get(style) or Defined(frozenset({style_key(style)}))

    def of(self, form: Form) -> Defined:
        """Give the style of a paragraph, with what the paragraph says itself before what its style says."""
        style = self.style(form.style or self._ordinary)
        return replace(style, form=_over(form, style.form))

    def ids(self, keys: frozenset[str]) -> frozenset[str]:
        """Give the ids of the styles that are one of `keys` or based on it."""
        return frozenset(style for style, one in self._defined.items() if one.keys & keys)


class _Said(NamedTuple):
    """What a style says itself: its keys, its form, the toggle that hides words, its letters, what is behind them."""

    keys: tuple[str, ...]
    form: Form
    hidden: str
    face: Face
    paper: str


def _said(node: Node) -> _Said:
    hidden = below(node, "rPr", "vanish")
    is_hiding = "" if hidden is None else attribute(hidden, "val") or "1"
    face, paper = face_of(told(below(node, "rPr"))), ground(told(below(node, "pPr")))
    return _Said(tuple(_names(node)), form_of(node), is_hiding, face, paper)


def _defined(line: list[_Said]) -> Defined:
    """Make a style of a line of styles, itself first, then each that the one before it is based on."""
    form, hidden, face, paper = Form(), "", PLAIN, ""
    for said in line:
        form, hidden = _over(form, said.form), hidden or said.hidden
        face, paper = face.over(said.face), paper or said.paper
    keys = frozenset(key for said in line for key in said.keys)
    return Defined(keys, form, is_toggled(hidden or "0"), face, paper)


def _names(node: Node) -> Iterator[str]:
    """Give the key of a style's name, and of the style of ours that it stands for."""
    yield style_key(value_of(node, "name"))
    others = value_of(node, "aliases").split(",")
    yield from (style_key(name.removeprefix(ALIAS)) for name in others if name.startswith(ALIAS))


def _over(form: Form, under: Form) -> Form:
    """Give a form with what it does not say itself as `under` says it."""
    given = {side: getattr(form, side) or getattr(under, side) for side in ("left", "right", "list", "outline")}
    return replace(form, **given)


def _is_ordinary(node: Node) -> bool:
    return attribute(node, "type") in {"", "paragraph"} and is_toggled(attribute(node, "default") or "0")


def line(style: str, named: dict[str, Node]) -> Iterator[str]:
    """Give the id of a style and of what it is based on, however often that goes round."""
    met: set[str] = set()
    while style in named and style not in met and len(met) < _DEEPEST:
        met.add(style)
        yield style
        style = value_of(named[style], "basedOn")


NO_STYLES = Sheet(None)
"""The styles of a file that defines none."""
