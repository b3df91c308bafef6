"""What a person wrote into a brief, by its sections; and what stands otherwise there, and is not theirs to write."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.edited.aligning import Aligned, align
from briefgen.edited.recognising import recognised
from briefgen.edited.regions import Region, built, edited, folded
from briefgen.model.claim import Change
from briefgen.model.outline import Other, Outline, Standing, Told
from briefgen.model.record import Recorded
from briefgen.text import display

_SHOWN = 80
"""Characters that say which words are meant."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a person's prose: its key, the heading it stands under, and the paragraphs that it holds."""

    key: str
    heading: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A person's prose in a section: as the file that was built gives it, and as it is now."""

    key: str
    before: tuple[Told, ...]
    after: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed: prose by section, the excerpts by section before and after, and what else, in plain words."""

    written: tuple[Written, ...]
    before: tuple[Region, ...]
    after: tuple[Region, ...]
    others: tuple[str, ...]


def changes(before: Outline, after: Outline, slots: Sequence[Slot], known: Sequence[Recorded]) -> Changes:
    """Compare a brief as it was built with the same as it was edited.

    `known` are the excerpts as they were printed. Raises ValueError for a file that holds none of them, or is too long
    to be compared.
    """
    own = {slot.key: slot.words for slot in slots}
    after = recognised(after, known)
    old, printed = built(before, {folded(slot.heading): slot.key for slot in slots}, own)
    new, renamed = edited(after, old, printed)
    written, others = [], [f"the heading “{was}” is now “{now}”" for was, now in renamed]
    others += _sections(old, new)
    for slot in slots:
        was, now = (_told(regions, slot.key) for regions in (old, new))
        is_own = _is_own(was, slot.words)
        aligned = align([each.words for each in was], is_own, [each.words for each in now])
        mine = tuple(each for each, own_words in zip(was, is_own, strict=True) if own_words)
        written.append(Written(slot.key, mine, tuple(now[at] for at in aligned.own)))
        others += _printed(aligned)
    others += [*_elsewhere(old, new), *_pointing(written), *_quotations(after, known), *_rest(before, after)]
    return Changes(tuple(written), tuple(old), tuple(new), (*others, *_pending(after)))


def shown(words: str) -> str:
    """Give words as a message quotes them."""
    one = display(words)
    return f"“{one}”" if len(one) <= _SHOWN else f"“{one[:_SHOWN].rstrip()}…”"


def _told(regions: Sequence[Region], key: str) -> list[Told]:
    return [each for region in regions if region.key == key for each in region.told]


def _is_own(told: Sequence[Told], words: Sequence[str]) -> list[bool]:
    left = Counter(words)
    found = []
    for each in told:
        found.append(left[display(each.words)] > 0)
        left[display(each.words)] -= 1
    return found


def _sections(old: Sequence[Region], new: Sequence[Region]) -> Iterator[str]:
    """Say which sections are gone, are new, or stand in another order."""
    was, now = ([region.key for region in regions if region.key] for regions in (old, new))
    for region in old:
        if region.key and region.key not in now:
            yield f"the section “{region.heading}” is gone; a topic is taken out in the config"
    if [key for key in was if key in now] != list(dict.fromkeys(now)):
        yield "the sections stand in another order; that of the topics is the config's"
    headings = {folded(region.heading) for region in old}
    for region in new:
        if not region.key and folded(region.heading) not in headings:
            yield f"“{region.heading}” is a section that the config has no topic for"


def _printed(aligned: Aligned) -> Iterator[str]:
    """Say what became of the paragraphs that the template prints."""
    for was, now in aligned.changed:
        yield f"{shown(was)} is now {shown(now)}" if now else f"{shown(was)} is gone"


def _elsewhere(old: Sequence[Region], new: Sequence[Region]) -> Iterator[str]:
    """Say what prose stands where no prose of a person's has a place."""
    was, now = (Counter((r.heading, t.words) for r in regions if not r.key for t in r.told) for regions in (old, new))
    for heading, words in now - was:
        yield f"{shown(words)} stands {f'under “{heading}”' if heading else 'at the top'}, where a config has no prose"
    for _, words in was - now:
        yield f"{shown(words)} is gone"


def _pointing(written: Sequence[Written]) -> Iterator[str]:
    for each in (told for one in written for told in one.after if told.pointing):
        yield f"{each.place}: a reference to the note of an excerpt is left out of {shown(each.words)}"


def _quotations(after: Outline, known: Sequence[Recorded]) -> Iterator[str]:
    """Say which quotations, notes and source lines have other words than they were printed with."""
    rows: Mapping[str, Recorded] = {each.excerpt: each for each in known}
    standing = (item for part in after.parts for item in part.items if isinstance(item, Standing))
    for each in standing:
        row = rows.get(each.excerpt)
        if row is None:
            yield f"{each.place}: {shown(each.words)} is a quotation that this brief did not print"
            continue
        if each.words != display(row.words):
            yield f"excerpt {row.number} has other words: {shown(each.words)}; widen or narrow it with `briefgen pick`"
        if each.note != display(row.note):
            yield f"the note of excerpt {row.number} is now {shown(each.note)}"
        if row.line and each.line != display(row.line):
            yield f"the line under excerpt {row.number} is now {shown(each.line)}"


def _rest(before: Outline, after: Outline) -> Iterator[str]:
    was, now = (
        Counter(item.words for part in outline.parts for item in part.items if isinstance(item, Other))
        for outline in (before, after)
    )
    for words in now - was:
        yield f"{shown(words)} is new, or was changed"
    for words in was - now:
        yield f"{shown(words)} is gone, or was changed"
    if more := after.pictures - before.pictures:
        what = f"{abs(more)} picture{' is' if abs(more) == 1 else 's are'}"
        yield f"{what} new, and none comes back" if more > 0 else f"{what} gone"


def _pending(after: Outline) -> Iterator[str]:
    tracked = sum(each.change is not Change.COMMENT for each in after.pending)
    if tracked:
        yield f"{tracked} tracked change{'s were' if tracked > 1 else ' was'} read as if accepted"
    for each in after.pending:
        if each.change is Change.COMMENT:
            yield f"a comment{f' by {each.author}' if each.author else ''}: {shown(each.words)}"
