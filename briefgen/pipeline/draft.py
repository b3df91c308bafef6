"""From the evidence of its topics to a brief with its citations."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from briefgen import anchor, brief, cite, select
from briefgen.model.brief import Brief, Excerpt, Section, Withheld
from briefgen.model.settings import Settings
from briefgen.model.source import Source
from briefgen.pipeline.evidence import Evidence, TopicEvidence

UNSOURCED = "a figure without a named source"


def draft(settings: Settings, as_of: date, evidence: Evidence) -> tuple[Brief, tuple[TopicEvidence, ...]]:
    """Choose the evidence of every topic and make the brief, with its citations and its table of sources."""
    topics = evidence.topics()
    sources = {source.document.id: source for source in evidence.sources()}
    unfinished = brief.assemble(settings, as_of, _chosen(settings, topics, sources), tuple(sources.values()))
    cited = cite.cite(tuple(_uses(unfinished, sources)), settings.citations)
    warnings = [warning for topic in topics for warning in topic.warnings]
    finished = brief.cited(unfinished, cited.citations, cited.entries, sources, (*warnings, *cited.warnings))
    return finished, topics


def _chosen(settings: Settings, topics: Sequence[TopicEvidence], sources: Mapping[str, Source]) -> brief.Chosen:
    """Make excerpts of what the topics chose: no two overlap, and each belongs to the first topic that has it."""
    placed, held = select.settle([part.chosen for topic in topics for part in (topic.fresh, topic.background)])
    owners: dict[int, str] = {}
    for i, indices in enumerate(held):
        for index in indices:
            owners.setdefault(index, topics[i // 2].topic.key)
    excerpts = [_excerpt(candidate, owners[i], sources) for i, candidate in enumerate(placed)]
    sections = tuple(
        Section(
            topic=each.topic.key,
            title=each.topic.title,
            question=each.topic.question,
            assessment=each.topic.assessment,
            excerpts=tuple(excerpts[index].id for index in held[2 * i]),
            background=tuple(excerpts[index].id for index in held[2 * i + 1]),
            remarks=_related(each),
        )
        for i, each in enumerate(topics)
    )
    kept_out = _kept_out(topics, sources, excerpts)
    annex = tuple(kept_out) if settings.unsourced_numbers == "annex" else ()
    return brief.Chosen(
        excerpts={excerpt.id: excerpt for excerpt in excerpts} | kept_out,
        sections=sections,
        annex=annex,
        withheld=tuple(Withheld(excerpt, UNSOURCED) for excerpt in kept_out.values()),
    )


def _kept_out(
    topics: Sequence[TopicEvidence], sources: Mapping[str, Source], printed: Sequence[Excerpt]
) -> dict[str, Excerpt]:
    """Give what was withheld, each once, unless a person has pinned it into a section."""
    spans = {(excerpt.document, excerpt.selector.span) for excerpt in printed}
    found = [_excerpt(candidate, each.topic.key, sources) for each in topics for candidate in each.withheld]
    return {
        excerpt.id: excerpt for excerpt in reversed(found) if (excerpt.document, excerpt.selector.span) not in spans
    }


def _excerpt(candidate: select.Candidate, topic: str, sources: Mapping[str, Source]) -> Excerpt:
    source = sources[candidate.document]
    page = next(
        (n for n, span in enumerate(source.appearance.pages, start=1) if span.start <= candidate.span.start < span.end),
        None,
    )
    return Excerpt(
        document=candidate.document,
        selector=anchor.select(source.document.text, candidate.span),
        topic=topic,
        paragraph=candidate.paragraph,
        page=page,
        score=candidate.score,
        reasons=candidate.reasons,
        flags=candidate.flags,
    )


def _related(evidence: TopicEvidence) -> tuple[str, ...]:
    chosen = evidence.fresh.chosen
    number = sum(any(flag.kind == "related" for flag in candidate.flags) for candidate in chosen)
    return (f"{number} of {len(chosen)} excerpts were found by a related term only.",) if number else ()


def _uses(unfinished: Brief, sources: Mapping[str, Source]) -> Iterator[cite.Use]:
    """Give each excerpt's use of its work, in the order of their numbers; what was only withheld is listed, uncited."""
    for excerpt in unfinished.excerpts:
        locator = f"p. {excerpt.page}" if excerpt.page else f"para. {excerpt.paragraph}"
        yield _use(sources[excerpt.document], excerpt.number, excerpt.id, locator)
    for withheld in unfinished.withheld:
        yield _use(sources[withheld.excerpt.document], 0, withheld.excerpt.id, "")


def _use(source: Source, number: int, excerpt: str, locator: str) -> cite.Use:
    name = source.title or PurePosixPath(source.appearance.path).stem
    return cite.Use(number, excerpt, source.document.id, source.work, locator, name)
