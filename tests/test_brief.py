"""A brief is numbered, counted and honest about what is thin."""

from datetime import date
from pathlib import Path

from briefgen.anchor import select
from briefgen.brief import Chosen, assemble, cited
from briefgen.model.brief import Also, Citation, Excerpt, Run, Section, Withheld
from briefgen.model.origin import Family, Kinship, Member
from briefgen.model.place import Span
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance, Block, Document, Published, Role, Source, Work
from briefgen.origins import families

AS_OF = date(2026, 11, 22)
SETTINGS = Settings("b", Path("b.yaml"), Path(), "B", ())


def source(name, work=None):
    document = Document.from_text(f"Alpha spoke of {name}. Beta answered. Gamma was silent.")
    block = Block(Span(0, len(document.text)), Role.PARAGRAPH)
    return Source(
        document, (block,), Appearance(document.id, f"{name}.txt", "0" * 64, work or Work(title=name.title()))
    )


def excerpt(origin, start, score, topic="t"):
    return Excerpt(origin.document.id, select(origin.document.text, Span(start, start + 5)), topic, score=score)


ONE, OTHER = source("one", Work(title="One", published=Published("2022-03-06"))), source("other")
SCOPE = (ONE.appearance, OTHER.appearance)
A, B, C, D = excerpt(ONE, 0, 3.0), excerpt(ONE, 6, 2.0), excerpt(OTHER, 0, 1.0, "u"), excerpt(OTHER, 6, 0.5, "u")
SECTIONS = (
    Section("t", "T", excerpts=(A.id, B.id)),
    Section("u", "U", excerpts=(C.id,), background=(D.id,)),
    Section("v", "V"),
)
CHOSEN = Chosen({each.id: each for each in (A, B, C, D)}, SECTIONS)


def test_excerpts_are_numbered_as_they_are_printed_key_points_first():
    brief = assemble(SETTINGS, AS_OF, CHOSEN, SCOPE, families(SCOPE, {}))
    assert brief.key_points == (A.id, C.id, B.id)
    assert [(each.id, each.number) for each in brief.excerpts] == [(A.id, 1), (C.id, 2), (B.id, 3), (D.id, 4)]


def test_what_is_thin_is_said():
    brief = assemble(SETTINGS, AS_OF, CHOSEN, SCOPE, families(SCOPE, {}))
    assert [section.remarks for section in brief.sections] == [
        ("This topic rests on one source alone: “One”.",),
        ("This topic rests on one source alone: “Other”.",),
        ("No source in scope says anything of this topic.",),
    ]
    lines = " ".join(brief.grounds.lines)
    assert "Found nothing: V." in lines
    assert "Resting on one source: T; U." in lines


def test_what_the_brief_rests_on_is_counted():
    retold = source("retold", Work(title="Retold", retells="One"))
    withheld = (Withheld(B, "a figure without a named source"),)
    scope = [each.appearance for each in (ONE, OTHER, retold)]
    chosen = Chosen(CHOSEN.excerpts, SECTIONS, (), withheld)
    brief = assemble(SETTINGS, AS_OF, chosen, scope, families(scope, {}))
    grounds = brief.grounds
    assert (grounds.documents, grounds.origins, grounds.newest) == (3, 2, Published("2022-03-06"))
    assert grounds.undated == tuple(sorted((OTHER.document.id, retold.document.id)))
    assert grounds.lines[:3] == (
        "3 documents from 2 origins.",
        "1 dated (from 6 March 2022), 2 undated; none from 2026.",
        "1 re-tells another work: “Retold” re-tells “One”.",
    )
    assert grounds.lines[-1] == "1 passage withheld: a figure without a named source."


def test_a_brief_of_nothing_is_a_brief():
    brief = assemble(SETTINGS, AS_OF, Chosen({}, (Section("v", "V"),)), (), ())
    assert brief.excerpts == brief.key_points == ()
    assert brief.grounds.lines[0] == "0 documents from 0 origins."


def test_the_table_of_sources_names_the_numbers():
    brief = assemble(SETTINGS, AS_OF, CHOSEN, SCOPE, families(SCOPE, {}))
    entries = [(origin.document.id, (Run(origin.title),)) for origin in (OTHER, ONE)]
    done = cited(brief, [Citation(1, A.id, (Run("One."),))], entries, SCOPE, families(SCOPE, {}), ["w", "w"])
    assert [(listed.appearance.path, listed.numbers) for listed in done.sources] == [
        ("other.txt", (2, 4)),
        ("one.txt", (1, 3)),
    ]
    assert done.warnings == ("w",)


def test_a_topic_of_which_everything_was_withheld_is_not_said_to_be_empty():
    withheld = Excerpt(ONE.document.id, A.selector, "v")
    chosen = Chosen(CHOSEN.excerpts, SECTIONS, (), (Withheld(withheld, "a figure without a named source"),))
    brief = assemble(SETTINGS, AS_OF, chosen, SCOPE, families(SCOPE, {}))
    assert brief.sections[2].remarks[0].startswith("All that was found")
    assert "All that was found is withheld: V." in brief.grounds.lines
    assert not any(line.startswith("Found nothing") for line in brief.grounds.lines)


def test_origins_are_counted_and_the_others_stand_with_the_one_that_is_listed():
    copy = source("copy", Work(title="Copy", publisher="Quay Post"))
    scope = [each.appearance for each in (ONE, OTHER, copy)]
    best, other = Member(ONE.document.id, Kinship.BEST), Member(OTHER.document.id, Kinship.BEST)
    told = [Family((best, Member(copy.document.id, Kinship.COPY)), ("Kyodo",)), Family((other,), ("TASS",))]
    brief = assemble(SETTINGS, AS_OF, CHOSEN, scope, told)
    assert brief.grounds.origins == 2
    assert brief.grounds.lines[0] == "3 documents from 2 origins."
    assert "1 tells another document’s story and is listed there: 1 copy." in brief.grounds.lines
    assert "2 origins rest on news agencies: Kyodo (1), TASS (1)." in brief.grounds.lines
    entries = [(ONE.document.id, (Run("One"),)), (OTHER.document.id, (Run("Other"),))]
    done = cited(brief, (), entries, scope, told, ())
    assert [listed.also for listed in done.sources] == [(Also(copy.document.id, "Quay Post", "copy"),), ()]


def test_a_topic_that_quotes_two_documents_of_one_origin_rests_on_one_source():
    told = [Family((Member(ONE.document.id, Kinship.BEST), Member(OTHER.document.id, Kinship.COPY)))]
    section = Section("t", "T", excerpts=(A.id, C.id))
    brief = assemble(SETTINGS, AS_OF, Chosen(CHOSEN.excerpts, (section,)), SCOPE, told)
    assert brief.sections[0].remarks == ("This topic rests on one source alone: “One”.",)
    assert "Resting on one source: T." in brief.grounds.lines
