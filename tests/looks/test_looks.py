"""Templates and the reference document are found in two places, and nowhere else."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import looks
from briefgen.errors import TemplateError, UnknownKeyError, UnreadableError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "templates" / "parts").mkdir(parents=True)
    (root / "templates" / "ours.md.j2").write_text("ours", encoding="utf-8")
    (root / "templates" / "parts" / "foot.md.j2").write_text("foot", encoding="utf-8")
    (tmp_path / "secret.md.j2").write_text("secret", encoding="utf-8")
    return root


def test_a_built_in_template_is_found_and_shown_without_the_machine_s_folders(project: Path) -> None:
    source, shown = looks.template("policy-brief", project)
    assert "{% block key_points %}" in source
    assert shown == "templates/policy-brief.md.j2"


def test_the_project_s_own_comes_first(project: Path) -> None:
    own = project / "templates" / "policy-brief.md.j2"
    own.write_text("\ufeffmine, with a mark", encoding="utf-8")
    assert looks.template("policy-brief", project) == ("mine, with a mark", "templates/policy-brief.md.j2")
    (project / "templates" / "reference.docx").write_bytes(b"mine")
    assert looks.reference(project) == b"mine"


def test_the_style_sheet_is_the_project_s_or_the_built_in_one(project: Path) -> None:
    assert "@page" in looks.style(project)
    own = project / "templates" / "brief.css"
    own.write_text("\ufeffp { color: teal }", encoding="utf-8")
    assert looks.style(project) == "p { color: teal }"
    own.write_bytes(b"\xff")
    with pytest.raises(UnreadableError, match=r"templates/brief\.css: byte 0 is not UTF-8"):
        looks.style(project)


def test_names_of_both_places(project: Path) -> None:
    assert looks.names(project) == (
        "evidence-annex",
        "mail",
        "nothing-new",
        "one-pager",
        "ours",
        "policy-brief",
        "weekly",
    )


def test_a_path_within_the_project(project: Path) -> None:
    load = looks.loader(project)
    assert load("ours") == "ours"
    assert load("templates/parts/foot.md.j2") == "foot"
    assert load(str(project / "templates" / "ours.md.j2")) == "ours"


@pytest.mark.parametrize("name", ["theirs", "", "..", "../secret", "templates/ours", "ours\n", "/etc/passwd", "x.j2"])
def test_what_is_not_there_lists_what_is(project: Path, name: str) -> None:
    with pytest.raises(UnknownKeyError) as caught:
        looks.template(name, project)
    assert str(caught.value) == f"there is no template {name!r}; known: {', '.join(looks.names(project))}"


def test_no_path_or_link_leads_out_of_the_project(project: Path) -> None:
    (project / "templates" / "linked.md.j2").symlink_to(project.parent / "secret.md.j2")
    (project / "elsewhere").symlink_to(project.parent)
    for name in ("linked", "../secret.md.j2", "elsewhere/secret.md.j2", str(project.parent / "secret.md.j2")):
        with pytest.raises(TemplateError, match="this leads out of the project"):
            looks.template(name, project)
    (project / "templates" / "reference.docx").symlink_to(project.parent / "secret.md.j2")
    with pytest.raises(UnreadableError, match=r"templates/reference\.docx: this leads out of the project"):
        looks.reference(project)


def test_a_template_that_is_no_text(project: Path) -> None:
    (project / "templates" / "latin.md.j2").write_bytes("Über".encode("latin-1"))
    with pytest.raises(TemplateError) as caught:
        looks.template("latin", project)
    assert str(caught.value) == "templates/latin.md.j2: byte 0 is not UTF-8"


def test_a_file_too_large_to_be_meant(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "_LARGEST", 3)
    with pytest.raises(TemplateError, match="this has more than 3 bytes"):
        looks.template("ours", project)


def test_inside_a_package_the_templates_stand_within_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = project.parent / "site" / "briefgen"
    (package / "templates").mkdir(parents=True)
    (package / "templates" / "policy-brief.md.j2").write_text("as a wheel has it", encoding="utf-8")
    monkeypatch.setattr(looks, "_PACKAGE", package)
    assert looks.template("policy-brief", project) == ("as a wheel has it", "templates/policy-brief.md.j2")
    with pytest.raises(UnreadableError, match=r"templates/reference\.docx: No such file or directory"):
        looks.reference(project)


def test_finding_templates_loads_no_template_engine() -> None:
    program = "import sys, briefgen.looks; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
