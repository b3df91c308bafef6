"""The keys of a config, each defined once: what it is called, what may be written and what it means.

Files are read by these definitions, and editors get them as JSON Schema. What a key is when it is left out stands in
`briefgen.model.settings`.
"""

from dataclasses import fields
from typing import Any

from briefgen.config.checks import CONFIG_RULE, TOPIC_RULE
from briefgen.config.columns import COLUMNS
from briefgen.config.emails import EMAIL
from briefgen.config.kinds import Schema, choice, made, many, or_file, switch, whole
from briefgen.config.known import Known
from briefgen.config.mapping import Key, mapping
from briefgen.config.news import NEW
from briefgen.config.output import OUTPUT
from briefgen.config.picks import PICK
from briefgen.config.reading import Surroundings
from briefgen.config.schedules import SCHEDULE
from briefgen.config.translations import TRANSLATIONS
from briefgen.config.values import (
    FILE,
    INSIDE,
    LANGUAGE,
    LINE,
    PERIOD,
    PROSE,
    QUERY,
    RELATED,
    SOURCE,
    TERM,
    WORDS,
)  # fmt: skip
from briefgen.grades import JUDGED
from briefgen.model import settings
from briefgen.model.query import Query
from briefgen.query import from_about


def _wanted(about: tuple[tuple[str, ...], ...], around: Surroundings) -> Query:
    return from_about(about, around.entities)


def _topic(
    about: Query | None = None,
    query: Query | None = None,
    pin: tuple[settings.Pick, ...] = (),
    drop: tuple[settings.Pick, ...] = (),
    min_origins: int = 0,
    **same: Any,  # noqa: ANN401 - the keys that a topic has under the same name
) -> settings.Topic:
    # What the key and the limits are that a topic does not give itself is known with the whole config.
    return settings.Topic(key="", wants=about or query, pins=pin, drops=drop, min_origins=min_origins, **same)


_MIN_GRADE = choice(lambda _: JUDGED)
_MIN_ORIGINS = whole(1, 9)


TOPIC = mapping(
    "A topic of the brief: what is asked, and which articles speak of it.",
    (
        Key("title", WORDS, "The heading of the topic's section.", ("Peace in the Taiwan Strait",), required=True),
        Key("question", LINE, "The question that the section answers. Its words help to choose excerpts.",
            ("What did the three governments say about the Taiwan Strait?",)),
        Key("about", made(many(many(TERM, 1), 1), _wanted),
            "What an article must speak of: all of the items of the list; of a list within it, any. A name from the "
            "entities also stands for its other names; `=Moscow` is just that word.",
            (["Russia", ["North Korea", "China"]],)),
        Key("query", QUERY,
            'In place of `about`: a query in Lucene syntax, with AND OR NOT ( ) "a phrase" "a b"~5 Taiw* publisher: '
            "author: date:[2024-01-01 TO *]. Words beside one another are all wanted; NOT ranges over the whole "
            "article, title and body.",
            ('Russia AND ("North Korea" OR China) NOT sport',)),
        Key("related", many(RELATED), "Terms that are used, and labelled, only when little else is found.",
            (["Korea", "military exercises"],)),
        Key("limit", whole(1, 50), "The most excerpts to print.", (5,)),
        Key("assessment", PROSE, "Your own words on the topic, in Markdown; or the name of a .md file.",
            ("The axis is **hardening**.", "russia-assessment.md")),
        Key("min_grade", _MIN_GRADE, "As for the whole brief, for this topic; it is stronger.", ("B",)),
        Key("min_origins", _MIN_ORIGINS, "As for the whole brief, for this topic; it is stronger.", (2,)),
        Key("pin", many(PICK), "Excerpts that must be printed.",
            ([{"document": "treaty-note.md", "opens": "Both ministers left"}],)),
        Key("drop", many(PICK), "Excerpts that must not be printed.",
            ([{"document": "treaty-note.md", "opens": "This note restates", "reason": "about the note itself"}],)),
    ),
    _topic,
    TOPIC_RULE,
)  # fmt: skip

CONFIG = mapping(
    "A brief: its title, its topics, where its sources are and how it looks.",
    (
        Key("title", WORDS, "The title of the brief.", ("Russia and its partners",), required=True),
        Key("subtitle", LINE, "A line below the title.", ("What the last half year shows",)),
        Key("audience", LINE, "Whom the brief is for.", ("desk officers, Northeast Asia",)),
        Key("handling", LINE, "A handling mark, printed on every page.", ("TLP:GREEN", "For official use only")),
        Key("language", LANGUAGE, "The language of the brief's own words, as a BCP 47 tag.", ("en", "ja")),
        Key("sources", many(SOURCE),
            "Files or folders to read, relative to the config; and addresses of feeds and pages, for `briefgen fetch`.",
            ("../seeds", ["../seeds", "../more/note.md", "https://example.org/feed.xml"])),
        Key("allow_private", many(WORDS),
            "Hosts that may be fetched from though they are not of the public internet: those of this house, say.",
            (["wiki.intranet.example"],)),
        Key("columns", COLUMNS,
            "The columns of exports (CSV, JSON, JSON Lines) by what they hold; what is left out is told by the usual "
            "names.",
            ({"text": "clip_body", "published": "day_printed"},)),
        Key("entities", FILE,
            "The file of entities and their other names, relative to the config. Without this key it is entities.yaml "
            "beside the config, if that is there.",
            ("entities.yaml",)),
        Key("translations", TRANSLATIONS,
            "What excerpts say in another language: printed under them, labelled, never proved. A list, or the file of "
            "one, relative to the config.",
            ("translations.yaml",
             [{"document": "treaty-note.md", "opens": "Les ministres", "text": "The ministers left."}])),
        Key("window", PERIOD, "Read only what was published this long before the brief's date, or less.",
            ("6 months", "1 year")),
        Key("summary", PROSE, "Your own words at the head of the brief, in Markdown; or the name of a .md file.",
            ("Three things changed this week.", "russia-summary.md")),
        Key("topics", many(TOPIC, 1, alone=False), "The sections of the brief, in order.",
            ([{"title": "The axis", "about": ["Russia", ["North Korea", "China"]]}],), required=True),
        Key("template", choice(lambda known: known.templates), "The template: the name of one in templates/.",
            ("policy-brief",)),
        Key("citations", or_file(choice(lambda known: known.citations, "the name of a .csl file"), FILE, ".csl"),
            "The style of the citations; or a CSL file, relative to the config, which pandoc then follows.",
            ("chicago-notes", "../styles/our-journal.csl")),
        Key("formats", many(choice(lambda known: known.formats), 1),
            "The files to write; csl-json, ris and bibtex are the sources for Zotero and its like.",
            (["docx", "md", "ris"], "md")),
        Key("output", OUTPUT, "How the files look.", ({"reference": "../house/letterhead.docx", "notes": "endnotes"},)),
        Key("corpus", INSIDE,
            "Where the corpus is kept, relative to the config. Without this key: .briefgen/corpus.db in the project.",
            ("../.briefgen/corpus.db",)),
        Key("stale_after", PERIOD, "What is older than this is printed apart, as background.", ("2 years",)),
        Key("unsourced_numbers", choice(lambda _: ("annex", "show", "drop")),
            "What becomes of statistics and surveys without a named source: printed in an annex, shown with a flag, or "
            "dropped.",
            ("annex",)),
        Key("unknown_date", choice(lambda _: ("keep", "drop")),
            "With a window: whether to keep what bears no date.", ("keep",)),
        Key("publishers", FILE,
            "The file of publishers and their grades, relative to the config. Without this key it is publishers.yaml "
            "beside the config, if that is there.",
            ("publishers.yaml",)),
        Key("min_grade", _MIN_GRADE,
            "Quote only sources of at least this reliability (Admiralty code, A to E); what is not graded is left out.",
            ("C",)),
        Key("min_origins", _MIN_ORIGINS, "Quote only what at least so many independent origins say.", (2,)),
        Key("timeline", switch(), "Whether the brief ends with the dates that its excerpts name, and articles by week.",
            ("yes",)),
        Key("email", EMAIL, "How the brief is mailed.",
            ({"from": "desk@port.example", "to": ["ada@port.example"], "host": "mail.port.example"},)),
        Key("deliver_to", INSIDE,
            "A folder, of a shared drive say, that editions are put into; relative to the config. It must be there.",
            ("/mnt/briefs",)),
        Key("schedule", SCHEDULE, "When the brief is built and delivered by itself, by `briefgen run-due`.",
            ({"weekly": "Monday 07:00", "timezone": "Asia/Tokyo"},)),
        Key("nothing_new", choice(lambda _: ("note", "nothing", "send")),
            "What becomes of a scheduled brief that has nothing which an earlier edition had not: a note of one line "
            "is sent, nothing is, or the brief is sent all the same.",
            ("note",)),
        Key("new", NEW, "What earlier editions told is not told again.",
            ({"excerpts": True}, {"excerpts": True, "other_briefs": ["weekly"], "documents": True})),
    ),
    dict,
    CONFIG_RULE,
)  # fmt: skip


def json_schema(known: Known) -> Schema:
    """Give the JSON Schema of a config."""
    schema = CONFIG.schema(known)
    for field in fields(settings.Settings):
        if field.name in schema["properties"] and isinstance(field.default, str | tuple) and field.default:
            schema["properties"][field.name]["default"] = field.default
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A config of briefgen", **schema}
