"""What Python says of a template's mistake, in words for the template's author."""

import re

_LIST = "a list is wanted here, such as brief.excerpts, and not {}"
_GIVEN = "a function, filter or macro is given too little, too much or the wrong thing; docs/templates.md has examples"
_SAYINGS = (
    (r"'(.+)' object is not iterable", _LIST),
    (r"cannot unpack non-iterable (.+) object", _LIST),
    (r"argument of type '(.+)' is not .+", _LIST),
    (r"object of type '(.+)' has no len\(\)", "{} has no length; a list and words have one"),
    (r"'(.+)' object is not callable", "{} cannot be called; functions and macros can"),
    (
        r"'.+' not supported between instances of '(.+)' and '(.+)'",
        "{} and {} cannot be put in order; only numbers can, or dates, or words, among their like",
    ),
    (r".+ values to unpack .+", "there are not as many names here as each entry has parts"),
    (r".+ by zero", "nothing can be divided by zero; ask first, with {{% if … %}}"),
    (r".*\(\) arg 3 must not be zero", "range cannot go on in steps of zero"),
    (r".+\(\) (?:missing|takes|got) .+|range expected .+|macro '.+' takes .+", _GIVEN),
    (r"Exceeds the limit .+", "such large numbers are not for templates"),
    (r"'(.+)' object cannot be interpreted as an integer", "a whole number is wanted here, and not {}"),
    (r"slice indices must be .+", "a slice wants whole numbers, such as [:3]"),
    (r"bad operand type for unary .+: '(.+)'", "a sign is for numbers, and not for {}"),
    (r"unhashable type: '(.+)'", "{} cannot be a key here, nor be told from its like; take one of its parts"),
    (r"not all arguments converted .+", "even, odd and divisibleby ask about a number"),
    (r"too many statically nested blocks.*", "loops and conditions are nested too deeply"),
)
_KINDS = {
    "int": "a number",
    "float": "a number",
    "str": "text",
    "Words": "a piece of text",
    "Prose": "a piece of Markdown",
    "Thing": "a thing with fields",
    "Quotable": "an excerpt",
    "NoneType": "nothing",
    "bool": "true or false",
    "tuple": "a list",
    "list": "a list",
    "dict": "a table",
    "function": "a function",
    "datetime.date": "a date",
    "Published": "a date",
}


def plainly(error: Exception) -> str:
    """Say what is wrong, and what would be right, where Python raised an error; else in its own words."""
    said = str(error)
    for pattern, words in _SAYINGS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return words.format(*(_KINDS.get(kind, f"this ({kind})") for kind in found.groups()))
    return f"this cannot be worked out: {said or type(error).__name__}"
