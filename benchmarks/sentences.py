"""Measure how well and how fast briefgen finds sentences, beside sentencex and pySBD in the same run.

DATA_FOLDER holds two files:

- `golden_rules_pysbd.jsonl`: texts with their sentences in many languages (`lang`, `set`, `n`, `text`, `sentences`). A
  case is right when the list of sentences matches exactly, runs of white space counting as one space.
- `ud_docs.jsonl.xz`: documents of Universal Dependencies treebanks (`lang`, `treebank`, `sents`). The sentences of a
  document are joined with a space (Japanese and Chinese: with nothing). A boundary is the place where a sentence ends,
  the last one included; precision and recall are counted over all documents of a treebank together, and F1 is theirs.

MB/s are UTF-8 bytes of the treebank's text by seconds of processor time on one thread. briefgen is given no language;
sentencex and pySBD are. pySBD has no rules for Korean and gets its Japanese ones, which did best.
"""

import argparse
import importlib.util
import json
import lzma
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.passages.sentences import sentences

Splitter = Callable[[str, str], list[int]]
INLINE_LISTS = range(31, 40)


@dataclass(slots=True)
class Score:
    """Boundaries found and missed, and the time it took."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    size: int = 0
    seconds: float = 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)

    @property
    def speed(self) -> float:
        """Megabytes a second."""
        return self.size / 1e6 / max(self.seconds, 1e-9)


def briefgen(text: str, _language: str) -> list[int]:
    """Give the ends of briefgen's sentences."""
    return [span.end for span in sentences(text)]


def sentencex(text: str, language: str) -> list[int]:
    """Give the ends of sentencex's sentences, without the white space that it counts to them."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - optional

    ends = (boundary["end_index"] for boundary in get_sentence_boundaries(language, text))
    return [len(text[:end].rstrip()) for end in ends]


def pysbd(text: str, language: str) -> list[int]:
    """Give the ends of pySBD's sentences, without the white space that it counts to them."""
    from pysbd import Segmenter  # noqa: PLC0415 - optional

    segmenter = Segmenter(language="ja" if language == "ko" else language, clean=False, char_span=True)
    return [span.start + len(span.sent.rstrip()) for span in segmenter.segment(text)]


def main(arguments: list[str] | None = None) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER", help="the folder of the two files")
    folder = parser.parse_args(arguments).folder
    missing = [name for name in ("golden_rules_pysbd.jsonl", "ud_docs.jsonl.xz") if not (folder / name).is_file()]
    if missing:
        parser.error(f"{folder} does not hold {' and '.join(missing)}")
    splitters: dict[str, Splitter] = {"briefgen": briefgen}
    for name, splitter in (("sentencex", sentencex), ("pysbd", pysbd)):
        if importlib.util.find_spec(name):
            splitters[name] = splitter
        else:
            print(f"{name} is not installed and is left out (pip install {name})", file=sys.stderr)
    with (folder / "golden_rules_pysbd.jsonl").open(encoding="utf-8") as lines:
        print_table(*golden_rules([json.loads(line) for line in lines], splitters))
    print()
    with lzma.open(folder / "ud_docs.jsonl.xz", "rt", encoding="utf-8") as lines:
        print_table(*treebanks([json.loads(line) for line in lines], splitters))
    return 0


def golden_rules(cases: list[dict], splitters: dict[str, Splitter]) -> tuple[list[str], Iterator[list[str]]]:
    """Give the head and the rows of the table of golden rules: cases right, a set of cases a row."""
    groups: dict[str, list[dict]] = {}
    for case in cases:
        label = f"{case['lang']} {case['set'].lower()}"
        groups.setdefault(label, []).append(case)
        if case["set"] == "GOLDEN_EN_RULES" and case["n"] not in INLINE_LISTS:
            groups.setdefault(label + ", not inline lists", []).append(case)
    rows = (
        [
            label,
            str(len(group)),
            *(str(sum(is_right(case, splitter) for case in group)) for splitter in splitters.values()),
        ]
        for label, group in groups.items()
    )
    return ["golden rules", "cases", *splitters], rows


def is_right(case: dict, splitter: Splitter) -> bool:
    """Say whether a splitter gives just the sentences of a case."""
    begin, found = 0, []
    for end in splitter(case["text"], case["lang"]):
        found.append(" ".join(case["text"][begin:end].split()))
        begin = end
    return [sentence for sentence in found if sentence] == [
        " ".join(sentence.split()) for sentence in case["sentences"]
    ]


def treebanks(documents: list[dict], splitters: dict[str, Splitter]) -> tuple[list[str], Iterator[list[str]]]:
    """Give the head and the rows of the table of treebanks: boundary F1 and MB/s."""
    groups: dict[str, list[dict]] = {}
    for document in documents:
        groups.setdefault(document["treebank"], []).append(document)

    def row(name: str, group: list[dict]) -> list[str]:
        scores = [boundaries(group, splitter) for splitter in splitters.values()]
        count = sum(len(document["sents"]) for document in group)
        return [name, str(count), *(f"{s.f1:.4f}" for s in scores), *(f"{s.speed:.1f}" for s in scores)]

    head = ["treebank, boundary F1", "sentences", *splitters, *(f"{name} MB/s" for name in splitters)]
    return head, (row(name, group) for name, group in groups.items())


def boundaries(documents: Iterable[dict], splitter: Splitter) -> Score:
    """Score a splitter on the documents of one treebank."""
    score = Score()
    for document in documents:
        text, expected = joined(document)
        began = time.process_time()
        found = set(splitter(text, document["lang"]))
        score.seconds += time.process_time() - began
        score.size += len(text.encode())
        score.right += len(found & expected)
        score.extra += len(found - expected)
        score.missed += len(expected - found)
    return score


def joined(document: dict) -> tuple[str, set[int]]:
    """Give the text of a document and where its sentences end."""
    separator = "" if document["lang"] in ("ja", "zh") else " "
    ends, at = set(), -len(separator)
    for sentence in document["sents"]:
        at += len(separator) + len(sentence)
        ends.add(at)
    return separator.join(document["sents"]), ends


def print_table(head: list[str], rows: Iterable[list[str]]) -> None:
    """Print rows as they come, the first column to the left and the rest to the right."""
    for row in (head, *rows):
        print(f"{row[0]:<44}" + "".join(f"{cell:>16}" for cell in row[1:]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
