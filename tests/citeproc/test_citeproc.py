"""CSL files: what is refused, and that words of a source are never markup."""

import json
import re
import subprocess

import citations
import pypandoc
import pytest

from briefgen import citeproc
from briefgen.cite import Use, export
from briefgen.errors import StyleError
from briefgen.model.source import Work

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}">'
INFO = "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated>{link}</info>"
TEXT = '<text variable="title"/><text variable="locator" prefix=" at "/>'
LAYOUT = f'<citation><layout prefix="(" suffix=")">{TEXT}</layout></citation>'
PARENT = '<link href="https://styles.example/parent" rel="independent-parent"/>'


def style(path, kind="in-text", link="", layout=LAYOUT, before=""):
    path.write_text(f"{before}{HEAD.format(kind=kind)}{INFO.format(link=link)}{layout}</style>", "utf-8")
    return path


REFUSED = {
    "dependent": ({"link": PARENT}, "give the file of that one: https://styles.example/parent"),
    "no citations": ({"layout": ""}, "a style without citations"),
    "entities": ({"before": '<!DOCTYPE style [<!ENTITY a "b">]>'}, "it has a document type"),
    "no XML": ({"layout": "<citation>"}, "no XML: line 1"),
    "no layout": ({"layout": "<citation/>"}, "pandoc cannot use it"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_style_of_its_own_is_refused(case, tmp_path):
    given, said = REFUSED[case]
    path = style(tmp_path / "a.csl", **given)
    with pytest.raises(StyleError) as caught:
        citeproc.cite([Use(1, "e", "w", Work("Tugs"), "para. 1")], path)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert "briefgen-csl-" not in str(caught.value), "no path of a temporary file is told"


def test_what_is_no_csl_at_all_is_refused(tmp_path):
    (tmp_path / "a.csl").write_text("<html/>")
    for path, said in ((tmp_path / "a.csl", "no CSL style"), (tmp_path / "none.csl", "cannot be read")):
        with pytest.raises(StyleError, match=said):
            citeproc.cite([], path)


HOSTILE = [
    "<i>Tugs</i> & *piers*",
    "$x$ [@w0] `a`{=html}",
    "{{evil}} \\input{x}",
    "[a](https://x.example)",
    "“Tugs” ‘home’",
]


def test_words_of_a_source_are_words_in_any_style(tmp_path):
    path = style(tmp_path / "a.csl")
    uses = [Use(at, f"e{at}", f"k{at}", Work(title), f"p. {at}") for at, title in enumerate(HOSTILE, start=1)]
    cited = citeproc.cite(uses, path)
    told = [title.replace("‘home’", "“home”") for title in HOSTILE]
    assert [each.text for each in cited.citations] == [f"{title} at {at}." for at, title in enumerate(told, start=1)]
    assert all(not run.url and not run.italic for each in cited.citations for run in each.runs)
    assert cited.in_text
    assert len(cited.entries) == len(HOSTILE), "a style without a list of works lists them by their citations"


QUOTING = """<citation><layout><text variable="title" quotes="true"/></layout></citation>"""


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Captain says “we came” home", "“Captain says ‘we came’ home”."),
        ('A "safe" pier', "“A ‘safe’ pier”."),
        ("He said “the ‘old’ pier’s gone”", "“He said ‘the “old” pier’s gone’”."),
        ("The captains’ ‘own’ “pier", "“The captains’ ‘own’ “pier”."),
    ],
)
def test_quotations_in_a_title_are_turned_as_a_style_turns_them(title, told, tmp_path):
    cited = citeproc.cite([Use(1, "e", "w", Work(title), "")], style(tmp_path / "a.csl", layout=QUOTING))
    assert cited.citations[0].text == told


def test_a_work_that_is_only_listed_is_listed(tmp_path):
    cited = citeproc.cite(
        [Use(0, "", "v", Work("Piers"), ""), Use(1, "a", "w", Work("Tugs"), "")], style(tmp_path / "a.csl")
    )
    assert [each.text for each in cited.citations] == ["Tugs."]
    assert sorted(citations.spelled(runs) for _, runs in cited.entries) == ["Piers", "Tugs."]


def _told(item):
    """What an item says, alike for all readers: capitals are a reader's own, and where a site stands."""
    return {
        "title": item["title"].casefold(),
        "author": [_family(each) for each in item.get("author", ())],
        "where": item.get("container-title") or item.get("publisher"),
        "issued": item.get("issued"),
        "url": item.get("URL"),
        "type": item["type"],
    }


def _family(name):
    """A family name with its particle, which pandoc's readers take off it, or the whole of a body's."""
    parts = [name.get(part, "") for part in ("dropping-particle", "non-dropping-particle", "family")]
    return name.get("literal") or " ".join(part for part in parts if part)


EXPORTED = {
    **citations.ALL,
    **{
        title: Work(title, "A and B Board; Kim Hang Gu", url="https://x.example/a_b%20?c=1&d=~e#f", kind="article")
        for title in (
            "{Braces} and {half", "back\\slash \\alpha end\\", "50% of $5 #1 a_b A & B ~ x^2", "Two\nlines",
            "--dash -- and ---", "TY  - fake", "@at [x]{.y} *b* {{z}}", "a | b; c, and d", "함대와 海",
        )
    },
}  # fmt: skip

LOST = {
    "csl-json": {},
    "bibtex": {"speech": {"type"}},
    "ris": {
        **{key: {"issued"} for key, work in EXPORTED.items() if work.published and work.published.precision != "year"},
        "web page": {"issued", "type"},
        "speech": {"issued", "type"},
        "undated": {"type"},
        "a question": {"issued", "type"},
    },
}
"""What pandoc's readers do not take up: speeches; of RIS months and pages of the web."""


@pytest.mark.parametrize(("form", "reader"), [("csl-json", "csljson"), ("ris", "ris"), ("bibtex", "bibtex")])
def test_pandoc_reads_the_exports_with_the_same_fields(form, reader):
    works = [*EXPORTED.items()]
    asked = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "csljson", "--sandbox"]
    done = subprocess.run(asked, input=export(works, form, "w"), capture_output=True, check=True)
    read = {each["id"]: each for each in json.loads(done.stdout)}
    for item, (key, _) in zip(json.loads(export(works, "csl-json", "w")), works, strict=True):
        wanted, got = _told(item), _told(read[item["id"]])
        assert {name for name in wanted if wanted[name] != got[name]} == LOST[form].get(key, set()), key


def test_the_style_that_pandoc_brings_gives_the_notes_that_the_golden_table_holds(tmp_path):
    asked = [pypandoc.get_pandoc_path(), "--print-default-data-file=default.csl"]
    path = tmp_path / "default.csl"
    path.write_bytes(subprocess.run(asked, capture_output=True, check=True).stdout)
    told, golden = citations.forms(citeproc.cite(citations.uses(), path)), citations.golden()["chicago-author-date"]
    for work in citations.WORKS:
        assert (told[work]["first"], told[work]["later"]) == (golden[work]["first"], golden[work]["later"])
        entry = golden[work]["entry"]
        assert told[work]["entry"] in {entry, re.sub(r"( \d+), \d{4}\.", r"\1.", entry)}, "the 18th edition's day"
