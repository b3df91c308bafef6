"""What is to be said of a template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something that is wrong with a template: where, and what. `line` is 0 where none is known."""

    template: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.template}:{self.line}: {self.words}" if self.line else f"{self.template}: {self.words}"
