"""Runs in other letters than Latin ones: Word is told their language, their direction and a font for them."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import groupby

from briefgen import quotation
from briefgen.formats.docx.elements import Element, el, preserve
from briefgen.formats.docx.fonts import Fonts
from briefgen.formats.docx.names import W
from briefgen.formats.docx.pieces import attribute, below, value_of
from briefgen.formats.docx.styles import Styles
from briefgen.formats.printed.directions import direction
from briefgen.formats.printed.scripts import Script, has_others, scripts
from briefgen.formats.printed.tongues import Tongues

# ECMA-376 part 1, 17.3.1.26: of what a paragraph of ours has in w:pPr, this stands behind w:bidi.
_AFTER_BIDI = frozenset(f"{{{W}}}{tag}" for tag in ("spacing", "ind", "jc", "sectPr"))


class Scripts:
    """Tells of the runs of a file in which language and direction their letters are read."""

    def __init__(self, styles: Styles, tongues: Tongues) -> None:
        self._fonts, self._tongues = Fonts(styles), tongues

    def tell(self, stories: Iterable[Element]) -> None:
        """Tell it of all paragraphs in these elements. Runs of mixed letters are cut; no word is changed.

        A paragraph whose first letter is read from right to left is set so as a whole (17.3.1.6).
        """
        for story in stories:
            for paragraph in story.iter(f"{{{W}}}p"):
                self._tell(paragraph)

    def _tell(self, paragraph: Element) -> None:
        texts = [text for text in paragraph.iter(f"{{{W}}}t") if _is_alone(text)]
        said = "".join(text.text or "" for text in texts)
        if not has_others(said):
            return
        is_turned = direction(said) == "rtl"
        if is_turned:
            _turn(paragraph)
        letters = scripts(said, _turned(said, texts, is_turned=is_turned))
        style, at = value_of(paragraph, "pPr", "pStyle"), 0
        for text in texts:
            end = at + len(text.text or "")
            self._cut(text, letters[at:end], style)
            at = end

    def _cut(self, text: Element, letters: Sequence[Script], style: str) -> None:
        """Cut the run of a text where its letters change, and tell of each piece what it is."""
        words, run, at = text.text or "", text.getparent(), 0
        pieces = [(script, sum(1 for _ in same)) for script, same in groupby(letters)]
        assert run is not None
        text.text = ""  # each piece is a copy of the run
        for number, (script, size) in enumerate(pieces, start=1):
            if number < len(pieces):
                piece = deepcopy(run)
                run.addprevious(piece)
            else:
                piece = run
            self._say(piece, script, words[at : at + size], style)
            at += size

    def _say(self, run: Element, script: Script, words: str, style: str) -> None:
        text = below(run, "t")
        assert text is not None
        text.text = words
        preserve(text)
        if script is Script.PLAIN:
            return
        face = below(run, "rPr")
        if face is None:
            face = el("rPr")
            run.insert(0, face)
        spoken, kind = below(face, "lang"), "bidi" if script is Script.TURNED else "eastAsia"
        language = self._tongues.of(words, "" if spoken is None else attribute(spoken, kind))
        if spoken is None and language:
            face.append(spoken := el("lang"))
        if spoken is not None and language:
            spoken.set(f"{{{W}}}{kind}", language)
        if script is Script.TURNED:
            face.insert(len(face) - (spoken is not None), el("rtl"))
        else:
            font = self._fonts.instead(style, language)
            place = int(below(face, "rStyle") is not None)
            face.insert(place, el("rFonts", hint="eastAsia", **({"eastAsia": font} if font else {})))


def _is_alone(text: Element) -> bool:
    """Say whether a text is all that its run holds."""
    run = text.getparent()
    return run is not None and run.tag == f"{{{W}}}r" and len(run) - (below(run, "rPr") is not None) == 1


def _turned(said: str, texts: Iterable[Element], *, is_turned: bool) -> Sequence[bool]:
    """Say of each character whether what is around it is read from right to left.

    Foreign words, and what stands between quotation marks, have a direction of their own.
    """
    turned = [is_turned] * len(said)
    spans = [(one.start, one.end) for one in quotation.find(said) if one.opener and one.closer]
    at = 0
    for text in texts:
        end, run = at + len(text.text or ""), text.getparent()
        if run is not None and below(run, "rPr", "lang") is not None:
            spans.append((at, end))
        at = end
    for start, end in spans:
        if way := direction(said[start:end]):
            turned[start:end] = [way == "rtl"] * (end - start)
    return turned


def _turn(paragraph: Element) -> None:
    properties = below(paragraph, "pPr")
    assert properties is not None  # each paragraph of ours has a style
    place = next((at for at, one in enumerate(properties) if one.tag in _AFTER_BIDI), len(properties))
    properties.insert(place, el("bidi"))
