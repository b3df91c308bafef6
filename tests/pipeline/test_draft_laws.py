"""Laws 1, 3 and 6 over generated articles, whole way: what is quoted is whole sentences of body text, each once."""

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import markup
from briefgen.compose import compose
from briefgen.looks import loader
from briefgen.model.brief import MOST_SENTENCES
from briefgen.model.settings import Settings, Topic
from briefgen.passages import passages
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.draft import draft
from briefgen.query import from_about

SENTENCES = st.sampled_from(
    [
        "The harbour of Northhaven opened on Monday.",
        "Northhaven and Southhaven signed a ferry pact in June.",
        "The pact is secret.",
        "Their mayors met for an hour.",
        "According to recent surveys, some 65% of islanders want ferries.",
        "“We want ferries.",
        "We want them now,” said the mayor of Southhaven.",
        "Southhaven has no harbour of its own, and its ferry sails in summer only.",
        "**Ferries** of [Southhaven](http://x) cost {{ 7 * 7 }} crowns & more <b>today</b>.",
        "Who pays for the ferries of Northhaven?",
        "In 2019 the ferry of Northhaven sank off Southhaven, and nobody was hurt.",
    ]
)
PARAGRAPHS = st.one_of(
    st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join),
    st.sampled_from(["What the islands say", "Leave a Reply", "0 Comments", "By Ada Quill", "© PORT TIMES"]),
)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=7).map("\n\n".join)


def settings_for(folder: Path, unsourced: str) -> Settings:
    topics = tuple(
        Topic(name, name.title(), "What of ferries?", from_about(about))
        for name, about in (("ferries", ["ferry"]), ("islands", [["Northhaven", "Southhaven"]]))
    )
    return Settings(
        "islands",
        folder / "x.yaml",
        folder,
        "Islands",
        topics,
        (folder,),
        corpus=":memory:",
        unsourced_numbers=unsourced,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLES, min_size=1, max_size=4), st.sampled_from(["annex", "show", "drop"]))
def test_a_brief_quotes_whole_sentences_of_body_text_and_none_twice(tmp_path_factory, articles, unsourced):
    folder = tmp_path_factory.mktemp("articles")
    for number, article in enumerate(articles):
        (folder / f"{number}.txt").write_text(f"{article}\n", "utf-8")
    asked = settings_for(folder, unsourced)
    with open_desk(asked, date(2026, 11, 22)) as desk:
        brief, evidence, _ = draft(asked, date(2026, 11, 22), desk)
        for excerpt in brief.excerpts:
            check_excerpt(excerpt, evidence.source(excerpt.document))
    spans = [(excerpt.document, excerpt.selector.span) for excerpt in brief.excerpts]
    for i, (document, span) in enumerate(spans):
        assert not any(document == d and span.start < s.end and s.start < span.end for d, s in spans[i + 1 :])
    assert [excerpt.number for excerpt in brief.excerpts] == list(range(1, len(brief.excerpts) + 1))
    _, tree = markup.finish(compose(brief, "policy-brief", loader(folder)))
    assert [note.label for note in tree.notes] == [str(excerpt.number) for excerpt in brief.excerpts]


def check_excerpt(excerpt, source):
    text, span = source.document.text, excerpt.selector.span
    assert excerpt.selector.exact == text[span.start : span.end]
    sentences = [each.span for each in passages(source)]
    held = [each for each in sentences if each.start < span.end and span.start < each.end]
    assert 1 <= len(held) <= MOST_SENTENCES
    assert (held[0].start, held[-1].end) == (span.start, span.end)
    others = [block.span for block in source.blocks if not block.is_body]
    assert not any(block.start < span.end and span.start < block.end for block in others)
