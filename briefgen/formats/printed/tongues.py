"""The language of letters, where several are written in them and nothing says which it is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from briefgen.formats.printed.languages import is_tag, regional, root
from briefgen.model.brief import Brief
from briefgen.model.source import Work

_WORD = re.compile(r"\w+")
# What a script is known by, and the languages that are written in it; where nothing tells, it is taken for the first.
_WRITTEN = (
    ("\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f", ("ja",)),
    ("\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff", ("ko",)),
    ("\u3105-\u312f\u31a0-\u31bf", ("zh",)),
    (
        "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
        ("ja", "zh", "ko", "yue"),
    ),
    ("\u0590-\u05ff\ufb1d-\ufb4f", ("he", "yi")),
    ("\u0780-\u07bf", ("dv",)),
    ("\u0700-\u074f", ("syr",)),
    ("\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc", ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")),
)


class Tongues:
    """Tells the languages of letters in a file: from those of the works it cites, by the words that name them.

    `language` is that of its own words, or nothing.
    """

    def __init__(self, language: str, works: Iterable[Work] = ()) -> None:
        self._known: dict[str, set[str]] = {}
        spoken = {root(language): language} if is_tag(language) else {}
        for work in (each for each in works if is_tag(each.language)):
            spoken.setdefault(root(work.language), work.language)
            for word in _named(work):
                self._known.setdefault(word, set()).add(work.language)
        self._spoken, self._own = spoken, root(language)

    def of(self, text: str, told: str = "") -> str:
        """Give the language of a stretch of letters, with its usual region; nothing for letters that are not known.

        `told` is what is said of the words around it. It is believed where that language is written in these letters.
        """
        able = next((languages for letters, languages in _WRITTEN if re.search(f"[{letters}]", text)), ())
        if root(told) in able or not able:
            return regional(told) if able else ""
        return regional(self._told(text, able) if len(able) > 1 else self._spoken.get(able[0], able[0]))

    def _told(self, text: str, able: tuple[str, ...]) -> str:
        """Give the language that most of these words name works in; else the file's own, or the one there is."""
        votes = Counter(
            language
            for word in _WORD.findall(text)
            for language in sorted(self._known.get(word, ()))
            if root(language) in able
        )
        if votes:
            return votes.most_common(1)[0][0]
        there = [language for key, language in self._spoken.items() if key in able]
        return there[0] if there and (len(there) == 1 or self._own in able) else able[0]


def tongues(brief: Brief) -> Tongues:
    """Give what tells the languages of letters in a brief."""
    return Tongues(brief.language, (row.appearance.work for row in brief.sources))


def _named(work: Work) -> Iterator[str]:
    for field in (work.title, work.author, work.publisher, work.agency, work.original, work.retells):
        yield from _WORD.findall(field)
