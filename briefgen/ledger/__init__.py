"""What left the house: files, editions, and their way to each recipient.

One SQLite file at the project root, apart from the corpus, with a rollback journal: what belongs together is one
transaction, and a kill at any point loses nothing that was committed. Paths are kept as the way from the root, so that
a project may be moved or copied. Times are kept in UTC.
"""

from briefgen.ledger.books import Ledger, open_ledger, reading_ledger
from briefgen.ledger.editions import Draft
from briefgen.ledger.watches import Watch

__all__ = ["Draft", "Ledger", "Watch", "open_ledger", "reading_ledger"]
