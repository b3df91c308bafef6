"""Mail: a brief's letter, and the message that each recipient gets. Pure: nothing is sent here."""

import ipaddress
from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.mail.mailbox import mailbox

if TYPE_CHECKING:
    from briefgen.mail.letters import Letter, dump, letter, load
    from briefgen.mail.messages import draft, message

__all__ = ["Letter", "draft", "dump", "is_loopback", "letter", "load", "mailbox", "message"]

_LATER = {
    **dict.fromkeys(("Letter", "dump", "letter", "load"), "letters"),
    **dict.fromkeys(("draft", "message"), "messages"),
}
"""A config asks for addresses alone, and need not load what letters are made with."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine by its name alone: `localhost` (RFC 6761) or a number of the loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
