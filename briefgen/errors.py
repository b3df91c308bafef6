"""One tree of errors. Constructors take what happened to what; prose is made here and nowhere else.

`exit_code` is what the command line ends with: 2 usage or config, 3 nothing could be read, 4 delivery.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in a file that a person wrote, where it stands (line and column from 1), and what would be right."""

    path: str
    line: int
    column: int
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.wrong}" + (f"; {self.right}" if self.right else "")


class BriefgenError(Exception):
    """Anything that briefgen says of its own accord."""

    exit_code = 2


class UnableError(BriefgenError):
    """Something that cannot be done: with `what` (a path, an address, a name), and `why`."""

    def __init__(self, what: str, why: str) -> None:
        self.what, self.why = what, why
        super().__init__(f"{what}: {why}")


class ConfigError(BriefgenError):
    """A config with mistakes, all of them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class QueryError(BriefgenError):
    """A query outside the grammar; `column` counts from 1 within the query."""

    def __init__(self, query: str, column: int, wrong: str, right: str = "") -> None:
        self.query, self.column, self.wrong, self.right = query, column, wrong, right
        super().__init__(f"query, column {column}: {wrong}" + (f"; {right}" if right else ""))


class AddressError(BriefgenError):
    """A mail address that no mail can go to; `column` counts from 1 within what was written."""

    def __init__(self, column: int, wrong: str, right: str) -> None:
        self.column, self.wrong, self.right = column, wrong, right
        super().__init__(f"{wrong}; {right}")


class TemplateError(BriefgenError):
    """A template that cannot be rendered; `line` is 0 where none is known."""

    def __init__(self, name: str, line: int, wrong: str) -> None:
        self.name, self.line, self.wrong = name, line, wrong
        super().__init__(f"{name}:{line}: {wrong}" if line else f"{name}: {wrong}")


class MomentError(BriefgenError):
    """A moment that cannot be read; `name` says where it was given."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(f"{name} is no moment: {words!r}; write it as 2026-11-30T07:00+09:00")


class UnknownKeyError(BriefgenError):
    """A name that a table does not hold."""

    def __init__(self, kind: str, key: str, known: Sequence[str]) -> None:
        self.kind, self.key, self.known = kind, key, tuple(known)
        super().__init__(f"there is no {kind} {key!r}; known: {', '.join(self.known) or 'none'}")


class UnreadableError(UnableError):
    """A source that cannot be read, and why."""

    exit_code = 3


class StyleError(UnableError):
    """A CSL file by which nothing can be cited, and why."""


class FetchError(UnableError):
    """An address that cannot be fetched, and why."""

    exit_code = 3


class RecordError(BriefgenError):
    """A record of a brief (brief.json) that cannot be read: the place in it (`excerpts[3].start`) and what is wrong."""

    exit_code = 3

    def __init__(self, place: str, wrong: str) -> None:
        self.place, self.wrong = place, wrong
        super().__init__(f"record of a brief: {place}: {wrong}" if place else f"record of a brief: {wrong}")


class NothingReadError(BriefgenError):
    """No source at all could be read; `skipped` are paths and why each was passed over."""

    exit_code = 3

    def __init__(self, paths: Sequence[str], skipped: Sequence[tuple[str, str]] = ()) -> None:
        lines = [f"nothing could be read in {', '.join(paths) or 'no sources'}"]
        super().__init__("\n".join(lines + [f"  {path}: {why}" for path, why in skipped]))


class CorpusError(UnableError):
    """A corpus file that cannot be used, and why."""


class OutputError(UnableError):
    """A file that cannot be written, and why."""

    exit_code = 4


class ApprovalError(UnableError):
    """Something that cannot be approved: a brief, an edition or a file, and why."""


class LeasedError(BriefgenError):
    """A brief that somebody else is building or sending; `until` is when that ends at the latest, if it is known."""

    exit_code = 4

    def __init__(self, brief: str, holder: str, until: datetime | None) -> None:
        end = f" until {until:%Y-%m-%d %H:%M} UTC at the latest" if until else ""
        super().__init__(f"{brief}: {holder} is at work on it{end}")


class DeliveryError(UnableError):
    """Something that cannot be sent at all: what, and why. Never holds a secret."""

    exit_code = 4


class NoChangesError(BriefgenError):
    """Why no file shows what changed since the last edition of a brief."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"no file of changes is written: {why}")


class UnprovedError(BriefgenError):
    """A built file whose own quotations did not prove; it was not put in place."""

    exit_code = 4

    def __init__(self, path: str, findings: Sequence[str]) -> None:
        super().__init__(
            f"{path}: not written, its own quotations do not prove: {'; '.join(findings)}; the template, or an "
            "analyst's text around them, changes them"
        )
