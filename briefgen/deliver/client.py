"""A connection to a mail server: safe, logged in, and patient only within bounds."""

import smtplib
import socket
import ssl
import threading
from contextlib import suppress

from briefgen.deliver.access import Access


class DownError(Exception):
    """The server cannot be used now; says why."""


class _Prompt:
    """Wants each answer whole within the timeout of the socket, however slowly its bytes come."""

    sock: socket.socket | None

    def getreply(self) -> tuple[int, bytes]:
        """Read one answer. Raises TimeoutError when it is not there in time."""
        late = threading.Event()
        timer = threading.Timer((self.sock and self.sock.gettimeout()) or 0, _cut, (self.sock, late))
        timer.daemon = True
        timer.start()
        try:
            answer: tuple[int, bytes] = super().getreply()  # type: ignore[misc] # of the class that it is mixed into
        except smtplib.SMTPServerDisconnected:
            if not late.is_set():
                raise
        finally:
            timer.cancel()
        if late.is_set():  # what was read is a part
            self.close()  # type: ignore[attr-defined] # as above
            raise TimeoutError
        return answer


def _cut(sock: socket.socket, late: threading.Event) -> None:
    """Let whoever reads from a socket read its end."""
    late.set()
    with suppress(OSError):  # it may be closed already
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of TLS would take its state away from the reader


class _Plain(_Prompt, smtplib.SMTP):
    """Begins in the open."""


class _Secure(_Prompt, smtplib.SMTP_SSL):
    """Begins with TLS."""


def connected(access: Access) -> smtplib.SMTP:
    """Give a connection: safe as `access` wants it, and logged in where there is a user.

    Raises DownError, which never holds the password but where the server itself said it.
    """
    try:
        return _open(access, _context(access))
    except smtplib.SMTPAuthenticationError as error:
        said = _decoded(error.smtp_error)
        raise DownError(f"{access.host} refuses the login of {access.user}: {error.smtp_code} {said}") from None
    except ssl.SSLCertVerificationError as error:
        why = f"{access.host} shows a certificate that is not to be trusted: {error.verify_message}"
        raise DownError(why) from None
    except ssl.SSLError as error:
        raise DownError(f"{access.host}: no TLS can be had ({error.reason})") from None
    except UnicodeError:
        raise DownError(f"{access.host}: user or password holds characters that a login cannot carry") from None
    except smtplib.SMTPNotSupportedError as error:
        raise DownError(f"{access.host} does not offer what is a must: {error}; nothing was sent") from None
    except (smtplib.SMTPException, OSError) as error:
        raise DownError(f"{access.host}, port {access.port}: {_why(error)}") from None


def is_late(error: Exception) -> bool:
    """Say whether an error is that of a server which did not answer in time."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def _open(access: Access, context: ssl.SSLContext) -> smtplib.SMTP:
    smtp: smtplib.SMTP
    if access.security == "tls":
        smtp = _Secure(access.host, access.port, timeout=access.timeout, context=context)
    else:
        smtp = _Plain(access.host, access.port, timeout=access.timeout)
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
    try:
        return ssl.create_default_context(cafile=access.ca_file)
    except OSError as error:
        raise DownError(f"{access.ca_file}: the certificates cannot be read ({error.strerror or error})") from None


def _why(error: Exception) -> str:
    if is_late(error):
        return "no answer in time"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_decoded(error.smtp_error)}"
    return ((getattr(error, "strerror", None) or str(error)) or type(error).__name__).lower()


def _decoded(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
