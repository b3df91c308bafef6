"""Which briefs are due: a look at every config of a folder, which costs little where nothing has changed."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from briefgen import config, schedule
from briefgen.errors import BriefgenError, ConfigError, Mistake, UnreadableError
from briefgen.ledger import Ledger, Watch
from briefgen.model.delivering import Schedule
from briefgen.pipeline.configs import configs_in, load


@dataclass(frozen=True, slots=True)
class Due:
    """A brief that is due: its name and config, its schedule, the slot, and how many before it were passed over."""

    brief: str
    path: Path
    schedule: Schedule
    slot: datetime
    passed: int

    def is_late(self, now: datetime) -> bool:
        """Say whether its slot is too long ago to be caught up."""
        return self.slot < now - self.schedule.catch_up


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a folder of configs found.

    `broken` are names of configs with a schedule that cannot be read, each with the error; `coming` is the next slot
    of all, in the time zone that it is meant in.
    """

    due: tuple[Due, ...]
    broken: tuple[tuple[str, BriefgenError], ...]
    coming: datetime | None


def look(folder: Path, ledger: Ledger, now: datetime) -> Look:
    """Look at the configs of a folder. `now` knows its zone.

    The last slot that is not after `now` is due if no edition belongs to it and it is not before the schedule was first
    seen. Those before it are not made up for. A config is read when its bytes are not those of the last look.
    """
    known = ledger.watches.all()
    watched: list[tuple[Path, Watch]] = []
    broken = list(_misnamed(folder))
    for path in configs_in(folder):
        try:
            watch = _watch(path, known.get(path.stem), ledger, now)
        except BriefgenError as error:
            broken.append((path.stem, error))
        else:
            watched += [(path, watch)] if watch else []
    ledger.watches.look([watch.brief for _, watch in watched], now)
    due = [found for path, watch in watched if (found := _due(path, watch, ledger, now))]
    return Look(tuple(due), tuple(broken), _coming([watch.schedule for _, watch in watched], now))


def _misnamed(folder: Path) -> Iterator[tuple[str, BriefgenError]]:
    """Give the configs with a schedule that nobody would look at: `build` takes them, whatever their names end with."""
    for path in sorted(folder.glob("[!.]*.yml")):
        with suppress(ConfigError):  # other files of YAML may stand here
            if config.is_scheduled(path):
                right = f"rename it to {path.stem}.yaml"
                yield path.name, ConfigError([Mistake(str(path), 1, 1, "run-due looks at files in .yaml alone", right)])


def _watch(path: Path, known: Watch | None, ledger: Ledger, now: datetime) -> Watch | None:
    """Give what is watched of a config; None where it has no schedule. Raises BriefgenError."""
    try:
        path.name.encode()
        data = path.read_bytes()
    except UnicodeEncodeError:
        raise UnreadableError(ascii(str(path)), "its name is not in UTF-8; give it another") from None
    except OSError as error:
        raise UnreadableError(str(path), (error.strerror or str(error)).lower()) from error
    digest = sha256(data).hexdigest()
    if known and known.sha256 == digest:
        return known
    # Other files of YAML may stand here, and a config without a schedule is read by nobody now.
    found = load(path).schedule if b"schedule" in data and config.is_scheduled(path) else None
    if found:
        return ledger.watches.see(path.stem, digest, found, now)
    if known:
        ledger.watches.drop(path.stem)
    return None


def _due(path: Path, watch: Watch, ledger: Ledger, now: datetime) -> Due | None:
    slot = schedule.last_slot(watch.schedule, now)
    if slot is None or slot < watch.since or ledger.editions.has(watch.brief, slot):
        return None
    last = max(filter(None, (watch.since, ledger.editions.last_slot(watch.brief, slot))))
    return Due(watch.brief, path, watch.schedule, slot, schedule.count_between(watch.schedule, last, slot))


def _coming(schedules: Sequence[Schedule], now: datetime) -> datetime | None:
    slots = [slot.astimezone(schedule.zone_of(each)) for each in schedules for slot in schedule.next_slots(each, now)]
    return min(slots, default=None)
