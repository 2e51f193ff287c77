"""Counting beside the page, never in it: sums gather in the process and are written every two seconds, one statement for each table."""

import atexit
import logging
import os
import threading
from collections import Counter
from datetime import date

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.use.models import QueryUse, VacancyUse
from labour_exchange.discovery.use.rules import counted_text
from labour_exchange.foundation import clock
from labour_exchange.vacancies.models import Vacancy

FLUSH_SECONDS = 2.0
MOST_HELD = 20_000  # Of different things; what comes beyond while the database does not answer is not counted.

log = logging.getLogger(__name__)
Key = tuple[object, ...]


class Counters:
    """The sums of one process. A process that is killed loses at most what it counted in the last two seconds."""

    def __init__(self) -> None:
        self.flushes_by_itself = True
        self._lock = threading.Lock()
        self._vacancies: dict[Key, Counter[str]] = {}
        self._queries: dict[Key, Counter[str]] = {}
        self._process = 0

    def add_view(self, vacancy_id: int, *, is_from_search: bool) -> None:
        self._add(self._vacancies, (vacancy_id, clock.today()), views=1, from_search=int(is_from_search))

    def add_save(self, vacancy_id: int) -> None:
        self._add(self._vacancies, (vacancy_id, clock.today()), saves=1)

    def add_search(self, language: str, typed: str, found: int) -> None:
        """A first page of results; of a text that is not to be kept nothing is."""
        if words := counted_text(typed):
            self._add(self._queries, (language, words, clock.today()), searches=1, found=found, without_result=int(found == 0))

    def add_click(self, language: str, typed: str) -> None:
        if words := counted_text(typed):
            self._add(self._queries, (language, words, clock.today()), clicks=1)

    def flush(self) -> None:
        """Write what was counted; when the database refuses, it is kept for the next time."""
        with self._lock:
            vacancies, queries = self._vacancies, self._queries
            self._vacancies, self._queries = {}, {}
        if not (vacancies or queries):
            return
        try:
            with engines.connect() as connection, connection.begin():
                # A vacancy that was deleted meanwhile has no counters.
                known = set(connection.scalars(select(Vacancy.id).where(Vacancy.id.in_([key[0] for key in vacancies]))))
                for table, sums in (
                    (_table(VacancyUse), {key: counted for key, counted in vacancies.items() if key[0] in known}),
                    (_table(QueryUse), queries),
                ):
                    if sums:
                        connection.execute(_upsert(table), _rows(table, sums))
        except SQLAlchemyError:
            log.exception("what was searched and read could not be written; trying again")
            with self._lock:
                for held, written in ((self._vacancies, vacancies), (self._queries, queries)):
                    for key, counted in written.items():
                        held.setdefault(key, Counter()).update(counted)

    def _add(self, held: dict[Key, Counter[str]], key: Key, **counted: int) -> None:
        with self._lock:
            if key in held or len(held) < MOST_HELD:
                held.setdefault(key, Counter()).update(counted)
            if self._process == os.getpid() or not self.flushes_by_itself:
                return
            self._process = os.getpid()
        threading.Thread(target=self._flush_now_and_then, name="search use", daemon=True).start()

    def _flush_now_and_then(self) -> None:
        pause = threading.Event()
        while not pause.wait(FLUSH_SECONDS):
            self.flush()


counters = Counters()


@atexit.register
def _flush_the_rest() -> None:
    if counters.flushes_by_itself:
        counters.flush()


def add_application(session: Session, vacancy_id: int, day: date) -> None:
    """One application more on this day, in the caller's transaction."""
    table = _table(VacancyUse)
    session.execute(_upsert(table), [{"vacancy_id": vacancy_id, "day": day, "views": 0, "from_search": 0, "applications": 1, "saves": 0}])


def _table(model: type[VacancyUse] | type[QueryUse]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - a mapped class has a table
    return table


def _upsert(table: Table) -> object:
    statement = insert(table)
    added = {column.name: table.c[column.name] + statement.excluded[column.name] for column in table.c if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=[column.name for column in table.primary_key], set_=added)


def _rows(table: Table, sums: dict[Key, Counter[str]]) -> list[dict[str, object]]:
    """In one order in every process, so that two that write at once do not wait for each other in a ring."""
    keys = [column.name for column in table.primary_key]
    counted = [column.name for column in table.c if not column.primary_key]
    return [dict(zip(keys, key, strict=True)) | {name: sums[key][name] for name in counted} for key in sorted(sums, key=str)]
