"""Sentences of real text beside the checkout; skipped where it is absent."""

import json
import lzma
from pathlib import Path

import pytest

from briefgen.passages.sentences import sentences

# Where the sentences of each of the five articles begin, line by line; found by reading.
STARTS = {
    "000": """
        0 83 216 406 514 690 847 1029 1210 1310 1537 1757 1923 2116 2304 2472 2706 2828 2928 2967 2985 3105 3233 3370
        3468 3500 3515 3557
    """,
    "001": """
        0 77 126 265 451 505 607 712 932 968 1140 1265 1477 1512 1634 1899 1942 2118 2450
    """,
    "002": """
        0 79 249 423 592 786 960 1072 1197 1281 1397 1531 1772 1987 2197 2263 2274 2279
    """,
    "003": """
        0 68 317 588 841 1052 1206 1370 1436 1639 1918 2146 2441 2685 2694
    """,
    "004": """
        0 87 112 302 441 553 794 921 1055 1275 1435 1571 1720 1805 1936 2015 2244 2444 2468 2470 2583 2585 2617 2619
        2691 2693 2816 2818 2926 2944 3072 3201 3316 3431
    """,
}

# The better of sentencex 1.0.32 and pySBD 0.3.4 (benchmarks/sentences.py, which says how it is counted), less .005.
FLOORS = {
    "UD_English-EWT": 0.8444,
    "UD_English-GUM": 0.9285,
    "UD_English-PUD": 0.9980,
    "UD_Japanese-GSD": 0.9990,
    "UD_Korean-Kaist": 0.9999,
    "UD_Korean-PUD": 0.9960,
    "UD_Chinese-GSDSimp": 0.9895,
    "UD_Chinese-PUD": 0.9980,
    "UD_Russian-Taiga": 0.6134,
    "UD_Russian-PUD": 0.9916,
}


@pytest.fixture(scope="module")
def boundaries(shared: Path) -> Path:
    folder = shared / "data" / "sentence_boundaries"
    if not folder.is_dir():
        pytest.skip("needs sentence_boundaries of ../shared/data")
    return folder


@pytest.mark.parametrize("name", STARTS)
def test_the_articles_are_cut_where_a_reader_would(name: str, articles: Path) -> None:
    (path,) = articles.glob(f"{name}_*.txt")
    text = path.read_text(encoding="utf-8")
    starts, at = [], 0
    for line in text.split("\n"):
        starts += [span.start for span in sentences(text, at, at + len(line))]
        at += len(line) + 1
    assert starts == [int(start) for start in STARTS[name].split()]


def test_english_golden_rules_that_are_not_inline_lists(boundaries: Path) -> None:
    lines = (boundaries / "golden_rules_pysbd.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["set"] == "GOLDEN_EN_RULES" and not 31 <= case["n"] <= 39]
    wrong = [case["n"] for case in cases if [s.of(case["text"]) for s in sentences(case["text"])] != case["sentences"]]
    assert (len(cases), wrong) == (39, [])


def test_treebanks(boundaries: Path) -> None:
    counts = {name: [0, 0] for name in FLOORS}
    with lzma.open(boundaries / "ud_docs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            separator = "" if document["lang"] in ("ja", "zh") else " "
            text = separator.join(document["sents"])
            expected, at = set(), -len(separator)
            for sentence in document["sents"]:
                at += len(separator) + len(sentence)
                expected.add(at)
            found = {span.end for span in sentences(text)}
            counts[document["treebank"]][0] += 2 * len(found & expected)
            counts[document["treebank"]][1] += len(found) + len(expected)
    low = {name: right / both for name, (right, both) in counts.items() if right / both < FLOORS[name] - 0.005}
    assert low == {}
