"""Measure how long it takes to prove quotations against a large corpus, and whether their sources are found.

    python benchmarks/proof.py DATA_FOLDER [--documents N] [--quotations M] [--corpus FILE]

DATA_FOLDER holds `corpora/news_2017.csv.xz` (news), `corpora/un_general_debate_1991-2024.jsonl.xz` (speeches) and
`sentence_boundaries/ud_docs.jsonl.xz` (treebanks, whose Chinese, Japanese, Korean and Russian documents are taken). All
of them are taken once, then the news again and again with other names and years, until there are N documents. So most
sentences stand in many documents, which is harder than N documents with nothing in common.

The quotations are one to three sentences, drawn with a fixed seed: half of them exact, a tenth with other typography, a
fifth with one to three words altered; a tenth are fragments of three to eight words, and a tenth is made up of words of
several documents. Each is proved as if it were a file's only one, by a process of its own that holds nothing else, and
is timed alone: documents are looked up, their texts read and hashed, the words looked for in them. `found` says that
one of the documents looked up holds the words that the quotation was made of, `as it is` that the finding is right.

The peer is what a script does: every text is read, and each quotation is looked for with `in`, which finds what is
exact and nothing else. It is timed on some of the documents; its figure is multiplied up.
"""

import argparse
import csv
import json
import lzma
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple
from zlib import crc32

from briefgen.anchor.pages import Page
from briefgen.corpus import Entry, Stamp, open_corpus
from briefgen.model.claim import Claim, Finished, Kind
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work
from briefgen.passages.sentences import sentences
from briefgen.pipeline.witness import CANDIDATES, Witness
from briefgen.proof import prove
from briefgen.text import canonicalise, display
from briefgen.words import is_unspaced

NEWS, SPEECHES = "corpora/news_2017.csv.xz", "corpora/un_general_debate_1991-2024.jsonl.xz"
TREEBANKS = "sentence_boundaries/ud_docs.jsonl.xz"
SEED = 2017
SCANNED = 1_000
"""Documents that the peer is timed on."""
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}|\b(?:19|20)\d\d\b")
MIX = {"exact": 0.5, "typography": 0.1, "altered": 0.2, "fragment": 0.1, "made up": 0.1}
RIGHT = {"exact": Kind.EXACT, "typography": Kind.TYPOGRAPHY, "altered": Kind.ALTERED, "fragment": Kind.EXACT}


class Original(NamedTuple):
    """A text as the data has it."""

    title: str
    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, what it was made of, and how."""

    kind: str
    language: str
    words: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a quotation: seconds, the processor's, those of a search for documents, and what was found."""

    seconds: float
    processor: float
    searching: float
    is_found: bool
    finding: Kind | None


class Collection:
    """As many documents as are wanted, each made when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._repeated = list(news(folder / NEWS))
        self._originals = [*treebanks(folder / TREEBANKS), *self._repeated, *speeches(folder / SPEECHES)]
        found = (name for original in self._repeated[::50] for name in NAME.findall(original.text))
        self._names = sorted({name for name in found if name[0].isalpha()})
        self._other = cache(self._new_name)

    @property
    def size(self) -> int:
        """How many there are before any is repeated."""
        return len(self._originals)

    def __getitem__(self, number: int) -> Original:
        if number < self.size:
            return self._originals[number]
        turn, at = divmod(number - self.size, len(self._repeated))
        title, text, language = self._repeated[at]
        return Original(
            *(NAME.sub(lambda name: self._other(name.group(), turn), each) for each in (title, text)), language
        )

    def _new_name(self, name: str, turn: int) -> str:
        """Give the name or the year that stands for another in a round."""
        if name[0].isdigit():
            return str(int(name) - turn - 1)
        return self._names[crc32(f"{turn} {name}".encode()) % len(self._names)]


def main() -> None:
    """Build the corpus if need be, prove the quotations, and print the tables."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn")) as alone:
        # Started before there is much in memory: a process is told to have had what its parent had when it began.
        alone.submit(int).result()
        collection = Collection(options.folder)
        quotations = drawn(collection, options.documents, options.quotations)
        path = options.corpus or Path(folder) / "corpus.db"
        if not path.exists():
            build(path, collection, options.documents)
        print(
            f"{options.documents} documents (at most {collection.size} as they are, then the news repeated with other"
        )
        print(f"names and years), {path.stat().st_size / 1e6:.0f} MB; {len(quotations)} quotations\n", flush=True)
        outcomes, memory = alone.submit(proved, path, quotations).result()
        once, all_of_them = alone.submit(scanned, path, quotations).result()
    print_kinds(quotations, outcomes)
    print_times(outcomes, memory)
    scale = options.documents / SCANNED
    print(f"\nscan of every text, exact words only: {once * scale:.1f} s for one quotation, ", end="")
    print(f"{all_of_them * scale:.0f} s for all in one pass (timed on {SCANNED} documents, times {scale:.0f})")


def arguments() -> argparse.Namespace:
    """Read what was typed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER", help="the folder of the data")
    parser.add_argument("--documents", type=int, default=100_000, help="documents of the corpus (default: 100,000)")
    parser.add_argument("--quotations", type=int, default=500, help="quotations to prove (default: 500)")
    parser.add_argument(
        "--corpus", type=Path, help="keep the corpus in this file; if it is there, it is taken as it is"
    )
    options = parser.parse_args()
    missing = [name for name in (NEWS, SPEECHES, TREEBANKS) if not (options.folder / name).is_file()]
    if missing:
        parser.error(f"{options.folder} does not hold {' and '.join(missing)}")
    return options


def news(path: Path) -> Iterator[Original]:
    """Read the articles that have a text."""
    csv.field_size_limit(sys.maxsize)
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from (Original(row["title"], row["text"]) for row in csv.DictReader(lines) if row["text"])


def speeches(path: Path) -> Iterator[Original]:
    """Read the speeches."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for speech in map(json.loads, lines):
            yield Original(f"Statement by {speech['country']}, session {speech['session']}", speech["text"])


def treebanks(path: Path) -> Iterator[Original]:
    """Read the documents that are not English."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, document in enumerate(map(json.loads, lines)):
            if document["lang"] != "en":
                text = ("" if document["lang"] in {"ja", "zh"} else " ").join(document["sents"])
                yield Original(f"{document['treebank']} {number}", text, document["lang"])


def build(path: Path, collection: Collection, documents: int) -> None:
    """Put the documents into a new corpus, and say how long it took."""
    started = time.perf_counter()
    entries = (entry(number, collection[number]) for number in range(documents))
    with open_corpus(path) as corpus:
        while batch := list(islice(entries, 1_000)):
            corpus.put(batch)
    spent = time.perf_counter() - started
    print(f"built in {spent:.0f} s, {documents / spent:.0f} documents a second")


def entry(number: int, original: Original) -> Entry:
    """Make the entry of a document: its title, and each line a paragraph."""
    text = canonicalise(f"{original.title}\n\n{original.text}")
    spans = [Span(*match.span()) for match in re.finditer(r"\S.*", text)]
    blocks = tuple(Block(span, Role.PARAGRAPH if at else Role.TITLE) for at, span in enumerate(spans))
    document = Document.from_text(text)
    appearance = Appearance(document.id, f"{number}.txt", document.id, Work(title=display(original.title)))
    source = Source(document, blocks, appearance)
    return Entry(Stamp(len(text), 0, 0, 0, 0), "benchmark", (), Work(), (), "benchmark", source)


def drawn(collection: Collection, documents: int, count: int) -> list[Quotation]:
    """Draw the quotations; a twentieth is of the documents that are not English."""
    chance = random.Random(SEED)  # noqa: S311 - the same quotations every time
    foreign = [number for number in range(min(collection.size, documents)) if collection[number].language != "en"]

    def document() -> Original:
        is_foreign = foreign and chance.random() < 0.05
        return collection[chance.choice(foreign) if is_foreign else chance.randrange(documents)]

    found: list[Quotation] = []
    for kind in chance.choices(list(MIX), list(MIX.values()), k=count):
        while not (made := quoted(kind, document, chance)):
            pass
        found.append(made)
    return found


def quoted(kind: str, document: Callable[[], Original], chance: random.Random) -> Quotation | None:
    """Make a quotation of a kind; None where a document has none."""
    source = document()
    said = some_sentences(source, chance)
    parts = parts_of(said)
    joint = "" if is_unspaced(said[:1]) else " "
    if len(parts) < 8 or len(parts) > 150:
        return None
    if kind == "typography":
        return Quotation(kind, source.language, retyped(said), said)
    if kind == "fragment":
        length = chance.randint(3, 8) * (1 if joint else 2)
        start = chance.randrange(max(1, len(parts) - length))
        said = joint.join(parts[start : start + length])
    if kind == "made up":
        others = [part for _ in range(3) for part in parts_of(some_sentences(document(), chance))]
        parts = chance.sample(parts + others, len(parts))
        return Quotation(kind, source.language, joint.join(parts))
    words = said if kind != "altered" else joint.join(altered(parts, chance))
    return Quotation(kind, source.language, words, said)


def parts_of(said: str) -> list[str]:
    """Give the words, or the characters and numbers of a script without spaces."""
    return re.findall(r"[A-Za-z0-9]+|.", said) if is_unspaced(said[:1]) else said.split(" ")


def some_sentences(source: Original, chance: random.Random) -> str:
    """Give one to three sentences of one paragraph, as a reader sees them."""
    lines = [line for line in source.text.split("\n") if line.strip()]
    line = chance.choice(lines) if lines else ""
    spans = sentences(line)
    if not spans:
        return ""
    first = chance.randrange(len(spans))
    last = min(len(spans), first + chance.randint(1, 3)) - 1
    return display(line[spans[first].start : spans[last].end])


def retyped(said: str) -> str:
    """Give words with curly quotation marks, other hyphens and a hyphen that is not seen."""
    curly = re.sub(r'"(?=\w)', "“", said).replace('"', "”").replace("'", "’").replace("-", "‑")
    longest = max(curly.split(), key=len)
    return curly.replace(longest, longest[:2] + "\u00ad" + longest[2:], 1).replace(" ", "\u00a0", 1)


def altered(parts: Sequence[str], chance: random.Random) -> list[str]:
    """Change one to three words, or characters of a script without spaces."""
    changed = list(parts)
    for at in chance.sample(range(len(changed)), chance.randint(1, 3)):
        changed[at] = "異" if is_unspaced(changed[at][:1]) else "otherwise"
    return changed


def proved(path: Path, quotations: Sequence[Quotation]) -> tuple[list[Outcome], float]:
    """Prove each quotation; also give the most memory that the process had, in megabytes."""
    with open_corpus(path) as corpus:
        outcomes = []
        for quotation in quotations:
            started, processor = time.perf_counter(), time.process_time()
            verdict = prove(Finished((Claim(quotation.words),)), (), Witness(corpus))
            done, processor = time.perf_counter(), time.process_time() - processor
            candidates = corpus.quoting(quotation.words, CANDIDATES)
            searched = time.perf_counter()
            holding = (Page(corpus.document(each).text).exact(quotation.origin) for each in candidates)
            kind = verdict.findings[0].kind if verdict.findings else None
            is_found = bool(quotation.origin) and any(holding)
            outcomes.append(Outcome(done - started, processor, searched - done, is_found, kind))
    return outcomes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scanned(path: Path, quotations: Sequence[Quotation]) -> tuple[float, float]:
    """Give the seconds that a scan of some documents takes: for one quotation, and for all."""
    with open_corpus(path) as corpus:
        documents = [seen.document for seen in corpus.scope(corpus.paths("1")[:SCANNED]).appearances()]
        spent = []
        for asked in (quotations[:1], quotations):
            started = time.perf_counter()
            for document in documents:
                text = corpus.document(document).text
                _ = [quotation.words in text for quotation in asked]
            spent.append(time.perf_counter() - started)
    return spent[0], spent[1]


def print_kinds(quotations: Sequence[Quotation], outcomes: Sequence[Outcome]) -> None:
    """Print what was found, by kind and by language."""
    pairs = list(zip(quotations, outcomes, strict=True))
    print(f"{'quotations':<28}{'count':>8}{'found':>10}{'as it is':>10}")
    for kind in MIX:
        row(kind, [pair for pair in pairs if pair[0].kind == kind])
    for language in sorted({quotation.language for quotation in quotations}):
        chosen = [pair for pair in pairs if pair[0].language == language and pair[0].origin]
        row(f"not made up, {language}", chosen)


def row(name: str, pairs: Sequence[tuple[Quotation, Outcome]]) -> None:
    """Print how many of some quotations were found, and proved to be what they are."""
    count = max(1, len(pairs))
    found = f"{sum(outcome.is_found for _, outcome in pairs) / count:.1%}" if name != "made up" else ""
    right = sum(outcome.finding is RIGHT.get(quotation.kind, Kind.UNKNOWN) for quotation, outcome in pairs) / count
    print(f"{name:<28}{len(pairs):>8}{found:>10}{right:>10.1%}")


def print_times(outcomes: Sequence[Outcome], memory: float) -> None:
    """Print seconds in all, milliseconds a quotation, and memory."""
    print(f"\n{'':<28}{'in all, s':>10}{'median, ms':>12}{'95 %':>8}{'most':>8}")
    for name, times in (
        ("proof", [outcome.seconds for outcome in outcomes]),
        ("the same, processor time", [outcome.processor for outcome in outcomes]),
        ("of it, search (asked again)", [outcome.searching for outcome in outcomes]),
    ):
        thousandths = [1000 * each for each in times]
        late = quantiles(thousandths, n=20)[-1]
        print(f"{name:<28}{sum(times):>10.2f}{median(thousandths):>12.1f}{late:>8.1f}{max(thousandths):>8.1f}")
    print(f"\nmost memory of the proving process: {memory:.0f} MB")


if __name__ == "__main__":
    main()
