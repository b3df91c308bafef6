"""What a template holds in place of data: words, Markdown that is not its own, things with fields, excerpts."""

from collections.abc import Callable, Mapping
from typing import NoReturn

from briefgen import marks
from briefgen.compose.refusal import Refusal
from briefgen.compose.standins import StandIns
from briefgen.model.brief import Excerpt
from briefgen.text import display

WHOLE = "an excerpt can be printed whole, {{ e }}, and nothing else"


class Value:
    """Something of a brief in a template: it may have fields; what it prints as is its `str`."""

    __slots__ = ("_fields", "kind")

    def __init__(self, kind: str, fields: Mapping[str, object]) -> None:
        self.kind, self._fields = kind, fields

    def field(self, name: object) -> object:
        """Give a field; KeyError when there is none of this name."""
        if not isinstance(name, str):
            raise KeyError(name)
        return self._fields[name]

    def missing(self, name: object) -> str:
        """Say that there is no such field, and which there are."""
        known = f"it has {', '.join(sorted(self._fields))}" if self._fields else "it can be printed whole"
        return f"{self.kind} has no {name!r}; {known}"

    def __repr__(self) -> str:
        return f"<{self.kind}>"


class Words(Value):
    """Words from data. They print marked; they compare, sort and count as the text that they are, but are no `str`."""

    __slots__ = ("_standins", "_text")

    def __init__(self, standins: StandIns, text: str) -> None:
        super().__init__("a piece of text", {})
        self._standins = standins
        self._text = display(marks.ANY.sub("\ufffd", text))

    def __str__(self) -> str:
        return self._standins.standing_for(marks.data(self._text)) if self._text else ""

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


class Prose(Value):
    """Markdown that is no template's own: an analyst's, or a citation's."""

    __slots__ = ("_markdown", "_standins")

    def __init__(self, standins: StandIns, markdown: str) -> None:
        super().__init__("a piece of Markdown", {})
        self._standins, self._markdown = standins, markdown

    def __str__(self) -> str:
        return self._standins.standing_for(self._markdown) if self._markdown else ""

    def __bool__(self) -> bool:
        return bool(self._markdown)


class Thing(Value):
    """Something to read fields of, and not to print."""

    __slots__ = ()

    def __str__(self) -> str:
        raise Refusal(f"{self.kind} cannot be printed; print one of its fields: {', '.join(sorted(self._fields))}")


class Quotable(Value):
    """An excerpt: its facts are fields, its words can be printed whole. Whatever takes them apart is refused."""

    __slots__ = ("_quotation",)

    def __init__(self, standins: StandIns, excerpt: Excerpt, fields: Mapping[str, object]) -> None:
        super().__init__("an excerpt", fields)
        words = marks.ANY.sub("\ufffd", excerpt.text)
        self._quotation = standins.standing_for(marks.quotation(excerpt.id, words))

    def whole(self) -> str:
        """Give the stand-in of the whole quotation: only `{{ e }}` asks for it."""
        return self._quotation

    def missing(self, name: object) -> str:
        """Say that there is no such field, and how an excerpt's words are printed."""
        return f"{super().missing(name)}; {WHOLE}"

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same excerpt; to anything else it cannot be compared."""
        return self is other if isinstance(other, Quotable) else self._refuse()

    __hash__ = object.__hash__

    def _refuse(self, *_: object) -> NoReturn:
        raise Refusal(WHOLE)

    # What filters, operators, slices, loops, formats and calls use.
    __str__ = __format__ = __len__ = __iter__ = __contains__ = __getitem__ = __call__ = _refuse
    __add__ = __radd__ = __mul__ = __rmul__ = __mod__ = __rmod__ = __neg__ = __pos__ = _refuse
    __lt__ = __gt__ = __le__ = __ge__ = _refuse
