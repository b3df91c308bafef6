"""Numbers of things, in words."""

_HISSING = ("s", "x", "z", "ch", "sh")


def count(number: int, thing: str) -> str:
    """Give a number of things: "1 source", "2 sources", "3 copies", "4 addresses"."""
    return f"{number} {thing if number == 1 else _many(thing)}"


def _many(thing: str) -> str:
    """Give the plural of a noun by the rules of English spelling; no word that a command says is an exception."""
    if thing.endswith("y") and thing[-2:-1] not in "aeiou":
        return f"{thing[:-1]}ies"
    return f"{thing}{'es' if thing.endswith(_HISSING) else 's'}"
