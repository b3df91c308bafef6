"""The network's edge: addresses fetched with manners, within limits, and nowhere that they may not lead.

What is fetched is kept as files: to the rest of the program they are sources like any others, so that nothing but this
room and its one command needs a network.
"""

from typing import TYPE_CHECKING

from briefgen.fetching.store import Kept, Store

if TYPE_CHECKING:
    from briefgen.fetching.client import Client, Manners

__all__ = ["Client", "Kept", "Manners", "Store"]


def __getattr__(name: str) -> object:
    if name not in {"Client", "Manners"}:
        raise AttributeError(name)
    from briefgen.fetching import client  # noqa: PLC0415 - the network's libraries load only where it is used

    return getattr(client, name)
