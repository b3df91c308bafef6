"""The network's edge: addresses fetched with manners, within limits, and nowhere that they may not lead.

What is fetched is kept as files: to the rest of the program they are sources like any others, so that nothing but this
room and its one command needs a network. `client` loads the network's libraries, so it is asked for where it is used.
"""

from briefgen.fetching.store import Kept, Store

__all__ = ["Kept", "Store"]
