"""A translation that stands beside an excerpt: somebody's words, and always said to be so."""

from dataclasses import dataclass

LABEL = "Translation, not proved"
"""What every printed translation begins with, so that readers, and programs that read the file, know what it is."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an excerpt says in another language; `by` is who translated it, `language` a BCP 47 tag."""

    text: str
    language: str = ""
    by: str = ""

    @property
    def line(self) -> str:
        """The translation as it is printed, with its label."""
        return f"{LABEL}{f' (by {self.by})' if self.by else ''}: {self.text}"


def is_translation(words: str) -> bool:
    """Say whether a paragraph says of itself that it is a translation: it claims nothing then, and is no prose."""
    return words.lstrip().startswith((f"{LABEL}:", f"{LABEL} ("))
