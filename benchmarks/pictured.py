"""What the pictures of the docs show: a house's document, a memo with mistakes, and articles of half a year."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

_MEMO = """\
Japan and South Korea have kept up their shuttle diplomacy: “Japan and South Korea resumed regular visits of their
leaders in March 2023.” The desk sees no reason for this to end.

Chinese and Russian bombers flew together near Japan for the first time on 23 July 2018, over the Sea of Japan and the
East China Sea.

A year ago the wording was softer. Now “the language is sharper than a year ago”, and the minister was heard to say
“we shall answer every flight in kind and without delay”.
"""
"""It quotes the sample notes in `seeds/`: rightly, with another year, rightly, and what nobody said."""
_TOPICS = {
    "The ferries to the islands": ("ferry", "01002103542101100213685321"),
    "Cranes and their repair": ("crane", "10020110002324101000102100"),
    "Dredging of the inner basin": ("dredging", "00000000000000000122013443"),
    "The swing bridge": ("bridge", "0" * 26),
}
"""Topics, each with its word and, week by week, how many articles have it."""
_LAST = date(2026, 11, 16)


def memo(path: Path) -> None:
    """Write the memo."""
    made = docx.Document()
    made.add_heading("Memo to the desk", 1)
    for words, style in zip(_MEMO.split("\n\n"), ("Normal", "Quote", "Normal"), strict=True):
        made.add_paragraph(" ".join(words.split()), style)
    made.save(str(path))


def harbour(root: Path) -> Path:
    """Make a project whose articles are spread over 26 weeks; give its config."""
    (root / "articles").mkdir(parents=True)
    for word, counts in _TOPICS.values():
        for week, count in enumerate(counts):
            for number in range(int(count)):
                day = _LAST - timedelta(weeks=len(counts) - 1 - week, days=-(number % 7))
                told = f"Week {week}, note {number} of the {word}"
                text = f"---\ntitle: {told}\npublished: {day}\n---\n\n{told} tells the harbour board of its {word}.\n"
                (root / "articles" / f"{word}-{week}-{number}.txt").write_text(text, "utf-8")
    topics = "".join(f"  - title: {title}\n    about: [{word}]\n    limit: 1\n" for title, (word, _) in _TOPICS.items())
    path = root / "port.yaml"
    path.write_text(f"title: The port\ntimeline: yes\nsources: articles\ntopics:\n{topics}", "utf-8")
    return path


def house() -> bytes:
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
