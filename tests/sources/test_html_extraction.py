"""Real pages are read cleanly; they are no part of the project, and lie beside it where it is developed."""

import importlib.util
import sys
from pathlib import Path

import pytest

from briefgen.clean.rules import RULES

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("inscriptis") is None, reason="needs inscriptis, which makes the plain text"
)


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("extraction", ROOT / "benchmarks" / "extraction.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(benchmark, shared):
    folder = shared / "data" / "article_extraction"
    if not folder.is_dir():
        pytest.skip("needs the pages of ../shared, which are not part of the project")
    return benchmark.load(folder)


def test_pages_as_html(benchmark, pages):
    found = [(page.truth, *benchmark.read(page)) for page in pages]
    article = [benchmark.compare(truth, benchmark.kept(text, blocks)) for truth, text, blocks in found]
    quotable = [
        benchmark.compare(truth, benchmark.kept(text, blocks, benchmark.QUOTABLE)) for truth, text, blocks in found
    ]
    assert benchmark.f1(article)[0] >= 0.97
    assert benchmark.f1(quotable)[0] >= 0.96


def test_pages_as_plain_text(benchmark, pages):
    assert benchmark.f1(benchmark.tried(page, RULES) for page in pages)[0] >= 0.93
