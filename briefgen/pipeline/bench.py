"""What finished files are proved against: a corpus that is there already, or sources that are read now."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefgen.corpus import Corpus, open_corpus
from briefgen.errors import CorpusError, NothingReadError
from briefgen.ledger import Ledger, reading_ledger
from briefgen.model.project import CORPUS, HIDDEN
from briefgen.pipeline.intake import Intake
from briefgen.pipeline.intake.ingest import ingest

NO_CORPUS = "there is no corpus here: name the folder of sources with --sources, or a corpus file with --corpus"


@dataclass(frozen=True, slots=True)
class Against:
    """What to prove against: these sources, else this corpus file, else the corpus of the project that files lie in."""

    sources: tuple[Path, ...] = ()
    corpus: Path | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """An open corpus with the folder that its paths start from, the ledger of the project, and how the reading went.

    Each is None where there is none.
    """

    corpus: Corpus | None
    home: Path
    ledger: Ledger | None
    intake: Intake | None = None


@contextmanager
def open_bench(
    near: Sequence[Path], against: Against, progress: Callable[[int, int], None] | None = None
) -> Iterator[Bench]:
    """Open what the files `near` are proved against; their project is the first that one of them, or we, stand in.

    With sources, they are read into the corpus file, or into memory, which leaves nothing behind. Raises
    NothingReadError when none of them can be read, and CorpusError.
    """
    root = project_of(near)
    home = Path.cwd()
    with reading_ledger(root or home) as ledger:
        if against.sources:
            with open_corpus(against.corpus or ":memory:") as corpus:
                intake = ingest(corpus, against.sources, home, progress)
                if not intake.paths:
                    raise NothingReadError([str(path) for path in against.sources], intake.skipped)
                yield Bench(corpus, home, ledger, intake)
        elif path := _corpus(root, against.corpus):
            with open_corpus(path) as corpus:
                yield Bench(corpus, home_of(path), ledger)
        else:
            yield Bench(None, home, ledger)


def project_of(near: Sequence[Path]) -> Path | None:
    """Give the first folder, outward from the files and then from here, that has a project's hidden folder."""
    starts = (*(path.absolute().parent for path in near), Path.cwd())
    folders = (folder for start in starts for folder in (start, *start.parents))
    return next((folder for folder in folders if (folder / HIDDEN).is_dir()), None)


def _corpus(root: Path | None, named: Path | None) -> Path | None:
    if named is not None:
        if not named.is_file():
            raise CorpusError(str(named), "there is no such file; --sources reads a folder instead")
        return named
    standing = root / CORPUS if root else None
    return standing if standing and standing.is_file() else None


def home_of(corpus: Path) -> Path:
    """Give the folder that the paths of a corpus start from: the root of its project, else where we are."""
    folder = corpus.absolute().parent
    return folder.parent if folder.name == HIDDEN else Path.cwd()
