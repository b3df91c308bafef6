"""The gate: where a connection is made.

Every name is resolved here and every number looked at, so that neither a redirect leads anywhere else, nor a name that
means another machine a second later; and no answer takes longer than it may.
"""

import socket
import ssl
import time
from collections.abc import Collection, Iterable

import httpcore

from briefgen.errors import FetchError
from briefgen.fetching.addresses import allows, is_public

PATIENCE = 10.0
"""Seconds to wait for a connection, or for the next bytes."""


class Clock:
    """How long the present request may still take; `stop` is a time of `time.monotonic`."""

    def __init__(self) -> None:
        self.stop = 0.0

    def left(self) -> float:
        """Give how many seconds one wait may take. Raises ReadTimeout when there are none."""
        seconds = self.stop - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return min(PATIENCE, seconds)


class Gate(httpcore.NetworkBackend):
    """Connects to public machines only, and to hosts that are allowed by name."""

    def __init__(self, allowed: Collection[str], clock: Clock) -> None:
        self._allowed, self._clock = allowed, clock
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the clock decides
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first number of `host`. Raises FetchError if any of them is not to be connected to."""
        numbers = _numbers(host, port)
        closed = [number for number in numbers if not is_public(number)]
        if closed and not allows(host, self._allowed):
            raise FetchError(host, f"leads to {closed[0]}, which is not of the public internet")
        stream = self._inner.connect_tcp(numbers[0], port, self._clock.left(), local_address, socket_options)
        return _Stream(stream, self._clock)


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends when the request may take no longer."""

    def __init__(self, inner: httpcore.NetworkStream, clock: Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the clock decides
        """Read some bytes."""
        return self._inner.read(max_bytes, self._clock.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        """Write all bytes."""
        self._inner.write(buffer, self._clock.left())

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        """Speak TLS from now on; the certificate must be that of the host's name."""
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._clock.left()), self._clock)

    def get_extra_info(self, info: str) -> object:
        """Give what is known of the connection."""
        return self._inner.get_extra_info(info)


def _numbers(host: str, port: int) -> list[str]:
    """Give the numbers of a host, however its name is written (`2130706433` and `0177.1` are 127.0.0.1)."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(host, "is a host that is not known") from error
    return [str(each[4][0]) for each in found]
