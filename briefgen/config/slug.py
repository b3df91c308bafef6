"""Keys of topics, made of their titles."""

import unicodedata
from collections.abc import Iterable


def slugs(titles: Iterable[str]) -> tuple[str, ...]:
    """Give each title a key of its own: its letters and digits in lower case, its words joined with "-"."""
    made: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for title in titles:
        stem = slug = _slug(title)
        while slug in made:
            numbers[stem] = numbers.get(stem, 1) + 1
            slug = f"{stem}-{numbers[stem]}"
        made[slug] = None
    return tuple(made)


def _slug(title: str) -> str:
    text = unicodedata.normalize("NFC", title).lower()
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text)
    return "-".join(kept.split()) or "topic"
