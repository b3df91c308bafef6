r"""Words with a backslash or an entity where a Markdown reader would act on a character, and nowhere else.

What acts: CommonMark 0.31 with tables and notes, and Python-Markdown 3, whose rules differ: a heading needs no space
after its `#`, a list's number may have any script's digits, and a backslash escapes only ``\ ` * _ { } [ ] ( ) > # + -
. !`` and, in tables, `|`. Hence the entities.
"""

import re

_ANYWHERE = r"[\\`*] | (?<![^\W_]) _ | _ (?![^\W_])"  # a name_with_underscores needs none
_ENTITIES = r"<(?!\s) | &(?=\#[0-9Xx]|[0-9A-Za-z]+;) | ~(?=~) | (?<=~)~"
_LONE_BRACKET = r"\[ (?! (?<!\^\[) (?!\^) [^\[\]]{0,200} \] (?!\() )"  # [sic] needs none

_IN_TEXT = re.compile(f"(?P<slash> {_ANYWHERE} | {_LONE_BRACKET} ) | {_ENTITIES}", re.VERBOSE)
_PAIR = r"\[ (?<!\^\[) (?!\^) [^\[\]\\`*_<&~]{0,200} \] (?!\()"  # nor does it in a link, whose own brackets stay a pair
_DEFINING = r"\](?=:)"  # Python-Markdown would take what is before it for a definition's label, backslash or not
_IN_LINK = re.compile(
    rf"(?P<pair> {_PAIR}) | {_DEFINING} | (?P<slash> {_ANYWHERE} | [\[\]] ) | {_ENTITIES}", re.VERBOSE
)

_OPENING = re.compile(r"(?P<number>\d+)[.)](?=\s|\Z)|[#>]|[-+](?=\s|\Z)|-(?=[-\s]*\Z)|\[(?=[^\[\]]*\]:)")
_UNDERLINE = re.compile(r"[-=:|+\s]+")


def entity(character: str) -> str:
    """Give a character as an entity."""
    return {"<": "&lt;", "&": "&amp;"}.get(character, f"&#{ord(character)};")


def words(text: str, before: str = "", after: str = "", *, in_link: bool = False) -> str:
    """Give words so that nothing in them acts between the Markdown `before` and `after` them in their line."""
    head = _head(text, before)
    tail = _tail(text[len(head) > 0 :], after)
    inner = text[len(head) > 0 : len(text) - (len(tail) > 0)]
    return head + (_IN_LINK if in_link else _IN_TEXT).sub(_acting, inner) + tail


def opening(text: str, *, continues: bool) -> tuple[str, str]:
    """Give the beginning of a line's words so that it opens no block, and the words that are left.

    A line that `continues` a paragraph might also underline what stands above it.
    """
    if continues and _UNDERLINE.fullmatch(text):
        return entity(text[0]), text[1:]
    sign = _OPENING.match(text)
    if not sign:
        return "", text
    at = sign.end("number") if sign["number"] else 0
    return f"{text[:at]}\\{text[at]}", text[at + 1 :]


def _acting(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "pair":
            return found[0]
        case "slash":
            return f"\\{found[0]}"
    return entity(found[0])


def _head(text: str, before: str) -> str:
    """Give the first character as Markdown if it would act with what is before it: `[^1](`, `[^1]:`, `[` and `^`."""
    if text[:1] == "(" and before.endswith("]"):
        return "\\("
    if (text[:1] == ":" and before.endswith("]")) or (text[:1] == "^" and before == "["):
        return entity(text[0])
    return ""


def _tail(text: str, after: str) -> str:
    """Give the last character as Markdown if it would act with what is after it: `!` and a link, `^` and a bracket."""
    if text[-1:] == "!" and after.startswith("[") and not after.startswith("[^"):
        return "\\!"
    return entity("^") if text[-1:] == "^" and after.startswith("[") else ""
