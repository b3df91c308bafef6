"""`briefgen explain`."""

import json
from argparse import Namespace

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.works import called
from briefgen.counting import count
from briefgen.model.attribution import Said
from briefgen.model.brief import excerpt_id
from briefgen.pipeline.evidence.choosing import TopicEvidence
from briefgen.pipeline.evidence.grading import below
from briefgen.pipeline.explain import Explained, explain
from briefgen.select import Candidate


def run(options: Namespace) -> int:
    """Show the reasons of one config's excerpts."""
    loaded = settings(options.config, options)
    wanted = loaded.titled(options.topic or "")
    with progress() as shown:
        explained = explain(loaded, as_of(options), shown)
    topics = [each for each in explained.topics if each.topic in wanted]
    for warning in explained.brief.warnings:
        say(f"warning: {warning}")
    if options.json:
        print(json.dumps([_plain(each, explained) for each in topics], ensure_ascii=False, indent=1))
        return 0
    for topic in topics:
        _print(topic, explained, options.missed)
    return 0


def _print(found: TopicEvidence, explained: Explained, missed: int) -> None:
    print(f"{found.topic.title}\n{'=' * len(found.topic.title)}")
    poor = f"; {found.poor} more {'is' if found.poor == 1 else 'are'} {below(found.topic.min_grade)}" * bool(found.poor)
    print(f"{count(found.matching, 'article')} match{'es' * (found.matching == 1)}{poor}\n")
    for heading, chosen in (
        ("chosen", found.fresh.chosen),
        ("background", found.background.chosen),
        ("withheld", found.withheld),
    ):
        for candidate in chosen:
            _print_candidate(heading, candidate, explained)
    near = [*found.fresh.missed, *found.background.missed][: missed or None]
    for each in near:
        _print_candidate(f"missed: {each.why}", each.candidate, explained)


def _print_candidate(heading: str, candidate: Candidate, explained: Explained) -> None:
    where = f"{explained.paths[candidate.document]}, paragraph {candidate.paragraph}"
    print(f"[{heading}] {candidate.score:.2f}  {where}")
    if work := called(explained.works[candidate.document]):
        print(f"  {work}")
    print(f"    {_words(candidate, explained)}")
    for reason in candidate.reasons:
        print(f"    {reason.value:+.2f} {reason.name}{f': {reason.detail}' if reason.detail else ''}")
    for said in _said(candidate, explained):
        print(f"    speaks: {said.speaker} ({said.manner})")
    if _is_printed(candidate, explained):
        print(f"    rests on: {_grounds(candidate, explained)}")
    if flags := ", ".join(f"{flag.kind} ({flag.words})" if flag.words else flag.kind for flag in candidate.flags):
        print(f"    flags: {flags}")
    print()


def _is_printed(candidate: Candidate, explained: Explained) -> bool:
    return any(each.id == excerpt_id(candidate.document, candidate.span) for each in explained.brief.excerpts)


def _grounds(candidate: Candidate, explained: Explained) -> str:
    """Say what a judgement of an excerpt's credibility can rest on; the judgement is a person's."""
    also = [explained.paths[each] for each in candidate.also]
    others = f" (also {', '.join(also)})" if also else ""
    grade = _reliability(candidate, explained)
    source = f"a source of reliability {grade}" if grade else "a source that nobody has graded"
    return f"{count(1 + len(also), 'origin')}{others}, {source}"


def _reliability(candidate: Candidate, explained: Explained) -> str:
    rows = explained.brief.sources
    return next((row.reliability for row in rows if row.appearance.document == candidate.document), "")


def _words(candidate: Candidate, explained: Explained) -> str:
    return explained.words[candidate.document, candidate.span.start, candidate.span.end]


def _said(candidate: Candidate, explained: Explained) -> tuple[Said, ...]:
    """Give who speaks in a candidate; of those that are not in the brief, nobody looked."""
    key = excerpt_id(candidate.document, candidate.span)
    return next((each.said for each in explained.brief.excerpts if each.id == key), ())


def _plain(found: TopicEvidence, explained: Explained) -> dict[str, object]:
    missed = (*found.fresh.missed, *found.background.missed)
    return {
        "topic": found.topic.title,
        "matching": found.matching,
        "poor": found.poor,
        "chosen": [_plain_candidate(each, explained) for each in found.fresh.chosen],
        "background": [_plain_candidate(each, explained) for each in found.background.chosen],
        "withheld": [_plain_candidate(each, explained) for each in found.withheld],
        "missed": [{"why": each.why, **_plain_candidate(each.candidate, explained)} for each in missed],
    }


def _plain_candidate(candidate: Candidate, explained: Explained) -> dict[str, object]:
    return {
        "path": explained.paths[candidate.document],
        "document": candidate.document,
        "start": candidate.span.start,
        "end": candidate.span.end,
        "words": _words(candidate, explained),
        "score": candidate.score,
        "reasons": [{"name": each.name, "value": each.value, "detail": each.detail} for each in candidate.reasons],
        "speakers": [{"name": each.speaker, "manner": each.manner} for each in _said(candidate, explained)],
        "also": [explained.paths[each] for each in candidate.also],
        "reliability": _reliability(candidate, explained),
        "flags": [{"kind": each.kind, "words": each.words} for each in candidate.flags],
    }
