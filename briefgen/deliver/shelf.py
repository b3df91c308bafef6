"""Into a folder: of a shared drive, say."""

from pathlib import Path

from briefgen.deliver.parcel import Means, Parcel, Reply
from briefgen.errors import OutputError
from briefgen.model.edition import Outcome


class Shelf:
    """Puts the files of a parcel into the folder that is its address, which must be there already.

    A folder that is not there may be a drive that is not: nothing is made in its place, and it is tried again.
    """

    def __init__(self, means: Means) -> None:
        self._place = means.place

    def carry(self, parcel: Parcel) -> Reply:
        """Put each file in place, whole or not at all, and beside what else stands there under its name."""
        folder = Path(parcel.address)
        try:
            if not folder.is_dir():
                return Reply(Outcome.WAITING, f"there is no folder {folder}; is its drive there?")
            placed = [self._place(folder / name, data).name for name, data in parcel.files]
        except OutputError as error:
            return Reply(Outcome.WAITING, str(error))
        except OSError as error:
            return Reply(Outcome.WAITING, f"{folder}: {(error.strerror or str(error)).lower()}")
        return Reply(Outcome.SERVED, f"put there as {', '.join(placed)}")

    def close(self) -> None:
        """Nothing is open."""
