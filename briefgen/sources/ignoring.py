"""`.briefgenignore`: what in a folder is no source, in the syntax of `.gitignore`."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".briefgenignore"
_LONGEST = 100_000
"""No such file is longer (characters)."""


class Ignored:
    """What the ignore files from a folder of sources down to one of its folders leave out."""

    def __init__(self, specs: "tuple[tuple[Path, GitIgnoreSpec], ...]" = ()) -> None:
        self._specs = specs

    def within(self, folder: Path) -> "Ignored":
        """Give what is left out in `folder`, which may have an ignore file of its own. Raises OSError."""
        file = folder / NAME
        if not file.is_file():
            return self
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most folders have no such file

        with file.open(encoding="utf-8", errors="replace") as lines:
            spec = GitIgnoreSpec.from_lines(lines.read(_LONGEST).splitlines())
        return Ignored((*self._specs, (folder, spec)))

    def holds(self, path: Path, *, folder: bool) -> bool:
        """Say whether `path` is left out; the nearest ignore file that speaks of it decides."""
        for root, spec in reversed(self._specs):
            name = path.relative_to(root).as_posix() + ("/" if folder else "")
            said = spec.check_file(name).include
            if said is not None:
                return said
        return False
