"""The build as a whole: the same bytes everywhere, people's work kept, bad input said."""

import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from transcript import desk

from briefgen.cli import main
from briefgen.config import load
from briefgen.errors import NothingReadError, OutputError, TemplateError, UnprovedError
from briefgen.formats import FORMATS, format_named
from briefgen.model.claim import Kind
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build
from briefgen.pipeline.verify import verify
from briefgen.record import load as load_record

AS_OF = date(2026, 11, 22)


def project(folder):
    """Make a project of the shipped configs and notes, and give the settings of its main brief."""
    return load(desk(folder) / "config" / "russia.yaml")


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One build of the shipped config over the shipped notes."""
    settings = project(tmp_path_factory.mktemp("project") / "desk")
    return settings, build(settings, AS_OF, settings.root / "out")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The same build in every format."""
    settings = replace(project(tmp_path_factory.mktemp("whole") / "desk"), formats=tuple(FORMATS))
    return settings, build(settings, AS_OF, settings.root / "out")


def test_two_builds_in_two_folders_are_the_same_bytes(built, tmp_path):
    settings, _ = built
    other = project(tmp_path / "a longer name" / "elsewhere")
    build(other, AS_OF, tmp_path / "out")
    assert files(tmp_path / "out") == files(settings.root / "out")


def test_other_documents_in_the_corpus_change_nothing(built, tmp_path):
    settings, _ = built
    other = project(tmp_path / "desk")
    archive = tmp_path / "archive"
    archive.mkdir()
    for number in range(30):
        (archive / f"{number}.txt").write_text(
            f"Taiwan and Russia met China in hall {number}.\n\nNorth Korea stayed away."
        )
    build(replace(other, sources=(archive,)), AS_OF, tmp_path / "archive-out")
    build(other, AS_OF, tmp_path / "out")
    assert files(tmp_path / "out") == files(settings.root / "out")


def test_the_order_in_which_files_are_made_and_their_times_change_nothing(built, tmp_path):
    settings, _ = built
    other = project(tmp_path / "desk")
    for path in sorted((other.root / "seeds").iterdir(), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    build(other, AS_OF, tmp_path / "out")
    assert files(tmp_path / "out") == files(settings.root / "out")


def test_no_file_holds_an_absolute_path_or_the_time_of_day(whole):
    settings, _ = whole
    for path, data in files(settings.root / "out").items():
        held = [data]
        if path.suffix == ".docx":
            with zipfile.ZipFile(BytesIO(data)) as archive:
                held = [archive.read(name) for name in archive.namelist()]
        for part in held:
            assert str(settings.root).encode() not in part, path


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_file_claims_every_quotation_word_for_word(whole, name):
    _, done = whole
    form = format_named(name)
    (path,) = [placed.path for placed in done.placed if placed.path.suffix == form.suffix]
    claims = form.read(path.read_bytes()).claims
    ours = [claim.words for claim in claims if claim.excerpt or claim.number]
    assert ours == [excerpt.text for excerpt in done.brief.excerpts]


def test_brief_json_gives_the_brief_back(built):
    settings, done = built
    text = (settings.root / "out" / "russia" / "2026-11-22" / "brief.json").read_text("utf-8")
    assert load_record(text) == done.brief
    record = json.loads(text)
    assert record["schema"] == 1
    assert set(record["key_points"]) <= {each["id"] for each in record["excerpts"]}
    for each in record["excerpts"]:
        assert each["document"] in record["documents"]


def test_an_edited_file_stands_and_the_new_one_gets_a_suffix(tmp_path):
    settings = project(tmp_path / "desk")
    out = settings.root / "out"
    first = build(settings, AS_OF, out)
    docx = next(placed.path for placed in first.placed if placed.path.suffix == ".docx")
    docx.write_bytes(docx.read_bytes() + b"edited")
    edited = docx.read_bytes()
    second = build(settings, AS_OF, out)
    assert docx.read_bytes() == edited
    assert {placed.path.name: placed.kept for placed in second.placed if placed.kept} == {
        "russia-2026-11-22-2.docx": docx
    }


def test_a_file_that_does_not_prove_is_not_put_in_place(tmp_path, monkeypatch):
    settings = project(tmp_path / "desk")
    build(settings, AS_OF, settings.root / "out")
    before = files(settings.root / "out")
    module = format_named("md").module
    honest = module.write

    def tampering(composition, look):
        words = composition.brief.excerpts[-1].text
        return honest(composition, look).replace(words.encode(), words.replace(" ", " not ", 1).encode())

    monkeypatch.setattr(module, "write", tampering)
    with pytest.raises(UnprovedError, match=r"\.md.*altered"):
        build(replace(settings, title="Another title"), AS_OF, settings.root / "out")
    assert files(settings.root / "out") == before


def test_an_excerpt_is_whole_sentences_of_the_scope(built):
    _, done = built
    for excerpt in done.brief.excerpts:
        assert excerpt.selector.exact == excerpt.selector.exact.strip()
        assert re.search(r"[.?!。”\"’»)]\Z", excerpt.text), excerpt.text


def test_topics_that_find_nothing_make_a_brief_that_says_so(tmp_path):
    settings = project(tmp_path / "desk")
    empty = tmp_path / "one"
    empty.mkdir()
    (empty / "a.txt").write_text("Nothing of interest happened in the harbour today, people said.")
    done = build(replace(settings, sources=(empty,)), AS_OF, settings.root / "out")
    assert not done.brief.excerpts
    assert any(line.startswith("Found nothing:") for line in done.brief.grounds.lines)


def test_what_is_doubtful_in_a_source_is_said_once(tmp_path, capsys):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The ferry of Calder sails at d\ufffdwn.\n", "utf-8")
    config = tmp_path / "port.yaml"
    config.write_text("title: P\nsources: seeds\ntopics: [{title: Ferries, about: [ferry]}]\n", "utf-8")
    assert main(["build", str(config), "--as-of", "2026-11-22", "--json"]) == 0
    told = capsys.readouterr()
    assert told.err.count("a.txt: 1 character was lost before it came here") == 1
    assert json.loads(told.out)["warnings"].count(told.err.split("warning: ")[1].strip()) == 1


def test_no_sources_at_all_is_an_error(tmp_path):
    settings = project(tmp_path / "desk")
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    with pytest.raises(NothingReadError):
        build(replace(settings, sources=(nothing,)), AS_OF, settings.root / "out")
    assert not (settings.root / "out").exists()


def test_an_output_folder_that_cannot_be_written_is_said(tmp_path):
    settings = project(tmp_path / "desk")
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError):
        build(settings, AS_OF, tmp_path / "out")


def test_the_projects_own_template_comes_before_the_built_in_one(tmp_path):
    settings = project(tmp_path / "desk")
    own = settings.root / "templates"
    own.mkdir()
    (own / "policy-brief.md.j2").write_text(
        "# {{ brief.title }}\n\n{% for e in brief.excerpts %}> {{ e }}{{ cite(e) }}\n\n{% endfor %}{{ notes() }}\n"
    )
    done = build(settings, AS_OF, tmp_path / "out")
    markdown = next(placed.path for placed in done.placed if placed.path.suffix == ".md").read_text("utf-8")
    assert "## " not in markdown
    assert markdown.count("\n> ") == len(done.brief.excerpts)


def test_a_broken_template_leaves_earlier_output_untouched(tmp_path):
    settings = project(tmp_path / "desk")
    build(settings, AS_OF, settings.root / "out")
    before = files(settings.root / "out")
    (settings.root / "templates").mkdir()
    (settings.root / "templates" / "policy-brief.md.j2").write_text("{{ nowhere }}")
    with pytest.raises(TemplateError, match="nowhere"):
        build(settings, AS_OF, settings.root / "out")
    assert files(settings.root / "out") == before


def test_pins_and_drops_survive_a_rebuild_and_say_when_they_no_longer_fit(tmp_path):
    settings = project(tmp_path / "desk")
    done = build(settings, AS_OF, tmp_path / "out")
    unwanted = done.brief.excerpt(done.brief.sections[1].excerpts[0])
    path = next(each.appearance.path for each in done.brief.sources if each.appearance.document == unwanted.document)
    text = settings.path.read_text("utf-8")
    drop = f"    drop: [{{document: {path}, opens: {json.dumps(unwanted.text[:30])}}}]\n"
    pin = (
        "    pin: [{document: taiwan-drills.txt, opens: Five large exercises}, {document: gone.txt, opens: Nothing}]\n"
    )
    settings.path.write_text(text.replace("    related:", pin + drop + "    related:"))
    again = build(load(settings.path), AS_OF, tmp_path / "out").brief
    taiwan = [again.excerpt(key) for key in (*again.sections[1].excerpts, *again.sections[1].background)]
    pinned = [each.text for each in taiwan if "pinned" in {flag.kind for flag in each.flags}]
    assert len(pinned) == 1
    assert pinned[0].startswith("Five large exercises")
    assert not any(unwanted.text in each.text for each in taiwan)
    assert any("gone.txt" in warning for warning in again.warnings)


def test_a_dropped_sentence_does_not_come_back_as_context(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Ferries of the north\n\nThe ferry council of Northhaven met in June 2024. "
        "These talks on the ferry ended without a paper.\n"
    )
    config = tmp_path / "brief.yaml"
    config.write_text(
        "title: Ferries\nsources: a.txt\ntopics:\n  - title: Ferries\n    about: [ferry]\n"
        "    drop: [{document: a.txt, opens: The ferry council}]\n"
    )
    done = build(load(config), AS_OF, tmp_path / "out")
    assert not any("ferry council" in excerpt.text for excerpt in done.brief.excerpts)


def test_the_shipped_configs_all_build(tmp_path):
    folder = desk(tmp_path / "desk")
    for name in ("taiwan-strait", "korea"):
        settings = load(folder / "config" / f"{name}.yaml")
        done = build(settings, AS_OF, folder / "out")
        assert all(section.excerpts or section.background for section in done.brief.sections), name


def test_a_brief_on_an_export_with_named_columns_stands_until_the_export_changes(tmp_path):
    path = desk(tmp_path / "desk") / "config" / "cranes.yaml"
    export = tmp_path / "desk" / "seeds" / "clips.csv"
    export.write_text("clip body,slug\nThe cranes of Kestrel were sold on Tuesday.,Cranes sold\n", "utf-8")
    path.write_text(
        "title: C\nsources: ../seeds/clips.csv\ncolumns: {text: clip body, title: slug}\n"
        "topics:\n  - title: Cranes\n    about: [cranes]\n",
        "utf-8",
    )
    made = build(load(path), AS_OF, tmp_path / "desk" / "out")
    assert [row.appearance.work.title for row in made.brief.sources] == ["Cranes sold"]
    file = next(each.path for each in made.placed if each.path.suffix == ".md")
    for change, kinds in (("", set()), ("Again,Again\n", {Kind.CHANGED})):
        with export.open("a", encoding="utf-8") as grown:
            grown.write(change)
        with open_bench([file], Against()) as bench:
            faults = verify(file, bench, since=True).verdict.faults
        assert {finding.kind for finding in faults} == kinds


@pytest.mark.parametrize("name", ["html", "pdf"])
def test_a_page_is_proved_by_itself_and_by_its_record(whole, name):
    settings, _ = whole
    (file,) = (settings.root / "out").rglob(f"*.{name}")
    with open_bench([file], Against()) as bench:
        verdict = verify(file, bench).verdict
    assert {finding.kind for finding in verdict.findings} == {Kind.EXACT}
    assert len(verdict.findings) == 19
    assert {finding.how for finding in verdict.findings} == {"by its bookmark and the record"}


def test_a_page_that_a_person_has_edited_tells_of_what_was_done(whole, tmp_path):
    settings, _ = whole
    (file,) = (settings.root / "out").rglob("*.html")
    page = file.read_text("utf-8")
    (first, second, *_) = re.findall(r'<blockquote>.*?id="(bg_\w+)">(.*?)</span>.*?</blockquote>', page, re.DOTALL)
    edited = settings.root / "edited.html"
    edited.write_text(page.replace(first[1], first[1].replace("never", "often")).replace(second[1], "", 1), "utf-8")
    with open_bench([edited], Against()) as bench:
        faults = verify(edited, bench).verdict.faults
    assert [(finding.kind, finding.is_own) for finding in faults] == [(Kind.ALTERED, True), (Kind.MISSING, True)]


def test_the_projects_own_style_sheet_is_the_one_that_is_used(tmp_path):
    settings = replace(project(tmp_path / "desk"), formats=("html",))
    (settings.root / "templates").mkdir(exist_ok=True)
    (settings.root / "templates" / "brief.css").write_text("h1 { color: teal }", "utf-8")
    placed = build(settings, AS_OF, tmp_path / "out").placed
    assert "h1 { color: teal }\n" in placed[0].path.read_text("utf-8")
