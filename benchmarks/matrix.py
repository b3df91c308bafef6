"""Ask openxml-audit of every template in every citation style in the documents of three houses.

    PYTHONPATH=tests/formats:tests python benchmarks/matrix.py

The third document is one of LibreOffice's, which must be installed (`soffice`). Prints a row a template: how many files
were made, and in how many the validator, or the checks of `tests/formats/test_docx_house.py`, find anything.
"""

import itertools
import tempfile
from dataclasses import replace
from pathlib import Path

import houses
from docx_others import complaints
from test_docx_house import MINISTRY, from_html, sound
from test_docx_matrix import NOTES, TEMPLATES, composition

from briefgen.cite import STYLES
from briefgen.formats.docx import write
from briefgen.model.brief import Look


def main() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        newsroom = Look(houses.newsroom(from_html, folder), is_house=True)
        looks = {"python-docx": MINISTRY, "pandoc": Look(houses.institute()), "LibreOffice": newsroom}
        notes = itertools.cycle(NOTES)
        for template in TEMPLATES:
            files = wrong = 0
            for style, (house, look) in itertools.product(STYLES, looks.items()):
                data = write(composition(template, style, folder), replace(look, notes=next(notes), contents=True))
                said = complaints(data, folder / "brief.docx")
                files, wrong = files + 1, wrong + bool(said or not sound(data))
                for line in said:
                    print(f"  {template}, {style}, {house}: {line}")
            print(f"{template:<16}{files:>4} files, {wrong} with a finding", flush=True)


if __name__ == "__main__":
    main()
