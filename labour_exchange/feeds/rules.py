"""Where a reader of the feed stands, what it asked for, and whether a vacancy is among it."""

from dataclasses import dataclass, field, replace
from typing import Any

Place = tuple[int, int]
"""Transaction and row id: the order of the feed."""
BEGINNING: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a snapshot has shown already: every transaction before `until` that was not running then."""

    since: int
    until: int
    running: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """As PostgreSQL writes a pg_snapshot."""
        return f"{self.since}:{self.until}:{','.join(str(one) for one in self.running)}"

    def covers(self, transaction: int) -> bool:
        return transaction < self.until and transaction not in self.running


@dataclass(frozen=True, slots=True)
class Position:
    """Where a reader stands: behind `place`; `horizon` is how far the feed had been forgotten when it began at the beginning."""

    place: Place = BEGINNING
    horizon: Place = BEGINNING
    seen: Seen | None = None

    def moved(self, place: Place) -> "Position":
        """Further on, never back; what a snapshot showed is of no more use behind its last transaction."""
        further = max(place, self.place)
        return replace(self, place=further, seen=None if self.seen is None or further[0] >= self.seen.until else self.seen)

    def is_too_old(self, horizon: Place) -> bool:
        """Whether changes behind this place have been forgotten, so that going on would miss some."""
        return self.place < horizon and self.horizon != horizon


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which vacancies a reader follows: those of an agency, or public ones of regions and of occupations (codes of any level)."""

    agency_id: int | None = None
    regions: tuple[str, ...] = ()
    occupations: tuple[str, ...] = field(default=())

    @property
    def purpose(self) -> str:
        """Ties a cursor to the question it was given for."""
        return f"feed {self.agency_id or ''} {','.join(sorted(set(self.regions)))} {','.join(sorted(set(self.occupations)))}"

    def includes(self, region_code: str | None, occupation_code: str | None) -> bool:
        in_region = not self.regions or region_code in self.regions
        return in_region and (not self.occupations or (occupation_code or "").startswith(self.occupations))


def written(position: Position) -> list[Any]:
    """Plain values of a cursor; running transactions as distances, which are short."""
    seen = position.seen
    more = [] if seen is None else [seen.since, seen.until - seen.since, *(one - seen.since for one in seen.running)]
    return [*position.place, *position.horizon, *more]


def read(values: Any) -> Position:
    """The position that `written` wrote."""
    transaction, change, horizon_transaction, horizon_change, *more = values
    seen = Seen(more[0], more[0] + more[1], tuple(more[0] + one for one in more[2:])) if more else None
    return Position((transaction, change), (horizon_transaction, horizon_change), seen)


def read_snapshot(text: str) -> Seen:
    """A pg_snapshot as PostgreSQL writes it: since:until:running,running."""
    since, until, running = text.split(":")
    return Seen(int(since), int(until), tuple(int(one) for one in running.split(",") if one))
