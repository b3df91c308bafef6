"""Where templates, reference document and style sheet are found: the project's `templates/`, then what is built in."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import TemplateError, UnknownKeyError, UnreadableError

if TYPE_CHECKING:
    from briefgen.model.brief import Look
    from briefgen.model.settings import Settings

SUFFIX = ".md.j2"
REFERENCE, STYLE = "reference.docx", "brief.css"

_NAME = re.compile(r"\w[\w.-]*")
_PACKAGE = Path(__file__).parent
_LARGEST = 64 * 1024 * 1024
"""Bytes; a file beyond this was not meant."""


def template(name: str, root: Path) -> tuple[str, str]:
    """Give the source of a template, and where it stands, as one shows it to a person.

    `name` is a plain name (`policy-brief` is `policy-brief.md.j2`, in `root`/templates/ or else built in) or a path to
    a `.j2` file, relative to `root` and within it. Raises UnknownKeyError where there is none, TemplateError where
    it cannot be read.
    """
    if name.endswith(".j2"):
        path = root / name
    elif _NAME.fullmatch(name):
        path = _place(name + SUFFIX, root)
    else:
        raise UnknownKeyError("template", name, names(root))
    if not path.is_file():
        raise UnknownKeyError("template", name, names(root))
    shown = _shown(path, root)
    try:
        return _read(path, root).decode("utf-8-sig"), shown
    except (OSError, ValueError) as error:
        raise TemplateError(shown, 0, _why(error)) from error


def is_name(name: str) -> bool:
    """Say whether this can be the name of a template."""
    return _NAME.fullmatch(name) is not None


def loader(root: Path) -> Callable[[str], str]:
    """Give what `compose` loads templates with: the source of a template by its name, as `template` finds it."""
    return lambda name: template(name, root)[0]


def reference(root: Path) -> bytes:
    """Give the bytes of the reference document; UnreadableError where they cannot be read."""
    return _bytes(REFERENCE, root)[0]


def look(settings: "Settings") -> "Look":
    """Give what the files of a brief get their looks from; UnreadableError where one of these cannot be read."""
    from briefgen.model.brief import Look  # noqa: PLC0415 - who reads a config needs no model of a brief

    output = settings.output
    own = reference(settings.root) if output.reference is None else _house(output.reference, settings.root)
    return Look(
        own,
        style(settings.root),
        is_house=output.reference is not None,
        styles=output.styles,
        notes=output.notes,
        contents=output.contents,
        cover=output.cover,
    )


def _house(path: Path, root: Path) -> bytes:
    """Read the document that a config names, wherever it stands: a house keeps one for all its desks."""
    try:
        return _sized(path)
    except (OSError, ValueError) as error:
        raise UnreadableError(_shown(path, root), _why(error)) from error


def style(root: Path) -> str:
    """Give the style sheet of HTML and PDF files; UnreadableError where it cannot be read, or is not UTF-8."""
    data, shown = _bytes(STYLE, root)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(shown, _why(error)) from error


def names(root: Path) -> tuple[str, ...]:
    """Give the plain names of all templates that are there, sorted."""
    found = {path.name for folder in _folders(root) for path in folder.glob(f"*{SUFFIX}") if path.is_file()}
    return tuple(sorted(name.removesuffix(SUFFIX) for name in found))


def _bytes(file_name: str, root: Path) -> tuple[bytes, str]:
    """Read the project's own file of this name, else the built-in one; give also where it stands."""
    path = _place(file_name, root)
    shown = _shown(path, root)
    try:
        return _read(path, root), shown
    except (OSError, ValueError) as error:
        raise UnreadableError(shown, _why(error)) from error


def _folders(root: Path) -> tuple[Path, ...]:
    return (root / "templates", _built_in())


def _built_in() -> Path:
    """Give the folder of the built-in templates: a wheel has it within the package, a checkout beside it."""
    within = _PACKAGE / "templates"
    return within if within.is_dir() else _PACKAGE.parent / "templates"


def _place(file_name: str, root: Path) -> Path:
    """Give the first place where a file of this name stands, or the built-in place, where none does."""
    own, built_in = (folder / file_name for folder in _folders(root))
    return own if own.is_file() else built_in


def _read(path: Path, root: Path) -> bytes:
    """Read a file; ValueError for one outside of the project (by a link, or by `..`) that is not built in."""
    real = path.resolve()
    if not any(real.is_relative_to(folder.resolve()) for folder in (root, _built_in())):
        raise ValueError("this leads out of the project")
    return _sized(real)


def _sized(path: Path) -> bytes:
    """Read a file that is not too large to be meant; ValueError for one that is."""
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"this has more than {_LARGEST:,} bytes")
    return path.read_bytes()


def _shown(path: Path, root: Path) -> str:
    """Give a path relative to the project or, of a built-in file, to its folder's parent."""
    for folder in (root, _built_in().parent):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return str(path)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
