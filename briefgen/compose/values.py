"""What a template holds in place of data: words, an analyst's Markdown, things with fields, excerpts."""

from collections.abc import Callable
from typing import NoReturn

from briefgen import marks
from briefgen.compose.refusal import Refusal
from briefgen.compose.standins import StandIns
from briefgen.model.brief import Excerpt
from briefgen.text import display

WHOLE = "an excerpt can be printed whole, {{ e }}, and nothing else"


class Words:
    """Words from data. They print marked; they compare, sort and count as the text that they are, but are no `str`."""

    __slots__ = ("_standins", "_text")

    def __init__(self, standins: StandIns, text: str) -> None:
        self._standins = standins
        self._text = display(marks.ANY.sub("\ufffd", text))

    def __str__(self) -> str:
        """Give the stand-in: this is how words are printed, joined and formatted."""
        return self._standins.standing_for(marks.data(self._text)) if self._text else ""

    def __repr__(self) -> str:
        return "<words>"

    def __len__(self) -> int:
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        return self._text == (other._text if isinstance(other, Words) else other)

    def __lt__(self, other: object) -> bool:
        theirs = other._text if isinstance(other, Words) else str(other)
        return (self._text.casefold(), self._text) < (theirs.casefold(), theirs)

    def __hash__(self) -> int:
        return hash(self._text)

    def __contains__(self, part: object) -> bool:
        return (part._text if isinstance(part, Words) else str(part)) in self._text  # noqa: SLF001 - its own kind

    def changed(self, change: Callable[[str], str]) -> "Words":
        """Give the words after a change of their letters."""
        return Words(self._standins, change(self._text))


class Prose:
    """Markdown that is no template's: an analyst's, or a citation's. It prints as Markdown, whole."""

    __slots__ = ("_markdown", "_standins")

    def __init__(self, standins: StandIns, markdown: str) -> None:
        self._standins, self._markdown = standins, markdown

    def __str__(self) -> str:
        return self._standins.standing_for(self._markdown) if self._markdown else ""

    def __repr__(self) -> str:
        return "<Markdown>"

    def __bool__(self) -> bool:
        return bool(self._markdown)


class View:
    """Something of a brief, with fields to read. Only some things can be printed themselves."""

    __slots__ = ("_fields", "_kind")

    def __init__(self, kind: str, fields: dict[str, object]) -> None:
        self._kind, self._fields = kind, fields

    def field(self, name: str) -> object:
        """Give a field; KeyError when there is none of this name."""
        return self._fields[name]

    def printed(self) -> str:
        """Refuse: print a field instead."""
        raise Refusal(f"{self._kind} cannot be printed; print one of its fields: {', '.join(sorted(self._fields))}")

    def missing(self, name: object) -> str:
        """Say that there is no such field, and which there are."""
        return f"{self._kind} has no {name!r}; it has {', '.join(sorted(self._fields))}"

    def __str__(self) -> str:
        return self.printed()

    def __repr__(self) -> str:
        return f"<{self._kind}>"


class Quotable(View):
    """An excerpt: its facts are fields, its words can be printed whole. Whatever takes them apart is refused."""

    __slots__ = ("_quotation",)

    def __init__(self, standins: StandIns, excerpt: Excerpt, fields: dict[str, object]) -> None:
        super().__init__("an excerpt", fields)
        words = marks.ANY.sub("\ufffd", excerpt.text)
        self._quotation = standins.standing_for(marks.quotation(excerpt.id, words))

    def printed(self) -> str:
        """Give the stand-in of the whole quotation."""
        return self._quotation

    def missing(self, name: object) -> str:
        """Say that there is no such field, and how an excerpt's words are printed."""
        return f"{super().missing(name)}; {WHOLE}"

    def __bool__(self) -> bool:
        return True

    def _refuse(self, *_: object) -> NoReturn:
        raise Refusal(WHOLE)

    # What string filters, operators, slices, loops and formats use.
    __str__ = __format__ = __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __add__ = __radd__ = __mul__ = __rmul__ = __mod__ = __rmod__ = __lt__ = __gt__ = __le__ = __ge__ = _refuse
