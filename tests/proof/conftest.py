"""A brief of the sample notes, built once, and the bench on which its edited copies are proved."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen import config, record
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def brief(tmp_path_factory):
    """The folder of a built brief, in a project of its own."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("config", "seeds"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    settings = config.load(folder / "config" / "russia.yaml", config.Known(templates=("policy-brief",)))
    built = build(settings, date(2026, 11, 22), folder / "out")
    return built.placed[0].path.parent


@pytest.fixture(scope="session")
def bench(brief):
    """What the brief was built from, as somebody has it who knows nothing of the project but its corpus."""
    with open_bench((brief / "brief.json",), Against()) as opened:
        yield opened


@pytest.fixture(scope="session")
def original(brief):
    return next(brief.glob("*.docx")).read_bytes()


@pytest.fixture(scope="session")
def recorded(brief):
    """The excerpts of the brief, from its brief.json."""
    return record.recorded((brief / "brief.json").read_text("utf-8")).excerpts


@pytest.fixture(params=["with the ledger", "without it"])
def either(request, bench):
    """The bench of somebody in the project, and of somebody elsewhere."""
    return bench if request.param == "with the ledger" else replace(bench, ledger=None)
