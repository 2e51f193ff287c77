"""A fact as the select list of a statement: what is known of it by name, everything else not stated."""

from sqlalchemy.dialects import postgresql

from labour_exchange.statistics.models import Fact

_KINDS = {name: column.type.compile(postgresql.dialect()) for name, column in Fact.__table__.columns.items()}  # type: ignore[no-untyped-call]
NAMES = tuple(_KINDS)
COLUMNS = ", ".join(NAMES)
"""The columns of a fact in the order in which every statement gives them."""
PERSON = {name: f"t.{name}" for name in ("sex", "age_group", "education", "disability")}
"""What is told of a person, from the traits `t`."""
OCCUPATION = {"occupation_major": "left(t.occupation_code, 1)", "occupation_unit": "t.occupation_code"}


def fact(**known: str) -> str:
    """SQL for each named column; those that are not named are NULL of their own type. Raises KeyError for a column that a fact has not."""
    unknown = set(known) - set(NAMES)
    if unknown:
        raise KeyError(f"a fact has no {', '.join(sorted(unknown))}")
    return ", ".join(f"{known.get(name, f'NULL::{kind}')} AS {name}" for name, kind in _KINDS.items())


def with_traits(kind: str) -> str:
    """FROM what is due of a kind, with its traits as `t`."""
    return f"FROM due d JOIN fact_traits t ON d.subject_kind = '{kind}' AND t.subject_kind = d.subject_kind AND t.subject_id = d.subject_id"


def day_of(instant: str) -> str:
    """The day in the country on which an instant fell."""
    return f"({instant} AT TIME ZONE :zone)::date"
