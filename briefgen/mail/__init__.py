"""Mail: a brief's letter, and the message that each recipient gets. Pure: nothing is sent here."""

import ipaddress

from briefgen.mail.letter import Letter, dump, letter, load
from briefgen.mail.mailbox import mailbox
from briefgen.mail.message import draft, message

__all__ = ["Letter", "draft", "dump", "is_loopback", "letter", "load", "mailbox", "message"]


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine by its name alone: `localhost` (RFC 6761) or a number of the loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
