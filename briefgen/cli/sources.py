"""`briefgen sources`."""

import json
from argparse import Namespace
from collections.abc import Sequence

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.model.source import FIELDS, Appearance, Work
from briefgen.pipeline.sources import known, table


def run(options: Namespace) -> int:
    """List what is known of each source of one config."""
    loaded = settings(options.config, options)
    with progress() as shown:
        appearances, intake = known(loaded, as_of(options), shown)
    report(intake)
    if options.table and any(path.endswith("sources.csv") for path, _ in intake.skipped):
        say("the table of works there cannot be read, so what stands in it would be lost; nothing is printed")
        return 2
    if options.table:
        print(table(loaded, appearances), end="")
    elif options.json:
        for each in appearances:
            print(json.dumps(_plain(each), ensure_ascii=False))
    else:
        _print(appearances)
    return 0


def _plain(appearance: Appearance) -> dict[str, object]:
    return {
        "path": appearance.path,
        "document": appearance.document,
        "sha256": appearance.sha256,
        "work": _known(appearance.work),
        "bases": dict(appearance.work.bases),
    }


def _known(work: Work) -> dict[str, str]:
    return {name: str(value) for name in FIELDS if (value := getattr(work, name))}


def _print(appearances: Sequence[Appearance]) -> None:
    for each in appearances:
        print(each.path)
        for name, value in _known(each.work).items():
            print(f"  {name}: {value} ({each.work.basis(name)})")
        missing = [name for name in ("title", "author", "publisher", "published") if not getattr(each.work, name)]
        if missing:
            print(f"  not known: {', '.join(missing)}")
