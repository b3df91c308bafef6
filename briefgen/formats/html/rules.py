"""The rules of the style sheets that stand in a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from cssselect2 import SelectorError, compile_selector_list
from tinycss2.ast import AtRule, Node, QualifiedRule

from briefgen.errors import UnreadableError
from briefgen.formats.html.looks import Declared, declared, is_deep
from briefgen.formats.html.opened import FILE, Element

ALWAYS = ""
"""The condition of a rule that holds whatever the page is shown on."""
_LARGEST = 2_000_000
"""Characters of all sheets of a page."""
_LONGEST = 20_000
"""Characters of the selectors of a rule; nobody writes longer ones, and what stands within others grows."""
_COMBINATOR, _DEEPEST = re.compile(r"[\s>+~]+"), 32
"""What leads from one element to another, and how often it does in one selector: tests stand in one another."""
_WITHIN = frozenset(("media", "supports", "layer", "container", "scope", "starting-style", "document", "-moz-document"))
_UNSURE = frozenset({"noscript", "template"})


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What is said of all elements that `selectors` mean, where `condition` holds."""

    selectors: tuple[Any, ...]
    said: tuple[Declared, ...]
    condition: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Nodes that stand in a sheet, or within a rule whose selectors are `around`."""

    nodes: tuple[Node, ...]
    condition: str = ALWAYS
    around: str = ""


def is_complete(root: Element) -> bool:
    """Say whether no style sheet of a page stands elsewhere."""
    links = (one.get("rel", "").lower().split() for one in root.iter("link"))
    return not any("stylesheet" in rel for rel in links) and not any(
        "@import" in css.lower() for css, _ in _sheets(root)
    )


def rules(root: Element) -> tuple[Rule, ...]:
    """Give all rules of the sheets of a page that say anything of what is seen, in their order.

    Rules whose selectors nobody can read are left out. Raises UnreadableError for sheets that are too large.
    """
    sheets = [*_sheets(root)]
    if sum(len(css) for css, _ in sheets) > _LARGEST:
        raise UnreadableError(FILE, f"has style sheets of more than {_LARGEST:,} characters")
    if any(is_deep(css) for css, _ in sheets):
        raise UnreadableError(FILE, "has style sheets whose brackets stand too deep in one another")
    parsed = (_Block(tuple(tinycss2.parse_stylesheet(css)), condition) for css, condition in sheets)
    return tuple(rule for sheet in parsed for rule in _rules(sheet))


def _sheets(root: Element) -> Iterator[tuple[str, str]]:
    """Give the sheets of a page, each with its condition."""
    for one in root.iter("style"):
        if one.get("type", "text/css").strip().lower() in {"", "text/css"}:
            around = " ".join(str(each.tag) for each in one.iterancestors() if each.tag in _UNSURE)
            yield one.text or "", _both(around, _medium(one.get("media", "")))


def _medium(said: str) -> str:
    """Give the condition that a medium is."""
    said = " ".join(said.lower().split())
    return ALWAYS if said in {"", "all"} else said


def _both(one: str, other: str) -> str:
    return " and ".join(filter(None, (one, other)))


def _rules(sheet: _Block) -> Iterator[Rule]:
    """Give the rules of a sheet with those within them, in their order."""
    waiting = [sheet]
    while waiting:
        block = waiting.pop()
        if block.around and (told := declared(block.nodes)):
            yield _meant(block, told)
        inner = (_within(node, block) for node in block.nodes)
        waiting.extend(reversed([one for one in inner if one]))


def _within(node: Node, block: _Block) -> _Block | None:
    """Give what stands within a rule, or within a condition."""
    if isinstance(node, QualifiedRule):
        around = _joined(block.around, node.prelude)
        inner = tinycss2.parse_blocks_contents(node.content) if 0 < len(around) <= _LONGEST else ()
        return _Block(tuple(inner), block.condition, around)
    if isinstance(node, AtRule) and node.content is not None and node.lower_at_keyword in _WITHIN:
        name, prelude = node.lower_at_keyword, tinycss2.serialize(node.prelude)
        told = _medium(prelude) if name == "media" else f"{name} {prelude}"
        parse = tinycss2.parse_blocks_contents if block.around else tinycss2.parse_rule_list
        return _Block(tuple(parse(node.content)), _both(block.condition, told), block.around)
    return None


def _joined(around: str, prelude: Sequence[Node]) -> str:
    """Give the selectors of a rule, as those of one that stands in no other (CSS Nesting 1, 3)."""
    return ",".join(_nested(f":is({around})", part) if around else _written(part) for part in _parts(prelude))


def _parts(selectors: Iterable[Node]) -> Sequence[Sequence[Node]]:
    """Give the selectors that commas part."""
    parts: list[list[Node]] = [[]]
    for one in selectors:
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    return parts


def _nested(whole: str, part: Sequence[Node]) -> str:
    said = "".join(whole if one == "&" else tinycss2.serialize([one]) for one in part).strip()
    return said if "&" in part else f"{whole} {said}"


def _written(part: Sequence[Node]) -> str:
    return str(tinycss2.serialize(part)).strip()


def _meant(block: _Block, told: tuple[Declared, ...]) -> Rule:
    """Give a rule; where not all its selectors can be read, nobody knows whether a browser heeds the others."""
    parts = [_written(part) for part in _parts(tinycss2.parse_component_value_list(block.around))]
    compiled = [_compiled(part) for part in parts]
    condition = block.condition if all(compiled) else _both(block.condition, "if the selectors are known")
    return Rule(tuple(one for each in compiled for one in each), told, condition)


def _compiled(selector: str) -> tuple[Any, ...]:
    if len(_COMBINATOR.findall(selector)) > _DEEPEST:
        return ()
    try:
        return tuple(compile_selector_list(selector))
    except (SelectorError, NotImplementedError, SyntaxError, RecursionError, MemoryError):
        # Nothing that is known, or too deep for the compiler that the library hands it to.
        return ()
