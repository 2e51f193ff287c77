"""Conditions written as SQL over a document table."""

import math
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Table, Text, and_, cast, false, func, literal, not_, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from search.engines.postgres.tables import place_columns
from search.indexes.fields import FieldType, Index
from search.indexes.places import EARTH_METRES, Place
from search.queries.conditions import AnyOf, AtLeast, AtMost, Condition, Either, Every, HasOnly, Is, Missing, Near, Not

# The box around a circle is drawn a little too large: what it lets through is measured afterwards.
BOX_MARGIN = 1.001


def condition_sql(condition: Condition, index: Index, table: Table) -> ColumnElement[bool]:
    match condition:
        case Every(conditions):
            return and_(true(), *(condition_sql(part, index, table) for part in conditions))
        case Either(conditions):
            return or_(false(), *(condition_sql(part, index, table) for part in conditions))
        case Not(negated):
            # An empty field does not meet the condition, so it meets its negation: SQL alone would say neither.
            return not_(func.coalesce(condition_sql(negated, index, table), false()))
        case AnyOf(field, values):
            return any_of_sql(index, table, field, values)
        case Is(field, flag):
            return table.c[field] == literal(flag)
        case AtLeast(field, least):
            return table.c[field] >= literal(least)
        case AtMost(field, most):
            return table.c[field] <= literal(most)
        case Near(field, place, metres):
            return near_sql(table, field, place, metres)
        case HasOnly(field, values):
            return table.c[field].op("<@", is_comparison=True)(_texts(values))
        case Missing(field):
            several = index.field(field).type is FieldType.KEYWORDS
            return func.cardinality(table.c[field]) == 0 if several else table.c[field].is_(None)
        case _:
            assert_never(condition)


def any_of_sql(index: Index, table: Table, field: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    column = table.c[field]
    match index.field(field).type:
        case FieldType.TERMS:
            return column.op("@@", is_comparison=True)(cast(literal(_tsquery(values), Text), TSQUERY))
        case FieldType.KEYWORDS:
            return column.op("&&", is_comparison=True)(_texts(values))
        case _:
            return column == func.any(_texts(values))


def counts_sql(condition: Condition, index: Index, table: Table) -> ColumnElement[bool]:
    """The condition as a clause of the score, tested for every hit: a long field is asked once, through its index, and not hit by hit."""
    if isinstance(condition, AnyOf) and index.field(condition.field).long:
        inner = table.alias()
        found = any_of_sql(index, inner, condition.field, condition.values)  # type: ignore[arg-type]
        return table.c.public_id.in_(select(inner.c.public_id).where(found))
    return condition_sql(condition, index, table)


def metres_sql(table: Table, field: str, origin: Place) -> ColumnElement[float]:
    """The same haversine as `search.indexes.places`, term by term."""
    latitude, longitude = (table.c[name] for name in place_columns(field))
    north = 1 - func.cos(func.radians(origin[0]) - func.radians(latitude))
    east = 1 - func.cos(func.radians(literal(origin[1]) - longitude))
    key = north + func.cos(func.radians(origin[0])) * func.cos(func.radians(latitude)) * east
    return 2 * EARTH_METRES * func.asin(func.least(1.0, func.sqrt(key * 0.5)))


def near_sql(table: Table, field: str, place: Place, metres: float) -> ColumnElement[bool]:
    latitude = table.c[place_columns(field)[0]]
    reach = math.degrees(metres / EARTH_METRES) * BOX_MARGIN
    return and_(latitude.between(place[0] - reach, place[0] + reach), metres_sql(table, field, place) <= metres)


def _texts(values: tuple[str, ...]) -> ColumnElement[Any]:
    return literal(list(values), ARRAY(Text))


def _tsquery(terms: tuple[str, ...]) -> str:
    return " | ".join(quoted(term) for term in terms)


def quoted(term: str) -> str:
    """A lexeme as tsvector and tsquery read it: nothing inside it is an operator, and no dictionary touches it."""
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
