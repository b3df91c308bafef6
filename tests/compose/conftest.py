"""The built-in template."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


@pytest.fixture(scope="session")
def built_in() -> str:
    """The source of the built-in policy brief."""
    return (TEMPLATES / "policy-brief.md.j2").read_text(encoding="utf-8")
