"""What the style sheets in a page say of its elements, written at the elements themselves.

All that looks at the page afterwards finds it there, beside what the elements say of their own looks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefgen.formats.html.colors import WHITE, color, laid
from briefgen.formats.html.looks import DOUBTFUL, UNKNOWN, Declared, said, together, written
from briefgen.formats.html.matching import matched
from briefgen.formats.html.opened import Element
from briefgen.formats.html.rules import ALWAYS, Rule, rules
from briefgen.formats.html.sight import FAINT, INLINE, is_unseen, seen
from briefgen.formats.printed.sight import UNREAD, unread

_MOST = 32
"""Conditions that are looked at one by one; those beyond are taken to hold together."""
_VARIABLE = re.compile(r"var\((--[^,()\s]+)(?:,([^()]*))?\)")
_DEEPEST, _LONGEST = 8, 1_024
"""How often a value is put in for a name, and how long it may become (characters)."""
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BREAK = re.compile(r"\\[acd] ")
"""How a string breaks a line."""
_WORKED_OUT = re.compile(r"(?:attr|counters?|var|target-[a-z]+)\(")
_TOLD_OTHERWISE = f"{DOUBTFUL}:1"
_DARK = re.compile(r"^[^,]*prefers-color-scheme: ?dark\)[^,]*$")
_BESIDE, _PARTS = ("before", "after"), frozenset(("", "first-line", "first-letter"))
"""The parts of an element that hold words of a sheet, and those that are words of its own."""
_EMPTY = frozenset(("br", "col", "embed", "hr", "img", "input", "wbr"))
"""Elements that are shown and hold nothing: nothing is put before or after what is in them."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is said of an element: by rules, each of it or a part of it, the strongest last, and by its own style."""

    rules: Sequence[tuple[str, Rule]]
    own: Sequence[Declared] = ()

    def conditions(self) -> Iterator[str]:
        """Give the conditions on which anything more is said of it; a part that is no element makes one too."""
        return (_condition(part, rule) for part, rule in self.rules)

    def told(self, conditions: frozenset[str]) -> Iterator[Declared]:
        """Give all that is said where no conditions hold but these, the strongest last."""
        for part, rule in self.rules:
            if _condition(part, rule) in conditions:
                yield from rule.said
        yield from self.own


def heed(root: Element) -> None:
    """Write at each element what the style sheets of its page say of it.

    What they say whatever the page is shown on is what the cascade makes of it (CSS Cascade 4, 6). Where it depends (on
    paper, on a narrow screen) how words in a line are seen, they become doubtful; a block is taken to be shown if it
    ever is. Words that a sheet adds are put in as letters that nobody can tell. Raises UnreadableError for sheets that
    are too large or ask for too much work.
    """
    _seat_rows(root)
    found = matched(root, rules(root))
    values = _values(root, found)
    page = {
        element: _Heard([one for one in heard if one[0] in _PARTS], own)
        for element, heard in found.items()
        if (own := said(element.get("style", ""))) != UNKNOWN
    }
    for element, heard in page.items():
        _set(element, heard, frozenset({ALWAYS}), values)
    changed = [each for conditions, touched in _touched(page) for each in _changed(page, touched, conditions, values)]
    for element, style in sorted(changed, key=lambda each: each[1] == _TOLD_OTHERWISE):
        element.set("style", style)
    for element, matching in found.items():
        if element.tag not in _EMPTY and not is_unseen(element):
            _add(element, matching, values)


def _seat_rows(root: Element) -> None:
    """Put rows into the bodies of their tables, as browsers do before selectors are matched (HTML, 13.2.6.4.9)."""
    for table in [*root.iter("table")]:
        body = None
        for child in [*table]:
            if child.tag != "tr":
                body = None
                continue
            if body is None:
                body = table.makeelement("tbody")
                child.addprevious(body)
            body.append(child)


def _condition(part: str, rule: Rule) -> str:
    return rule.condition if part in {"", *_BESIDE} else f"::{part} {rule.condition}"


def _touched(page: Mapping[Element, _Heard]) -> Iterator[tuple[frozenset[str], Sequence[Element]]]:
    """Give the conditions that are looked at together, and the elements of which they say anything."""
    held: dict[str, dict[Element, None]] = {}
    for element, heard in page.items():
        for condition in heard.conditions():
            held.setdefault(condition, {})[element] = None
    held.pop(ALWAYS, None)
    order = [*held]
    for group in (*([one] for one in order[:_MOST]), order[_MOST:]):
        yield frozenset(group), [*dict.fromkeys(element for one in group for element in held[one])]


def _changed(
    page: Mapping[Element, _Heard],
    touched: Sequence[Element],
    conditions: frozenset[str],
    values: Mapping[str, Sequence[str]],
) -> list[tuple[Element, str]]:
    """Give the elements that are seen otherwise on some conditions, each with the style that is to stand there."""
    before = [(element, element.get("style", ""), is_unseen(element), _sight(element)) for element in touched]
    for element in touched:
        _set(element, page[element], conditions | {ALWAYS}, values)
    is_part = any(one.startswith("::") for one in conditions)
    changed = []
    for element, _, was_unseen, was_seen in before:
        is_gone = is_unseen(element)
        if is_gone != was_unseen and element.tag not in INLINE and not is_part:
            if was_unseen:
                changed.append((element, element.get("style", "")))
        elif (is_gone, _sight(element)) != (was_unseen, was_seen):
            changed.append((element, _TOLD_OTHERWISE))
    for element, style, _, _ in before:
        element.set("style", style)
    return changed


def _sight(element: Element) -> str:
    """Say how an element is seen; what is behind a block may change with what its letters say within it."""
    sight = seen(element)
    return "" if sight == FAINT and element.tag not in INLINE else sight


def _set(element: Element, heard: _Heard, conditions: frozenset[str], values: Mapping[str, Sequence[str]]) -> None:
    element.set("style", written(_worth(heard.told(conditions), values)))


def _worth(told: Iterator[Declared], values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    held = {name: _resolved(name, value, values) for name, value in together(told).items()}
    if "background-color" in held:
        held["background-color"] = laid(held["background-color"]) or "transparent"
    return held


def _values(root: Element, found: Mapping[Element, Sequence[tuple[str, Rule]]]) -> Mapping[str, Sequence[str]]:
    """Give all values that names of the page's own (`--name`) have anywhere in it.

    Letters that are dark elsewhere may be pale on dark screens: what is behind them changes there too.
    """
    sheets = dict.fromkeys(rule for heard in found.values() for _, rule in heard)
    own = (said(one.get("style", "")) for one in root.iter() if "--" in one.get("style", ""))
    held = _named((*(rule.said for rule in sheets if not _DARK.search(rule.condition)), *own))
    for name, values in _named(rule.said for rule in sheets if _DARK.search(rule.condition)).items():
        usual = held.get(name, ())
        is_dark = bool(usual) and not any(map(_is_pale, usual))
        held[name] = tuple(dict.fromkeys((*usual, *(one for one in values if not (is_dark and _is_pale(one))))))
    return held


def _named(told: Iterable[Sequence[Declared]]) -> dict[str, Sequence[str]]:
    held: dict[str, dict[str, None]] = {}
    for one in chain.from_iterable(told):
        if one.name.startswith("--"):
            held.setdefault(one.name, {})[one.value] = None
    return {name: tuple(values) for name, values in held.items()}


def _resolved(name: str, value: str, values: Mapping[str, Sequence[str]]) -> str:
    """Put in the values of names. Which of several holds is not worked out; for a colour, any will do that is seen.

    A colour whose name has no value here has it from a sheet elsewhere, or is that of the letters around.
    """
    for _ in range(_DEEPEST):
        variable = _VARIABLE.search(value)
        known = values.get(variable[1], ()) if variable else ()
        if variable and not known and variable[2]:
            known = (variable[2].strip(),)
        elif variable and not known and name == "color":
            return "inherit"
        is_told = len(known) == 1 or (name == "color" and not any(map(_is_pale, known)))
        if not (variable and known and is_told) or len(value) > _LONGEST:
            break
        value = f"{value[: variable.start()]}{known[0]}{value[variable.end() :]}"
    return value


def _is_pale(value: str) -> bool:
    found = color(value)
    return found.is_near(WHITE) if found else "(" in value


def _add(element: Element, matching: Sequence[tuple[str, Rule]], values: Mapping[str, Sequence[str]]) -> None:
    """Put in the words that sheets add before and after what is in an element."""
    before, after = (_added(_Heard([one for one in matching if one[0] == part]), values) for part in _BESIDE)
    if before:
        element.text = before + (element.text or "")
    if after and len(element):
        element[-1].tail = (element[-1].tail or "") + after
    elif after:
        element.text = (element.text or "") + after


def _added(heard: _Heard, values: Mapping[str, Sequence[str]]) -> str:
    """Give the words that rules for such a part put there on any condition, as letters that nobody can tell."""
    for condition in dict.fromkeys((ALWAYS, *heard.conditions())):
        looks = _worth(heard.told(frozenset({ALWAYS, condition})), values)
        content = looks.get("content", "none") if looks.get("display") != "none" else "none"
        words = UNREAD if _WORKED_OUT.search(content) else ""
        words += "".join(map(unread, _STRING.findall(_BREAK.sub(" ", content))))
        if UNREAD in words:
            return words
    return ""
