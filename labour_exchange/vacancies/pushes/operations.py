"""Take pushed vacancies in, a batch at a time: each line is created, updated, unchanged, withdrawn or answered with a reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.events import record
from labour_exchange.vacancies import access
from labour_exchange.vacancies.events import VacanciesImported, VacanciesWithdrawn, VacancyClosed, VacancySubmitted
from labour_exchange.vacancies.imports import statements
from labour_exchange.vacancies.imports import texts as import_texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Rejected
from labour_exchange.vacancies.imports.columns import Reading
from labour_exchange.vacancies.imports.operations import answered
from labour_exchange.vacancies.imports.receipts import Outcome, Receipt
from labour_exchange.vacancies.imports.rows import Numbered
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes.rules import EmployerTerms, Move, moves_after_change, refusal_of, refusal_of_change
from labour_exchange.vacancies.pushes.statements import employers_by_bin, stored_vacancies
from labour_exchange.vacancies.rules import LONGEST_OPEN_DAYS
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, VacancySource, VacancyState


def source_of(agency: Agency, source: str) -> str:
    """The name under which an agency's source is kept: two agencies may call theirs the same."""
    return f"{agency.public_id}/{source}"


def push_batch(session: Session, actor: Actor, agency: Agency, source: str, rows: Sequence[Numbered], read: Reading) -> list[Receipt]:
    """Take one batch in and answer every row, in order; commit after each batch."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id != agency.id:
        raise NotFound
    return answered(session, rows, lambda some: _Batch(session, actor, agency, source_of(agency, source), read).take(some))


def take_off(session: Session, actor: Actor, vacancy: Vacancy) -> bool:
    """Withdraw a vacancy at the wish of its source, so that its id may come back; False when it was over already."""
    if not access.may_keep(actor, vacancy) or vacancy.source_name is None:
        raise NotFound
    statements.lock_source(session, vacancy.source_name)
    session.refresh(vacancy, ["state", "version"], with_for_update=True)
    if not VACANCY_LIFECYCLE.allows(vacancy.state, "withdraw"):
        return False
    statements.withdraw_vacancies(session, actor, [vacancy])
    record(session, actor, VacancyClosed(vacancy.id, VacancyState.WITHDRAWN))
    session.refresh(vacancy, ["state", "version", "closed_at"])
    return True


class _Batch:
    """The state of one batch while its rows are sorted by what must happen to them."""

    def __init__(self, session: Session, actor: Actor, agency: Agency, source_name: str, read: Reading) -> None:
        self.session, self.actor, self.agency, self.source_name, self.read = session, actor, agency, source_name, read
        self.receipts: dict[int, Receipt] = {}
        self.new: dict[int, tuple[Advertisement, EmployerTerms]] = {}
        self.changed: dict[int, tuple[Advertisement, EmployerTerms]] = {}
        self.closed: list[Any] = []

    def take(self, rows: Sequence[Numbered]) -> list[Receipt]:
        statements.lock_source(self.session, self.source_name)
        said = [one for _, _, one in rows if isinstance(one, Advertisement)]
        self.stored = stored_vacancies(self.session, self.source_name, [one.external_id for one in said])
        self.employers = employers_by_bin(self.session, self.agency.id, {one.employer_bin for one in said if one.employer_bin}, clock.today())
        seen: set[str] = set()
        for number, external_id, one in rows:
            if isinstance(one, Advertisement) and one.external_id in seen:
                one = Rejected(import_texts.REPEATED, "external_id")
            if isinstance(one, Rejected):
                self.receipts[number] = Receipt(number, external_id, Outcome.REJECTED, rejection=one)
            else:
                seen.add(one.external_id)
                self._sort(number, one)
        published = self._add() + self._change()
        if published:
            record(self.session, self.actor, VacanciesImported(self.source_name, tuple(published)))
        self._close()
        return [self.receipts[number] for number, _, _ in rows]

    def _sort(self, number: int, said: Advertisement) -> None:
        stored = self.stored.get(said.external_id)
        if said.is_closed:
            self._sort_closed(number, said, stored)
            return
        employer = self.employers.get(said.employer_bin)
        refusal = refusal_of(said, employer, clock.today())
        if employer is None or refusal is not None:
            self._refuse(number, said, refusal, stored)
            return
        said = replace(said, employer_name=employer.name)
        if stored is None:
            self.new[number] = (said, employer)
        elif stored.content_hash == said.content_hash():
            self._answer(number, said, Outcome.UNCHANGED, stored.public_id, stored.state)
        else:
            facts = {"state": stored.state, "employer_id": stored.employer_id, "filled": stored.posts_filled}
            refusal = refusal_of_change(said, employer, **facts)
            if refusal is not None:
                self._refuse(number, said, refusal, stored)
            else:
                self.changed[number] = (said, employer)

    def _sort_closed(self, number: int, said: Advertisement, stored: Any) -> None:
        """Taking off needs no mandate: what an agency has brought it may always take back."""
        if stored is None:
            self._refuse(number, said, Rejected(import_texts.CLOSED, "is_closed"), None)
        elif VACANCY_LIFECYCLE.allows(stored.state, "withdraw"):
            self.closed.append(stored)
            self._answer(number, said, Outcome.UPDATED, stored.public_id, VacancyState.WITHDRAWN)
        else:
            self._answer(number, said, Outcome.UNCHANGED, stored.public_id, stored.state)

    def _answer(self, number: int, said: Advertisement, outcome: Outcome, public_id: str, state: VacancyState) -> None:
        self.receipts[number] = Receipt(number, said.external_id, outcome, public_id, state=state.value)

    def _refuse(self, number: int, said: Advertisement, refusal: Rejected | None, stored: Any) -> None:
        known = {"public_id": stored.public_id, "state": stored.state.value} if stored else {}
        self.receipts[number] = Receipt(number, said.external_id, Outcome.REJECTED, rejection=refusal, **known)

    def _columns(self, said: dict[int, tuple[Advertisement, EmployerTerms]]) -> dict[int, dict[str, object]]:
        read = self.read([one for one, _ in said.values()], clock.today())
        latest = clock.today() + timedelta(days=LONGEST_OPEN_DAYS)
        return {
            number: columns | {"employer_id": employer.id, "apply_by_on": one.apply_by_on or latest}
            for (number, (one, employer)), columns in zip(said.items(), read, strict=True)
        }

    def _add(self) -> list[int]:
        """Publish for verified employers, hand in for others; ids of those that are public now."""
        rows = self._columns(self.new)
        for number, (_, employer) in self.new.items():
            state = VacancyState.PUBLISHED if employer.is_trusted else VacancyState.SUBMITTED
            rows[number] |= {
                "state": state,
                "source": VacancySource.AGENCY,
                "agency_id": self.agency.id,
                "is_demo": employer.is_demo,
                "submitted_at": clock.now(),
                "published_at": clock.now() if employer.is_trusted else None,
            }
        added = statements.add_vacancies(self.session, self.actor, self.source_name, list(rows.values()))
        published = []
        for number, (said, employer) in self.new.items():
            id, public_id = added[said.external_id]
            self._answer(number, said, Outcome.CREATED, public_id, VacancyState.PUBLISHED if employer.is_trusted else VacancyState.SUBMITTED)
            if employer.is_trusted:
                published.append(id)
            else:
                record(self.session, self.actor, VacancySubmitted(id))
        return published

    def _change(self) -> list[int]:
        """Write new contents and move the state on; ids of those that are public again."""
        rows, moved, published = [], [], []
        columns = self._columns(self.changed)
        for number, (said, employer) in self.changed.items():
            stored, row = self.stored[said.external_id], columns[number] | {"row_id": self.stored[said.external_id].id}
            del row["external_id"]
            moves = moves_after_change(stored.state, is_trusted=employer.is_trusted, was_taken_off=stored.content_hash is None)
            state = moves[-1][1] if moves else stored.state
            if said.apply_by_on is None and not any(action == "renew" for action, _ in moves):
                del row["apply_by_on"]
            if moves:
                row |= _moved_columns(stored, state)
                moved += _history(stored, moves)
            if moves and state is VacancyState.PUBLISHED:
                published.append(stored.id)
            elif moves and state is VacancyState.SUBMITTED:
                record(self.session, self.actor, VacancySubmitted(stored.id))
            self._answer(number, said, Outcome.UPDATED, stored.public_id, state)
            rows.append(row)
        statements.change_vacancies(self.session, rows)
        statements.log_moves(self.session, self.actor, moved)
        return published

    def _close(self) -> None:
        if self.closed:
            statements.withdraw_vacancies(self.session, self.actor, self.closed)
            record(self.session, self.actor, VacanciesWithdrawn(tuple(row.id for row in self.closed)))


def _moved_columns(stored: Any, state: VacancyState) -> dict[str, object]:
    """What a new state brings with it."""
    columns: dict[str, object] = {"state": state, "closed_at": None, "rejection_code": None, "rejection_note": "", "submitted_at": clock.now()}
    if state is VacancyState.PUBLISHED:
        columns["published_at"] = stored.published_at or clock.now()
    return columns


def _history(stored: Any, moves: Sequence[Move]) -> list[tuple[int, str, VacancyState, VacancyState]]:
    before, lines = stored.state, []
    for action, after in moves:
        lines.append((stored.id, action, before, after))
        before = after
    return lines
