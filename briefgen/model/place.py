"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets into `Document.text`: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the words of `text` in this span."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Say whether this span and `other` share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a quotation stands: the text quote and text position selectors of W3C Web Annotation, kept together.

    `prefix` and `suffix` are up to 32 characters on either side of `exact`; `span` is where it stood when it was made.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span

    def __post_init__(self) -> None:
        if len(self.exact) != len(self.span):
            raise ValueError("a selector's span must be as long as its words")
