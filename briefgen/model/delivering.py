"""What a config says of delivery: mail, folder and schedule, checked and with every default filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Whom mail is from or for: the address (ASCII), and the name beside it, empty for none."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """The SMTP server of a config. `security` is "starttls", "tls" (from the first byte) or "none" (loopback only).

    `ca_file` holds the certificates that are trusted in place of the system's. The password never stands here: it comes
    from the environment, from `password_file`, or from the keyring.
    """

    host: str
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """How a brief is mailed. `subject` is the text of a template, `body` the name of one; `attach` names formats.

    `list_id` is the identifier of a List-Id ("russia-brief.desk.example"), `unsubscribe` are addresses for
    List-Unsubscribe (mailto: or https:). A message of more than `largest_mb` megabytes is not sent.
    """

    sender: Mailbox
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    subject: str = "{{ brief.title }}, {{ brief.as_of|longdate }}"
    body: str = "mail"
    attach: tuple[str, ...] = ("docx",)
    list_id: str = ""
    unsubscribe: tuple[str, ...] = ()
    server: Server | None = None
    largest_mb: int = 25

    @property
    def everyone(self) -> tuple[Mailbox, ...]:
        """All who are served, each address once, in the order of to, cc and bcc."""
        return once((*self.to, *self.cc, *self.bcc))


def once(mailboxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    """Give each address once, where it stands first; whether letters are capitals makes no other address."""
    seen: dict[str, Mailbox] = {}
    for each in mailboxes:
        seen.setdefault(each.address.casefold(), each)
    return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a brief is built and delivered by itself: a cron expression in a time zone (its IANA name).

    `words` is how the user wrote it. `review` is whether an edition waits for approval. After an outage the last slot
    is caught up if it is no older than `catch_up`.
    """

    cron: str
    zone: str = "UTC"
    words: str = ""
    review: bool = False
    catch_up: timedelta = timedelta(days=6)
