"""Titles: their short forms, and how they sort."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from briefgen.cite.reference import Reference
from briefgen.typography import SINGLE, curly

WORDS = 4
"""A title of up to so many words is not shortened (Chicago 17, 14.33)."""

_ARTICLE = re.compile(r"\A\W*(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
# A title in sentence case keeps its article: without it the short title would begin with a small letter.
_SPARE_ARTICLE = re.compile(r"\A(?:The|A|An)\s+(?![a-z])")
_SUBTITLE = re.compile(r"[:;]\s|\s[–-]\s|\s?—|(?<=[?!])\s")
_QUOTED_FIRST = re.compile(r"\A([“‘\"][^”’\"]+),([”’\"])\s")
_LOOSE_WORDS = """
a about after against an and as at before between but by for from in into is nor of on or over than that the to under
until was with without
"""
_LOOSE = frozenset(_LOOSE_WORDS.split())
_EDGES = " ,;:.–—-"
_PAIRS = ("“”", "«»", "「」", "()")


def short_titles(references: Mapping[str, Reference]) -> dict[str, str]:
    """Give for each work its short title, or "" for a work that its short form would not tell from another.

    Where the first words do not tell two works by the same authors apart, the whole title does, if it can.
    """
    titles = {key: _shortened(reference) for key, reference in references.items()}
    for key in _clashing(titles, references):
        titles[key] = references[key].title
    for key in _clashing(titles, references):
        titles[key] = ""
    return titles


def _clashing(titles: Mapping[str, str], references: Mapping[str, Reference]) -> Iterable[str]:
    forms = {key: (references[key].short_names, title.casefold()) for key, title in titles.items()}
    counted = Counter(forms.values())
    return [key for key, form in forms.items() if counted[form] > 1]


def _shortened(reference: Reference) -> str:
    """Give the first words of the main title, or what it quotes first, without an initial article.

    After Chicago 17, 14.33.
    """
    title = curly(reference.title)
    if reference.is_untitled or len(title.split()) <= WORDS:
        return title
    main = _SPARE_ARTICLE.sub("", _main(title, reference), count=1).split()
    words = _closed(_first_words(main))
    if len(words) == 1 < len(main):  # "There but for the Tide" is not "There"
        end = next((at for at in range(WORDS, len(main)) if main[at].lower() not in _LOOSE), len(main))
        words = _closed(main[: end + 1])
    return " ".join(words).strip(_EDGES) or title


def _main(title: str, reference: Reference) -> str:
    """Give the title without its subtitle, or what it quotes first.

    What stands alone before a colon in the title of an article is no title: "Analysis: …", "Minister: …".
    """
    if quoted := _QUOTED_FIRST.match(title):
        return f"{quoted[1]}{quoted[2]}"
    main = _SUBTITLE.split(title, maxsplit=1)[0]
    is_label = len(main.split()) == 1 and title[len(main) :].startswith(":") and reference.kind in {"article", "page"}
    return title if is_label else main


def _closed(words: list[str]) -> list[str]:
    """Give words up to the last that may end a title: not a loose one, and with no mark open before it."""
    return next((words[:end] for end in range(len(words), 0, -1) if _may_end(words[:end])), [])


def _may_end(words: list[str]) -> bool:
    return words[-1].lower() not in _LOOSE and not _is_open(" ".join(words))


def _first_words(words: list[str]) -> list[str]:
    """Give as many words as a short title has; in a title in sentence case, a name at the end is not cut."""
    end = WORDS
    if any(word.islower() and len(word) > 4 for word in words):
        while end < len(words) and words[end - 1].istitle() and words[end].istitle():
            end += 1
    return words[:end]


def _is_open(words: str) -> bool:
    """Say whether a cut after these words would leave a quotation mark or a bracket open."""
    return "‘" in SINGLE.sub("", words) or any(words.count(pair[0]) > words.count(pair[1]) for pair in _PAIRS)


def sorting(text: str) -> str:
    """Give the letters by which a bibliography sorts: no initial article, case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", _ARTICLE.sub("", text, count=1)).casefold()
    return "".join(letter for letter in plain if letter.isalnum() or letter.isspace())
