"""Templates and reference documents are tried before anyone is in a hurry."""

import json
import sys
from pathlib import Path

import docx
import pytest

from briefgen.cli import main
from briefgen.errors import OutputError, TemplateError, UnknownKeyError
from briefgen.pipeline.rehearsal import new_template, try_template

sys.path.append(str(Path(__file__).parents[1] / "formats"))
import houses

BUILT_IN = ("policy-brief", "weekly", "one-pager", "evidence-annex")


def tried(root: Path, source: str, extends: str = '{% extends "policy-brief" %}\n'):
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "desk.md.j2").write_text(extends + source, "utf-8")
    return try_template("desk", root)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_templates_have_no_faults(name, tmp_path):
    assert try_template(name, tmp_path) == try_template("policy-brief", tmp_path)
    assert try_template(name, tmp_path).faults == ()


def test_everything_undefined_is_found_at_once_with_its_line(tmp_path):
    found = tried(
        tmp_path,
        "{% block annex %}{{ brief.titel }}\n{{ brif.title }}\n{% for e in brief.excerpt %}{{ e }}{% endfor %}\n"
        "{% if brief.nothing.more %}{{ hidden }}{% endif %}\n{{ brief.sections[9].title }}{% endblock %}",
    ).faults
    *named, last = found
    said = [(fault.split(":")[1], fault.split("'")[1]) for fault in named]
    assert said == [("2", "titel"), ("3", "brif"), ("4", "excerpt"), ("5", "hidden"), ("5", "nothing")]
    assert last.startswith("desk:6: tuple object has no element 9")


def test_what_a_parent_sets_is_not_undefined(tmp_path):
    source = "{% block key_points %}{% for e in brief.key_points %}{{ quotation(e) }}{% endfor %}{% endblock %}"
    assert tried(tmp_path, source).faults == ()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ brief.title|shout }}", "there is no filter 'shout'"),
        ("{% include 'nowhere' %}", "there is no template 'nowhere'"),
        ("{% if %}", "Expected an expression"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "goes on without end"),
        ("{{ brief.__class__ }}", "the brief has no '__class__'"),
        ("{{ ''.__class__.__mro__ }}", "is not for templates"),
        ("{% include '/etc/passwd' %}", "there is no template '/etc/passwd'"),
        ("{% include '../secret.j2' %}", "there is no template '../secret.j2'"),
    ],
)
def test_what_no_template_may_do_is_said(source, why, tmp_path):
    assert why in " ".join(tried(tmp_path, source, "").faults)


def test_excerpts_that_are_left_out_changed_or_without_a_note_are_named(tmp_path):
    assert tried(tmp_path, "{% block annex %}{% endblock %}").faults == (
        "desk: of the sample’s 5 excerpts it leaves out 5; a build refuses that",
    )
    every = "{% for e in brief.excerpts %}\n> EXCERPT\n\n{% endfor %}\n{{ notes() }}"
    assert "excerpt 1 has no note" in tried(tmp_path, every.replace("EXCERPT", "{{ e }}"), "").faults[0]
    lost = every.replace("EXCERPT", "{{ e }}{{ cite(e) }}").replace("{{ notes() }}", "")
    assert (
        "excerpt 1 refers to a note that is not printed; print notes() at the end"
        in tried(tmp_path, lost, "").faults[0]
    )
    changed = tried(tmp_path, every.replace("EXCERPT", "They say {{ e }}{{ cite(e) }}"), "").faults
    assert "what stands around excerpt 1 becomes part of it: “They say The ferry" in changed[0]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{% block sumary %}x{% endblock %}", "desk:2: policy-brief has no block 'sumary' to change; it has masthead,"),
        ("\nTo the board.\n", "desk:3: what stands outside of blocks is not printed, for this extends policy-brief"),
        ("{% set a = 1 %}\n{{ a }}", "desk:3: what stands outside"),
    ],
)
def test_what_jinja_passes_over_in_silence_is_said(tmp_path, source, why):
    (said,) = tried(tmp_path, source).faults
    assert said.startswith(why)


def test_a_block_of_a_block_is_no_stray(tmp_path):
    inner = "{% block summary %}{% block aside %}To read.{% endblock %}{% endblock %}"
    assert not [
        each for each in tried(tmp_path, "{% block annex %}{{ super() }}{% endblock %}").faults if "block" in each
    ]
    (tmp_path / "templates" / "base.md.j2").write_text('{% extends "weekly" %}' + inner, "utf-8")
    assert tried(tmp_path, "{% block aside %}Ours.{% endblock %}", '{% extends "base" %}\n').faults == ()


def test_a_role_without_a_style_is_noted(tmp_path):
    found = tried(tmp_path, '{% block summary %}{{ role("to-the-minister") }}Read this.\n\n{% endblock %}')
    assert (found.faults, len(found.notes)) == ((), 1)
    assert found.notes[0].startswith("desk:2: no style is known for the role 'to-the-minister'")


def test_a_new_template_extends_one_that_there_is_and_has_no_faults(tmp_path):
    path = new_template("desk", "weekly", tmp_path)
    assert path == tmp_path / "templates" / "desk.md.j2"
    assert '{% extends "weekly" %}' in path.read_text("utf-8")
    assert try_template("desk", tmp_path).faults == ()


def test_a_new_template_overwrites_nothing(tmp_path):
    path = new_template("desk", "weekly", tmp_path)
    path.write_text("mine", "utf-8")
    with pytest.raises(TemplateError, match="there is a template of this name"):
        new_template("desk", "weekly", tmp_path)
    assert path.read_text("utf-8") == "mine"
    for name in ("policy-brief", "../out", "a b", ""):
        with pytest.raises(TemplateError):
            new_template(name, "weekly", tmp_path)
    with pytest.raises(UnknownKeyError, match="there is no template 'monthly'"):
        new_template("other", "monthly", tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "templates").write_text("a file", "utf-8")
    with pytest.raises(OutputError):
        new_template("desk", "weekly", tmp_path / "elsewhere")


def test_the_command_checks_templates_documents_and_configs(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["template", "new", "desk", "--extends", "one-pager"]) == 0
    assert capsys.readouterr().out == "templates/desk.md.j2\n"
    Path("house.dotx").write_bytes(houses.as_template(houses.ministry()))
    Path("macros.docm").write_bytes(houses.with_macros())
    Path("brief.yaml").write_text(
        "title: T\ntemplate: desk\ntopics: [{title: P, question: Q?}]\noutput:\n  reference: house.dotx\n"
        "  styles: {source-line: MoFA Source, quote: MoFA Extract}\n",
        "utf-8",
    )
    assert main(["template", "check", "desk", "templates/desk.md.j2", "house.dotx", "brief.yaml", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["faults"] for line in lines] == [[], [], [], []]
    assert "Source Line" in lines[2]["notes"][0]
    assert "Source Line" not in lines[3]["notes"][0]
    assert main(["template", "check", "macros.docm"]) == 1
    assert capsys.readouterr().out.startswith("macros.docm: it holds macros")
    Path("brief.yaml").write_text(Path("brief.yaml").read_text("utf-8").replace("MoFA Extract", "Nope"), "utf-8")
    assert main(["template", "check", "brief.yaml"]) == 1
    assert "house.dotx: it has no style 'Nope'" in capsys.readouterr().out
    assert main(["template", "check", "nowhere.docx"]) == 3


def test_a_document_without_a_marker_is_noted(tmp_path, capsys):
    document = docx.Document()
    document.add_paragraph("The Quay Post")
    document.save(tmp_path / "plain.docx")
    assert main(["template", "check", str(tmp_path / "plain.docx")]) == 0
    assert "the brief goes in at the end, behind its own text" in capsys.readouterr().out
