"""Reading the cells behind an estimate, within what the actor may see of them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.paging import Page, page_of
from labour_exchange.programmes.access import visible_cells
from labour_exchange.programmes.efficiency.states import Standing
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell

PAGE_SIZE = 50


class Order(StrEnum):
    """By what the cells are sorted; numbers have the greatest first, what people have alike goes from its beginning."""

    PARTICIPANTS = "participants"
    OTHERS = "others"
    DIFFERENCE = "difference"
    ADDITIONAL = "additional"
    AGE = "age_group"
    SEX = "sex"
    EDUCATION = "education"
    REGION = "region_code"
    OCCUPATION = "occupation"
    WAITED = "waited"

    @property
    def is_descending(self) -> bool:
        """As it is when nothing is said."""
        return self in (Order.PARTICIPANTS, Order.OTHERS, Order.DIFFERENCE, Order.ADDITIONAL)


def groups_with_cells(session: Session, actor: Actor, year: int, region: str | None, dimension: str) -> set[str]:
    """Keys of the groups of a dimension behind whose estimates the actor may read cells; `all` has the empty key."""
    wanted = visible_cells(actor, select(EfficiencyCell.key).distinct()).where(*_of(year, region), EfficiencyCell.dimension == dimension)
    return set(session.scalars(wanted))


def shown_cells(
    session: Session,
    actor: Actor,
    group: tuple[int, str | None, str, str],
    order: Order = Order.PARTICIPANTS,
    *,
    descending: bool = True,
    cursor: str | None = None,
) -> Page[EfficiencyCell]:
    """A page of the cells that may be shown; `group` is year, region or None, dimension and key. Raises Refusal(bad_cursor)."""
    wanted = _cells_of(actor, group).where(EfficiencyCell.standing == Standing.SHOWN)
    keys = [getattr(EfficiencyCell, order), EfficiencyCell.id]
    return page_of(session, wanted, keys, cursor=cursor, limit=PAGE_SIZE, descending=descending)


def other_rows(session: Session, actor: Actor, group: tuple[int, str | None, str, str]) -> dict[Standing, EfficiencyCell]:
    """The row of all cells that are told together, and those of people without a match."""
    wanted = _cells_of(actor, group).where(EfficiencyCell.standing != Standing.SHOWN)
    return {one.standing: one for one in session.scalars(wanted)}


def all_rows(session: Session, actor: Actor, group: tuple[int, str | None, str, str], order: Order, *, descending: bool) -> Sequence[EfficiencyCell]:
    """Everything that is kept of the group, cells that are shown first."""
    column: Any = getattr(EfficiencyCell, order)
    ordered = (column.desc(), EfficiencyCell.id.desc()) if descending else (column, EfficiencyCell.id)
    wanted = _cells_of(actor, group).order_by(EfficiencyCell.standing != Standing.SHOWN, EfficiencyCell.standing != Standing.TOGETHER, *ordered)
    return session.scalars(wanted).all()


def _cells_of(actor: Actor, group: tuple[int, str | None, str, str]) -> Select[tuple[EfficiencyCell]]:
    year, region, dimension, key = group
    return visible_cells(actor, select(EfficiencyCell)).where(*_of(year, region), EfficiencyCell.dimension == dimension, EfficiencyCell.key == key)


def _of(year: int, region: str | None) -> tuple[Any, ...]:
    model = EfficiencyAssessment
    kept = select(model.id).where(model.year == year, model.region_code.is_not_distinct_from(region))
    return (EfficiencyCell.assessment_id == kept.scalar_subquery(),)
