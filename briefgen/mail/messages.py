"""A letter as the message of one recipient: the same bytes at every try.

Nothing in a message is of the moment: its date is when the edition was approved, its Message-ID and its boundaries are
made of the token that the delivery has. So a server, or a reader's program, that gets it twice can tell.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from email.headerregistry import Address, Group, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from hashlib import sha256

from briefgen.mail.letters import Letter
from briefgen.model.delivering import Mailbox

_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    "docx": ("application", _WORD),
    "md": ("text", "markdown"),
    "html": ("text", "html"),
    "pdf": ("application", "pdf"),
}
_ANY_TYPE = ("application", "octet-stream")
Attached = tuple[str, str, bytes]
"""A file that goes with a message: its name, its format and its bytes."""


class _Verbatim(UnstructuredHeader):
    """A header of addresses in angle brackets. The library would fold a long one in its middle, as encoded words."""

    def fold(self, *, policy: EmailPolicy) -> str:
        # The registry makes a class of this one and of BaseHeader, which has the name.
        parts = f",{policy.linesep} ".join(str(self).split(", "))
        return f"{self.name}: {parts}{policy.linesep}"  # type: ignore[attr-defined] # as above


_HEADERS = HeaderRegistry()
for _name in ("message-id", "list-id", "list-unsubscribe"):
    _HEADERS.map_to_type(_name, _Verbatim)  # type: ignore[arg-type] # as the library's own classes are
_POLICY = SMTP.clone(header_factory=_HEADERS)


def message(
    letter: Letter, token: str, when: datetime, files: Iterable[Attached], bcc: Sequence[Mailbox] = ()
) -> bytes:
    """Give a message with these files attached, as it goes over the wire (RFC 5322, with CR LF).

    `token` names it: letters and digits. No header tells of anybody but those in To and Cc, and of `bcc`.
    """
    made = EmailMessage(policy=_POLICY)
    for name, value in _headers(letter, token, when):
        made[name] = value
    made.set_content(letter.text, cte="quoted-printable")
    made.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for name, form, data in files:
        maintype, subtype = _TYPES.get(form, _ANY_TYPE)
        params = {"charset": "utf-8"} if maintype == "text" else {}
        made.add_attachment(data, maintype=maintype, subtype=subtype, filename=name, params=params)
    if bcc:
        made["Bcc"] = _addresses(bcc)
    _settle(made, token)
    return made.as_bytes()


def draft(letter: Letter, token: str, when: datetime, files: Iterable[Attached], bcc: Sequence[Mailbox]) -> bytes:
    """Give a message to be opened in a mail program and sent from there, to everybody."""
    # Outlook opens a message that says X-Unsent as one that is still to be sent.
    return b"X-Unsent: 1\r\n" + message(letter, token, when, files, bcc)


def _headers(letter: Letter, token: str, when: datetime) -> Iterable[tuple[str, object]]:
    yield "From", _addresses([letter.sender])
    # RFC 5322, section 3.4: a group without members stands for those who are not named.
    if letter.to or not letter.cc:
        yield "To", _addresses(letter.to) or Group("undisclosed-recipients", ())
    if letter.cc:
        yield "Cc", _addresses(letter.cc)
    if letter.reply_to:
        yield "Reply-To", _addresses(letter.reply_to)
    yield "Subject", letter.subject
    yield "Date", format_datetime(when)
    yield "Message-ID", f"<{token}@{letter.sender.address.rpartition('@')[2]}>"
    if letter.list_id:
        yield "List-Id", f"<{letter.list_id}>"  # RFC 2919
    if letter.unsubscribe:
        yield "List-Unsubscribe", ", ".join(f"<{each}>" for each in letter.unsubscribe)  # RFC 2369
    yield "Auto-Submitted", "auto-generated"  # RFC 3834


def _addresses(mailboxes: Iterable[Mailbox]) -> tuple[Address, ...]:
    return tuple(Address(each.name, addr_spec=each.address) for each in mailboxes)


def _settle(made: EmailMessage, token: str) -> None:
    """Let boundaries be the same at every try, and the version of MIME stand once."""
    for number, part in enumerate(made.walk()):
        if number:
            del part["MIME-Version"]
        if part.is_multipart():
            # RFC 2045, section 6.7: "=_" stands neither in quoted-printable text nor in base64.
            part.set_boundary(f"=_{sha256(f'{token} {number}'.encode()).hexdigest()[:32]}")
