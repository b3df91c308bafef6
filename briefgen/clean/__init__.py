"""Marks what each part of a text is, and reads what the text says of itself. Pure, and nothing is deleted."""

from collections.abc import Iterable, Sequence

from briefgen.model.source import Block, Work

VERSION = 5
"""Of the rules: blocks made by another version are made again."""
LEAST = 3
"""So many stories of a publisher have habits at all."""

__all__ = ["LEAST", "VERSION", "describe", "habits", "is_doubtful", "language", "mark", "overrule"]


def mark(text: str, hints: Sequence[Block] = (), habits: frozenset[str] = frozenset()) -> tuple[Block, ...]:
    """Mark the blocks of a canonical text; see `briefgen.clean.marking.mark`."""
    from briefgen.clean.marking import mark as mark_text  # noqa: PLC0415 - nothing is marked where nothing has changed

    return mark_text(text, hints, habits)


def habits(texts: Iterable[str]) -> frozenset[str]:
    """Give the lines that recur in a publisher's texts; see `briefgen.clean.recurring.habits`."""
    from briefgen.clean.recurring import habits as find_habits  # noqa: PLC0415 - as above

    return find_habits(texts)


def describe(text: str, blocks: Sequence[Block]) -> Work:
    """Give what a text says of the work it is; see `briefgen.clean.describing.describe`."""
    from briefgen.clean.describing import describe as describe_text  # noqa: PLC0415 - as above

    return describe_text(text, blocks)


def language(text: str, blocks: Sequence[Block]) -> str:
    """Give the language that the body of a text is written in; see `briefgen.clean.languages.language`."""
    from briefgen.clean.languages import language as tell  # noqa: PLC0415 - as above

    return tell(text, blocks)


def overrule(text: str, blocks: Sequence[Block], hints: Sequence[Block], said: str) -> tuple[Block, ...]:
    """Give the blocks of a text with the body that a person says; see `briefgen.clean.overruling.overrule`."""
    from briefgen.clean.overruling import overrule as overrule_blocks  # noqa: PLC0415 - as above

    return overrule_blocks(text, blocks, hints, said)


def is_doubtful(words: str) -> bool:
    """Say whether a paragraph (its words for display), taken alone, may be no part of an article.

    So it is where it reads like a part of the page, or states who, when or whence; its place among others decides.
    """
    from briefgen.clean import body, marking  # noqa: PLC0415 - as above

    return body.is_aside(words) or marking.stated(words) is not None
