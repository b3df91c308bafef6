"""A module imports only from floors below its own; this table is the documentation."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefgen"

FLOORS = (
    {
        "abbreviations",
        "addresses",
        "agencies",
        "anchor",
        "counting",
        "dates",
        "elements",
        "errors",
        "grades",
        "letters",
        "marks",
        "model",
        "shingles",
        "tables",
        "text",
        "typography",
        "words",
    },
    {
        "attribution",
        "brief",
        "chart",
        "cite",
        "clean",
        "compose",
        "context",
        "edited",
        "mail",
        "markup",
        "origins",
        "passages",
        "proof",
        "query",
        "quotation",
        "rank",
        "record",
        "report",
        "schedule",
        "select",
        "suggest",
    },
    {"citeproc", "config", "corpus", "deliver", "fetching", "formats", "ledger", "looks", "sources"},
    {"pipeline"},
    {"cli"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def modules():
    """Every module but `__main__`, which is another name of the command line."""
    return sorted(set(PACKAGE.rglob("*.py")) - {PACKAGE / "__main__.py"})


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide the room"
            names = [node.module] if node.module != "briefgen" else [f"briefgen.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name and name.startswith("briefgen.")}
    return {room for room in rooms if room in FLOOR}


def test_every_room_has_a_floor():
    assert {room_of(path) for path in modules()} - {""} == set(FLOOR)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_floors_below_its_own(path):
    own = room_of(path)
    for room in imported_rooms(path) - {own}:
        below = FLOOR[room] < FLOOR[own]
        assert below or FLOOR[own] == 0, f"{own} (floor {FLOOR[own]}) imports {room} (floor {FLOOR[room]})"


def test_the_design_holds_the_same_table():
    design = (PACKAGE.parent / "docs" / "design.md").read_text("utf-8")
    for number, rooms in enumerate(FLOORS):
        row = next(line for line in design.splitlines() if line.startswith(f"| {number} |"))
        documented = {word.strip("`") for word in row.split("|")[2].split()}
        assert documented == rooms
