"""From the evidence of its topics to a brief with its citations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefgen import anchor, brief, cite, grades, select
from briefgen.counting import count
from briefgen.fetching.store import retrieved
from briefgen.model.brief import Also, Brief, Excerpt, Listed, Section, Withheld
from briefgen.model.place import Span
from briefgen.model.settings import Settings
from briefgen.model.source import Appearance, Published
from briefgen.pipeline import citation
from briefgen.pipeline.attributing import attributed
from briefgen.pipeline.desk import Desk
from briefgen.pipeline.earlier import earlier
from briefgen.pipeline.evidence import picks
from briefgen.pipeline.evidence.choosing import Evidence, TopicEvidence
from briefgen.pipeline.evidence.grading import Grading, below
from briefgen.pipeline.evidence.shelf import CANDIDATES
from briefgen.pipeline.translating import translated

_MANY = 20
"""Of fewer documents, a topic may well match all."""
UNSOURCED = "a figure without a named source"


def draft(
    settings: Settings, as_of: date, desk: Desk, through: date | None = None
) -> tuple[Brief, Evidence, tuple[TopicEvidence, ...]]:
    """Choose the evidence of every topic and make the brief, with its citations and its table of sources.

    Editions up to those of the day `through` are earlier ones; without it, up to the day before `as_of`.
    """
    before = earlier(settings, through or as_of - timedelta(days=1), desk.corpus)
    evidence = Evidence(desk.quotable, settings, as_of, before)
    topics = evidence.topics()
    scope = evidence.appearances()
    chosen = _chosen(settings, topics, evidence)
    chosen = replace(chosen, left=desk.left)
    unfinished, unplaced = translated(
        brief.assemble(settings, as_of, chosen, scope, evidence.families), settings.translations, evidence
    )
    unfinished = attributed(unfinished, evidence, settings.entities)
    uses = tuple(_uses(unfinished, {each.document: each for each in scope}, evidence))
    cited = citation.cited(uses, settings.citations)
    warnings = [*settings.doubts, *before.doubts, *picks.contradictions(settings.topics, evidence.named)]
    warnings += [warning for topic in topics for warning in topic.warnings]
    warnings += _all(topics, len(scope))
    warnings += (*unplaced, *cited.warnings)
    seen = desk.quotable.appearances()
    finished = brief.cited(unfinished, cited.citations, cited.entries, seen, evidence.families, warnings)
    rows = tuple(_retrieved(finished.sources, settings))
    graded = _graded(replace(finished, in_text=cited.in_text, sources=rows), evidence.grading)
    return _timed(graded, evidence, topics) if settings.timeline else graded, evidence, topics


def _timed(finished: Brief, evidence: Evidence, topics: Sequence[TopicEvidence]) -> Brief:
    """Give the brief with the dates that its excerpts name, and its articles by week and topic."""

    def sentences(excerpt: Excerpt) -> list[Span]:
        passages = evidence.sentences(excerpt.document)
        return [each.span for each in passages if excerpt.selector.span.contains(each.span)]

    return replace(
        finished,
        timeline=brief.timeline(finished.excerpts, sentences),
        weeks=brief.weeks([each.days for each in topics], finished.as_of),
    )


def _graded(finished: Brief, grading: Grading) -> Brief:
    """Give the brief with what is known of its sources' publishers, and a warning for marks that it does not bear."""
    rows = tuple(
        replace(row, reliability=grading.reliability(row.appearance.work), state=grading.state(row.appearance.work))
        for row in finished.sources
    )
    marked = [row.appearance for row in rows if row.numbers and not grades.tlp(finished.handling)]
    warnings = [
        f"{each.path} is marked {label}, and this brief bears no TLP mark"
        for each in marked
        if (label := grades.tlp(each.work.marking))
    ]
    return replace(finished, sources=rows, warnings=(*finished.warnings, *warnings))


def _retrieved(rows: Sequence[Listed], settings: Settings) -> Iterator[Listed]:
    """Give each row with the day on which it was fetched, if it was."""
    folder = settings.remote[0].folder.parent if settings.remote else None
    days = retrieved(folder) if folder else {}
    for row in rows:
        file = settings.root / row.appearance.path
        day = days.get(file.stem) if folder and file.is_relative_to(folder) else None
        yield replace(row, retrieved=Published(day.isoformat())) if day else row


def _chosen(settings: Settings, topics: Sequence[TopicEvidence], evidence: Evidence) -> brief.Chosen:
    """Make excerpts of what the topics chose: no two overlap, and each belongs to the first topic that has it."""
    parts = [part.chosen for topic in topics for part in (topic.fresh, topic.background)]
    placed, held = select.settle(parts)
    owners = _owners(held, [topic.topic.key for topic in topics for _ in range(2)])
    excerpts = [_excerpt(candidate, owners[i], evidence) for i, candidate in enumerate(placed)]
    sections = tuple(
        Section(
            topic=each.topic.key,
            title=each.topic.title,
            question=each.topic.question,
            assessment=each.topic.assessment,
            excerpts=tuple(excerpts[index].id for index in held[2 * i]),
            background=tuple(excerpts[index].id for index in held[2 * i + 1]),
            remarks=(*_related(each), *_poor(each), *_lonely(each), *_many(each)),
        )
        for i, each in enumerate(topics)
    )
    withheld = _withheld(topics, placed, evidence)
    annex = tuple(excerpt.id for excerpt in withheld) if settings.unsourced_numbers == "annex" else ()
    return brief.Chosen(
        excerpts={excerpt.id: excerpt for excerpt in (*excerpts, *withheld)},
        sections=sections,
        annex=annex,
        withheld=tuple(Withheld(excerpt, UNSOURCED) for excerpt in withheld),
        matched=frozenset(each.topic.key for each in topics if each.matching or each.poor),
        quiet={each.topic.key: each.quiet for each in topics if each.quiet},
    )


def _owners(held: Sequence[Sequence[int]], keys: Sequence[str]) -> dict[int, str]:
    """Give for each placed candidate the key of the first topic that has it."""
    owners: dict[int, str] = {}
    for indices, key in zip(held, keys, strict=True):
        for index in indices:
            owners.setdefault(index, key)
    return owners


def _withheld(
    topics: Sequence[TopicEvidence], printed: Sequence[select.Candidate], evidence: Evidence
) -> list[Excerpt]:
    """Give what was withheld, none of it twice; what shares a sentence with a printed excerpt stands there already."""
    parts = [
        [each for each in topic.withheld if not any(select.share(each, one) for one in printed)] for topic in topics
    ]
    placed, held = select.settle(parts)
    owners = _owners(held, [topic.topic.key for topic in topics])
    return [_excerpt(candidate, owners[i], evidence) for i, candidate in enumerate(placed)]


def _excerpt(candidate: select.Candidate, topic: str, evidence: Evidence) -> Excerpt:
    source = evidence.source(candidate.document)
    start = candidate.span.start
    pages = enumerate(source.appearance.pages, start=1)
    return Excerpt(
        document=candidate.document,
        selector=anchor.select(source.document.text, candidate.span),
        topic=topic,
        paragraph=candidate.paragraph,
        page=next((number for number, span in pages if span.start <= start < span.end), None),
        score=candidate.score,
        reasons=candidate.reasons,
        flags=candidate.flags,
        also=tuple(
            Also(key, brief.beside(evidence.source(key).appearance, source.appearance), "independent")
            for key in candidate.also
        ),
    )


def _related(evidence: TopicEvidence) -> tuple[str, ...]:
    chosen = evidence.fresh.chosen
    number = sum(each.has("related") for each in chosen)
    verb = "was" if number == 1 else "were"
    return (f"{number} of {len(chosen)} excerpts {verb} found by a related term only.",) if number else ()


def _many(evidence: TopicEvidence) -> tuple[str, ...]:
    most = f"{CANDIDATES} articles, and perhaps more, match this topic: the {CANDIDATES} likeliest were read."
    return (most,) if evidence.matching + evidence.poor >= CANDIDATES else ()


def _all(topics: Sequence[TopicEvidence], size: int) -> list[str]:
    """Say which topics tell no document of many from any other."""
    what = f"matches all {size} documents: it chooses by its question alone"
    return [f"topic “{each.topic.title}” {what}" for each in topics if each.matching == size >= _MANY]


def _poor(evidence: TopicEvidence) -> tuple[str, ...]:
    left = f"{count(evidence.poor, 'article')} left out of this topic: {below(evidence.topic.min_grade)}."
    return (left,) if evidence.poor else ()


def _lonely(evidence: TopicEvidence) -> tuple[str, ...]:
    n, least = evidence.lonely, evidence.topic.min_origins
    left = f"{n} passage{' is' if n == 1 else 's are'} left out: fewer than {least} independent origins say the same."
    return (left,) if n else ()


def _uses(unfinished: Brief, scope: Mapping[str, Appearance], evidence: Evidence) -> Iterator[cite.Use]:
    """Give each excerpt's use of its work, in the order of their numbers; what was only withheld is listed, uncited."""
    for excerpt in unfinished.excerpts:
        paragraph = citation.paragraph(evidence.source(excerpt.document), excerpt.paragraph)
        locator = f"p. {excerpt.page}" if excerpt.page else paragraph
        yield _use(scope[excerpt.document], excerpt.number, excerpt.id, locator)
    for withheld in unfinished.withheld:
        yield _use(scope[withheld.excerpt.document], 0, withheld.excerpt.id, "")


def _use(appearance: Appearance, number: int, excerpt: str, locator: str) -> cite.Use:
    name = appearance.work.title or appearance.name
    return cite.Use(number, excerpt, appearance.document, appearance.work, locator, name)
