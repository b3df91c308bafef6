"""What a finished file says, and what proof finds of it."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.place import Span


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a finished file: its story ("body", "footnote 3") and half-open offsets into that story's text."""

    story: str
    start: int
    end: int

    def touches(self, other: "Spot") -> bool:
        """Say whether the two share a place; one that is empty shares the place where it stands."""
        return self.story == other.story and self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation in a finished file: these words, it says, stand in the cited work.

    `excerpt` is the id the file gives them, `number` the number of their note and `occurrence` which printing of the
    excerpt this is (empty and 0 where the file gives none). `note` are the words of the note and `line` those of the
    source line under a block quotation. `place` says in plain words where it stands ("block quotation 3"), `spot` where
    its words begin and end, for formats that can tell.
    """

    words: str
    excerpt: str = ""
    number: int = 0
    occurrence: int = 0
    note: str = ""
    line: str = ""
    place: str = ""
    is_block: bool = False
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph of a file's own prose. Each quotation in it is left out and stands as `…`."""

    words: str
    place: str


class Change(StrEnum):
    """What somebody did to a file that nobody has accepted, rejected or answered yet."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Pending:
    """A change that is still tracked, or a comment: its words, whose it is, and where it stands."""

    change: Change
    words: str
    author: str = ""
    place: str = ""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file as it was read: every quotation, the prose around them, and what is still pending.

    Everything is in the order of the file and reads as if every change were accepted. `record` is the record that
    travels in the file, as it stands there, and `digest` the SHA-256 by which a file without one names its record; both
    are claims of the file, and empty where it makes none. `remarks` say in plain words what of it was not looked at.
    """

    claims: tuple[Claim, ...]
    prose: tuple[Statement, ...] = ()
    pending: tuple[Pending, ...] = ()
    record: str = ""
    digest: str = ""
    remarks: tuple[str, ...] = ()


class Kind(StrEnum):
    """What proof found of a quotation."""

    EXACT = "exact"
    TYPOGRAPHY = "typography only"
    ABRIDGED = "abridged"
    ALTERED = "altered"
    MOVED = "moved"
    MISSING = "missing"
    MISCITED = "miscited"
    UNCITED = "uncited"
    UNKNOWN = "unknown"
    UNPROVEN = "unproven"
    CHANGED = "changed source"


OF_NO_QUOTATION = frozenset({Kind.MISSING, Kind.CHANGED})
"""Findings that are about no quotation of the file."""


class Edit(StrEnum):
    """How a part of a quotation relates to its source."""

    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the words that a quotation and its source make together: in both, in the file only, or not in it."""

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What proof found of a claim, with more in plain words in `detail`.

    `document` and `span` are where its words stand, or what is most like them, `source` the words there as a reader
    sees them, and `differences` the way from there to the claim's words. `how` says how the place was found. `is_own`
    says that the quotation is known to be an excerpt of the file's own brief. A minor finding does not speak against
    the file.
    """

    kind: Kind
    claim: Claim
    detail: str = ""
    is_minor: bool = False
    document: str = ""
    span: Span | None = None
    source: str = ""
    differences: tuple[Difference, ...] = ()
    how: str = ""
    is_own: bool = False

    @property
    def is_fault(self) -> bool:
        """Whether it speaks against the file."""
        return self.kind is not Kind.EXACT and not self.is_minor


@dataclass(frozen=True, slots=True)
class Unevidenced:
    """Something that the prose of a file names and none of its quotations does: a number, a date or a name."""

    kind: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that proof has to say of a file. `remarks` are about the file as a whole, in plain words."""

    findings: tuple[Finding, ...]
    unevidenced: tuple[Unevidenced, ...] = ()
    pending: tuple[Pending, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def quotations(self) -> int:
        """How many quotations of the file were looked at."""
        return len({id(finding.claim) for finding in self.findings if finding.kind not in OF_NO_QUOTATION})

    @property
    def counts(self) -> tuple[tuple[Kind, int], ...]:
        """How many findings there are of each kind that there is, in the order of `Kind`."""
        counted = Counter(finding.kind for finding in self.findings)
        return tuple((kind, counted[kind]) for kind in Kind if counted[kind])

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that speak against the file."""
        return tuple(finding for finding in self.findings if finding.is_fault)
