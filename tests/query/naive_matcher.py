"""A matcher that nobody could get wrong, and slow: every phrase tried at every word of every block."""

from itertools import combinations

from briefgen.model.query import And, Dates, Field, Not, Or, Prefix
from briefgen.model.source import Role
from briefgen.words import tokens


def blocks(source, *, title):
    text = source.document.text
    roles = {Role.PARAGRAPH, Role.QUOTE, Role.LIST, Role.HEADING} | ({Role.TITLE} if title else set())
    parts = [(block.span.start, block.span.of(text)) for block in source.blocks if block.role in roles]
    return parts + ([(None, source.work.title)] if title else [])


def holds(query, source, *, title=True):
    match query:
        case And(parts):
            return all(holds(part, source, title=title) for part in parts)
        case Or(parts):
            return any(holds(part, source, title=title) for part in parts)
        case Not(part):
            return not holds(part, source, title=title)
        case Field(name, words):
            return f" {_words(words)} " in f" {_words(getattr(source.work, name))} "
        case Dates(since, until):
            day = source.work.published
            return bool(day and (not since or since <= day.earliest) and (not until or day.latest <= until))
    return any(places(query, part) for _, part in blocks(source, title=title))


def places(term, part):
    """Where in one block the term stands: (start, end) within the block."""
    words = list(tokens(part))
    if isinstance(term, Prefix):
        return [(w.start, w.end) for w in words if part[w.start : w.end].lower().startswith(term.letters)]
    longer = [run for phrase in term.unless for run in _runs(phrase, words, part)]
    runs = [run for phrase in term.phrases for run in _runs(phrase, words, part)]
    free = [run for run in runs if not any(a <= run[0] and run[-1] <= z for a, *_, z in (_ends(r) for r in longer))]
    return [(words[run[0]].start, words[run[-1]].end) for run in free]


def _ends(run):
    return run[0], run[-1]


def _runs(phrase, words, part):
    said = [part[w.start : w.end].lower() if phrase.literal else w.stem for w in words]
    size = len(phrase.words)
    if not phrase.slop:
        return [tuple(range(i, i + size)) for i in range(len(said)) if tuple(said[i : i + size]) == phrase.words]
    return [
        run
        for run in combinations(range(len(said)), size)
        if tuple(said[i] for i in run) == phrase.words and run[-1] - run[0] + 1 <= size + phrase.slop
    ]


def _words(text):
    return " ".join(text[token.start : token.end].lower() for token in tokens(text))
