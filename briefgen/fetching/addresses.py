"""Addresses of the web: how one is written, and which machines it may lead to."""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from briefgen.errors import FetchError

LONGEST = 4_096
"""Characters of the longest address that is asked for."""

_PORTS = {"http": 80, "https": 443}
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_CARRYING = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))
"""IPv6 addresses whose last four bytes are an IPv4 address behind a translator (RFC 6052, RFC 8215)."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that can be asked for: `host` in ASCII, `target` what is asked of it (path and query)."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Its scheme, host and port, as a browser writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if self.port == _PORTS[self.scheme] else f':{self.port}'}"

    def __str__(self) -> str:
        return self.origin + self.target


def address(url: str, base: str = "") -> Address:
    """Read an address, or a reference from the page at `base`. Raises FetchError for what cannot be asked for."""
    whole = urljoin(base, url.strip()) if base else url.strip()
    if len(whole) > LONGEST:
        raise FetchError(f"{whole[:80]}…", "is longer than an address may be")
    try:
        parts = urlsplit(whole)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError as error:
        raise FetchError(whole, "is no address of the web") from error
    if parts.scheme not in _PORTS or not host:
        raise FetchError(whole, "is no address of the web (http:// or https://)")
    if parts.username is not None:
        raise FetchError(whole.replace(parts.netloc, host), "holds a name or a password; write it without")
    target = quote(parts.path or "/", _SAFE) + (f"?{quote(parts.query, _SAFE)}" if parts.query else "")
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], target)


def allows(host: str, allowed: Collection[str]) -> bool:
    """Say whether a host is named among those that may be private."""
    return host.casefold() in {each.casefold().strip("[]") for each in allowed}


def is_public(ip: str) -> bool:
    """Say whether a machine's number is one of the public internet, and not of this machine, this house or a link."""
    found = ip_address(ip.partition("%")[0])
    if isinstance(found, IPv6Address):
        if same := found.ipv4_mapped or _carried(found):
            return _is_global(same)
        within = found.sixtofour or (found.teredo and found.teredo[1])
        if found.is_site_local or (within and not _is_global(within)):
            return False
    return _is_global(found)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(ip) & 0xFFFFFFFF) if any(ip in network for network in _CARRYING) else None


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
