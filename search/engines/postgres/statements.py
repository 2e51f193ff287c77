"""A plan written as SQL statements: the page and the total."""

from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Select, Table, and_, cast, func, literal, not_, or_, select, tuple_

from search.engines.paging import SAME_METRES, Question
from search.engines.postgres.conditions import condition_sql, counts_sql, metres_sql
from search.engines.postgres.tables import DOCUMENTS
from search.queries.conditions import Condition
from search.queries.cursors import Position
from search.queries.plans import Plan


def page_statement(question: Question, *, foreign: bool) -> Select[Any]:
    """Rows (public_id, document, ordered by); one more than the page, to know whether there is a next one."""
    plan = question.plan
    table = DOCUMENTS[plan.index.kind]
    by = _ordered_by(plan, table)
    hits = select(table.c.public_id, by.label("ordered_by")).where(~table.c.deleted, *_all_filters(plan, table)).cte("hits")
    chosen = select(hits)
    if question.after:
        chosen = chosen.where(_after(plan, hits, question.after, foreign=foreign))
    descending = plan.order.descending
    ordering = (hits.c.ordered_by.desc() if descending else hits.c.ordered_by, hits.c.public_id)
    page = chosen.order_by(*ordering).limit(question.limit + 1).cte("page")
    joined = page.join(table, table.c.public_id == page.c.public_id)
    outer = (page.c.ordered_by.desc() if descending else page.c.ordered_by, page.c.public_id)
    return select(page.c.public_id, table.c.document, page.c.ordered_by).select_from(joined).order_by(*outer)


def total_statement(plan: Plan) -> Select[Any]:
    table = DOCUMENTS[plan.index.kind]
    return select(func.count()).select_from(table).where(~table.c.deleted, *_all_filters(plan, table))


def _all_filters(plan: Plan, table: Table) -> list[ColumnElement[bool]]:
    return [condition_sql(filter_.condition, plan.index, table) for filter_ in plan.filters]


def _ordered_by(plan: Plan, table: Table) -> ColumnElement[Any]:
    if plan.order.by == "field":
        return table.c[plan.order.field]
    if plan.order.by == "distance":
        return metres_sql(table, plan.order.field, plan.order.origin)
    return _score(plan, table)


def _score(plan: Plan, table: Table) -> ColumnElement[int]:
    """The score in 64ths. A clause that every hit meets, because it is required, is a number and not a test."""
    required: set[Condition] = {filter_.condition for filter_ in plan.filters}
    score: ColumnElement[int] = literal(sum(clause.weight for clause in plan.clauses if clause.condition in required), Integer)
    for clause in plan.clauses:
        if clause.condition not in required:
            met = func.coalesce(counts_sql(clause.condition, plan.index, table), False)
            score = score + cast(met, Integer) * literal(clause.weight, Integer)
    return score


def _after(plan: Plan, hits: CTE, after: Position, *, foreign: bool) -> ColumnElement[bool]:
    by, public_id = hits.c.ordered_by, hits.c.public_id
    if plan.order.by == "distance" and foreign:
        seen = and_(by <= after.value + SAME_METRES, public_id <= after.public_id)
        return and_(by > after.value - SAME_METRES, not_(seen))
    if not plan.order.descending:
        return tuple_(by, public_id) > tuple_(literal(after.value), literal(after.public_id))
    return or_(by < after.value, and_(by == after.value, public_id > after.public_id))
