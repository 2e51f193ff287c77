"""Take advertisements in, a batch at a time: new ones published, changed ones rewritten, repeated ones linked, bad ones answered."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.events import record
from labour_exchange.vacancies.events import VacanciesImported, VacanciesWithdrawn
from labour_exchange.vacancies.imports import statements, texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Rejected
from labour_exchange.vacancies.imports.columns import Columns, Reading
from labour_exchange.vacancies.imports.receipts import Outcome, Receipt
from labour_exchange.vacancies.imports.rows import Numbered
from labour_exchange.vacancies.imports.rules import Likeness, is_duplicate, likeness_of
from labour_exchange.vacancies.models import AdvertisementSource
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, RejectionCode, VacancyState

BATCH = 500


def register_source(session: Session, name: str, *, title: str = "") -> AdvertisementSource:
    """The registered source of this name, made at its first use."""
    source = session.get(AdvertisementSource, name)
    if source is None:
        source = AdvertisementSource(name=name, title=title or name, registered_at=clock.now())
        session.add(source)
        session.flush()
    return source


def import_batch(session: Session, actor: Actor, source: AdvertisementSource, rows: Sequence[Numbered], read: Reading) -> list[Receipt]:
    """Take one batch in and answer every row, in order. Commit after each batch: an import that was stopped goes on where it was."""
    return answered(session, rows, lambda some: _Batch(session, actor, source.name, read).take(some))


def answered(session: Session, rows: Sequence[Numbered], take: Callable[[Sequence[Numbered]], list[Receipt]]) -> list[Receipt]:
    """Every row's receipt, in order.

    When the database refuses something that the checks let through, the batch is taken row by row, so that one row never stops the rest.
    """
    try:
        with session.begin_nested():
            return take(rows)
    except DBAPIError:
        if len(rows) == 1:
            number, external_id, _ = rows[0]
            return [Receipt(number, external_id, Outcome.REJECTED, rejection=Rejected(texts.NOT_STORED))]
        return [receipt for row in rows for receipt in answered(session, [row], take)]


@dataclass(frozen=True, slots=True)
class _Original:
    """The first of several that say the same: stored already as (id, public id), or a row of this batch by its id in the source."""

    likeness: Likeness
    stored: tuple[int, str] | None = None
    external_id: str = ""


class _Batch:
    """The state of one batch while its rows are sorted by what must happen to them."""

    def __init__(self, session: Session, actor: Actor, source_name: str, read: Reading) -> None:
        self.session, self.actor, self.source_name, self.read = session, actor, source_name, read
        self.receipts: dict[int, Receipt] = {}
        self.new: dict[int, Advertisement] = {}
        self.changed: dict[int, Advertisement] = {}
        self.closed: list[Any] = []

    def take(self, rows: Sequence[Numbered]) -> list[Receipt]:
        statements.lock_source(self.session, self.source_name)
        ids = [external_id for _, external_id, said in rows if external_id and isinstance(said, Advertisement)]
        self.stored = statements.stored_rows(self.session, self.source_name, ids)
        seen: set[str] = set()
        for number, external_id, said in rows:
            if isinstance(said, Advertisement) and said.external_id in seen:
                said = Rejected(texts.REPEATED, "external_id")
            if isinstance(said, Rejected):
                self.receipts[number] = Receipt(number, external_id, Outcome.REJECTED, rejection=said)
            else:
                seen.add(said.external_id)
                self._sort(number, said)
        self._find_employers()
        self._add()
        published = [id for id, _ in self.added.values()] + self._change()
        if published:
            record(self.session, self.actor, VacanciesImported(self.source_name, tuple(published)))
        self._close()
        return [self.receipts[number] for number, _, _ in rows]

    def _sort(self, number: int, said: Advertisement) -> None:
        stored = self.stored.get(said.external_id)
        if stored is None and said.is_closed:
            self.receipts[number] = Receipt(number, said.external_id, Outcome.REJECTED, rejection=Rejected(texts.CLOSED, "is_closed"))
        elif stored is None:
            self.new[number] = said
        elif said.is_closed and VACANCY_LIFECYCLE.allows(stored.state, "withdraw"):
            self.closed.append(stored)
            self._answer(number, Outcome.UPDATED, stored.public_id, said)
        elif said.is_closed or stored.content_hash == said.content_hash():
            self._answer(number, Outcome.UNCHANGED, stored.public_id, said)
        else:
            self.changed[number] = said
            self._answer(number, Outcome.UPDATED, stored.public_id, said)

    def _answer(self, number: int, outcome: Outcome, public_id: str, said: Advertisement, duplicate_of: str | None = None) -> None:
        self.receipts[number] = Receipt(number, said.external_id, outcome, public_id, duplicate_of)

    def _find_employers(self) -> None:
        said = [*self.new.values(), *self.changed.values()]
        named = {each.employer_key: (each.employer_name, each.employer_bin, each.region_code) for each in said if each.employer_key}
        self.employers = statements.employer_ids(self.session, self.source_name, named)

    def _columns(self, said: dict[int, Advertisement]) -> dict[int, Columns]:
        read = self.read(list(said.values()), clock.today())
        return {
            number: columns | {"employer_id": self.employers.get(each.employer_key)}
            for (number, each), columns in zip(said.items(), read, strict=True)
        }

    def _add(self) -> None:
        """Publish new ones; of those that are the same, the first is published and the others are kept as its duplicates."""
        rows = self._columns(self.new)
        repeats = self._repeats(rows)
        published = [row | {"state": VacancyState.PUBLISHED, "published_at": clock.now()} for number, row in rows.items() if number not in repeats]
        self.added = statements.add_vacancies(self.session, self.actor, self.source_name, published)
        for number, said in self.new.items():
            if number not in repeats:
                self._answer(number, Outcome.CREATED, self.added[said.external_id][1], said)
        self._add_repeats(rows, repeats)

    def _repeats(self, rows: dict[int, dict[str, object]]) -> dict[int, _Original]:
        """The rows that say what another one says already, each with that one."""
        known: dict[str, list[_Original]] = {}
        for row in statements.published_with_keys(self.session, [str(row["duplicate_key"]) for row in rows.values()]):
            likeness = likeness_of(row.source_name or "", row.place_text, row.title, row.description, row.requirements)
            known.setdefault(row.duplicate_key, []).append(_Original(likeness, stored=(row.id, row.public_id)))
        repeats: dict[int, _Original] = {}
        rows_with = Counter(str(row["duplicate_key"]) for row in rows.values())
        for number, said in self.new.items():
            key = str(rows[number]["duplicate_key"])
            if rows_with[key] == 1 and key not in known:
                continue  # Nothing is compared with it: most rows of a source are like no other.
            likeness = likeness_of(self.source_name, said.place, said.title, said.description, said.requirements)
            same = known.setdefault(key, [])
            original = next((entry for entry in same if is_duplicate(entry.likeness, likeness)), None)
            if original:
                repeats[number] = original
            else:
                same.append(_Original(likeness, external_id=said.external_id))
        return repeats

    def _add_repeats(self, rows: dict[int, dict[str, object]], repeats: dict[int, _Original]) -> None:
        originals = {number: original.stored or self.added[original.external_id] for number, original in repeats.items()}
        refused = {"state": VacancyState.REJECTED, "rejection_code": RejectionCode.DUPLICATE, "checked_at": clock.now()}
        kept = [rows[number] | refused | {"duplicate_of_id": id} for number, (id, _) in originals.items()]
        stored = statements.add_vacancies(self.session, self.actor, self.source_name, kept)
        for number, (_, public_id) in originals.items():
            said = self.new[number]
            self._answer(number, Outcome.DUPLICATE, stored[said.external_id][1], said, public_id)

    def _change(self) -> list[int]:
        """Write new contents; ids of those that are open again."""
        reopened = []
        rows = []
        columns = self._columns(self.changed)
        for number, said in self.changed.items():
            stored, row = self.stored[said.external_id], columns[number]
            row |= {"row_id": stored.id, "posts": max(said.posts, stored.posts_filled), "employer_id": row["employer_id"] or stored.employer_id}
            del row["external_id"]
            if _is_closed_at_source(stored):
                row |= {"state": VacancyState.PUBLISHED, "closed_at": None}
                reopened.append(stored)
            elif said.apply_by_on is None:
                # Without a stated day an advertisement stays open thirty days from its first import, however often its text changes.
                del row["apply_by_on"]
            rows.append(row)
        statements.change_vacancies(self.session, rows)
        statements.log_moves(self.session, self.actor, [(row.id, "renew", row.state, VacancyState.PUBLISHED) for row in reopened])
        return [row.id for row in reopened]

    def _close(self) -> None:
        if self.closed:
            statements.withdraw_vacancies(self.session, self.actor, self.closed)
            record(self.session, self.actor, VacanciesWithdrawn(tuple(row.id for row in self.closed)))


def _is_closed_at_source(stored: Any) -> bool:
    """Withdrawn because its source closed it, and not by its employer: only then the contents are forgotten too."""
    return stored.state == VacancyState.WITHDRAWN and stored.content_hash is None
