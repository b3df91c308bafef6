"""Ends of sentences where no space follows: Chinese, Japanese and other scripts with marks of their own.

Also the quotations and brackets in which such a mark, or one in continental European text, ends no sentence.
"""

import re
from bisect import bisect_right

from briefgen.passages.stops import WIDE, Stop

_WIDE = re.compile(f"[{WIDE}]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

# A shelter is closed again within 400 characters: a mark that is never closed, or closed far away, shelters nothing.
_SHELTERS = [
    *(
        re.compile(f"{pair[0]}[^{pair}]{{1,400}}{pair[1]}")
        for pair in ("「」", "『』", "《》", "〈〉", "【】", "〔〕", "（）")
    ),
    re.compile(r"(?<![\w.,;:!?…»])«[^«»]{1,400}»(?!\w)"),
    re.compile(r"„[^„“”]{1,400}[“”](?!\w)"),
    re.compile("“(?=[^“”]{0,40}[\u3040-\u30ff\u3400-\u9fff])[^“”]{1,400}”"),
    # A quotation with its source: "…" (Smith 55).
    re.compile(r'["“][^"“”]{1,400}["”] \([^()]{1,60}\)(?=\.)'),
    # A Korean one: "…"라고 말했다.
    re.compile(r'["“][^"“”]{1,400}["”](?=\s?이?라(?:고|는|며))'),
]
_SHELTERING = re.compile(r'[「『《〈【〔（«„“]|" \(|"\s?이?라')

# A number or a single letter before a full-width stop: "１．５", "Ｊ．", "1．第一".
_POINTED = re.compile(r"(?:\d|(?<![^\W\d_])[A-Za-zＡ-Ｚａ-ｚ])\Z")
_BRACKETS = re.compile("[）)】]+")
# What goes on after a quotation in Japanese: 「…。」と述べた. (Not the words that open sentences: でも, では, もし …)
_JAPANESE_TAIL = re.compile(
    "[とっをにはがのやかへら]|より|から|まで|な(?![ぜおん])|も(?!し|っと|う|ちろん)|で(?!は|も)|だ(?!が|から)"
)
_JAPANESE_QUOTING = re.compile("と(?=[\u30a0-\u30ff\u4e00-\u9fffいの、])|って")
_KOREAN_TAIL = re.compile(r"(?:이?라(?:고|는|며|면서)|이?란|고|며|는|면서|하고)(?!\w)")
# Who said it, after a Chinese question or exclamation: “……？”他问道。
_CHINESE_SAYING = re.compile(
    "[^，。！？；：、“”「」\n没沒不]{0,14}[说說问問道喊叫答称稱][^，。！？；：“”「」\n]{0,8}[，。：]"
)


class Shelters:
    """The quotations and brackets of a text that are closed again, as places inside which no sentence ends."""

    def __init__(self, text: str) -> None:
        found = _SHELTERING.search(text) and sorted(m.span() for pattern in _SHELTERS for m in pattern.finditer(text))
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in found or ():
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, stop: Stop) -> bool:
        """Say whether a quotation or bracket, begun in the same sentence, goes on after the stop."""
        nearest = bisect_right(self._starts, stop.start) - 1
        return nearest >= 0 and stop.begin <= self._starts[nearest] and stop.end < self._ends[nearest]


def ends(stop: Stop) -> bool:
    """Say whether a sentence ends at a stop that no white space follows."""
    after = stop.text[stop.end]
    if not _WIDE.search(stop.mark + stop.closing):
        # "Yahoo!ニュース" goes on; 「すごい!次へ」 does not.
        if stop.mark[-1] not in "!?" or not _CJK.match(after) or (stop.character_before.isascii() and not stop.closing):
            return False
    elif after in "、，,；;：:)…" or (stop.mark[-1] == "．" and _is_pointed(stop)):
        return False
    if _BRACKETS.fullmatch(stop.closing) and stop.text[stop.begin] not in "（(【":
        return False
    if stop.closing:
        return not (goes_on(stop) or (stop.mark[-1] in "！？!?" and _CHINESE_SAYING.match(stop.text, stop.end)))
    return stop.mark[-1] not in "！？!?" or not _JAPANESE_QUOTING.match(stop.text, stop.end)


def _is_pointed(stop: Stop) -> bool:
    return _POINTED.search(stop.text, max(stop.begin, stop.start - 2), stop.start) is not None


def goes_on(stop: Stop) -> bool:
    """Say whether a Japanese or Korean particle carries the sentence on after a closing quotation mark."""
    return bool(_JAPANESE_TAIL.match(stop.text, stop.next) or _KOREAN_TAIL.match(stop.text, stop.next))
