"""Make the pictures of the docs: the sample brief in each template, and in a house's own document, in LibreOffice.

    python benchmarks/pictures.py [--out docs/pictures] [--width 620]

Each template builds `config/russia.yaml` as of 22 November 2026 in a folder of its own; LibreOffice makes a PDF of the
.docx, poppler (`pdftoppm`) pictures of its first pages, Pillow few colours of many. Without a font for Japanese,
LibreOffice shows boxes for it.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

from briefgen.cli import main as briefgen

ROOT = Path(__file__).parent.parent
_SHOWN = {"policy-brief": (1, 2), "weekly": (1,), "one-pager": (1,), "evidence-annex": (1, 2), "house": (1, 2)}
"""The pages that are shown of each."""
_COLOURS = 32
_HOUSE = """
output:
  reference: house.docx
  styles: {source-line: House Source, quote: House Extract, heading-1: House Heading}
  contents: true
"""


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--width", type=int, default=620)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, pages in _SHOWN.items():
        with tempfile.TemporaryDirectory() as folder:
            pdf = _pdf(_built(name, Path(folder)), Path(folder))
            for page in pages:
                print(_picture(pdf, page, options.out / f"{name}-{page}.png", options.width))


def _picture(pdf: Path, page: int, target: Path, width: int) -> Path:
    """Draw a page, in as few colours as it needs."""
    command = ["pdftoppm", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*command, "-scale-to-x", str(width), "-scale-to-y", "-1", pdf, target.with_suffix("")], check=True)
    with Image.open(target) as drawn:
        few = drawn.convert("RGB").quantize(_COLOURS)
    few.save(target, optimize=True)
    return target


def _built(name: str, root: Path) -> Path:
    """Build the sample brief in a template (or `house`: in the house's own document); give the .docx."""
    for folder in ("config", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    path = root / "config" / "russia.yaml"
    text = path.read_text("utf-8")
    if name == "house":
        (root / "config" / "house.docx").write_bytes(_house())
        text += _HOUSE
    else:
        text += f"\ntemplate: {name}\n"
    if name == "one-pager":
        text = re.sub(r"^    limit: .*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^(    question: .*\n)", r"\1    limit: 1\n", text, flags=re.MULTILINE)
        text = re.sub(r"^stale_after.*\n", "", text, flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    if briefgen(["build", str(path), "--as-of", "2026-11-22", "--format", "docx"]):
        raise SystemExit(f"{name} cannot be built")
    return next(root.glob("out/*/*/*.docx"))


def _pdf(brief: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(brief)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{brief.stem}.pdf"


def _house() -> bytes:
    """Make a document as a ministry might have it: a cover, a letterhead, and styles under its own names."""
    made = docx.Document()
    base = made.styles["Normal"]
    base.font.name, base.font.size = "Liberation Serif", Pt(10.5)
    styles = (("House Source", 8.5, "7A5C1E"), ("House Extract", 11, "222222"), ("House Heading", 14, "5B1A2B"))
    for name, size, colour in styles:
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
    source, extract, heading = (made.styles[f"House {name}"] for name in ("Source", "Extract", "Heading"))
    heading.font.bold = True
    source.paragraph_format.left_indent = extract.paragraph_format.left_indent = Cm(1)
    source.paragraph_format.space_after, heading.paragraph_format.space_before = Pt(9), Pt(16)
    heading.paragraph_format.space_after, extract.paragraph_format.space_after = Pt(6), Pt(2)
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.6)
    page.different_first_page_header_footer = True
    page.header.paragraphs[0].text = "Ministry of Quays and Harbours\tPolicy Department"
    page.footer.paragraphs[0].text = "{{ title }}, {{ date }}"
    made.add_paragraph("Ministry of Quays and Harbours", "Heading 2")
    made.add_paragraph("{{ title }}", "Title")
    made.add_paragraph("{{ subtitle }}", "Subtitle")
    made.add_paragraph("{{ date }}. For {{ audience }}.")
    made.paragraphs[0].paragraph_format.space_before = Pt(180)
    made.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = False
    made.add_paragraph("{{ brief }}")
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main()
