"""Facets and the total: what is asked of the database, and what its rows mean."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Row, Select, func, literal, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY

from search.engines.postgres.conditions import condition_sql
from search.engines.postgres.tables import DOCUMENTS
from search.indexes.fields import FieldType
from search.queries.plans import FacetPlan, Filter, Plan, StepFacet

# Facets with one value a document are counted this many at once, by their combinations: hashing a row once for four costs little more than for one.
TOGETHER = 4
# A list is grouped as one text, its values between separators that stand in no code: texts hash faster than arrays.
BETWEEN = "\x1f"

# A document's major groups are the first digits of its unit groups: grouping by both took a fifth of the time of all facets.
DERIVED = {"occupation_majors": "occupation_units"}

Counts = Mapping[str, list[tuple[str, int]]]


def counted(connection: Connection, plan: Plan) -> tuple[int, Counts]:
    """The total, and how many documents have each value of each facet of the plan.

    One pass over the hits counts every facet whose own filter is not set. Each of the others is counted in a pass without its filter, which reads
    more documents but groups them by little.
    """
    used = {filter_.group for filter_ in plan.filters} - {None}
    lifted = dict.fromkeys(facet.without for facet in plan.facets if facet.without in used)
    total, counts = _pass(connection, plan, plan.filters, [facet for facet in plan.facets if facet.without not in lifted])
    for group in lifted:
        others = [filter_ for filter_ in plan.filters if filter_.group != group]
        counts |= _pass(connection, plan, others, [facet for facet in plan.facets if facet.without == group])[1]
    return total, counts


def _pass(connection: Connection, plan: Plan, filters: Iterable[Filter], facets: Sequence[FacetPlan]) -> tuple[int, dict[str, list[tuple[str, int]]]]:
    derived = _derived(facets)
    sets = _grouped(plan, [facet for facet in facets if facet.name not in derived])
    total, counts = _read(sets, connection.execute(_statement(plan, filters, sets)).all(), derived)
    return total, counts


def _derived(facets: Sequence[FacetPlan]) -> dict[str, FacetPlan]:
    """Facets that are told by the values of another one that is counted anyway, by name."""
    by_field = {facet.field: facet for facet in facets}
    return {facet.name: by_field[DERIVED[facet.field]] for facet in facets if DERIVED.get(facet.field) in by_field}


def _grouped(plan: Plan, facets: Sequence[FacetPlan]) -> list[list[FacetPlan]]:
    """Which facets are counted together: those with one value a document by fours, each list by itself."""
    single = [facet for facet in facets if not _is_list(plan, facet)]
    together = [single[start : start + TOGETHER] for start in range(0, len(single), TOGETHER)]
    return together + [[facet] for facet in facets if _is_list(plan, facet)]


def _statement(plan: Plan, filters: Iterable[Filter], sets: list[list[FacetPlan]]) -> Select[Any]:
    """Rows: which set, the values of its facets (and empty ones of the others), documents. The last set is everything: the total."""
    table = DOCUMENTS[plan.index.kind]
    kept = [condition_sql(filter_.condition, plan.index, table) for filter_ in filters]
    facets = [facet for together in sets for facet in together]
    values = [_value(plan, facet, table.c[facet.field]).label(facet.name) for facet in facets]
    hits = select(table.c.public_id, *values).where(~table.c.deleted, *kept).cte("hits")
    columns = [hits.c[facet.name] for facet in facets]
    leaders = [hits.c[together[0].name] for together in sets]
    grouped = [tuple_(*(hits.c[facet.name] for facet in together)) for together in sets]
    which = func.grouping(*leaders) if leaders else literal(0)
    counting = select(which, *columns, func.count()).select_from(hits)
    return counting.group_by(func.grouping_sets(*grouped, tuple_())) if sets else counting


def _read(sets: list[list[FacetPlan]], rows: Sequence[Row[Any]], derived: Mapping[str, FacetPlan]) -> tuple[int, dict[str, list[tuple[str, int]]]]:
    # GROUPING has one bit for each set's first facet, the first set's the highest. The bit of the set that a row belongs to is 0; the total has none.
    everything = (1 << len(sets)) - 1
    places = [facet.name for together in sets for facet in together]
    read = {
        everything - (1 << (len(sets) - 1 - number)): [(places.index(facet.name) + 1, facet) for facet in together]
        for number, together in enumerate(sets)
    }
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*places, *derived)}
    told_by = {facet.name: name for name, facet in derived.items()}
    total = 0
    for row in rows:
        which, documents = row[0], row[-1]
        if which == everything:
            total = documents
            continue
        for place, facet in read[which]:
            values = _values(facet, row[place])
            for value in values:
                counts[facet.name][value] += documents
            if facet.name in told_by:
                for major in {value[:1] for value in values}:
                    counts[told_by[facet.name]][major] += documents
    return total, {name: list(counter.items()) for name, counter in counts.items()}


def _is_list(plan: Plan, facet: FacetPlan) -> bool:
    return plan.index.field(facet.field).type is FieldType.KEYWORDS


def _value(plan: Plan, facet: FacetPlan, column: ColumnElement[Any]) -> ColumnElement[Any]:
    if isinstance(facet, StepFacet):
        return func.width_bucket(column, literal(list(facet.steps), ARRAY(Integer)))
    return func.array_to_string(column, BETWEEN) if _is_list(plan, facet) else column


def _values(facet: FacetPlan, value: Any) -> Sequence[str]:
    """What a grouped value counts for: every step that is reached, every code of a list, or itself."""
    if value is None:
        return ()
    if isinstance(facet, StepFacet):
        return [str(step) for step in facet.steps[:value]]
    if isinstance(value, str):
        return value.split(BETWEEN) if value else ()
    return (str(value).lower(),)
