"""Languages as programs know them, by which they check and speak words; and what of a brief is not in its own."""

import re
from collections.abc import Iterator

from briefgen.model.brief import Brief
from briefgen.text import display

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")  # the usual part of BCP 47
_REGIONS = {
    "ar": "ar-SA", "de": "de-DE", "en": "en-US", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL",
    "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "pt": "pt-PT", "ru": "ru-RU", "ur": "ur-PK", "zh": "zh-CN",
}  # fmt: skip


def regional(tag: str) -> str:
    """Give the tag of a language with the region that Word wants to be named, where there is a usual one."""
    return _REGIONS.get(tag.lower(), tag)


def is_tag(tag: str) -> bool:
    """Say whether this is the tag of a language, and nothing else."""
    return _TAG.fullmatch(tag) is not None


def is_english(tag: str) -> bool:
    """Say whether this is the tag of English: the writer adds words of its own in no other language."""
    return root(tag) == "en"


def day(brief: Brief) -> str:
    """Give the day of a brief: in words where it is in English."""
    return f"{brief.as_of.day} {brief.as_of:%B %Y}" if is_english(brief.language) else brief.as_of.isoformat()


def foreign(brief: Brief) -> dict[str, str]:
    """Give the languages of excerpts, by id, and of translations, by their lines, that are not the brief's own.

    Regions make no other language: `en-GB` is the language of a brief in `en`. What is no tag is left out.
    """
    tags = ((key, tag) for key, tag in _spoken(brief) if is_tag(tag) and root(tag) != root(brief.language))
    return {key: regional(tag) for key, tag in tags}


def _spoken(brief: Brief) -> Iterator[tuple[str, str]]:
    works = {row.appearance.document: row.appearance.work for row in reversed(brief.sources)}
    for excerpt in brief.excerpts:
        if excerpt.document in works:
            yield excerpt.id, works[excerpt.document].language
        if excerpt.translation:
            yield display(excerpt.translation.line), excerpt.translation.language


def root(tag: str) -> str:
    """Give the language of a tag without its region or script."""
    return tag.partition("-")[0].lower()
