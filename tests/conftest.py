"""What every test may use."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent


# How fast a machine is decides nothing.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
