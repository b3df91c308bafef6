"""The words of a Markdown paragraph: what emphasis, links, code and HTML leave when their marks are taken away.

Linear in the length of the text: each character is looked at a bounded number of times.
"""

import html
import re

_PUNCTUATION = r"""!"#$%&'()*+,./:;<=>?@[\]^_`{|}~-"""
_TOKEN = re.compile(
    rf"\\(?P<escaped>[{re.escape(_PUNCTUATION)}])"
    r"|(?P<ticks>`+)"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,40}(?:[\s/][^<>]{0,4000})?>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~)"
    r"|(?P<hard>  \n|\\\n)|(?P<soft> ?\n)"
)
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,4})"
    r"(?:\s{1,9}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,9}\)"
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]{0,200})\]")
_HIDDEN = re.compile(r"<(script|style|template|noscript)\b", re.IGNORECASE)


def without_comments(text: str) -> str:
    """Give `text` without HTML comments, scripts and styles; the number of its lines may shrink."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + 3
    return _without_scripts("".join(kept) + text[at:])


def _without_scripts(text: str) -> str:
    kept, at, lower = [], 0, text.lower()
    while opening := _HIDDEN.search(text, at):
        end = lower.find(f"</{opening[1].lower()}", opening.end())
        close = text.find(">", end) if end >= 0 else -1
        if close < 0:
            break
        kept.append(text[at : opening.start()])
        at = close + 1
    return "".join(kept) + text[at:]


class Words:
    """Gives the words of paragraphs of one text, whose link and note `labels` (folded) are defined in it."""

    def __init__(self, labels: frozenset[str]) -> None:
        self._labels = labels

    def of(self, source: str) -> str:
        """Give the words of a paragraph. A line that was broken by hand stays broken, others are joined."""
        return _Paragraph(source, self._labels).words()


class _Paragraph:
    """One paragraph on its way: parts of the result, and which of them are marks that may yet turn out to be words."""

    def __init__(self, source: str, labels: frozenset[str]) -> None:
        self._source, self._labels = source, labels
        self._parts: list[str] = []
        self._brackets: list[tuple[int, bool]] = []
        self._runs: dict[str, list[int]] = {"*": [], "_": [], "~": []}
        self._ticks = _closings(source)

    def words(self) -> str:
        at = 0
        while match := _TOKEN.search(self._source, at):
            self._parts.append(self._source[at : match.start()])
            at = self._take(match)
        self._parts.append(self._source[at:])
        return "".join(self._parts).strip()

    def _take(self, match: re.Match[str]) -> int:
        """Take one token; give where the next begins."""
        kind = match.lastgroup
        if kind == "ticks":
            return self._code(match)
        if kind == "close":
            return self._close(match.end())
        if kind == "run":
            self._emphasis(match)
        elif kind == "open":
            self._brackets.append((len(self._parts), match.group() == "!["))
            self._parts.append(match.group())
        elif kind == "tag":
            self._parts.append("\n" if match.group().lower().startswith("<br") else "")
        elif kind == "entity":
            self._parts.append(html.unescape(match.group()))
        else:
            self._parts.append({"hard": "\n", "soft": " "}.get(kind or "", match.group(kind or 0)))
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        """Take a code span, if the same number of ticks closes it."""
        ticks = match.group()
        closing = self._closing(len(ticks), match.end())
        if closing < 0:
            self._parts.append(ticks)
            return match.end()
        inner = self._source[match.end() : closing].replace("\n", " ")
        padded = inner.startswith(" ") and inner.endswith(" ") and inner.strip()
        self._parts.append(inner[1:-1] if padded else inner)
        return closing + len(ticks)

    def _closing(self, length: int, after: int) -> int:
        """Give where the next run of `length` ticks begins after a place, -1 if none does; forget those before."""
        places = self._ticks.get(length, [])
        while places and places[-1] < after:
            places.pop()
        return places[-1] if places else -1

    def _close(self, end: int) -> int:
        """Take a closing bracket: of a link, of a picture, or of nothing."""
        if not self._brackets:
            self._parts.append("]")
            return end
        index, picture = self._brackets.pop()
        label = "".join(self._parts[index + 1 :])[:300] if len(self._parts) - index < 40 else ""
        after = self._target(label, end)
        if after < 0:
            self._parts.append("]")
            return end
        if picture or label.startswith("^"):
            del self._parts[index:]
            self._runs = {mark: [run for run in runs if run < index] for mark, runs in self._runs.items()}
        else:
            self._parts[index] = ""
        return after

    def _target(self, label: str, end: int) -> int:
        """Give where the target of a link ends whose words end before `end`; -1 where it is no link."""
        if match := _DESTINATION.match(self._source, end):
            return match.end()
        match = _LABEL.match(self._source, end)
        if match and (match["label"] or label).strip().casefold() in self._labels:
            return match.end()
        return end if label.strip().casefold() in self._labels else -1

    def _emphasis(self, match: re.Match[str]) -> None:
        """Take a run of emphasis marks: those that pair leave nothing (CommonMark 6.2)."""
        marks, source = match.group(), self._source
        before = source[match.start() - 1] if match.start() else " "
        after = source[match.end()] if match.end() < len(source) else " "
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if marks[0] == "_" and before.isalnum() and after.isalnum():
            opens = closes = False
        left = len(marks)
        opened = self._runs[marks[0]]
        while closes and left and opened:
            index = opened[-1]
            pair = min(left, len(self._parts[index]))
            left -= pair
            self._parts[index] = self._parts[index][pair:]
            if not self._parts[index]:
                opened.pop()
        self._parts.append(marks[:left])
        if opens and left:
            opened.append(len(self._parts) - 1)


def _closings(source: str) -> dict[int, list[int]]:
    """Give where runs of backticks begin, by their length, the last first."""
    places: dict[int, list[int]] = {}
    for match in re.finditer("`+", source):
        places.setdefault(len(match.group()), []).append(match.start())
    return {length: found[::-1] for length, found in places.items()}
