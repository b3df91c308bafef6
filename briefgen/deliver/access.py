"""The way into a mail server, and its password, which is read here and told to nobody but the server."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefgen import mail
from briefgen.errors import DeliveryError
from briefgen.model.delivering import Server

URL, PASSWORD = "BRIEFGEN_SMTP_URL", "BRIEFGEN_SMTP_PASSWORD"
KEYRING = "briefgen"
"""The service under which the keyring of the system keeps the password of `user@host`."""
_LONGEST = 4096
"""Bytes of a file that holds a password."""
_WRITE_URL = "write smtp://user@mail.port.example:587, or smtps:// for TLS from the beginning"


@dataclass(frozen=True, slots=True)
class Access:
    """A server as `Server` has it, with the password, which no text of this object shows.

    `timeout` is in seconds: how long an answer of the server may take.
    """

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    timeout: float = 60.0


def access(server: Server | None, environment: Mapping[str, str]) -> Access:
    """Give the way into the server that BRIEFGEN_SMTP_URL names, else into that of the config.

    The password is BRIEFGEN_SMTP_PASSWORD, else that of the URL, else the first line of the config's file, else what
    the keyring has for `user@host`. Raises DeliveryError, which never holds it.
    """
    found = _of_url(environment[URL], server) if environment.get(URL) else _of_config(server)
    if not found.user:
        return found
    named = server.password_file if server else None
    password = environment.get(PASSWORD) or found.password or _of_file(named) or _of_keyring(found)
    if not password:
        why = f"no password for {found.user}; set {PASSWORD}, write password_file:, or keep it in the keyring"
        raise DeliveryError(found.host, why)
    return replace(found, password=password)


def _of_config(server: Server | None) -> Access:
    if server is None:
        raise DeliveryError("mail", f"no server is named; write host: under email:, or set {URL}")
    return Access(server.host, server.port, server.security, server.user, ca_file=server.ca_file)


def _of_url(url: str, server: Server | None) -> Access:
    """Give what a URL says. It may hold the password: no error says any of it."""
    wrong = DeliveryError(URL, f"this is no address of a mail server; {_WRITE_URL}")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise wrong
    secure = "tls" if parts.scheme == "smtps" else "none" if mail.is_loopback(parts.hostname) else "starttls"
    default = 465 if secure == "tls" else 587
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Access(parts.hostname, port or default, secure, user, password, server.ca_file if server else None)


def _of_file(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode().partition("\n")[0].rstrip("\r")
    except OSError as error:
        raise DeliveryError(str(path), f"the password cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DeliveryError(str(path), "the password is not in UTF-8") from None


def _of_keyring(found: Access) -> str:
    try:
        import keyring  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        return ""
    try:
        return str(keyring.get_password(KEYRING, f"{found.user}@{found.host}") or "")
    except Exception as error:  # noqa: BLE001 - back ends raise what they like
        raise DeliveryError(found.host, f"the keyring cannot be read ({type(error).__name__})") from None
