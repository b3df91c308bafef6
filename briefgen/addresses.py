"""Where a link of a finished file may lead."""

import re
from urllib.parse import urlsplit

from briefgen.text import canonicalise

_LONGEST = 2000
"""Word takes an address of some 2,080 characters and calls a file with a longer one unreadable."""
_UNSAFE = re.compile(r'[\x00-\x20"<>\\^`{|}]')


def safe_address(href: str) -> str:
    """Give the address of an external link as a file may hold it (RFC 3986), or nothing for any other.

    Only http, https and mailto are links; characters that no address may hold are percent-encoded.
    """
    address = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", canonicalise(href).strip())
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - a port that is no number raises here
    except ValueError:
        return ""
    leads = {"http": parts.hostname, "https": parts.hostname, "mailto": parts.path}.get(parts.scheme)
    return address if leads and len(address) <= _LONGEST else ""
