"""Asking for pages: politely, and within limits of time, size and redirects."""

import ssl
import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.robotparser import RobotFileParser

import httpcore

from briefgen import __version__
from briefgen.errors import FetchError
from briefgen.fetching.addresses import Address, address
from briefgen.fetching.gate import Clock, Gate

AGENT = "briefgen"
USER_AGENT = f"{AGENT}/{__version__}"
BUSY = frozenset({429, 500, 502, 503, 504})
"""Answers of a server that may answer better later (RFC 9110, RFC 6585)."""
MOVED = frozenset({301, 302, 303, 307, 308})
_QUOTABLE = ("text/", "application/pdf", "application/json", "application/feed+json", "application/ld+json")
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, text/*;q=0.9"


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely and how patiently to ask: seconds, bytes and counts.

    `pause` lies between two requests to one host, or as much as its robots.txt asks for, `longest_pause` at most.
    `whole` is how long one answer may take, `wait` the longest to wait when a server says when to come again, `backoff`
    the first wait when it does not say.
    """

    pause: float = 1.0
    longest_pause: float = 30.0
    whole: float = 45.0
    wait: float = 60.0
    backoff: float = 2.0
    tries: int = 3
    redirects: int = 5
    size: int = 20_000_000
    robots_size: int = 500_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking: where it was found in the end, its headers (names in lower case), and its bytes.

    Without `body` the page is as it was.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes | None


@dataclass(slots=True)
class _Host:
    """What is known of a host in this run."""

    robots: RobotFileParser | None = None
    next_time: float = 0.0
    silent: str = ""


@dataclass
class Client:
    """Asks for pages, one at a time. `allowed` names hosts that may be private."""

    allowed: Collection[str] = ()
    manners: Manners = field(default_factory=Manners)

    def __post_init__(self) -> None:
        self._clock = Clock()
        self._hosts: dict[str, _Host] = {}
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpcore.default_ssl_context(), network_backend=Gate(self.allowed, self._clock)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._pool.close()

    def get(self, url: str, known: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page; `known` are the headers of the answer before, so that what has not changed is not sent again.

        Raises FetchError with the reason why there is no answer that can be used.
        """
        asked = address(url)
        for _ in range(self.manners.redirects + 1):
            self._heed_robots(asked)
            answer = self._ask(asked, _conditions(known or {}), self.manners.size)
            if answer.status not in MOVED:
                return _usable(asked, answer)
            asked = address(answer.headers.get("location", ""), str(asked))
        raise FetchError(url, f"leads on and on ({self.manners.redirects} redirects)")

    def _heed_robots(self, asked: Address) -> None:
        """Raise FetchError where the host's robots.txt does not want us (RFC 9309)."""
        host = self._hosts.setdefault(asked.origin, _Host())
        if host.robots is None:
            host.robots = self._robots(asked)
        if not host.robots.can_fetch(AGENT, str(asked)):
            raise FetchError(str(asked), "its robots.txt does not want it to be fetched")

    def _robots(self, asked: Address) -> RobotFileParser:
        """Give a host's rules: none where it has no such file; everything is forbidden where it cannot be asked."""
        rules = RobotFileParser()
        at = address("/robots.txt", asked.origin)
        try:
            for _ in range(self.manners.redirects + 1):
                answer = self._ask(at, {}, self.manners.robots_size, cut=True)
                if answer.status not in MOVED:
                    break
                at = address(answer.headers.get("location", ""), str(at))
        except FetchError as error:
            raise FetchError(str(asked), f"its robots.txt cannot be asked for: {error.why}") from error
        if answer.status in BUSY:
            raise FetchError(str(asked), f"its robots.txt cannot be asked for: the answer is {answer.status}")
        lines = answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else []
        rules.parse(lines)
        return rules

    def _ask(self, asked: Address, headers: Mapping[str, str], size: int, *, cut: bool = False) -> "_Raw":
        """Ask, and ask again where the server is busy or the line breaks."""
        for left in reversed(range(self.manners.tries)):
            wait = self.manners.backoff * 2 ** (self.manners.tries - 1 - left)
            try:
                answer = self._ask_once(asked, headers, size, cut=cut)
            except (httpcore.ConnectError, httpcore.ReadError, httpcore.RemoteProtocolError) as error:
                if not left or isinstance(error.__cause__, ssl.SSLError):
                    raise FetchError(str(asked), _why(error)) from error
            except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
                self._hosts[asked.origin].silent = _why(error)
                raise FetchError(str(asked), _why(error)) from error
            else:
                if answer.status not in BUSY or not left:
                    return answer
                wait = _later(answer.headers.get("retry-after", "")) or wait
            if wait > self.manners.wait:
                raise FetchError(str(asked), f"the server wants to be asked again in {wait:.0f} s only")
            time.sleep(wait)
        raise AssertionError("the last try gives or raises")

    def _ask_once(self, asked: Address, headers: Mapping[str, str], size: int, *, cut: bool) -> "_Raw":
        host = self._hosts.setdefault(asked.origin, _Host())
        if host.silent:
            raise FetchError(str(asked), f"its host did not answer before ({host.silent})")
        time.sleep(max(0.0, host.next_time - time.monotonic()))
        self._clock.stop = time.monotonic() + self.manners.whole
        sent = {"Host": asked.origin.partition("//")[2], "User-Agent": USER_AGENT, "Accept": _ACCEPT}
        sent |= {"Accept-Encoding": "gzip", **headers}
        url = httpcore.URL(scheme=asked.scheme, host=asked.host, port=asked.port, target=asked.target)
        try:
            with self._pool.stream("GET", url, headers=list(sent.items())) as response:
                given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                if response.status == 200 and not cut:
                    _check_type(asked, given)
                body = _body(asked, response.iter_stream(), given, size, cut=cut) if response.status == 200 else b""
        finally:
            host.next_time = time.monotonic() + self._pause(host)
        return _Raw(response.status, given, body)

    def _pause(self, host: _Host) -> float:
        asked = (host.robots.crawl_delay(AGENT) if host.robots else None) or 0
        return min(max(self.manners.pause, float(asked)), max(self.manners.longest_pause, self.manners.pause))


@dataclass(frozen=True, slots=True)
class _Raw:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def _usable(asked: Address, answer: _Raw) -> Answer:
    if answer.status == 304:
        return Answer(str(asked), answer.headers, None)
    if answer.status != 200:
        raise FetchError(str(asked), f"the server's answer is {answer.status}")
    if not answer.body.strip():
        raise FetchError(str(asked), "the answer is empty")
    return Answer(str(asked), answer.headers, answer.body)


def _conditions(known: Mapping[str, str]) -> dict[str, str]:
    """Give the headers that ask for a page only if it has changed (RFC 9110, section 13)."""
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return {asking: known[name] for name, asking in names.items() if known.get(name)}


def _check_type(asked: Address, headers: Mapping[str, str]) -> None:
    """Raise FetchError for what is nothing to quote: pictures, sound, programs. No type at all may be anything."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and not kind.startswith(_QUOTABLE) and not kind.endswith(("xml", "html")):
        raise FetchError(str(asked), f"is {kind}, which holds nothing to quote")


def _body(asked: Address, chunks: Iterator[bytes], headers: Mapping[str, str], size: int, *, cut: bool) -> bytes:
    """Give the bytes of an answer, unpacked; FetchError for more than `size`, or with `cut` so many of them."""
    packed = headers.get("content-encoding", "identity").strip().lower()
    if packed not in {"gzip", "x-gzip", "identity", ""}:
        raise FetchError(str(asked), f"is packed as {packed}, which was not asked for")
    unpacking = zlib.decompressobj(31) if "gzip" in packed else None
    body = bytearray()
    try:
        for chunk in chunks:
            body += unpacking.decompress(chunk, size + 1 - len(body)) if unpacking else chunk
            if len(body) > size:
                if cut:
                    return bytes(body[:size])
                raise FetchError(str(asked), f"has more than {size:,} bytes")
    except zlib.error as error:
        raise FetchError(str(asked), "is said to be packed, and is damaged") from error
    return bytes(body)


def _later(words: str) -> float:
    """Give the seconds that `Retry-After` asks for; 0 for none."""
    if words.isascii() and words.isdecimal():
        return float(words)
    try:
        return max(0.0, (parsedate_to_datetime(words) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _why(error: Exception) -> str:
    if isinstance(error, httpcore.TimeoutException):
        return "the host takes too long to answer"
    if isinstance(error, httpcore.ConnectError):
        return f"no connection can be made ({error})"
    return f"the connection broke off ({error})"
