"""An outline by the sections of a brief: what belongs to a topic, under its heading and those below it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.model.outline import Form, Outline, Part, Standing, Told
from briefgen.model.tree import Text
from briefgen.text import display


@dataclass(slots=True)
class Region:
    """All that stands in a section, or under another heading: `key` is that of the topic, empty for others."""

    heading: str
    key: str = ""
    told: list[Told] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)


def folded(words: str) -> str:
    """Give a heading as headings are compared."""
    return display(words).casefold()


def built(outline: Outline, keys: Mapping[str, str], own: Mapping[str, Sequence[str]]) -> tuple[list[Region], set[str]]:
    """Give the sections of a brief as it was built, and the headings that the template prints.

    `keys` gives the key of a section by its folded heading; `own` are by key the paragraphs that a person wrote:
    headings among them are prose.
    """
    regions: list[Region] = []
    printed: set[str] = set()
    level = 0
    for part in outline.parts:
        heading = folded(part.heading)
        is_deeper = bool(regions) and part.level > level > 0
        if is_deeper and display(part.heading) in own.get(regions[-1].key, ()):
            _add(regions[-1], part, part.level - level)
            continue
        printed.add(heading)
        if not is_deeper:
            regions.append(Region(part.heading, keys.get(heading, "")))
            level = part.level
        _add(regions[-1], part)
    return regions, printed


def edited(outline: Outline, before: Sequence[Region], printed: set[str]) -> tuple[list[Region], list[tuple[str, str]]]:
    """Give the sections of the brief as it was edited, and pairs of headings, before and after.

    A heading that nobody knows, below that of a section, is a person's own; one at its height stands where the next
    known one is missing, and then it is that one, or a section of its own.
    """
    known = _known(before)
    there = {folded(part.heading) for part in outline.parts}
    regions: list[Region] = []
    renamed: list[tuple[str, str]] = []
    level, last = 0, -1
    for part in outline.parts:
        heading = folded(part.heading)
        at = known.get(heading)
        if at is None and regions and part.level > level > 0:
            _add(regions[-1], part, 0 if heading in printed else part.level - level)
            continue
        if at is None and last + 1 < len(before) and folded(before[last + 1].heading) not in there:
            at = last + 1
            renamed.append((before[at].heading, part.heading))
        regions.append(Region(part.heading, "" if at is None else before[at].key))
        level, last = part.level, last if at is None else at
        _add(regions[-1], part)
    return regions, renamed


def _known(before: Sequence[Region]) -> dict[str, int]:
    counted = Counter(folded(each.heading) for each in before)
    return {folded(each.heading): at for at, each in enumerate(before) if counted[folded(each.heading)] == 1}


def _add(region: Region, part: Part, depth: int = 0) -> None:
    """Add a part to a section; with a `depth`, its heading is prose."""
    if depth:
        words = display(part.heading)
        region.told.append(Told(words, (Text(words),), Form.HEADING, depth))
    region.told += part.told
    region.standing += [each for each in part.items if isinstance(each, Standing)]
