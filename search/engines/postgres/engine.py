"""The engine inside the database that is there anyway: reads the document tables, needs nothing else."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, func, select, text
from sqlalchemy.exc import InterfaceError, OperationalError

from search.criteria import Criteria, ProfileCriteria, VacancyCriteria
from search.documents import Document, Kind, from_json
from search.engines.base import Clock, Connect, Rarities, Version
from search.engines.paging import Last, Paging, Question
from search.engines.postgres.facets import counted
from search.engines.postgres.rarities import CountedRarities
from search.engines.postgres.statements import page_statement, total_statement
from search.engines.postgres.tables import DOCUMENTS
from search.engines.postgres.writing import stored_versions
from search.queries.facets import counted_facets
from search.ranking import WEIGHTS, Weights, reasons
from search.results import EngineUnavailable, Facet, Hit, Page

NAME = "postgres"
TIMEOUT_MILLISECONDS = 3000

# Compiling takes longer than running, and a plan made for other words is a bad plan for these. The planner cannot know that testing a long vector,
# which is kept outside its row, is many times dearer than finding it in the index: a search for words is kept from reading the whole table.
_SETTINGS = text(
    "SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', :timeout, true), set_config('jit', 'off', true),"
    " set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true),"
    " set_config('random_page_cost', '1.1', true), set_config('enable_seqscan', :any_scan, true)"
)


class PostgresEngine:
    """`connect` gives a connection for one search, which runs in a read-only transaction of its own and is rolled back.

    `secret` signs cursors; every engine of a house is given the same.
    """

    def __init__(
        self,
        connect: Connect,
        *,
        secret: bytes,
        rarities: Rarities | None = None,
        clock: Clock | None = None,
        weights: Weights = WEIGHTS,
        timeout_milliseconds: int = TIMEOUT_MILLISECONDS,
    ) -> None:
        self._connect = connect
        self._paging = Paging(NAME, secret, rarities or CountedRarities(connect, weights=weights), clock, weights)
        self._timeout = str(timeout_milliseconds)

    @property
    def name(self) -> str:
        return NAME

    def find_vacancies(self, criteria: VacancyCriteria) -> Page:
        return self._find("vacancies", criteria)

    def find_profiles(self, criteria: ProfileCriteria) -> Page:
        return self._find("profiles", criteria)

    def put(self, kind: Kind, documents: Iterable[Document]) -> int:
        return 0

    def remove(self, kind: Kind, versions: Mapping[str, int]) -> int:
        return 0

    def refresh(self) -> None:
        """What is committed can be found."""

    def count(self, kind: Kind) -> int:
        table = DOCUMENTS[kind]
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(table).where(~table.c.deleted)).scalar_one()

    def versions(self, kind: Kind) -> Iterator[Version]:
        with self._reading() as connection:
            yield from stored_versions(connection, kind)

    def _find(self, kind: Kind, criteria: Criteria) -> Page:
        begun = time.perf_counter()
        with self._reading(has_words=bool(criteria.words)) as connection:
            question = self._paging.begin(kind, criteria)
            foreign = self._paging.is_foreign(question)
            rows = connection.execute(page_statement(question, foreign=foreign)).all() if question.limit else []
            total, facets = _counted(connection, question)
        shown = rows[: question.limit]
        following = None
        if len(rows) > question.limit and shown:
            following = self._paging.after(question, criteria, Last(shown[-1].ordered_by, shown[-1].public_id))
        hits = tuple(_hit(question, row) for row in shown)
        return Page(hits, total, facets, following, NAME, (time.perf_counter() - begun) * 1000)

    @contextmanager
    def _reading(self, *, has_words: bool = False) -> Iterator[Connection]:
        try:
            with self._connect() as connection:
                connection.execute(_SETTINGS, {"timeout": self._timeout, "any_scan": "off" if has_words else "on"})
                try:
                    yield connection
                finally:
                    connection.rollback()
        except (InterfaceError, OperationalError) as error:
            raise EngineUnavailable(type(error.orig).__name__) from error


def _counted(connection: Connection, question: Question) -> tuple[int, tuple[Facet, ...]]:
    plan = question.plan
    if not plan.facets:
        total: int = connection.execute(total_statement(plan)).scalar_one()
        return total, ()
    total, counts = counted(connection, plan)
    return total, counted_facets(plan, counts)


def _hit(question: Question, row: Row[Any]) -> Hit:
    plan = question.plan
    why = reasons(plan.clauses, plan.index.read(from_json(plan.index.kind, row.document)))
    return Hit(row.public_id, sum(reason.score for reason in why), why)
