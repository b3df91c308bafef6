"""`briefgen template`."""

import json
from argparse import Namespace
from pathlib import Path

from briefgen import looks
from briefgen.cli.options import say
from briefgen.errors import UnreadableError
from briefgen.model.brief import Look
from briefgen.pipeline.configs import load
from briefgen.pipeline.rehearsal import Tried, new_template, try_reference, try_template

_CONFIGS, _DOCUMENTS = (".yaml", ".yml"), (".docx", ".dotx", ".docm", ".dotm")


def run(options: Namespace) -> int:
    """Check each file, or start each template; 1 if a file has a fault."""
    if options.action == "new":
        for name in options.names:
            path = new_template(name, options.extends, Path.cwd())
            print(path.relative_to(Path.cwd()))
        return 0
    code = 0
    for name in options.names:
        tried = _try(name)
        _print(name, tried, as_json=options.json)
        code = code or int(bool(tried.faults))
    return code


def _try(name: str) -> Tried:
    path = Path(name)
    if path.suffix in _CONFIGS:
        return _try_config(path)
    if path.suffix in _DOCUMENTS:
        return try_reference(Look(_bytes(path), is_house=True), name)
    if not name.endswith(looks.SUFFIX):
        return try_template(name, Path.cwd())
    absolute = path.absolute()
    root = absolute.parent.parent if absolute.parent.name == "templates" else absolute.parent
    return try_template(str(absolute.relative_to(root)), root)


def _try_config(path: Path) -> Tried:
    """Try the template of a config in the looks that it asks for."""
    settings = load(path)
    look = looks.look(settings)
    reference = settings.output.reference
    found = try_reference(look, reference.name) if reference else Tried()
    if found.faults:
        return found
    own = try_template(settings.template, settings.root, look)
    return Tried(own.faults, (*own.notes, *found.notes))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), (error.strerror or str(error)).lower()) from error


def _print(name: str, tried: Tried, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"file": name, "faults": tried.faults, "notes": tried.notes}, ensure_ascii=False))
        return
    for fault in tried.faults:
        print(fault)
    for note in tried.notes:
        print(f"note: {note}")
    if not tried.faults:
        say(f"{name}: fine")
