"""The statements of an import, each for a whole batch."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from typing import cast as typed

from sqlalchemy import JSON, Select, Table, Text, bindparam, cast, func, literal_column, select, text, update
from sqlalchemy import column as sql_column
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import new_public_id
from labour_exchange.foundation.lifecycle.moves import Transition
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState

VACANCIES, EMPLOYERS, TRANSITIONS = (typed(Table, model.__table__) for model in (Vacancy, Employer, Transition))
ROWS = "rows"
FIRST_MOVES = {VacancyState.PUBLISHED: "publish", VacancyState.SUBMITTED: "submit", VacancyState.REJECTED: "reject"}


def lock_source(session: Session, source_name: str) -> None:
    """Let one import of a source go at a time; the lock ends with the transaction."""
    session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 1))"), {"name": f"import {source_name}"})


def stored_rows(session: Session, source_name: str, external_ids: Sequence[str]) -> dict[str, Any]:
    """What is stored of these advertisements, by their id in the source."""
    wanted = select(
        Vacancy.id, Vacancy.public_id, Vacancy.external_id, Vacancy.content_hash, Vacancy.state, Vacancy.employer_id, Vacancy.posts_filled
    ).where(Vacancy.source_name == source_name, Vacancy.external_id.in_(external_ids))
    return {row.external_id: row for row in session.execute(wanted)}


def published_with_keys(session: Session, keys: Sequence[str]) -> list[Any]:
    """Published vacancies that may be the same as new ones."""
    wanted = select(
        Vacancy.id,
        Vacancy.public_id,
        Vacancy.duplicate_key,
        Vacancy.source_name,
        Vacancy.place_text,
        Vacancy.title,
        Vacancy.description,
        Vacancy.requirements,
    ).where(Vacancy.duplicate_key.in_(keys), Vacancy.state == VacancyState.PUBLISHED)
    return list(session.execute(wanted))


def employer_ids(session: Session, source_name: str, named: Mapping[str, tuple[str, str, str | None]]) -> dict[str, int]:
    """Ids of employers by their key in the source, the unknown ones made; `named` maps a key to (name, BIN, region).

    A BIN leads to the registered employer that has it, and a claimed name to the employer that claimed it.
    """
    if not named:
        return {}
    bins = {bin: key for key, (_, bin, _) in named.items() if bin}
    found = {bins[row.bin]: row.id for row in session.execute(select(Employer.id, Employer.bin).where(Employer.bin.in_(bins)))}
    names = {key: name or key for key, (name, _, _) in named.items() if key not in found}
    known = _known_employers(session, source_name, list(names))
    other = [key for key, name in names.items() if key not in known or (known[key].state == EmployerState.UNCLAIMED and known[key].name != name)]
    if other:
        _write_employers(session, source_name, {key: (names[key], named[key][2]) for key in other})
        known |= _known_employers(session, source_name, other)
    return found | {key: row.id for key, row in known.items()}


def _known_employers(session: Session, source_name: str, keys: Sequence[str]) -> dict[str, Any]:
    """What is stored under these keys: id (of the claimant, where there is one), state and name."""
    who = func.coalesce(Employer.claimed_by_id, Employer.id).label("id")
    wanted = select(Employer.external_id, who, Employer.state, Employer.name).where(Employer.source == source_name, Employer.external_id.in_(keys))
    return {row.external_id: row for row in session.execute(wanted)}


def _write_employers(session: Session, source_name: str, named: Mapping[str, tuple[str, str | None]]) -> None:
    """Make the unknown ones unclaimed, and give known ones that are still unclaimed their new name; `named` maps a key to (name, region)."""
    rows = [
        {
            "public_id": new_public_id(),
            "name": name,
            "region_code": region,
            "about": "",
            "website": "",
            "state": EmployerState.UNCLAIMED,
            "source": source_name,
            "external_id": key,
            "applications_due": 0,
            "applications_answered": 0,
            "is_demo": False,
            "version": 1,
            "created_at": clock.now(),
        }
        for key, (name, region) in named.items()
    ]
    adding = _insert_of(EMPLOYERS, list(rows[0]))
    renamed = adding.on_conflict_do_update(
        constraint="uq_employers_source_external_id",
        set_={"name": adding.excluded.name},
        where=(EMPLOYERS.c.state == EmployerState.UNCLAIMED) & (EMPLOYERS.c.name != adding.excluded.name),
    )
    session.execute(renamed, _as_text(rows))


def add_vacancies(session: Session, actor: Actor, source_name: str, rows: Sequence[dict[str, object]]) -> dict[str, tuple[int, str]]:
    """Insert rows as published, handed in, or rejected when they repeat another, with one line of history each; ids by external id."""
    if not rows:
        return {}
    now = clock.now()
    same = {
        "source": VacancySource.IMPORT,
        "source_name": source_name,
        "posts_filled": 0,
        "applications": 0,
        "is_demo": False,
        "version": 1,
        "created_at": now,
        "rejection_note": "",
    }
    complete = [{"public_id": new_public_id(), **same, **row} for row in rows]
    adding = _insert_of(VACANCIES, list(complete[0]))
    returning = adding.returning(VACANCIES.c.id, VACANCIES.c.public_id, VACANCIES.c.external_id, VACANCIES.c.state)
    added = session.execute(returning, _as_text(complete)).all()
    log_moves(session, actor, [(row.id, FIRST_MOVES[row.state], VacancyState.DRAFT, row.state) for row in added])
    return {row.external_id: (row.id, row.public_id) for row in added}


def change_vacancies(session: Session, rows: Sequence[dict[str, object]]) -> None:
    """Write new contents; each row names its vacancy as `row_id`. What an office has read is to be read again."""
    alike: dict[frozenset[str], list[dict[str, object]]] = {}
    for row in rows:
        alike.setdefault(frozenset(row), []).append(row)
    for names, group in alike.items():
        named: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names if name != "row_id"}
        changing = update(VACANCIES).where(VACANCIES.c.id == bindparam("row_id"))
        changing = changing.values(**named, checked_at=None, checked_by_id=None, version=VACANCIES.c.version + 1)
        session.connection().execute(changing, [{name if name == "row_id" else f"new_{name}": value for name, value in row.items()} for row in group])


def withdraw_vacancies(session: Session, actor: Actor, stored: Sequence[Any]) -> None:
    """End vacancies that are closed at their source; their contents are forgotten, so that they open again when they come back."""
    ids = [row.id for row in stored]
    ending = update(VACANCIES).where(VACANCIES.c.id.in_(ids))
    session.execute(ending.values(state=VacancyState.WITHDRAWN, closed_at=clock.now(), content_hash=None, version=VACANCIES.c.version + 1))
    log_moves(session, actor, [(row.id, "withdraw", row.state, VacancyState.WITHDRAWN) for row in stored])


def log_moves(session: Session, actor: Actor, moves: Sequence[tuple[int, str, VacancyState, VacancyState]]) -> None:
    """Write the history of many vacancies: (id, action, before, after)."""
    now = clock.now()
    rows = [
        {
            "subject_kind": "vacancy",
            "subject_id": id,
            "action": action,
            "from_state": str(before),
            "to_state": str(after),
            "reason": "",
            "actor_label": actor.label,
            "user_id": actor.user_id,
            "moved_at": now,
        }
        for id, action, before, after in moves
    ]
    if rows:
        session.execute(_insert_of(TRANSITIONS, list(rows[0])), _as_text(rows))


def _insert_of(table: Table, names: Sequence[str]) -> Insert:
    """An INSERT of rows that all name these columns, given as one parameter: one for every value takes longer to read than the rows to store."""
    return insert(table).from_select(list(names), _given(table, names))


def _as_text(rows: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The parameter of `_insert_of`."""
    return {ROWS: json.dumps(rows, ensure_ascii=False, default=_plain)}


def _given(table: Table, names: Sequence[str]) -> Select[Any]:
    records = func.json_populate_recordset(literal_column(f"NULL::{table.name}"), cast(bindparam(ROWS, type_=Text), JSON))
    given = records.table_valued(*(sql_column(name) for name in table.columns.keys()), name="given")  # noqa: SIM118 - a collection of columns
    return select(*(given.c[name] for name in names))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be stored in a batch")
