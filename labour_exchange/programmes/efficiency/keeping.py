"""Assessments counted at night and kept for the pages, and reading what an actor may see of them."""

from datetime import datetime

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.programmes.access import visible_assessments
from labour_exchange.programmes.efficiency.assessment import Assessment, as_kept, assess, assessed_years, from_kept
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import LedgerEntry
from labour_exchange.programmes.states import EntryKind
from labour_exchange.territory.queries import regions

STILL_MOVING = 2
"""Years back of which something can still become known: contributions of the twelfth month and late evidence."""


def keep_assessment(session: Session, year: int, region: str | None = None) -> Assessment:
    """Count one and put it in the place of the one before. The session must act as the system."""
    found = assess(session, year, region)
    model = EfficiencyAssessment
    session.execute(delete(model).where(model.year == year, model.region_code.is_not_distinct_from(region)))
    session.add(model(year=year, region_code=region, result=as_kept(found), counted_at=clock.now()))
    session.flush()
    return found


def assess_efficiency(session: Session) -> None:
    """What runs each night: years that can still change, years of which money came back since, and years that nobody has counted.

    In the country and in each region.
    """
    counted = select(EfficiencyAssessment.year, func.min(EfficiencyAssessment.counted_at)).group_by(EfficiencyAssessment.year)
    kept = {row[0]: row[1] for row in session.execute(counted)}
    returned = select(func.extract("year", Enrolment.started_on), func.max(LedgerEntry.recorded_at)).join(
        Enrolment, Enrolment.id == LedgerEntry.enrolment_id
    )
    since = {int(row[0]): row[1] for row in session.execute(returned.where(LedgerEntry.kind == EntryKind.RETURN).group_by(text("1")))}
    for year in assessed_years(session):
        is_moving = year >= clock.today().year - STILL_MOVING
        if year not in kept or is_moving or year in since and since[year] >= kept[year]:
            for region in (None, *(place.iso_code for place in regions())):
                keep_assessment(session, year, region)


def kept_years(session: Session, actor: Actor, region: str | None) -> list[int]:
    """Years of which the actor may read the assessment, the latest first."""
    wanted = select(EfficiencyAssessment).where(EfficiencyAssessment.region_code.is_not_distinct_from(region))
    return sorted({one.year for one in session.scalars(visible_assessments(actor, wanted)) if one.result["whole"]}, reverse=True)


def kept_assessment(session: Session, actor: Actor, year: int, region: str | None) -> tuple[Assessment, datetime] | None:
    """The assessment and when it was counted; None when there is none that the actor may read."""
    model = EfficiencyAssessment
    wanted = select(model).where(model.year == year, model.region_code.is_not_distinct_from(region))
    found = session.scalars(visible_assessments(actor, wanted)).one_or_none()
    return (from_kept(found.result), found.counted_at) if found else None
