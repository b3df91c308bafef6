"""`briefgen build`."""

import json
from argparse import Namespace
from pathlib import Path

from briefgen.cli.clock import now
from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.counting import count
from briefgen.model.project import OUT
from briefgen.model.settings import Settings
from briefgen.pipeline.build import Built, build


def run(options: Namespace) -> int:
    """Build every config; a later one is built even if an earlier one has findings."""
    code = 0
    # All configs are checked before the first is built.
    configs = [(loaded, _out(loaded, options)) for loaded in (settings(path, options) for path in options.configs)]
    folders = [out / loaded.name for loaded, out in configs]
    if clash := next((folder for folder in folders if folders.count(folder) > 1), None):
        say(f"two of these configs would write into {_near(clash)}; give one of them another name")
        return 2
    for loaded, out in configs:
        with progress() as shown:
            built = build(loaded, as_of(options), out, shown)
        report(built.intake)
        for warning in built.warnings:
            say(f"warning: {warning}")
        for placed in built.placed:
            if placed.kept:
                say(f"{_near(placed.kept)} is not as briefgen left it and stays; the new one is {_near(placed.path)}")
        _print(built, as_json=options.json)
        if options.record:
            from briefgen.pipeline.delivery.editions import record  # noqa: PLC0415 - only who records pays for it

            say(f"kept as {record(built, loaded, now()).key}; nothing is sent")
        if options.strict and _empty(built):
            code = 1
    return code


def _out(loaded: Settings, options: Namespace) -> Path:
    return Path(options.out or loaded.root / OUT).absolute()


def _print(built: Built, *, as_json: bool) -> None:
    if as_json:
        summary = {
            "name": built.brief.name,
            "as_of": built.brief.as_of.isoformat(),
            "files": [str(file.placed.path) for file in built.files],
            "changes": str(built.changes.path) if built.changes else None,
            "kept": [str(placed.kept) for placed in built.placed if placed.kept],
            "excerpts": len(built.brief.excerpts),
            "documents": built.intake.documents,
            "empty_topics": _empty(built),
            "warnings": built.doubts,
        }
        print(json.dumps(summary, ensure_ascii=False))
        return
    for placed in built.placed:
        print(_near(placed.path))
    if built.changes:
        say(f"{built.changes.path.name}: accept all changes for this brief, reject them for {built.since}")
    for title in _empty(built):
        say(f"nothing to quote for “{title}”")
    quoted = len({excerpt.document for excerpt in built.brief.excerpts})
    excerpts = count(len(built.brief.excerpts), "excerpt")
    say(f"{built.brief.name}: {excerpts} from {count(quoted, 'source')}, every one proved")


def _empty(built: Built) -> list[str]:
    return [section.title for section in built.brief.sections if not section.excerpts and not section.background]


def _near(path: Path) -> str:
    """Give a path as a person here would type it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
