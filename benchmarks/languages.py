"""Measure how often the language that briefgen tells by the words of a text is right, and how long it takes.

DATA_FOLDER holds `ud_docs.jsonl.xz`: documents of Universal Dependencies treebanks (`lang`, `sents`). The sentences of
a document are joined with a space (Japanese and Chinese: with nothing), and all of it is body. Time is that of the
processor on one thread, without loading the model.
"""

import argparse
import json
import lzma
import time
from collections import Counter
from pathlib import Path

from briefgen import clean
from briefgen.model.place import Span
from briefgen.model.source import Block, Role


def main() -> None:
    """Print for each language how many documents were told rightly, how many not at all, and what others were told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_FOLDER")
    told: dict[str, Counter[str]] = {}
    clean.language("x" * 100, (Block(Span(0, 100), Role.PARAGRAPH),))
    start = time.process_time()
    with lzma.open(parser.parse_args().data / "ud_docs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for each in map(json.loads, lines):
            text = ("" if each["lang"] in {"ja", "zh"} else " ").join(each["sents"])
            found = clean.language(text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
            told.setdefault(each["lang"], Counter())[found] += 1
    seconds = time.process_time() - start
    for language, counted in sorted(told.items()):
        others = {name: n for name, n in counted.items() if name not in {language, ""}}
        print(f"{language}: {counted[language]:,} right, {counted['']:,} not told, others {others or 'none'}")
    print(f"{seconds / sum(map(Counter.total, told.values())) * 1000:.2f} ms a document, unpacking included")


if __name__ == "__main__":
    main()
