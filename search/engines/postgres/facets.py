"""Facets and the total in one pass over the documents: what is asked of the database, and what its rows mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Row, Select, and_, false, func, literal, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY

from search.engines.postgres.conditions import condition_sql
from search.engines.postgres.tables import DOCUMENTS
from search.indexes.fields import FieldType
from search.queries.plans import FacetPlan, Filter, Plan, StepFacet

# Facets with one value a document are counted this many at once, by their combinations: hashing a row once for four costs little more than for one.
TOGETHER = 4
ALL = "all"
# A list is grouped as one text, its values between separators that stand in no code: texts hash faster than arrays.
BETWEEN = "\x1f"


class FacetCounts:
    """Filters that some facet is counted without are "lifted": they do not narrow the rows, they decide which of the counts a row adds to."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        own = {facet.without for facet in plan.facets} - {None}
        self._lifted: dict[str, list[Filter]] = {}
        for filter_ in plan.filters:
            if filter_.group in own:
                self._lifted.setdefault(str(filter_.group), []).append(filter_)
        self._kept = [filter_ for filter_ in plan.filters if filter_.group not in own]
        self._sets = self._grouped_facets()
        last = len(self._sets) - 1
        # GROUPING has one bit for each set's first facet, the first set's the highest; the bit of the set that a row belongs to is 0.
        self._set_numbers = {(2 << last) - 1 - (1 << last - number): number for number in range(last + 1)}
        self._count_places = {without: len(plan.facets) + number for number, without in enumerate((ALL, *self._lifted))}
        self._read_places = self._places()

    def statement(self) -> Select[Any]:
        """Rows: which set of facets, their values, and how many documents under all filters and under all but each lifted group."""
        hits = self._hits()
        leaders = [hits.c[facets[0].name] for facets in self._sets]
        values = [hits.c[facet.name] for facets in self._sets for facet in facets]
        sets = [tuple_(*(hits.c[facet.name] for facet in facets)) for facets in self._sets]
        counts = [self._count(hits, without).label(f"count_{without}") for without in (ALL, *self._lifted)]
        return select(func.grouping(*leaders).label("grouped"), *values, *counts).group_by(func.grouping_sets(*sets))

    def read(self, rows: Sequence[Row[Any]]) -> tuple[int, Mapping[str, list[tuple[str, int]]]]:
        """The total, and how many documents have each value of each facet."""
        counted: dict[str, Counter[str]] = {facet.name: Counter() for facet in self._plan.facets}
        total = 0
        for row in rows:
            number = self._set_numbers[row[0]]
            values: tuple[Any, ...] = row._tuple()[1:]
            total += values[self._count_places[ALL]] if number == 0 else 0
            for place, facet, count_place in self._read_places[number]:
                documents = values[count_place]
                if documents:
                    for value in _values(facet, values[place]):
                        counted[facet.name][value] += documents
        return total, {name: list(counter.items()) for name, counter in counted.items()}

    def _grouped_facets(self) -> list[list[FacetPlan]]:
        single = [facet for facet in self._plan.facets if not self._is_list(facet)]
        together = [single[start : start + TOGETHER] for start in range(0, len(single), TOGETHER)]
        return together + [[facet] for facet in self._plan.facets if self._is_list(facet)]

    def _is_list(self, facet: FacetPlan) -> bool:
        return self._plan.index.field(facet.field).type is FieldType.KEYWORDS

    def _places(self) -> list[list[tuple[int, FacetPlan, int]]]:
        """For each set: where in a row its facets' values stand, and the count that belongs to each."""
        ordered = [facet.name for facets in self._sets for facet in facets]
        counted = {facet.name: facet.without if facet.without in self._lifted else ALL for facet in self._plan.facets}
        return [[(ordered.index(facet.name), facet, self._count_places[str(counted[facet.name])]) for facet in facets] for facets in self._sets]

    def _hits(self) -> CTE:
        table = DOCUMENTS[self._plan.index.kind]
        index = self._plan.index
        kept = [condition_sql(filter_.condition, index, table) for filter_ in self._kept]
        flags = [
            func.coalesce(and_(*(condition_sql(filter_.condition, index, table) for filter_ in filters)), false()).label(f"meets_{group}")
            for group, filters in self._lifted.items()
        ]
        values = [_value(facet, table.c[facet.field], is_list=self._is_list(facet)).label(facet.name) for facet in self._plan.facets]
        return select(*values, *flags).where(~table.c.deleted, *kept).cte("hits")

    def _count(self, hits: CTE, without: str) -> ColumnElement[int]:
        needed: list[ColumnElement[bool]] = [hits.c[f"meets_{group}"] for group in self._lifted if group != without]
        return func.count().filter(and_(*needed)) if needed else func.count()


def _value(facet: FacetPlan, column: ColumnElement[Any], *, is_list: bool) -> ColumnElement[Any]:
    if isinstance(facet, StepFacet):
        return func.width_bucket(column, literal(list(facet.steps), ARRAY(Integer)))
    return func.array_to_string(column, BETWEEN) if is_list else column


def _values(facet: FacetPlan, value: Any) -> Sequence[str]:
    """What a grouped value counts for: every step that is reached, every code of a list, or itself."""
    if value is None:
        return ()
    if isinstance(facet, StepFacet):
        return [str(step) for step in facet.steps[:value]]
    if isinstance(value, str):
        return value.split(BETWEEN) if value else ()
    return (str(value).lower(),)
