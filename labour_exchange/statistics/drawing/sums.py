"""Monthly sums beside the facts: how facts are added to them, how they are made again and compared, all from the names of the dimensions."""

from collections.abc import Mapping

from labour_exchange.statistics.models import GROUPS, SUMMED, FactMonth, FactMonthGroup

_MONTH = "date_trunc('month', effective_on)::date"
_REGION = "coalesce(region_code, '')"


def _stated(name: str) -> str:
    unstated = "0" if FactMonth.__table__.columns[name].type.python_type is int else "''"
    return f"coalesce({name}, {unstated})"


_MONTHS = {"measure": "measure", "region_code": _REGION, "month": _MONTH} | {name: _stated(name) for name in SUMMED}
_GROUPS = {"measure": "measure", "dimension": "g.dimension", "region_code": _REGION, "month": _MONTH, "value": "g.value"}
_VALUES = ", ".join(f"('{name}', coalesce({name}::text, ''))" for name in GROUPS)
_BY_GROUP = f"CROSS JOIN LATERAL (VALUES {_VALUES}) AS g (dimension, value)"


def _summed(key: Mapping[str, str], source: str) -> str:
    columns = ", ".join(f"{value} AS {name}" for name, value in key.items())
    return f"SELECT {columns}, sum(count) AS count FROM {source} GROUP BY {', '.join(key.values())}"  # noqa: S608 - constants


def _added(table: str, key: Mapping[str, str], source: str) -> str:
    names = ", ".join(key)
    return f"""INSERT INTO {table} AS m ({names}, count) {_summed(key, source)}
    ON CONFLICT ({names}) DO UPDATE SET count = m.count + excluded.count"""


def _wrong(table: str, key: Mapping[str, str], source: str) -> str:
    return f"""(SELECT count(*) FROM ({_summed(key, source)}) AS f FULL JOIN {table} m USING ({", ".join(key)})
    WHERE coalesce(f.count, 0) <> coalesce(m.count, 0))"""  # noqa: S608 - constants


def added_months(source: str) -> str:
    """INSERT that adds the facts of `source` to the sums by what is kept together."""
    return _added(FactMonth.__tablename__, _MONTHS, source)


def added_groups(source: str) -> str:
    """INSERT that adds the facts of `source` to the sums by one trait at a time."""
    return _added(FactMonthGroup.__tablename__, _GROUPS, f"{source} {_BY_GROUP}")


WRONG = f"{_wrong(FactMonth.__tablename__, _MONTHS, 'facts')} + {_wrong(FactMonthGroup.__tablename__, _GROUPS, f'facts {_BY_GROUP}')}"
"""How many sums are not those of the facts, as an expression."""
AGAIN = ("TRUNCATE fact_months, fact_month_groups", added_months("facts"), added_groups("facts"))
"""Statements of the owner role that make every sum anew."""
