"""Measure who said what: briefgen's attributions and a nearest-name baseline, on articles annotated by people.

DATA_FOLDER holds archives (`*.tar.xz`), each with articles as `…/text/NAME.txt` and, for each, one or more files
`…/attributions/NAME_ANNOTATOR.ann` in brat's format: spans of Source, Cue and Content, joined by Attribution events.
An article counts once, whoever annotated it: where several people did, it is scored against each, and each counts by
their share.

- **Source right on direct speech.** Of the annotated attributions with a source whose content stands between quotation
  marks for at least half of its characters: those where the attribution found that covers most of its quoted characters
  has a source that shares at least half of the shorter one's characters with the annotated source. `any` counts all
  whose content holds quoted words at all. One for which nothing is found is wrong.
- **Span F1** of source, cue and content: `words` counts the words within any annotated span of this role against those
  within any span found; `exact` counts spans whose offsets are equal but for marks and white space at their edges (a
  content of several pieces is one span, equal when all its pieces are). Headlines count like any other sentence.

The rules were written looking at the articles of one half alone (every second one by name, from the first); the figures
of the other half are those to go by.
"""

import argparse
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from briefgen import quotation
from briefgen.attribution import Attributed, find
from briefgen.model.place import Span
from briefgen.passages import sentences

_WORD = re.compile(r"\w+")
_EDGES = " \t\n.,;:“”\"'‘’"
_ROLES = ("source", "cue", "content")
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*)(?: (?:of |de |van |von )?[A-Z][\w’'.-]*)+")
_SAID = re.compile(r"\b(?:said|says|say)\b")

Spans = tuple[Span, ...]
System = Callable[[str], Sequence[Attributed]]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated attribution."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@dataclass(slots=True)
class Score:
    """Weighted counts: direct speech by kind, and for each role and measure what is right, found and wanted."""

    sources: dict[str, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0]))
    spans: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0, 0.0]))

    def source(self, kind: str) -> str:
        """Give the share of sources that are right, with their number."""
        right, wanted = self.sources[kind]
        return f"{right / max(wanted, 1e-9):.3f} of {wanted:.0f}"

    def f1(self, role: str, measure: str) -> float:
        """Give the harmonic mean of precision and recall."""
        right, found, wanted = self.spans[role, measure]
        return 2 * right / max(found + wanted, 1e-9)


def attributions(text: str) -> Sequence[Attributed]:
    """Give briefgen's attributions: every line that is not empty is a paragraph."""
    return find(text, *_read(text))


def nearest_name(text: str) -> Iterator[Attributed]:
    """Give every quotation to the name outside of it that stands nearest in its paragraph, else before it."""
    _, quoted = _read(text)
    names = [Span(*found.span()) for found in _NAME.finditer(text)]
    outside = [name for name in names if not any(each.start <= name.start < each.end for each in quoted)]
    for each in quoted:
        first, last = text.rfind("\n", 0, each.start), (text.find("\n", each.end) + len(text)) % len(text)
        near = [name for name in outside if first <= name.start <= last] or [n for n in outside if n.end <= each.start]
        said = [Span(*found.span()) for found in _SAID.finditer(text, max(first, 0), last)]
        cues = sorted(said, key=lambda span: _gap(span, each))[:1]
        for name in sorted(near, key=lambda span: _gap(span, each))[:1]:
            yield Attributed(source=name, cue=cues[0] if cues else Span(each.start, each.start), content=(each,))


def _read(text: str) -> tuple[list[tuple[Span, ...]], list[Span]]:
    lines = [Span(*found.span()) for found in re.finditer(r"\S.*", text)]
    found = quotation.continued([line.of(text) for line in lines])
    quoted = [
        Span(line.start + each.start - len(each.opener), line.start + each.end + len(each.closer))
        for line, marked in zip(lines, found, strict=True)
        for whole in marked
        for each in quotation.within(line.of(text), whole)
    ]
    return [sentences(text, line.start, line.end) for line in lines], quoted


def _gap(one: Span, other: Span) -> tuple[int, int]:
    return max(one.start - other.end, other.start - one.end), one.start


def score(text: str, golds: Sequence[Gold], found: Sequence[Attributed], weight: float, into: Score) -> None:
    """Add what one annotator's article counts, by its weight."""
    quoted = _read(text)[1]
    for gold in golds:
        direct = _within(gold.content, quoted)
        if not gold.source or not direct:
            continue
        right = _right(gold, direct, found)
        whole = 2 * _size(direct) >= _size(gold.content)
        for kind in ("direct", "any") if whole else ("any",):
            into.sources[kind][0] += weight * right
            into.sources[kind][1] += weight
    for role in _ROLES:
        theirs = [getattr(gold, role) for gold in golds if getattr(gold, role)]
        ours = [spans for each in found if (spans := _spans(each, role))]
        words = (_words(text, theirs), _words(text, ours))
        exact = ({_trimmed(text, spans) for spans in theirs}, {_trimmed(text, spans) for spans in ours})
        for measure, (wanted, given) in (("words", words), ("exact", exact)):
            counts = (len(wanted & given), len(given), len(wanted))
            held = into.spans[role, measure]
            held[:] = [one + weight * more for one, more in zip(held, counts, strict=True)]


def _right(gold: Gold, direct: Spans, found: Sequence[Attributed]) -> bool:
    best = max(found, key=lambda each: _size(_within(direct, each.content)), default=None)
    if best is None or best.source is None or not _within(direct, best.content):
        return False
    return 2 * _size(_within(gold.source, (best.source,))) >= min(_size(gold.source), len(best.source))


def _spans(found: Attributed, role: str) -> Spans:
    value = getattr(found, role)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _within(spans: Iterable[Span], others: Sequence[Span]) -> Spans:
    both = [(max(a.start, b.start), min(a.end, b.end)) for a in spans for b in others]
    return tuple(Span(start, end) for start, end in both if start < end)


def _size(spans: Iterable[Span]) -> int:
    return sum(map(len, spans))


def _words(text: str, held: Iterable[Spans]) -> set[int]:
    return {word.start() for spans in held for span in spans for word in _WORD.finditer(text, span.start, span.end)}


def _trimmed(text: str, spans: Spans) -> tuple[tuple[int, int], ...]:
    def trim(span: Span) -> tuple[int, int]:
        words = span.of(text)
        left = len(words) - len(words.lstrip(_EDGES))
        return span.start + left, span.start + max(left, len(words.rstrip(_EDGES)))

    return tuple(map(trim, sorted(spans)))


def articles(folder: Path) -> Iterator[tuple[str, str, list[list[Gold]]]]:
    """Give each article's name, its text, and what each annotator found in it; by name."""
    texts: dict[str, str] = {}
    notes: dict[str, str] = {}
    for path in sorted(folder.glob("*.tar.xz")):
        with tarfile.open(path) as archive:
            for member in archive:
                name = PurePosixPath(member.name)
                into = {"text": texts, "attributions": notes}.get(name.parent.name)
                if into is not None and (held := archive.extractfile(member)):
                    into[name.stem] = held.read().decode("utf-8")
    for name in sorted(texts):
        told = [_golds(notes[key]) for key in sorted(notes) if key.rpartition("_")[0] == name]
        if told:
            yield name, texts[name], told


def _golds(ann: str) -> list[Gold]:
    spans: dict[str, Spans] = {}
    events: list[dict[str, Spans]] = []
    for line in ann.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.split("\t")[0].partition(" ")[2]
            spans[key] = tuple(Span(*map(int, piece.split())) for piece in places.split(";"))
        elif key.startswith("E") and rest.startswith("Attribution"):
            parts: dict[str, Spans] = {}
            for role, _, target in (pair.partition(":") for pair in rest.split()):
                name = role.rstrip("0123456789").casefold()
                parts[name] = (*parts.get(name, ()), *spans.get(target, ()))
            events.append(parts)
    return [Gold(*(each.get(role, ()) for role in _ROLES)) for each in events]


def main() -> None:
    """Print a table for each half and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    folder = parser.parse_args().folder
    held = list(articles(folder))
    if not held:
        sys.exit(f"{folder}: no archive here holds annotated articles")
    systems: dict[str, System] = {"briefgen": attributions, "nearest name": lambda text: [*nearest_name(text)]}
    halves = {"tuned on": held[::2], "reported": held[1::2], "all": held}
    print(f"{'':9} {'':13} {'source right':>24}   {'words F1':^24} {'exact F1':^24}")
    print(f"{'half':9} {'system':13} {'direct':>14} {'any':>14}  {'  '.join(f'{role:>6}' for role in _ROLES * 2)}")
    for half, some in halves.items():
        for name, system in systems.items():
            total = Score()
            for _, text, told in some:
                found = system(text)
                for golds in told:
                    score(text, golds, found, 1 / len(told), total)
            figures = "  ".join(f"{total.f1(role, measure):7.3f}" for measure in ("words", "exact") for role in _ROLES)
            print(f"{half:9} {name:13} {total.source('direct'):>14} {total.source('any'):>14} {figures}")


if __name__ == "__main__":
    main()
