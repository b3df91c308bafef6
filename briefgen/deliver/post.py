"""By SMTP (RFC 5321), with one connection for all parcels.

TLS is a must, but for a server on this machine: what cannot be made safe is not sent, and neither is the password.
A fault of the connection, of the certificate or of the login says nothing of a recipient, so it is temporary, and the
other parcels of the same run are not tried for it again. Of what the server says to a message, 4xx is temporary and
5xx is final (section 4.2.1).
"""

import base64
import smtplib

from briefgen.deliver.access import Access
from briefgen.deliver.client import DownError, connected, is_late
from briefgen.deliver.parcel import Means, Parcel, Reply
from briefgen.errors import DeliveryError
from briefgen.model.edition import Outcome
from briefgen.text import display

_LONGEST = 300
"""Characters of what a server said that are kept."""
_SLOWEST = 50_000
"""Bytes a second; a server that takes a message more slowly hangs."""
_ENDING = 10
"""So many times as long as for another answer is waited for that to a message: what is given up too early comes twice.

Section 4.5.3.2.6 wants ten minutes.
"""
_MB = 1_000_000


class Post:
    """Sends mail by the server that `means` gives access to."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._access: Access | None = None
        self._smtp: smtplib.SMTP | None = None
        self._down = ""

    def carry(self, parcel: Parcel) -> Reply:
        """Send one message to one recipient."""
        if self._down:
            return Reply(Outcome.WAITING, self._down)
        try:
            access = self._access = self._access or self._means.access()
            self._smtp = self._smtp or connected(access)
            return self._send(self._smtp, parcel, access.timeout)
        except (DownError, DeliveryError) as error:
            self._down = self._told(str(error))
            return Reply(Outcome.WAITING, self._down)
        except (smtplib.SMTPException, OSError) as error:
            return self._broken(error)

    def close(self) -> None:
        """Say goodbye, if there is anybody to say it to."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()
            self._smtp = None

    def _send(self, smtp: smtplib.SMTP, parcel: Parcel, timeout: float) -> Reply:
        size, most = len(parcel.message), smtp.esmtp_features.get("size", "")
        if most.isdecimal() and 0 < int(most) < size:  # RFC 1870
            words = f"the mail has {size / _MB:.1f} MB, and the server takes {int(most) / _MB:.1f} MB; nothing was sent"
            return Reply(Outcome.REFUSED, words)
        code, said = smtp.mail(parcel.sender, [f"size={size}"] if smtp.has_extn("size") else [])
        if code == 250:
            code, said = smtp.rcpt(parcel.address)
        if code in {250, 251}:
            self._wait(smtp, timeout * _ENDING + size / _SLOWEST)
            code, said = smtp.data(parcel.message)
            self._wait(smtp, timeout)
            if code == 250:
                return Reply(Outcome.SERVED, self._answer(code, said))
        if code == 421:  # section 3.8: the server closes the connection
            self._drop()
        else:
            smtp.rset()
        return self._refused(code, said)

    def _broken(self, error: Exception) -> Reply:
        """Tell of a conversation that ended in its middle. The next parcel has its own, if the server answers."""
        self._drop()
        if isinstance(error, smtplib.SMTPResponseException):  # to DATA itself
            return self._refused(error.smtp_code, error.smtp_error)
        host = self._access.host if self._access else "the server"
        if is_late(error):
            self._down = f"{host} did not answer in time"
            return Reply(Outcome.WAITING, self._down)
        return Reply(Outcome.WAITING, self._told(f"{host} hung up in the middle ({error})"))

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _wait(self, smtp: smtplib.SMTP, seconds: float) -> None:
        if smtp.sock is not None:
            smtp.sock.settimeout(seconds)

    def _refused(self, code: int, said: bytes | str) -> Reply:
        return Reply(Outcome.REFUSED if code >= 500 else Outcome.WAITING, self._answer(code, said))

    def _answer(self, code: int, said: bytes | str) -> str:
        return self._told(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}")

    def _told(self, words: str) -> str:
        """Give words of a server as they may be kept: on one line, short, and without the password it may repeat."""
        if self._access and self._access.password:
            for secret in _forms(self._access):
                words = words.replace(secret, "…")
        shown = "".join(each if each.isprintable() else " " for each in words)
        return display(shown)[:_LONGEST]


def _forms(access: Access) -> tuple[str, ...]:
    """Give the forms in which the password goes over the wire (RFC 4616, and LOGIN), the longest first."""
    plain = f"\0{access.user}\0{access.password}"
    forms = (base64.b64encode(each.encode()).decode() for each in (plain, access.password))
    return tuple(sorted({*forms, access.password}, key=len, reverse=True))
