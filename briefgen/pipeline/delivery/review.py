"""What stands against a finished file's leaving the house, and what it holds."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.counting import count
from briefgen.model.brief import excerpt_id
from briefgen.model.claim import Change, Finding, Kind, Verdict
from briefgen.model.edition import Accepted, Printed
from briefgen.model.record import Record
from briefgen.pipeline.bench import Bench
from briefgen.pipeline.verify import verify_data

_OPENING = 60
"""So many characters of a quotation say which is meant."""
_PRINTED = frozenset({Kind.EXACT, Kind.TYPOGRAPHY, Kind.ABRIDGED})


@dataclass(frozen=True, slots=True)
class Objection:
    """Something that keeps a file in the house until it is corrected, or a person lets it stand.

    `code` names it (8 hexadecimal digits, made of what is wrong, so that it is the same at every look), `words` say it.
    """

    code: str
    words: str

    def accepted(self, why: str) -> Accepted:
        """Give it as a person lets it stand."""
        return Accepted(f"{self.code} {self.words}", why)


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewed file: what stands against it, the excerpts that stand in it, in its order, and its own record."""

    objections: tuple[Objection, ...]
    excerpts: tuple[Printed, ...]
    own: Record | None

    def strange(self, brief: str, as_of: date) -> tuple[Objection, ...]:
        """Give what stands against it where this brief of this day is meant, and its record is of another."""
        if self.own is None or (self.own.name, self.own.as_of) == (brief, as_of.isoformat()):
            return ()
        words = f"it is the brief {self.own.name} of {self.own.as_of}, and {brief} of {as_of} is to be approved"
        return (Objection(_code(words), words),)

    def open(self, accepted: tuple[Accepted, ...]) -> tuple[Objection, ...]:
        """Give the objections that nobody has let stand."""
        codes = {each.mark.partition(" ")[0] for each in accepted}
        return tuple(each for each in self.objections if each.code not in codes)


def review(data: bytes, path: Path, bench: Bench, topics: Mapping[str, str]) -> Review:
    """Review the bytes of a file that stands, or would stand, at `path`; `topics` gives the topic of each excerpt id.

    Every fault of proof stands against it, but that an excerpt is missing: whoever approves a file may leave one out.
    So do changes that nobody has accepted or rejected yet, and comments. Raises UnreadableError.
    """
    verified = verify_data(data, path, bench)
    verdict = verified.verdict
    printed = (_printed(finding, topics) for finding in verdict.findings if _stands(finding))
    return Review(tuple(_objections(verdict)), once(printed), verified.own)


def once(printed: Iterable[Printed]) -> tuple[Printed, ...]:
    """Give each excerpt once."""
    return tuple({each.excerpt: each for each in printed}.values())


def _objections(verdict: Verdict) -> Iterator[Objection]:
    for finding in verdict.faults:
        if finding.kind is not Kind.MISSING:
            place = f", {finding.claim.place}" if finding.claim.place else ""
            detail = f": {finding.detail}" if finding.detail else ""
            yield _objection(f"{finding.kind}{place}: {_opening(finding.claim.words)}{detail}", finding)
    for (change, author), number in sorted(Counter((each.change, each.author) for each in verdict.pending).items()):
        words = _pending(change, author, number)
        yield Objection(_code(words), words)


def _pending(change: Change, author: str, number: int) -> str:
    what, cure = ("comment", "delete") if change is Change.COMMENT else (f"tracked {change}", "accept or reject")
    by = f" by {author}" if author else ""
    return f"{count(number, what)}{by} still in it; {cure} {'them' if number > 1 else 'it'}"


def _objection(words: str, finding: Finding) -> Objection:
    return Objection(_code(f"{finding.kind} {finding.claim.number} {finding.claim.words}"), words)


def _code(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _opening(words: str) -> str:
    return f"“{words}”" if len(words) <= _OPENING else f"“{words[:_OPENING].rstrip()}…”"


def _stands(finding: Finding) -> bool:
    """Say whether a finding is of a quotation whose place is known, and which a reader of the file has before him."""
    is_there = finding.kind in _PRINTED or (finding.is_own and finding.kind is not Kind.MISSING)
    return is_there and bool(finding.document) and finding.span is not None


def _printed(finding: Finding, topics: Mapping[str, str]) -> Printed:
    if finding.span is None:
        raise AssertionError("only findings with a place stand")
    excerpt = finding.claim.excerpt if finding.claim.excerpt in topics else excerpt_id(finding.document, finding.span)
    return Printed(excerpt, finding.document, finding.span, topics.get(excerpt, ""), finding.claim.words)
