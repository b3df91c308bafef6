"""`briefgen sources`."""

import json
from argparse import Namespace
from collections.abc import Mapping
from itertools import chain

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.read import basis_of, words
from briefgen.cli.reading import report
from briefgen.config.publishers import lines_for
from briefgen.grades import tlp
from briefgen.model.origin import Family, Kinship
from briefgen.model.settings import Settings
from briefgen.model.source import FIELDS, Appearance, Work
from briefgen.pipeline.sources import Listing, Shown, known, show, table

_NAMED = 5
"""So many publishers without a grade are named."""


def run(options: Namespace) -> int:
    """List what is known of each source of one config, or show one of them."""
    loaded = settings(options.config, options)
    if options.action:
        return _show(loaded, options)
    with progress() as shown:
        listing = known(loaded, as_of(options), shown)
    report(listing.intake)
    if options.table and any(path.endswith("sources.csv") for path, _ in listing.intake.skipped):
        say("the table of works there cannot be read, so what stands in it would be lost; nothing is printed")
        return 2
    if options.table:
        print(table(loaded, listing.appearances), end="")
    elif options.publishers:
        for line in lines_for(_ungraded(listing)):
            print(line)
    else:
        _list(listing, as_json=options.json)
    return 0


def _list(listing: Listing, *, as_json: bool) -> None:
    family = {member.document: each for each in listing.families for member in each.members}
    paths = {each.document: each.path for each in reversed(listing.appearances)}
    for each in listing.appearances:
        if as_json:
            print(json.dumps(_plain(each, family[each.document], listing), ensure_ascii=False))
        else:
            _print(each, listing)
            for line in _story(each.document, family[each.document], paths):
                print(line)
    if not as_json:
        say(f"{len(paths):,} documents from {len(listing.families):,} origins")
        if ungraded := _ungraded(listing):
            more = f" and {len(ungraded) - _NAMED} more" if len(ungraded) > _NAMED else ""
            named = ", ".join([*ungraded][:_NAMED])
            say(f"not graded: {named}{more}; --publishers prints lines for config/publishers.yaml")


def _ungraded(listing: Listing) -> dict[str, int]:
    return listing.grading.ungraded(each.work for each in listing.appearances)


def _show(loaded: Settings, options: Namespace) -> int:
    if not options.document:
        say("briefgen sources CONFIG show: which source? Its path, the end of it, or the first digits of its id")
        return 2
    with progress() as shown:
        found, intake = show(loaded, as_of(options), options.document, shown)
    for warning in intake.warnings:
        if any(each.path in warning for each in found.now):
            say(f"warning: {warning}")
    if options.json:
        print(json.dumps(_whole(found), ensure_ascii=False))
        return 0
    source = found.source
    print(words(source.appearance.path, source.work, source.document.text, source.blocks))
    print(f"document {source.document.id}")
    told = (_standing(source.appearance, found), _story(source.document.id, found.family, found.paths))
    for line in (*chain(*told), *_elsewhere(found)):
        print(line)
    return 0


def _plain(appearance: Appearance, family: Family, told: Listing | Shown) -> dict[str, object]:
    work, grading = appearance.work, told.grading
    kinship = next(each.kinship for each in family.members if each.document == appearance.document)
    return {
        "path": appearance.path,
        "document": appearance.document,
        "sha256": appearance.sha256,
        "work": _known(work),
        "bases": dict(work.bases),
        "confidence": {name: basis.confidence for name, basis in work.bases},
        "reliability": {"grade": grading.reliability(work), "from": grading.basis(work)},
        "state_controlled": grading.state(work),
        "tlp": tlp(work.marking),
        "barred": told.bars.get(appearance.document, ""),
        "origin": {"best": family.best, "kinship": kinship, "agencies": family.agencies},
    }


def _whole(found: Shown) -> dict[str, object]:
    source = found.source
    return {
        **_plain(source.appearance, found.family, found),
        "family": [{"document": each.document, "kinship": each.kinship} for each in found.family.members],
        "appearances": [
            {"path": each.path, "sha256": each.sha256, "work": _known(each.work), "now": each in found.now}
            for each in (*found.now, *found.before)
        ],
        "text": source.document.text,
        "blocks": [{"start": each.span.start, "end": each.span.end, "role": each.role} for each in source.blocks],
    }


def _known(work: Work) -> dict[str, str]:
    return {name: str(value) for name in FIELDS if (value := getattr(work, name))}


def _print(each: Appearance, listing: Listing) -> None:
    print(each.path)
    for name, value in _known(each.work).items():
        print(f"  {name}: {value} ({basis_of(each.work, name)})")
    missing = [name for name in ("title", "author", "publisher", "published") if not getattr(each.work, name)]
    if missing:
        print(f"  not known: {', '.join(missing)}")
    for line in _standing(each, listing):
        print(line)


def _standing(each: Appearance, told: Listing | Shown) -> list[str]:
    """Say what a source is worth, whose it is, and why the brief may not quote it."""
    grading, bar = told.grading, told.bars.get(each.document)
    basis, state = grading.basis(each.work), grading.state(each.work)
    return [
        *([f"  reliability: {grading.reliability(each.work)} ({basis})"] if basis else []),
        *([f"  state-controlled media: {state} (the file of publishers)"] if state else []),
        *([f"  not quoted in this brief: {bar}"] if bar else []),
    ]


def _story(document: str, family: Family, paths: Mapping[str, str]) -> list[str]:
    """Say whose story a document tells, and what else tells it."""
    lines = [f"  news agency: {', '.join(family.agencies)}"] if family.agencies else []
    for each in family.members:
        if each.document == document and each.kinship is not Kinship.BEST:
            lines.append(f"  {each.kinship}: the story is quoted from {paths[family.best]}")
        elif family.best == document and each.document != document:
            lines.append(f"  also told by {paths[each.document]} ({each.kinship})")
    return lines


def _elsewhere(found: Shown) -> list[str]:
    first = found.source.appearance.path
    return [
        *(f"  the same text stands at {each.path}" for each in found.now if each.path != first),
        *dict.fromkeys(f"  seen before at {each.path} as “{each.work.title}”" for each in found.before),
    ]
