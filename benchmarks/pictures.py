"""Make the pictures of the docs, all of them or those that are named.

    python benchmarks/pictures.py [NAME ...] [--out docs/pictures]

`policy-brief`, `weekly`, `one-pager`, `evidence-annex`, `house` and `charts` are Word files as LibreOffice (`soffice`)
shows them, `pdf` is a PDF, `page` and `report` are pages in Chromium, `annotated` is a memo with comments in the window
of LibreOffice (on a screen that Xvfb makes up). Pages of PDFs are drawn by poppler (`pdftoppm`), and Pillow makes few
colours of many. Briefs are of `config/russia.yaml` as of 22 November 2026, the charts of a made-up port. Without fonts
for Japanese, boxes stand for it.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pictured
import pypdfium2
from PIL import Image, ImageGrab

from briefgen.cli import main as briefgen

ROOT = Path(__file__).parent.parent
_DAY = "2026-11-22"
_TEMPLATES = {"policy-brief": (1,), "weekly": (1,), "one-pager": (1,), "evidence-annex": (2,), "house": (1, 2)}
"""The pages that are shown of each."""
_WIDTH, _COLOURS = 620, 64
_HOUSE = """
output:
  reference: house.docx
  styles: {source-line: House Source, quote: House Extract, heading-1: House Heading}
  contents: true
"""
_SCREEN, _MEMO = "1600x1000x24", (250, 115, 1310, 545)
"""The screen that LibreOffice shows the memo on, and where the memo and its comments stand there."""

Picture = tuple[str, Image.Image]


def main() -> None:
    """Write the pictures."""
    makers = {**dict.fromkeys(_TEMPLATES, _words), **dict.fromkeys(("page", "pdf"), _laid)}
    makers |= {"charts": _charts, **dict.fromkeys(("report", "annotated"), _proof)}
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(makers))
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    options = parser.parse_args()
    if unknown := set(options.names) - set(makers):
        parser.error(f"there is no picture {', '.join(sorted(unknown))}; there are {', '.join(makers)}")
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or makers:
        with tempfile.TemporaryDirectory() as folder:
            for file, picture in makers[name](name, Path(folder)):
                target = options.out / file
                few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2)
                few.save(target, optimize=True)
                print(target)


def _words(name: str, folder: Path) -> Iterator[Picture]:
    """Give pages of a brief in Word."""
    pdf = _printed(_built(name, folder, "docx"), folder)
    for page in _TEMPLATES[name]:
        yield f"{name}-{page}.png", _page(pdf, page, _WIDTH)


def _charts(name: str, folder: Path) -> Iterator[Picture]:
    """Give the charts of a brief in Word, cut out of their page."""
    config = pictured.harbour(folder)
    _run_briefgen("build", str(config), "--as-of", _DAY, "--format", "docx")
    pdf = _printed(next(folder.glob("out/*/*/*.docx")), folder)
    document = pypdfium2.PdfDocument(pdf)
    page = next(at for at, one in enumerate(document) if "All" in one.get_textpage().get_text_range().split())
    text, height = document[page].get_textpage(), document[page].get_height()
    heading, following = (text.search(words, match_case=True).get_next()[0] for words in ("Articles a week", "Sources"))
    top, bottom = (height - text.get_charbox(at)[3] for at in (heading, following))
    drawn = _page(pdf, page + 1, 2 * _WIDTH)
    above, below = (round((place - 14) * drawn.height / height) for place in (top, bottom))
    yield f"{name}.png", drawn.crop((90, above, drawn.width - 90, below))


def _laid(name: str, folder: Path) -> Iterator[Picture]:
    """Give the brief as a page, with a note that has popped up; or two pages of its PDF, side by side."""
    brief = _built("policy-brief", folder, "html" if name == "page" else "pdf")
    if name == "page":
        yield "page.png", _screenshot(f"{brief.as_uri()}#note-2", folder, (1240, 900))
        return
    first, second = (_page(brief, page, 546) for page in (1, 2))
    both = Image.new("RGB", (first.width + 12 + second.width, first.height), "#888888")
    both.paste(first, (0, 0))
    both.paste(second, (first.width + 12, 0))
    yield "pdf.png", both


def _proof(name: str, folder: Path) -> Iterator[Picture]:
    """Give the report on a memo, or the memo with its comments."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    pictured.memo(folder / "memo.docx")
    made = ("--annotate", "seen.docx", "--html", "report.html")
    command = [sys.executable, "-m", "briefgen", "verify", "memo.docx", "--sources", "seeds", *made]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, capture_output=True)
    if name == "report":
        yield "report.png", _screenshot((folder / "report.html").as_uri(), folder, (1000, 860))
    else:
        yield "annotated.png", _window(folder / "seen.docx", folder).crop(_MEMO)


def _built(name: str, root: Path, form: str) -> Path:
    """Build the sample brief in a template (or `house`: in the house's own document); give the file."""
    for folder in ("config", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    path = root / "config" / "russia.yaml"
    text = path.read_text("utf-8")
    if name == "house":
        (root / "config" / "house.docx").write_bytes(pictured.house())
        text += _HOUSE
    else:
        text += f"\ntemplate: {name}\n"
    if name == "one-pager":
        text = re.sub(r"^    limit: .*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^(    question: .*\n)", r"\1    limit: 1\n", text, flags=re.MULTILINE)
        text = re.sub(r"^stale_after.*\n", "", text, flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    _run_briefgen("build", str(path), "--as-of", _DAY, "--format", form)
    return next(root.glob(f"out/*/*/*.{form}"))


def _run_briefgen(*arguments: str) -> None:
    if briefgen([*arguments]):
        raise SystemExit(f"briefgen {' '.join(arguments)} does not succeed")


def _office(folder: Path) -> list[str]:
    return ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]


def _printed(brief: Path, folder: Path) -> Path:
    """Have LibreOffice print a Word file."""
    command = [*_office(folder), "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(brief)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{brief.stem}.pdf"


def _page(pdf: Path, page: int, width: int) -> Image.Image:
    """Draw a page of a PDF, so many pixels wide."""
    drawn = pdf.with_name(f"page-{page}")
    command = ["pdftoppm", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*command, "-scale-to-x", str(width), "-scale-to-y", "-1", pdf, drawn], check=True)
    return Image.open(drawn.with_suffix(".png"))


def _screenshot(address: str, folder: Path, size: tuple[int, int]) -> Image.Image:
    """Have Chromium show a page."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    shot = folder / "shot.png"
    look = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size[0]},{size[1]}"]
    command = [browser, *look, f"--user-data-dir={folder / 'browser'}", f"--screenshot={shot}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return Image.open(shot)


def _window(file: Path, folder: Path) -> Image.Image:
    """Have LibreOffice show a file in its window, on a screen of its own."""
    told, telling = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(telling), "-screen", "0", _SCREEN], pass_fds=[telling])
    display = f":{os.read(told, 16).decode().strip()}"
    shown = {**os.environ, "DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
    command = [*_office(folder), "--norestore", "--nologo", "--nofirststartwizard", "--writer", str(file)]
    office = subprocess.Popen(command, env=shown, start_new_session=True)
    try:
        for _ in range(60):
            time.sleep(1)
            if len(ImageGrab.grab(xdisplay=display).crop(_MEMO).getcolors(1 << 24) or ()) > _COLOURS:
                time.sleep(3)
                return ImageGrab.grab(xdisplay=display)
        raise SystemExit("LibreOffice shows nothing")
    finally:
        os.killpg(office.pid, signal.SIGKILL)  # whatever it would like to ask first
        screen.terminate()
        for each in (office, screen):
            each.wait()


if __name__ == "__main__":
    main()
