"""What every test may use."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

# Where Python is told to keep nothing compiled, each program that a test starts would compile the whole of briefgen.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How fast a machine is decides nothing, nor does chance: what was green stays green until something is changed.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
# Other cases each time, and ten times as many: pytest --hypothesis-profile=thorough
settings.register_profile("thorough", settings.get_profile("suite"), derandomize=False, max_examples=1_000)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; a test that needs it is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("needs the real data of ../shared, which is not part of the project")
    return folder


@pytest.fixture(scope="session")
def articles(shared: Path) -> Path:
    """The folder of the five real articles."""
    return shared / "seeds"


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has such, for what would else wait for the disk a thousand times."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.path.name not in {"test_office.py", "test_transcripts.py"})
