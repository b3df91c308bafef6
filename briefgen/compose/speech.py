"""What things print as, and what they weigh."""

from collections.abc import Sized
from datetime import date

from jinja2.runtime import Undefined

from briefgen.compose.limits import Limits
from briefgen.compose.refusal import Refusal
from briefgen.compose.values import Quotable, Value, Words
from briefgen.model.source import Published


def printed(value: object) -> str:
    """Give what `{{ value }}` prints; nothing is printed for None. Raises Refusal for what has no words of its own."""
    if isinstance(value, Quotable):
        return value.whole()
    if isinstance(value, str | Value | Undefined):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, int | float | date | Published) and not isinstance(value, bool):
        return str(value)
    raise Refusal(f"{_kind(value)} cannot be printed; print a part of it, or use it in a condition")


def joined(value: object) -> str:
    """Give what a thing is among other words; an excerpt cannot be among them."""
    return str(value) if isinstance(value, Quotable) else printed(value)


def weigh(value: object, limits: Limits) -> None:
    """Count what it may cost to look through a thing: its characters, or its parts and theirs."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str | Words):
            limits.steps(1 + len(each) // 1000)
        elif isinstance(each, list | tuple | set | frozenset):
            limits.steps(1 + len(each))
            waiting.extend(each)
        elif isinstance(each, dict):
            limits.steps(1 + len(each))
            waiting.extend(each.values())
        else:
            limits.steps(1 + (len(each) if isinstance(each, range) else 0))


def size(value: object) -> int:
    """Give the number of turns of a loop over a thing. Raises Refusal where there can be no loop."""
    if isinstance(value, Undefined):
        return len(str(value))  # raises, and names what is undefined
    if isinstance(value, Sized) and not isinstance(value, Words):
        return len(value)
    raise Refusal(f"there is nothing to loop over in {_kind(value)}")


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Value):
        return value.kind
    return {"bool": "true or false", "int": "a number", "tuple": "a list", "list": "a list"}.get(
        type(value).__name__, f"this ({type(value).__name__})"
    )
