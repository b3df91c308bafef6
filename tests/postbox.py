"""A real SMTP server (aiosmtpd) on this machine, and what it was given."""

import email
import email.policy
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Self

from aiosmtpd.controller import Controller


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that the server accepted, or would have: whom it is for, and its bytes."""

    recipient: str
    data: bytes

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.data, policy=email.policy.default)


@dataclass
class Postbox:
    """A server to be entered with `with`. `answer` gives what it says to a message, which it keeps when that is 250."""

    answer: Callable[[Posted], str] = lambda _: "250 accepted"
    posted: list[Posted] = field(default_factory=list)
    port: int = 0

    def __enter__(self) -> Self:
        self.port = self.port or free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        (recipient,) = envelope.rcpt_tos
        posted = Posted(recipient, envelope.content)
        answer = self.answer(posted)
        if answer.startswith("250"):
            self.posted.append(posted)
        return answer


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
