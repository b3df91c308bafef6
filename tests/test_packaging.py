"""What is said of the package itself."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def name_of(requirement):
    """The name of what is required, in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def test_the_constraints_name_whatever_is_required():
    required = [
        *PROJECT["dependencies"],
        *(each for part in PROJECT["optional-dependencies"].values() for each in part),
    ]
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {name_of(line) for line in lines if "==" in line}
    elsewhere = {name_of(each) for each in required if "sys_platform" in each}
    assert {name_of(each) for each in required} - elsewhere - {"briefgen"} <= pinned


def test_the_types_that_are_announced_are_marked_as_there():
    assert "Typing :: Typed" in PROJECT["classifiers"]
    assert (ROOT / "briefgen" / "py.typed").is_file()  # PEP 561
