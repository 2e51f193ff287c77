"""Facts for tests of what is read from them: put where they are wanted, monthly sums included."""

from datetime import date
from itertools import count as numbers
from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.statistics.models import GROUPS, SUMMED, Fact, FactMonth, FactMonthGroup

_subjects = numbers(1_000_000_000)


def put(
    session: Session,
    measure: str,
    region: str | None,
    day: str,
    count: int,
    *,
    recorded_on: date | None = None,
    subject_id: int = 0,
    **dimensions: Any,
) -> None:
    """One fact of so many."""
    effective_on = date.fromisoformat(day)
    session.execute(text("SELECT make_fact_partition(:day)"), {"day": effective_on})
    session.execute(
        insert(Fact).values(
            effective_on=effective_on,
            recorded_on=recorded_on or effective_on,
            measure=measure,
            subject_kind="test",
            subject_id=subject_id or next(_subjects),
            entry=0,
            count=count,
            region_code=region,
            **dimensions,
        )
    )
    kept: dict[str, Any] = {name: FactMonth.__table__.columns[name].type.python_type() for name in SUMMED}
    key = kept | {name: value for name, value in dimensions.items() if name in kept}
    added = insert(FactMonth).values(month=effective_on.replace(day=1), measure=measure, region_code=region or "", count=count, **key)
    session.execute(added.on_conflict_do_update(constraint="pk_fact_months", set_={"count": FactMonth.count + count}))
    for dimension in GROUPS:
        where = {"measure": measure, "dimension": dimension, "region_code": region or "", "month": effective_on.replace(day=1)}
        summed = insert(FactMonthGroup).values(value=str(dimensions.get(dimension) or ""), count=count, **where)
        session.execute(summed.on_conflict_do_update(constraint="pk_fact_month_groups", set_={"count": FactMonthGroup.count + count}))
