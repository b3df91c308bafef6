"""Mail addresses as people write them: `desk@port.example`, or `The Desk <desk@port.example>`."""

import re

from briefgen.errors import AddressError
from briefgen.model.delivering import Mailbox
from briefgen.text import display

# RFC 5322, section 3.2.3 (dot-atom), and RFC 1035, section 2.3.1, with digits first (RFC 1123, section 2.1).
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST_LOCAL, _LONGEST, _LONGEST_NAME = 64, 254, 200
"""Octets: RFC 5321, section 4.5.3.1. The name's limit is ours."""
_WRITE = "write desk@port.example, or The Desk <desk@port.example>"


def mailbox(written: str) -> Mailbox:
    """Give the address, and the name beside it, that somebody wrote.

    Quotation marks around the name go. A domain in other letters becomes ASCII (IDNA, RFC 3490); a local part must be
    ASCII, since many servers take no other (RFC 6531). Raises AddressError.
    """
    if found := _CONTROL.search(written.strip()):
        raise AddressError(found.start() + 1, "an address holds a line break or a control character", _WRITE)
    text = written.strip()
    name, bracket, rest = text.rpartition("<")
    if not bracket:
        return Mailbox(_address(text, 1))
    if not rest.endswith(">"):
        raise AddressError(len(written), "an address begins with < and does not end with >", _WRITE)
    named = display(name.strip().removeprefix('"').removesuffix('"').replace('\\"', '"'))
    if len(named) > _LONGEST_NAME:
        raise AddressError(1, f"a name has {len(named)} characters", f"at most {_LONGEST_NAME} are taken")
    return Mailbox(_address(rest[:-1].strip(), written.index("<") + 2), named)


def _address(address: str, column: int) -> str:
    local, at, domain = address.rpartition("@")
    if not at:
        raise AddressError(column, f"{_shown(address)} is no mail address", _WRITE)
    if not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        wrong = f"{_shown(address)} is no mail address: what stands before the @ cannot be {_shown(local)}"
        right = "one address an item, in letters, digits and signs of ASCII"
        raise AddressError(column, wrong, right)
    domain = _domain(domain, column + len(local) + 1)
    if len(local) + 1 + len(domain) > _LONGEST:
        wrong = f"{_shown(address)} has more than {_LONGEST} characters"
        raise AddressError(column, wrong, "no mail can go there")
    return f"{local}@{domain}"


def _domain(domain: str, column: int) -> str:
    try:
        ascii_domain = domain.encode("idna").decode()
    except UnicodeError:
        ascii_domain = ""
    labels = ascii_domain.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        wrong = f"what stands after the @ cannot be {_shown(domain)}"
        raise AddressError(column, wrong, "write the name of a host: port.example")
    return ascii_domain


def _shown(text: str) -> str:
    text = display(text)
    return "empty" if not text else text if len(text) <= 60 else text[:60] + "…"
