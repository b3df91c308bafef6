"""By SMTP (RFC 5321), with one connection for all parcels.

TLS is a must, but for a server on this machine: what cannot be made safe is not sent, and neither is the password.
A fault of the connection, of the certificate or of the login says nothing of a recipient, so it is temporary, and the
other parcels of the same run are not tried for it again. Of what the server says to a message, 4xx is temporary and
5xx is final (section 4.2.1).
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from briefgen.deliver.parcel import Means, Parcel, Reply
from briefgen.errors import DeliveryError
from briefgen.model.edition import Outcome
from briefgen.text import display

if TYPE_CHECKING:
    import smtplib
    import ssl

    from briefgen.deliver.access import Access

_LONGEST = 300
"""Characters of what a server said that are kept."""
_MB = 1_000_000


class _DownError(Exception):
    """The server cannot be used now; says why."""


class Post:
    """Sends mail by the server that `means` gives access to."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._access: Access | None = None
        self._smtp: smtplib.SMTP | None = None
        self._down = ""

    def carry(self, parcel: Parcel) -> Reply:
        """Send one message to one recipient."""
        import smtplib  # noqa: PLC0415 - only what sends pays for it

        if self._down:
            return Reply(Outcome.WAITING, self._down)
        try:
            self._smtp = self._smtp or self._connected()
            return self._send(self._smtp, parcel)
        except _DownError as error:
            self._down = self._told(str(error))
            return Reply(Outcome.WAITING, self._down)
        except (smtplib.SMTPException, OSError) as error:
            return self._broken(error)

    def close(self) -> None:
        """Say goodbye, if there is anybody to say it to."""
        import smtplib  # noqa: PLC0415 - as above

        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()
            self._smtp = None

    def _send(self, smtp: smtplib.SMTP, parcel: Parcel) -> Reply:
        size, most = len(parcel.message), smtp.esmtp_features.get("size", "")
        if most.isdigit() and 0 < int(most) < size:  # RFC 1870
            words = f"the mail has {size / _MB:.1f} MB, and the server takes {int(most) / _MB:.1f} MB; nothing was sent"
            return Reply(Outcome.REFUSED, words)
        code, said = smtp.mail(parcel.sender, [f"size={size}"] if smtp.has_extn("size") else [])
        if code == 250:
            code, said = smtp.rcpt(parcel.address)
        if code in {250, 251}:
            code, said = smtp.data(parcel.message)
            if code == 250:
                return Reply(Outcome.SERVED, self._answer(code, said))
        if code == 421:  # section 3.8: the server closes the connection
            self._drop()
        else:
            smtp.rset()
        return Reply(Outcome.REFUSED if code >= 500 else Outcome.WAITING, self._answer(code, said))

    def _broken(self, error: Exception) -> Reply:
        """Tell of a conversation that ended in its middle. The next parcel has its own, if the server answers."""
        self._drop()
        host = self._access.host if self._access else "the server"
        if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
            self._down = f"{host} did not answer in time"
            return Reply(Outcome.WAITING, self._down)
        code = getattr(error, "smtp_code", 0)
        if code:  # to DATA itself
            words = self._answer(code, error.smtp_error)  # type: ignore[attr-defined] # has both
            return Reply(Outcome.REFUSED if code >= 500 else Outcome.WAITING, words)
        return Reply(Outcome.WAITING, self._told(f"{host} hung up in the middle ({error})"))

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _connected(self) -> smtplib.SMTP:
        """Give a connection that is safe, and logged in where there is a user. Raises _DownError."""
        import smtplib  # noqa: PLC0415 - as above
        import ssl  # noqa: PLC0415 - as above

        try:
            access = self._access = self._access or self._means.access()
        except DeliveryError as error:
            raise _DownError(str(error)) from None
        try:
            return _open(access, _context(access))
        except smtplib.SMTPAuthenticationError as error:
            said = self._answer(error.smtp_code, error.smtp_error)
            raise _DownError(f"{access.host} refuses the login of {access.user}: {said}") from None
        except ssl.SSLCertVerificationError as error:
            raise _DownError(
                f"{access.host} shows a certificate that is not to be trusted: {error.verify_message}"
            ) from None
        except ssl.SSLError as error:
            raise _DownError(f"{access.host}: no TLS can be had ({error.reason})") from None
        except UnicodeError:
            raise _DownError(f"{access.host}: user or password holds characters that a login cannot carry") from None
        except smtplib.SMTPNotSupportedError as error:
            raise _DownError(f"{access.host} does not offer what is a must: {error}; nothing was sent") from None
        except (smtplib.SMTPException, OSError) as error:
            raise _DownError(f"{access.host}, port {access.port}: {_why(error)}") from None

    def _answer(self, code: int, said: bytes | str) -> str:
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return self._told(f"{code} {words}")

    def _told(self, words: str) -> str:
        """Give words of a server as they may be kept: on one line, short, and without the password it may repeat."""
        access = self._access
        if access and access.password:
            for secret in _forms(access):
                words = words.replace(secret, "…")
        shown = "".join(each if each.isprintable() else " " for each in words)
        return display(shown)[:_LONGEST]


def _open(access: Access, context: ssl.SSLContext) -> smtplib.SMTP:
    import smtplib  # noqa: PLC0415 - as above

    smtp: smtplib.SMTP
    if access.security == "tls":
        smtp = smtplib.SMTP_SSL(access.host, access.port, timeout=access.timeout, context=context)
    else:
        smtp = smtplib.SMTP(access.host, access.port, timeout=access.timeout)
    try:
        smtp.ehlo_or_helo_if_needed()
        if access.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo()
        if access.user:
            smtp.login(access.user, access.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _context(access: Access) -> ssl.SSLContext:
    """Give a context that checks certificates and names; OpenSSL itself heeds SSL_CERT_FILE."""
    import ssl  # noqa: PLC0415 - as above

    try:
        return ssl.create_default_context(cafile=access.ca_file)
    except OSError as error:
        raise _DownError(f"{access.ca_file}: the certificates cannot be read ({error.strerror or error})") from None


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "no answer in time"
    code = getattr(error, "smtp_code", 0)
    said = getattr(error, "smtp_error", b"")
    if code:
        return f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return ((getattr(error, "strerror", None) or str(error)) or type(error).__name__).lower()


def _forms(access: Access) -> tuple[str, ...]:
    """Give the forms in which the password goes over the wire (RFC 4616, and LOGIN), the longest first."""
    plain = f"\0{access.user}\0{access.password}"
    forms = (base64.b64encode(each.encode()).decode() for each in (plain, access.password))
    return tuple(sorted({*forms, access.password}, key=len, reverse=True))
