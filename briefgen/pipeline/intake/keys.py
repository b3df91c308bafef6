"""What a corpus calls a source: its path from the root of the project, with forward slashes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.corpus import Corpus
from briefgen.model.project import way


def path_of(key: str, file: Path, file_key: str) -> Path:
    """Give where the source called `key` is: at `file`, which is called `file_key`, or in it."""
    return Path(f"{file}{key.removeprefix(file_key)}")


def known_in(corpus: Corpus, paths: Sequence[Path], root: Path) -> Iterator[str]:
    """Give what the corpus knows in those of `paths` that are there: in folders, and in files that hold sources."""
    for key in (way(path, root) for path in paths if path.exists()):
        inside = "" if key == "." else f"{key}/"
        outside = (f"{inside}../", "/")
        yield from (known for known in corpus.paths(inside) if not known.startswith(outside))
