"""`approve`: a person lets an edition go, as the files then are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from briefgen import record, sources
from briefgen.cite import EXPORTS
from briefgen.errors import ApprovalError
from briefgen.formats import format_of
from briefgen.ledger import Ledger, open_ledger
from briefgen.ledger.editions import File
from briefgen.model.brief import Brief
from briefgen.model.edition import Edition, State
from briefgen.model.settings import Settings
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.delivery.editions import RECORD, folder_of
from briefgen.pipeline.delivery.letters import letter, recipients
from briefgen.pipeline.delivery.review import Objection, Review, once, review


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file that is to go out: where it stands, its format and bytes, whether a person edited it, and its review."""

    path: Path
    format: str
    data: bytes
    is_edited: bool
    review: Review


@dataclass(frozen=True, slots=True)
class Approval:
    """How an approval went. `edition` is None while `open` objections stand.

    `files` go out, with the exports of their sources, which quote nothing; `left_out` are names of files that do not,
    since a person edited or named another in their place.
    """

    edition: Edition | None
    files: tuple[Reviewed, ...]
    left_out: tuple[str, ...]
    open: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    path: Path
    format: str
    data: bytes
    is_edited: bool


def approve(settings: Settings, now: datetime, files: Sequence[Path], accept: Mapping[str, str]) -> Approval:
    """Approve the edition that waits: freeze the files as they stand, or these `files` in their place.

    `accept` gives the codes of objections that a person lets stand, and why. Where a person named or edited a file,
    those of other formats are left out: they say what was built, not what was approved. The edition has the excerpts
    that stand in any of its files, its letter only those that stand in each. Raises ApprovalError when nothing waits,
    for a file of a format that the edition has not, for mail without its file, and for a code that nothing bears or
    that is accepted without a reason; UnreadableError.
    """
    with open_ledger(settings.root) as ledger:
        held = _held(settings, ledger)
        given = _given(held, files)
        standing = _standing(held, settings, ledger, given)
        brief = _brief(held, settings, ledger)
        going = [each for each in standing if each.format in given or (each.is_edited and not given)] or standing
        _check_attached(going, held, settings)
        reviewed = _reviewed([each for each in going if each.format not in EXPORTS], settings, brief)
        objections = tuple(dict.fromkeys(each for file in reviewed for each in _objections(file, held)))
        _check(accept, objections, held)
        still = tuple(each for each in objections if each.code not in accept)
        edition = None
        if not still:
            excerpts = once(each for file in reviewed for each in file.review.excerpts)
            frozen = (*_frozen(held, going, brief), *letter(settings, brief, _in_each(reviewed)))
            accepted = [each.accepted(accept[each.code]) for each in objections]
            edition = ledger.editions.approve(held, now, frozen, excerpts, accepted, recipients(settings))
    left_out = tuple(each.path.name for each in standing if each not in going)
    return Approval(edition, reviewed, left_out, still)


def _held(settings: Settings, ledger: Ledger) -> Edition:
    editions = ledger.editions.of(settings.name)
    held = next((each for each in editions if each.state is State.HELD), None)
    if held is None:
        last = f"; the last edition is {editions[0].key}, {editions[0].state}" if editions else ""
        raise ApprovalError(settings.name, f"no edition waits for approval{last}")
    return held


def _given(held: Edition, files: Sequence[Path]) -> dict[str, tuple[Path, bytes]]:
    """Give the files that a person names, by format."""
    known = [each.format for each in held.files if each.format not in {RECORD, *EXPORTS}]
    given: dict[str, tuple[Path, bytes]] = {}
    for path in files:
        data = sources.load_bytes(path)
        name = format_of(data).name
        if name not in known:
            why = f"it is {name}, and the edition has no such file to stand in for; it has {', '.join(known)}"
            raise ApprovalError(str(path), why)
        if name in given:
            raise ApprovalError(str(path), f"it is {name} as {given[name][0]} is; name one file of a format")
        given[name] = (path, data)
    return given


def _standing(
    held: Edition, settings: Settings, ledger: Ledger, given: Mapping[str, tuple[Path, bytes]]
) -> list[_Standing]:
    """Give the files of an edition: as they stand in its folder, or those that are given instead."""
    standing = []
    for each in held.files:
        if each.format == RECORD:
            continue
        built = ledger.editions.data(each.sha256)
        home = folder_of(held, settings) / each.name
        path, data = given.get(each.format) or (home, _read(home, built))
        is_ours = data == built or ledger.wrote(home, sha256(data).hexdigest())
        standing.append(_Standing(path, each.format, data, not is_ours and each.format not in EXPORTS))
    return standing


def _brief(held: Edition, settings: Settings, ledger: Ledger) -> Brief:
    """Give the brief as it was built last: the files may have been built again since the edition was made."""
    (kept,) = [each for each in held.files if each.format == RECORD]
    path, built = folder_of(held, settings) / kept.name, ledger.editions.data(kept.sha256)
    data = _read(path, built)
    return record.load((data if ledger.wrote(path, sha256(data).hexdigest()) else built).decode())


def _read(path: Path, otherwise: bytes) -> bytes:
    return sources.load_bytes(path) if path.is_file() else otherwise


def _reviewed(going: Sequence[_Standing], settings: Settings, brief: Brief) -> tuple[Reviewed, ...]:
    topics = {each.id: each.topic for each in brief.excerpts}
    against = Against(corpus=settings.corpus if settings.corpus.is_file() else None)
    with open_bench([settings.path], against) as bench:
        return tuple(
            Reviewed(each.path, each.format, each.data, each.is_edited, review(each.data, each.path, bench, topics))
            for each in going
        )


def _check_attached(going: Sequence[_Standing], held: Edition, settings: Settings) -> None:
    """Refuse to let a mail go without the files that it announces."""
    attach = settings.email.attach if settings.email else ()
    left = [each.name for each in held.files if each.format in attach]
    if left and not any(each.format in attach for each in going):
        why = f"the mail attaches {', '.join(attach)}, and what you approve is {', '.join(x.format for x in going)}"
        raise ApprovalError(held.key, f"{why}; edit {left[0]}, name it with --file, or change attach:")


def _objections(file: Reviewed, held: Edition) -> tuple[Objection, ...]:
    return (*file.review.strange(held.brief, held.as_of), *file.review.objections)


def _in_each(reviewed: Sequence[Reviewed]) -> set[str]:
    standing = [{each.excerpt for each in file.review.excerpts} for file in reviewed]
    return set.intersection(*standing) if standing else set()


def _check(accept: Mapping[str, str], objections: Sequence[Objection], held: Edition) -> None:
    codes = [each.code for each in objections]
    if unknown := next((code for code in accept if code not in codes), None):
        known = f"; there are {', '.join(codes)}" if codes else "; nothing stands against it"
        raise ApprovalError(held.key, f"there is no finding {unknown}{known}")
    if silent := next((code for code, why in accept.items() if not why.strip()), None):
        raise ApprovalError(held.key, f"finding {silent} is accepted without a reason; say why it may stand")


def _frozen(held: Edition, going: Sequence[_Standing], brief: Brief) -> list[File]:
    """Give the files as they are kept: under the names that the edition gives them."""
    names = {each.format: each.name for each in held.files}
    files = [(names[each.format], each.format, each.data) for each in going]
    return [*files, (names[RECORD], RECORD, record.dump(brief).encode())]
