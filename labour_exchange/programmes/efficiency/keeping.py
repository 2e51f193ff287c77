"""Assessments counted at night and kept for the pages, and reading what an actor may see of them."""

from datetime import datetime

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, require
from labour_exchange.foundation.jobs import defer, is_under_way
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes.access import ASSESS_MEASURES, visible_assessments
from labour_exchange.programmes.efficiency.assessment import Assessment, as_kept, assess_with_cells, assessed_years, from_kept
from labour_exchange.programmes.efficiency.cells import rows_of
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import LedgerEntry
from labour_exchange.programmes.states import EntryKind
from labour_exchange.territory.queries import regions

ASSESS_JOB = "assess_efficiency"
STILL_MOVING = 2
"""Years back of which something can still become known: contributions of the twelfth month and late evidence."""


def keep_assessment(session: Session, year: int, region: str | None = None) -> Assessment:
    """Count one and put it in the place of the one before. The session must act as the system."""
    _one_at_a_time(session)
    found, matched = assess_with_cells(session, year, region)
    model = EfficiencyAssessment
    session.execute(delete(model).where(model.year == year, model.region_code.is_not_distinct_from(region)))
    kept = model(year=year, region_code=region, result=as_kept(found), counted_at=clock.now())
    session.add(kept)
    session.flush()
    rows = [{"assessment_id": kept.id} | row for row in rows_of(found, matched, clock.today())]
    if rows:
        session.execute(insert(EfficiencyCell), rows)
    return found


def _one_at_a_time(session: Session) -> None:
    # The night, the ministry's button and the command may meet; two would each put theirs in the place of the same one.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("assess efficiency"))))


def assess_efficiency(session: Session) -> None:
    """What runs each night: years that can still change, years of which money came back since, and years that nobody has counted.

    In the country and in each region.
    """
    _one_at_a_time(session)
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


def is_being_assessed(session: Session) -> bool:
    """Whether the worker is at it, or will be next."""
    return is_under_way(session, ASSESS_JOB)


def ask_for_assessment(session: Session, actor: Actor) -> bool:
    """Have the worker assess before the night comes. False when one is under way already: it says the same."""
    require(actor, ASSESS_MEASURES)
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("ask for an assessment"))))
    if is_being_assessed(session):
        return False
    defer(session, ASSESS_JOB)
    record_act(session, actor, "ask for an assessment", "efficiency", None)
    return True


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
