"""Configs: what is read of a good one, and what is said of bad ones."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from briefgen.config import Known, load, project_root
from briefgen.config.slug import slugs
from briefgen.errors import ConfigError
from briefgen.model.delivering import Email, Mailbox, Schedule, Server
from briefgen.model.query import Entity, Office
from briefgen.model.settings import New, Output, Period, Pick, Settings, Topic, Translated
from briefgen.model.translation import Translation
from briefgen.query import describe, from_about, parse, with_countries

HERE = Path(__file__).parent
GOOD = HERE / "good"
BAD = HERE / "bad"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_says_every_mistake_where_it_stands(path, monkeypatch):
    monkeypatch.chdir(BAD)
    with pytest.raises(ConfigError) as caught:
        load(Path(path.name))
    assert str(caught.value) == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")


def test_reads_every_key():
    entities = (
        Entity("Freedonia", ("Freedonian", "Lake City")),
        Entity("Sylvania"),
        Entity("Grand Duchy", ("Duchy",)),
        Entity(
            "Jane Doe",
            ("Doe", "Prime Minister Doe"),
            (
                Office("Prime Minister of Freedonia", date(2021, 10, 4), date(2024, 10, 31)),
                Office("Mayor of Lake City", None, date(2020, 12, 31)),
                Office("Speaker", date(2024, 11, 1), None),
            ),
        ),
    )
    names = with_countries(entities)
    axis = Topic(
        key="the-axis",
        title="The axis",
        question="What do the three governments say of one another?",
        wants=from_about(["Freedonia", ["Sylvania", "=Lake  City"]], names),
        related=(from_about(["treaty"]),),
        limit=3,
        assessment="It is **hardening**.\n\n- See the second topic.",
        pins=(
            Pick("a.md", "The ships", reason="the only figure"),
            Pick("b.txt", "They left. ", prefix="said: ", suffix=" Then"),
        ),
        drops=(Pick("c0ffee", "This note"),),
    )
    strait = Topic(
        key="台湾海峡-q-a",
        title="台湾海峡 — Q&A",
        wants=parse('date:[2024 TO *] AND (台湾 OR "Strait of Sylvania")', names),
    )
    assert load(GOOD / "full.yaml") == Settings(
        name="full",
        path=GOOD / "full.yaml",
        root=GOOD,
        title="The northern axis",
        subtitle="What the last half year shows",
        audience="Desk officers",
        handling="TLP:GREEN",
        language="en-GB",
        sources=(BAD, GOOD / "full.yaml"),
        columns={"text": "Clip body", "published": "day_printed"},
        entities=entities,
        window=Period("6 months", months=6),
        summary="Three things\nchanged.",
        topics=(axis, strait, Topic("the-axis-2", "The Axis!", "And otherwise?")),
        translations=(
            Translated(Pick("a.md", "Die Schiffe"), Translation("The ships", "en", "Ada Quill")),
            Translated(Pick("b.txt", "Sie fuhren. ", suffix=" Dann"), Translation("They left."), is_whole=True),
        ),
        formats=("md",),
        output=Output(
            GOOD / "summary.md",
            (("source-line", "MoFA Source"), ("quote", "Extract")),
            notes="endnotes",
            contents=True,
            scrub=True,
            changes=True,
        ),
        corpus=HERE / ".briefgen" / "other.db",
        stale_after=Period("2 years", months=24),
        unsourced_numbers="show",
        unknown_date="drop",
        schedule=Schedule("0 7 * * 1", "Asia/Tokyo", "Monday 07:00", review=True, catch_up=timedelta(days=14)),
        nothing_new="nothing",
        new=New(excerpts=True, other_briefs=("weekly",)),
        email=Email(
            sender=Mailbox("desk@port.example", "The Desk"),
            to=(Mailbox("ada@port.example", "Quill, Ada"), Mailbox("bo@xn--hfen-loa.example")),
            cc=(Mailbox("cy@port.example", "港の Cy"),),
            bcc=(Mailbox("dee@port.example", "Dee"), Mailbox("el@port.example")),
            reply_to=(Mailbox("editor@port.example"),),
            subject="{{ brief.title }}",
            body="mail",
            attach=("md",),
            list_id="axis.port.example",
            unsubscribe=("mailto:leave@port.example",),
            server=Server("mail.port.example", 465, "tls", "desk", Path("/run/secrets/smtp"), GOOD / "summary.md"),
            largest_mb=10,
        ),
        deliver_to=GOOD / "shared",
    )


def test_fills_in_what_is_left_out():
    settings = load(GOOD / "least.yaml")
    assert settings.topics == (Topic("ports", "Ports", wants=from_about(["Freedonia"])),)
    assert (settings.formats, settings.template, settings.language) == (("docx", "md"), "policy-brief", "en")
    assert settings.corpus == GOOD / ".briefgen" / "corpus.db"
    assert (settings.sources, settings.entities, settings.window) == ((), (), None)


def test_a_key_without_a_value_is_as_if_it_were_not_there():
    settings = load(GOOD / "blank.yaml")
    assert settings.topics == (Topic("ports", "Ports", "Which ports?"),)
    assert (settings.subtitle, settings.sources, settings.window) == ("", (), None)


def translating(folder, written: str) -> Path:
    (folder / "words.yaml").write_text(written, "utf-8")
    config = folder / "brief.yaml"
    config.write_text("title: T\ntranslations: words.yaml\ntopics: [{title: P, question: Q?}]\n", "utf-8")
    return config


def test_translations_may_stand_in_a_file_of_their_own(tmp_path):
    settings = load(translating(tmp_path, "- {document: a.md, opens: Die Schiffe, text: The ships}\n"))
    assert settings.translations == (Translated(Pick("a.md", "Die Schiffe"), Translation("The ships")),)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- {document: a.md, text: The ships}\n", ["words.yaml:1:3: this does not say which excerpt"]),
        ("- {document: a.md, opens: Die, txt: The}\n", ["words.yaml:1:32: there is no key txt"]),
        ("document: a.md\n", ["words.yaml:1:1: the file is a mapping"]),
        ("words.yaml\n", ["words.yaml:1:1: the file is text"]),
        ("", ["words.yaml:1:1: the file is empty"]),
        ("- [a\n", ["words.yaml:"]),
        ("- {document: a.md, opens: x, text: &a y}\n", ["words.yaml:1:36"]),
    ],
)
def test_a_mistake_in_the_file_of_translations_stands_there(tmp_path, monkeypatch, written, said):
    monkeypatch.chdir(tmp_path)
    translating(tmp_path, written)
    with pytest.raises(ConfigError) as caught:
        load(Path("brief.yaml"))
    told = map(str, caught.value.mistakes)
    assert all(each.startswith(wanted) for each, wanted in zip(told, said, strict=True))


@pytest.fixture
def project(tmp_path):
    """A project with an empty `config` folder; its config is written by `write`."""
    (tmp_path / "config").mkdir()
    return tmp_path


def write(project, text, name="axis.yaml"):
    path = project / "config" / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


LEAST = "title: Least\ntopics: [{title: Ports, about: Russia}]\n"


def test_the_entities_beside_the_config_are_read_unasked(project):
    write(project, "Russia: [Moscow]", "entities.yaml")
    settings = load(write(project, LEAST))
    assert settings.entities == (Entity("Russia", ("Moscow",)),)
    assert settings.topics[0].wants == from_about(["Russia"], with_countries(settings.entities))


def test_the_root_is_the_parent_of_a_folder_named_config(project):
    settings = load(write(project, LEAST))
    assert settings.root == project
    assert settings.corpus == project / ".briefgen" / "corpus.db"
    assert project_root(project / "axis.yaml") == project


def test_paths_are_absolute_and_said_as_they_were_given(project, monkeypatch):
    write(project, LEAST + "sources: [., ../none]")
    monkeypatch.chdir(project)
    with pytest.raises(ConfigError, match=r"\Aconfig/axis\.yaml:3:14: there is no file or folder config/\.\./none;"):
        load(Path("config/axis.yaml"))
    write(project, LEAST + "sources: .")
    assert load(Path("config/axis.yaml")).sources == (project / "config",)


def test_known_names_are_those_that_are_passed_in(project):
    path = write(project, LEAST + "template: mine\ncitations: apa\nformats: [pdf]")
    settings = load(path, Known(("pdf", "md"), ("apa",), ("mine",)))
    assert (settings.template, settings.citations, settings.formats) == ("mine", "apa", ("pdf",))


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("7 days", Period("7 days", days=7)),
        ("1 day", Period("1 day", days=1)),
        ("2 weeks", Period("2 weeks", days=14)),
        ("18  months", Period("18 months", months=18)),
        ("100 years", Period("100 years", months=1200)),
        ("36525 days", None),
        ("٣ days", None),
        ("1 fortnight", None),
    ],
)
def test_periods(project, written, period):
    path = write(project, LEAST + f"window: {written}")
    if period:
        assert load(path).window == period
    else:
        with pytest.raises(ConfigError, match=r"is not a length of time; write 7 days"):
            load(path)


def test_titles_become_keys_that_differ():
    titles = ["Peace in the Taiwan Strait", "台湾海峡", "हिन्दी में", "A!", "A?", "a-2", "…", "!", "Ärger & Co."]
    assert slugs(titles) == (
        "peace-in-the-taiwan-strait", "台湾海峡", "हिन्दी-में", "a", "a-2", "a-2-2", "topic", "topic-2", "ärger-co",
    )  # fmt: skip


def test_prose_is_canonical_and_a_long_text_that_ends_in_md_is_itself(project):
    path = write(project, LEAST + 'summary: "see\\nnotes.md"\n')
    assert load(path).summary == "see\nnotes.md"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"title: caf\xe9\n", "axis.yaml:1:11: the file is not in UTF-8; save it as UTF-8"),
        ("title: 台湾\n".encode() + b"\xff", "axis.yaml:2:1: the file is not in UTF-8; save it as UTF-8"),
        ("title: a".encode("utf-16"), "axis.yaml:1:1: the file is in UTF-16; save it as UTF-8"),
        (b"a: \x07", "axis.yaml:1:4: a character (U+0007) that cannot stand in a text file; delete it"),
        (b" " * 300_000, "axis.yaml:1:1: the file has 300,000 bytes; at most 262,144 are read"),
    ],
)
def test_files_that_are_no_text(project, monkeypatch, data, said):
    write(project, data)
    monkeypatch.chdir(project / "config")
    with pytest.raises(ConfigError) as caught:
        load(Path("axis.yaml"))
    assert str(caught.value) == said


def test_a_byte_order_mark_and_crlf_do_not_move_places(project):
    path = write(project, b"\xef\xbb\xbftitle: Least\r\ntopics: [{title: Ports, about: 5}]\r\n")
    with pytest.raises(ConfigError, match=r":2:32: about is a number"):
        load(path)


def test_a_config_that_is_not_there(project):
    with pytest.raises(ConfigError, match=r"none\.yaml:1:1: the file cannot be read: no such file or directory; check"):
        load(project / "none.yaml")


def test_what_a_prose_file_must_be(project):
    (project / "config" / "latin.md").write_bytes(b"caf\xe9")
    (project / "config" / "huge.md").write_bytes(b"x" * ((1 << 20) + 1))
    path = write(project, LEAST.replace("Russia", "Russia, assessment: huge.md") + "summary: latin.md")
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert [mistake.wrong for mistake in caught.value.mistakes] == [
        "huge.md has 1,048,577 bytes",
        "latin.md is not in UTF-8",
    ]


def test_no_is_text_and_so_are_times_and_dates(project):
    path = write(project, LEAST + "subtitle: NO\naudience: 12:30\nhandling: 2024-01-01\n")
    settings = load(path)
    assert (settings.subtitle, settings.audience, settings.handling) == ("NO", "12:30", "2024-01-01")


def test_a_term_of_about_is_read_back(project):
    path = write(project, LEAST.replace("Russia", "[Russia, [North Korea, =China]]"))
    (topic,) = load(path).topics
    assert topic.wants
    assert describe(topic.wants) == 'Russia and (North Korea or just "China")'
