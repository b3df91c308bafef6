"""A letter: all that the mail of an edition says, but for whom one message of it is for."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from briefgen.errors import RecordError
from briefgen.mail.page import page
from briefgen.mail.plain import plain
from briefgen.model.delivering import Email, Mailbox
from briefgen.model.tree import Tree
from briefgen.text import display

_LONGEST_SUBJECT = 250
"""Characters: lists of mails show some 80, and servers cut what is very long."""
_MAILBOXES = ("to", "cc", "reply_to")
_LISTS = ("unsubscribe", "attach")


@dataclass(frozen=True, slots=True)
class Letter:
    """What every message of an edition has in common; `text` and `html` say the same.

    `attach` names the formats of the files that go with it. Those who get it unseen (Bcc) are nowhere in it.
    """

    sender: Mailbox
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    reply_to: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str
    list_id: str = ""
    unsubscribe: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()


def letter(subject: Tree, body: Tree, email: Email, language: str) -> Letter:
    """Give the letter of a brief: `subject` and `body` are what their templates made, `language` is the brief's."""
    said = display(plain(subject))
    line = said if len(said) <= _LONGEST_SUBJECT else said[: _LONGEST_SUBJECT - 1].rstrip() + "…"
    return Letter(
        sender=email.sender,
        to=email.to,
        cc=email.cc,
        reply_to=email.reply_to,
        subject=line,
        text=plain(body),
        html=page(body, line, language),
        list_id=email.list_id,
        unsubscribe=email.unsubscribe,
        attach=email.attach,
    )


def dump(letter: Letter) -> bytes:
    """Give a letter as JSON, to be kept with its edition."""
    return json.dumps(asdict(letter), ensure_ascii=False, sort_keys=True).encode()


def load(data: bytes) -> Letter:
    """Give the letter that `dump` wrote. Raises RecordError for anything else."""
    try:
        given: dict[str, Any] = json.loads(data)
        sender = Mailbox(**given.pop("sender"))
        lists: dict[str, Any] = {name: tuple(given.pop(name)) for name in _LISTS}
        boxes: dict[str, Any] = {name: tuple(Mailbox(**each) for each in given.pop(name)) for name in _MAILBOXES}
        return Letter(sender, **boxes, **lists, **given)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RecordError("letter", f"it cannot be read ({error})") from error
