"""Measure how well briefgen chooses sentences and articles, beside bm25s, sumy's LexRank and boolean search.

    python benchmarks/evidence.py DATA_FOLDER [--quick]

DATA_FOLDER holds two folders of labelled data; every figure is made in the same run, and a second run gives the same.

**Sentences** (`sentence_selection`): articles whose sentences are labelled KILL and ARREST by people. The topics stand
in `evidence.yaml`, as an analyst would write them. Every sentence of every article is ranked by the product's own
ranking, over the sentences as the data gives them: those that answer first, then by score, ties by article and place.
What no article matches comes last. Average precision and the best F1 of any cut. The weights of briefgen were set by
what half A of the articles shows (every second one by its id, from the first); half B is reported. The topics were
written by people who had read labelled sentences.

**Articles** (`topic_retrieval`): questions in plain words, and the articles that answer them. Mean average precision
and nDCG at 10, ties by the number of the article. The reference is BM25 (k1 1.5, b .75, stems, stop words), over words
as bm25s cuts them or as briefgen does, whichever is better. `p` is that of a paired randomisation test over the
questions, two-sided, on the difference to the reference (10,000 flips, fixed seed). Because the weights were set on
such questions, a cross-validation follows: ten times a tenth of the questions is put aside, the best of a grid of
weights is taken on the rest, and only what is put aside is counted.

Peers get the same words: bm25s the question and the terms of the topic; LexRank ranks each article's sentences by their
centrality, without a topic; boolean search is the authors' word lists (`keyword_lists.json`: police and the action, in
one sentence), and for articles all content words of the question.

At the end stands what each part of the ranking is worth: the figures without it. `--quick` leaves out LexRank and the
cross-validation.
"""

import argparse
import gzip
import json
import logging
import math
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path

from briefgen import query, rank
from briefgen.config import load
from briefgen.corpus import Entry, Stamp, open_corpus
from briefgen.model.place import Span
from briefgen.model.query import Term
from briefgen.model.source import Appearance, Block, Document, Passage, Role, Source, Work
from briefgen.pipeline.evidence.ranking import Ranking
from briefgen.pipeline.evidence.shelf import Read, Shelf
from briefgen.text import canonicalise
from briefgen.words import content, is_stop, stems

LABELS = ("KILL", "ARREST")
LISTED = {"KILL": "kill", "ARREST": "arrest"}
FLIPS, FOLDS, SEED = 10_000, 10, 1963
PARTS = ("words", "question", "nearness", "article", "place", "length", "paragraph", "title")
GRID = tuple(product((0.0, 0.2, 0.4), (0.2, 0.3, 0.4), (3, 5, 10)))
"""Of the cross-validation: `pairs`, `feedback` and `told`."""

Key = tuple[int, int]
"""A sentence of the data: its article and its number there."""


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--quick", action="store_true", help="without LexRank and the cross-validation")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with open_corpus(":memory:") as one, open_corpus(":memory:") as other:
        labelled = Labelled(options.folder / "sentence_selection", one)
        asked = Asked(options.folder / "topic_retrieval", other)
        sentence_tables(labelled, quick=options.quick)
        article_tables(asked, quick=options.quick)
    return 0


def entry(path: str, text: str, spans: Sequence[Span]) -> Entry:
    """Make an entry of a text whose body is these spans."""
    document = Document.from_text(text)
    blocks = tuple(Block(span, Role.PARAGRAPH) for span in spans)
    return Entry(
        Stamp(1, 1, 1, 1, 1),
        "text 1",
        (),
        Work(),
        (),
        "1",
        Source(document, blocks, Appearance(document.id, path, "", Work())),
    )


@dataclass(frozen=True)
class Given(Read):
    """An article whose sentences are those of the data."""

    spans: tuple[Span, ...] = ()
    paragraphs: tuple[int, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences as the data has them."""
        document = self.source.document.id
        return tuple(Passage(document, *each) for each in zip(self.spans, self.paragraphs, strict=True))


class Labelled:
    """The articles whose sentences are labelled."""

    def __init__(self, folder: Path, corpus) -> None:  # noqa: ANN001 - a corpus in memory
        rows = read_lines(folder / "sents.jsonl.gz")
        self.labels: dict[Key, frozenset[str]] = {
            (r["doc_id"], r["sent_id"]): frozenset(r["sent_labels"]) for r in rows
        }
        self.words: dict[Key, str] = {(r["doc_id"], r["sent_id"]): canonicalise(r["sent_text"]).strip() for r in rows}
        self.lists: dict[str, list[str]] = json.loads((folder / "keyword_lists.json").read_text("utf-8"))
        self.articles = sorted({article for article, _ in self.labels})
        self.halves = {article: "AB"[i % 2] for i, article in enumerate(self.articles)}
        breaks = {(r["doc_id"], r["sent_id"]): "\n" in r["sent_text"].strip(" ") for r in rows}
        self._keys: dict[str, list[Key]] = {}
        self._spans: dict[str, list[tuple[Span, int]]] = {}
        entries = [self._entry(article, breaks) for article in self.articles]
        corpus.put(entries)
        self.shelf = Shelf(corpus.scope(each.path for each in entries))

    def _entry(self, article: int, breaks: Mapping[Key, bool]) -> Entry:
        text, spans, paragraph = "", [], 0
        keys = sorted(key for key in self.words if key[0] == article)
        for key in keys:
            spans.append((Span(len(text), len(text) + len(self.words[key])), paragraph))
            paragraph += breaks[key]
            text += self.words[key] + "\n"
        made = entry(str(article), text, [span for span, _ in spans if span.start < span.end])
        self._keys[made.source.document.id], self._spans[made.source.document.id] = keys, spans
        return made

    def ranked(self, label: str, weights: rank.Weights) -> dict[Key, float]:
        """Give each sentence's score by briefgen, what answers above all else."""
        settings = load(Path(__file__).with_name("evidence.yaml"))
        topic = next(each for each in settings.topics if each.title == label)
        assert topic.wants
        matching = [self._given(read) for read in self.shelf.matching(topic.wants, self.shelf.scope.size)]
        ranking = Ranking(self.shelf, matching, topic.wants, query.from_question(topic.question), weights)
        return {
            key: each.score + 100 * each.answers
            for read, scores in zip(matching, ranking.scores(), strict=True)
            for key, each in zip(self._keys[read.source.document.id], scores, strict=True)
        }

    def _given(self, read: Read) -> Given:
        spans, paragraphs = zip(*self._spans[read.source.document.id], strict=True)
        return Given(read.source, spans, paragraphs)

    def measured(self, scores: Mapping[Key, float], label: str) -> list[str]:
        """Give average precision and best F1 on half A, half B and both."""
        cells = []
        for half in ("A", "B", "AB"):
            keys = [key for key in self.labels if self.halves[key[0]] in half]
            keys.sort(key=lambda key: (-scores.get(key, -1.0), key))
            found = [label in self.labels[key] for key in keys]
            cells += [f"{average_precision(found, sum(found)):.3f}", f"{best_f1(found):.3f}"]
        return cells


class Asked:
    """The articles that questions ask for."""

    def __init__(self, folder: Path, corpus) -> None:  # noqa: ANN001 - a corpus in memory
        self.texts = dict(sections(folder / "TIME.ALL", r"\*TEXT"))
        self.relevant: dict[int, set[int]] = {}
        for line in (folder / "qrels.tsv").read_text("utf-8").split("\n"):
            if line.strip():
                question, article, grade = map(int, line.split()[:3])
                self.relevant.setdefault(question, set()).update({article} if grade else ())
        questions = {number: " ".join(body.split()) for number, body in sections(folder / "TIME.QUE", r"\*FIND")}
        self.questions = {number: words for number, words in questions.items() if self.relevant.get(number)}
        entries = [self._entry(number) for number in self.texts]
        self._rankings: dict[tuple[int, bool], tuple[list[int], Ranking]] = {}
        self._numbers = {each.source.document.id: int(each.path) for each in entries}
        corpus.put(entries)
        self.shelf = Shelf(corpus.scope(each.path for each in entries))

    def _entry(self, number: int) -> Entry:
        text = canonicalise(" ".join(self.texts[number].split()) + f" {number}\n")
        return entry(str(number), text, [Span(0, text.rindex(" "))])

    def ranked(self, question: int, weights: rank.Weights, *, plain: bool = False) -> dict[int, float]:
        """Give each article's score by briefgen for a question; `plain` is without other words of the same meaning."""
        if (question, plain) not in self._rankings:
            self._rankings[question, plain] = self._ranking(question, plain=plain)
        numbers, ranking = self._rankings[question, plain]
        return dict(zip(numbers, rank.articles(ranking.held, ranking.rarities, weights), strict=True))

    def _ranking(self, question: int, *, plain: bool) -> tuple[list[int], Ranking]:
        terms = query.from_question(self.questions[question])
        if plain:
            terms = tuple(replace(term, phrases=term.phrases[:1]) for term in terms)
        matching = self.shelf.matching(query.any_of(terms), self.shelf.scope.size)
        return [self._numbers[read.source.document.id] for read in matching], Ranking(self.shelf, matching, None, terms)

    def precisions(self, scores: Mapping[int, Mapping[int, float]]) -> list[float]:
        """Give the average precision of each question."""
        return [average_precision(found, len(self.relevant[question])) for question, found in self._found(scores)]

    def gains(self, scores: Mapping[int, Mapping[int, float]]) -> list[float]:
        """Give the nDCG at 10 of each question."""
        return [ndcg(found, len(self.relevant[question])) for question, found in self._found(scores)]

    def _found(self, scores: Mapping[int, Mapping[int, float]]) -> Iterator[tuple[int, list[bool]]]:
        for question in self.questions:
            own = scores[question]
            order = sorted(self.texts, key=lambda number: (-own.get(number, 0.0), number))
            yield question, [number in self.relevant[question] for number in order]


def sections(path: Path, mark: str) -> Iterator[tuple[int, str]]:
    """Give the numbered sections of a file of the collection."""
    for section in re.split(rf"^{mark}", path.read_text("utf-8", "replace"), flags=re.MULTILINE)[1:]:
        head, body = section.split("\n", 1)
        yield int(head.split()[0]), body.replace("*STOP", "")


def read_lines(path: Path) -> list[dict]:
    """Read the objects of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def average_precision(found: Sequence[bool], relevant: int) -> float:
    """Give the mean of the precision at each relevant item; those that are missing count as 0."""
    hits, total = 0, 0.0
    for place, is_right in enumerate(found, start=1):
        hits += is_right
        total += hits / place if is_right else 0.0
    return total / relevant if relevant else 0.0


def best_f1(found: Sequence[bool]) -> float:
    """Give the F1 of the best cut."""
    hits, best, relevant = 0, 0.0, sum(found)
    for place, is_right in enumerate(found, start=1):
        hits += is_right
        best = max(best, 2 * hits / (place + relevant))
    return best


def ndcg(found: Sequence[bool], relevant: int) -> float:
    """Give the normalised discounted cumulative gain at 10."""
    gain = sum(1 / math.log2(place + 1) for place, is_right in enumerate(found[:10], start=1) if is_right)
    return gain / sum(1 / math.log2(place + 1) for place in range(1, min(10, relevant) + 1))


def sentence_tables(labelled: Labelled, *, quick: bool) -> None:
    """Print how sentences are ranked, by whom, and what each part is worth."""
    print(f"Sentences: {len(labelled.labels)} of {len(labelled.articles)} articles")
    central = {} if quick else {"sumy LexRank": lexrank(labelled)}
    for label in LABELS:
        halves = [labelled.halves[article] for (article, _), found in labelled.labels.items() if label in found]
        figures = (f"{half}: {figure}" for half in ("A", "B", "all") for figure in ("AP", "F1"))
        print()
        print_row([f"{label} ({halves.count('A')} in A, {halves.count('B')} in B)", *figures])
        systems = {
            "briefgen": labelled.ranked(label, rank.WEIGHTS),
            "bm25s": bm25_sentences(labelled, label),
            "boolean word lists": boolean_sentences(labelled, label),
            **central,
        }
        for part in PARTS:
            systems[f"  without {part}"] = labelled.ranked(label, replace(rank.WEIGHTS, **{part: 0.0}))
        for name, scores in systems.items():
            print_row([name, *labelled.measured(scores, label)])


def article_tables(asked: Asked, *, quick: bool) -> None:
    """Print how articles are ranked, by whom, and what each part is worth."""
    print(f"\nArticles: {len(asked.texts)}, questions: {len(asked.questions)}")
    peers = {
        "bm25s, its own words": bm25_articles(asked, their_words),
        "bm25s, our words": bm25_articles(asked, our_words),
    }
    reference = max(map(asked.precisions, peers.values()), key=mean)
    print_row(["", "MAP", "nDCG@10", "difference", "better", "worse", "p"])
    for name, scores in peers.items():
        print_row([name, f"{mean(asked.precisions(scores)):.3f}", f"{mean(asked.gains(scores)):.3f}"])

    def row(name: str, scores: Mapping[int, Mapping[int, float]]) -> None:
        precisions = asked.precisions(scores)
        print_row(
            [name, f"{mean(precisions):.3f}", f"{mean(asked.gains(scores)):.3f}", *compared(precisions, reference)]
        )

    def run(*, plain: bool = False, **changed: float) -> dict[int, dict[int, float]]:
        weights = replace(rank.WEIGHTS, **changed)
        return {question: asked.ranked(question, weights, plain=plain) for question in asked.questions}

    row("briefgen", run())
    row("boolean, all words", boolean_articles(asked))
    row("  without pairs", run(pairs=0.0))
    row("  without feedback", run(feedback=0.0))
    row("  without synonyms", run(plain=True))
    row("  without all three", run(plain=True, pairs=0.0, feedback=0.0))
    if not quick:
        precisions = cross_validated(
            [asked.precisions(run(pairs=pairs, feedback=feedback, told=told)) for pairs, feedback, told in GRID]
        )
        print_row([f"cross-validated, {FOLDS} folds", f"{mean(precisions):.3f}", "", *compared(precisions, reference)])


def cross_validated(runs: Sequence[Sequence[float]]) -> list[float]:
    """Give each question's average precision in the run that is best for the questions of other folds."""
    order = list(range(len(runs[0])))
    random.Random(SEED).shuffle(order)  # noqa: S311 - a fixed seed is wanted
    result = [0.0] * len(order)
    for fold in range(FOLDS):
        aside = set(order[fold::FOLDS])
        best = max(runs, key=lambda run: mean([each for i, each in enumerate(run) if i not in aside]))
        for i in aside:
            result[i] = best[i]
    return result


def compared(own: Sequence[float], reference: Sequence[float]) -> list[str]:
    """Give the difference of the means, how many questions are better and worse, and the p of a randomisation test."""
    differences = [one - other for one, other in zip(own, reference, strict=True)]
    seen = abs(math.fsum(differences))
    chance = random.Random(SEED)  # noqa: S311 - a fixed seed is wanted
    as_far = 0
    for _ in range(FLIPS):
        signs = chance.getrandbits(len(differences))
        as_far += abs(sum(-each if signs >> i & 1 else each for i, each in enumerate(differences))) >= seen - 1e-12
    better, worse = (sum(sign * each > 1e-9 for each in differences) for sign in (1, -1))
    return [f"{mean(differences):+.3f}", str(better), str(worse), f"{(as_far + 1) / (FLIPS + 1):.4f}"]


def their_words(text: str) -> list[str]:
    """Cut a text into words as bm25s does, with stems and stop words."""
    import bm25s  # noqa: PLC0415 - optional
    import Stemmer  # noqa: PLC0415 - as above

    cut = Stemmer.Stemmer("english")
    return list(bm25s.tokenize([text], stopwords="en", stemmer=cut, return_ids=False, show_progress=False)[0])


def our_words(text: str) -> list[str]:
    """Cut a text into words as briefgen does."""
    return [stem for stem in stems(text) if not is_stop(stem)]


def bm25(texts: Sequence[str], asked: Sequence[str], cut: Callable[[str], list[str]]) -> list[list[float]]:
    """Give for each of `asked` bm25s's scores of the texts."""
    import bm25s  # noqa: PLC0415 - optional

    engine = bm25s.BM25(k1=1.5, b=0.75)
    engine.index([cut(text) for text in texts], show_progress=False)
    return [[float(score) for score in engine.get_scores(list(dict.fromkeys(cut(words))))] for words in asked]


def bm25_sentences(labelled: Labelled, label: str) -> dict[Key, float]:
    """Rank sentences with bm25s by all the words of the topic."""
    settings = load(Path(__file__).with_name("evidence.yaml"))
    topic = next(each for each in settings.topics if each.title == label)
    assert topic.wants
    terms = [term.label for facet in query.facets(topic.wants) for term in facet.terms if isinstance(term, Term)]
    (scores,) = bm25(list(labelled.words.values()), [" ".join((topic.question, *terms))], their_words)
    return dict(zip(labelled.words, scores, strict=True))


def bm25_articles(asked: Asked, cut: Callable[[str], list[str]]) -> dict[int, dict[int, float]]:
    """Rank articles with bm25s."""
    scores = bm25(list(asked.texts.values()), list(asked.questions.values()), cut)
    return {
        number: dict(zip(asked.texts, each, strict=True)) for number, each in zip(asked.questions, scores, strict=True)
    }


def boolean_sentences(labelled: Labelled, label: str) -> dict[Key, float]:
    """Find the sentences that hold a word of the authors' list of police and one of the action's."""

    def any_of(words: Sequence[str]) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, map(str.strip, words))))})\b", re.IGNORECASE)

    police = any_of([*labelled.lists["police"], *labelled.lists["police_acronyms"]])
    action = any_of(labelled.lists[LISTED[label]])
    return {key: float(bool(police.search(text) and action.search(text))) for key, text in labelled.words.items()}


def boolean_articles(asked: Asked) -> dict[int, dict[int, float]]:
    """Find the articles that hold all content words of a question."""
    held = {number: frozenset(content(text)) for number, text in asked.texts.items()}
    return {
        question: {number: float(held[number].issuperset(content(words))) for number in held}
        for question, words in asked.questions.items()
    }


def lexrank(labelled: Labelled) -> dict[Key, float]:
    """Rank the sentences of each article by their centrality in it."""
    from sumy.models.dom import Sentence  # noqa: PLC0415 - optional
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415 - as above
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415 - as above

    ranker, cut = LexRankSummarizer(Stemmer("english")), Words()
    scores: dict[Key, float] = {}
    for article in labelled.articles:
        keys = [key for key in labelled.words if key[0] == article and cut.to_words(labelled.words[key])]
        words = [ranker._to_words_set(Sentence(labelled.words[key], cut)) for key in keys]  # noqa: SLF001 - it ranks,
        # but says only the order; the scores themselves compare the sentences of one article with those of another.
        if words:
            tf = ranker._compute_tf(words)  # noqa: SLF001 - as above
            idf = ranker._compute_idf(words)  # noqa: SLF001 - as above
            matrix = ranker._create_matrix(words, ranker.threshold, tf, idf)  # noqa: SLF001 - as above
            scores.update(zip(keys, map(float, ranker.power_method(matrix, ranker.epsilon)), strict=True))
    return scores


class Words:
    """A tokenizer as sumy wants one, without a model that has to be downloaded."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Give the words of a sentence."""
        return tuple(re.findall(r"\w+", text.lower()))


def mean(values: Sequence[float]) -> float:
    """Give the mean."""
    return math.fsum(values) / len(values) if values else 0.0


def print_row(cells: Sequence[str]) -> None:
    """Print a row, the first column to the left and the rest to the right."""
    print(f"{cells[0]:<34}" + "".join(f"{cell:>12}" for cell in cells[1:]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
