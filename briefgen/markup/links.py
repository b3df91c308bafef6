"""What may be the target of a link."""

import re
from urllib.parse import quote

_OPENS = re.compile(r"https?://\S|mailto:\S|#\S", re.IGNORECASE)
_UNSAFE = re.compile(r"""[\s<>"'\\`|{}^\[\]\x7f-\x9f]|%(?![0-9A-Fa-f]{2})""")
"""What a URL cannot hold (RFC 3986, section 2), and the apostrophe, which Python-Markdown takes for a title's."""


def target(written: str) -> str:
    """Give `written` as the target of a link, empty if it cannot be one.

    Only `http:`, `https:`, `mailto:` and `#anchor` make links. What a URL cannot hold is percent-encoded, and so are
    parentheses that do not pair; letters of any script stay as they are.
    """
    url = written.strip()
    if not _OPENS.match(url):
        return ""
    url = _UNSAFE.sub(_encoded, url)
    return url if _paired(url) else url.replace("(", "%28").replace(")", "%29")


def _encoded(character: re.Match[str]) -> str:
    return quote(character[0], safe="")


def _paired(url: str) -> bool:
    """Say whether the parentheses of `url` pair, none within another."""
    return not re.search(r"[()]", re.sub(r"\([^()]*\)", "", url))
