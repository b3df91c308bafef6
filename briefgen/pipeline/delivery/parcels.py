"""What goes out: the files of an edition with its letter, verified, and made into what each recipient gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefgen import mail
from briefgen.cite import EXPORTS
from briefgen.deliver import Parcel
from briefgen.errors import DeliveryError
from briefgen.ledger import Ledger
from briefgen.ledger.editions import File
from briefgen.model.delivering import Mailbox
from briefgen.model.edition import Accepted, Delivery, Edition, Way
from briefgen.model.settings import Settings
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import Built
from briefgen.pipeline.delivery.editions import RECORD
from briefgen.pipeline.delivery.letters import LETTER, letter
from briefgen.pipeline.delivery.review import Objection, review


@dataclass(frozen=True, slots=True)
class Going:
    """An edition as it goes out: `files` are for readers; `letter` is None where its config named no mail.

    `when` is the date of its messages. `topics` gives the topics of its excerpts, `accepted` what a person let stand.
    """

    key: str
    when: datetime
    files: tuple[File, ...]
    letter: mail.Letter | None
    topics: Mapping[str, str]
    accepted: tuple[Accepted, ...] = ()

    def objections(self, settings: Settings) -> tuple[Objection, ...]:
        """Verify the files, but exports of sources; give what stands against them and nobody let stand."""
        proved = [(name, data) for name, form, data in self.files if form not in EXPORTS]
        if not proved:
            return ()
        corpus = settings.corpus if settings.corpus.is_file() else None
        with open_bench([settings.path], Against(corpus=corpus)) as bench:
            reviews = [review(data, settings.root / name, bench, self.topics) for name, data in proved]
        return tuple(dict.fromkeys(each for found in reviews for each in found.open(self.accepted)))

    def parcel(self, way: Way, address: str, token: str) -> Parcel:
        """Give what goes to one recipient, the same bytes whenever it is made. DeliveryError without a letter."""
        if way is Way.FOLDER:
            return Parcel(address, files=tuple((name, data) for name, _, data in self.files))
        written = self._letter()
        return Parcel(address, written.sender.address, mail.message(written, token, self.when, self._attached(written)))

    def draft(self, token: str, bcc: Sequence[Mailbox], to: Mailbox | None = None) -> bytes:
        """Give a mail that a person opens and sends: to everybody, or only `to` one."""
        written = self._letter()
        if to is not None:
            written, bcc = replace(written, to=(to,), cc=()), ()
        return mail.draft(written, token, self.when, self._attached(written), bcc)

    def _letter(self) -> mail.Letter:
        if self.letter is None:
            raise DeliveryError(self.key, "it has no letter: its config named no email: when it was made")
        return self.letter

    def _attached(self, written: mail.Letter) -> list[File]:
        return [each for each in self.files if each[1] in written.attach]


def going(edition: Edition, ledger: Ledger) -> Going:
    """Give an edition of the ledger as it goes out."""
    kept = [(each.name, each.format, ledger.editions.data(each.sha256)) for each in edition.files]
    topics = {each.excerpt: each.topic for each in edition.excerpts}
    return _going(edition.key, edition.approved or edition.built, kept, topics, edition.accepted)


def unrecorded(built: Built, settings: Settings, now: datetime) -> Going:
    """Give what was built as it would go out; nothing is recorded."""
    topics = {each.id: each.topic for each in built.brief.excerpts}
    kept = [(file.placed.path.name, file.format, file.data) for file in built.files]
    return _going(built.brief.name, now, [*kept, *letter(settings, built.brief, set(topics))], topics)


def rows_of(edition: Edition, ledger: Ledger) -> tuple[Delivery, ...]:
    """Give the deliveries of an edition. Raises DeliveryError where there are none."""
    rows = ledger.outbox.of(edition.key)
    if not rows:
        raise DeliveryError(edition.key, "it names nobody to send it to; add email: or deliver_to: before it is built")
    return rows


def _going(
    key: str, when: datetime, kept: Sequence[File], topics: Mapping[str, str], accepted: tuple[Accepted, ...] = ()
) -> Going:
    # The whole brief holds what no reader is to get (what was withheld, and why): it stays in the house.
    files = tuple(each for each in kept if each[1] not in {LETTER, RECORD})
    written = next((mail.load(data) for _, form, data in kept if form == LETTER), None)
    return Going(key, when, files, written, topics, accepted)
