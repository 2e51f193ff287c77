"""Effort groups against a real database: decided when facts change, kept as history, overridden with a reason, forgotten with the person."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case, EffortAssessment
from labour_exchange.cases.operations import assessments, close_case, forget_case_words
from labour_exchange.cases.queries import assessments_of
from labour_exchange.cases.rules import LONGEST_REASON
from labour_exchange.cases.states import CloseReason, EffortGroup
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.jobseekers.models import Registration
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

DAY = timedelta(days=1)
SYSTEM = system_actor("test")


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


def registered_for(session: Session, one: Case, days: int) -> None:
    row = session.scalars(select(Registration).where(Registration.jobseeker_id == one.jobseeker_id)).one()
    row.registered_on = clock.today() - days * DAY
    session.flush()


def announced(session: Session) -> list[str]:
    wanted = select(RecordedEvent.facts).where(RecordedEvent.kind == "effort_assessed").order_by(RecordedEvent.id)
    return [facts["effort_group"] for facts in session.scalars(wanted)]


def test_time_on_the_register_moves_a_person_and_history_is_kept(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    assessments.assess_open_cases(session, session.flush)
    assert [each.group for each in assessments_of(session, at_work, one)] == [EffortGroup.INDEPENDENT]
    registered_for(session, one, 400)
    assessments.assess_open_cases(session, session.flush)
    made = assessments_of(session, at_work, one)
    assert [each.group for each in made] == [EffortGroup.INTENSIVE, EffortGroup.INDEPENDENT]
    assert made[0].rule_codes == ["registered_12_months"]
    assert announced(session) == ["independent", "intensive"]


def test_the_night_is_committed_in_portions_and_leaves_nobody_out(session: Session, at_work: Actor) -> None:
    made = [case(session, at_work) for _ in range(5)]
    close_case(session, at_work, made.pop(), reason=CloseReason.OTHER)
    for one in made:
        registered_for(session, one, 400)
    seen: list[int] = []

    def commit() -> None:
        wanted = select(EffortAssessment.case_id).where(EffortAssessment.group == EffortGroup.INTENSIVE)
        seen.append(len(session.scalars(wanted).all()))

    assert assessments.assess_open_cases(session, commit, portion=2) == 4
    assert seen == [2, 4]


def test_an_officers_own_decision_has_a_reason_and_stands(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    for reason in (" ", "x" * (LONGEST_REASON + 1)):
        with pytest.raises(InvalidInput):
            assessments.override_effort(session, at_work, one, group=EffortGroup.INTENSIVE, reason=reason)
    assessments.override_effort(session, at_work, one, group=EffortGroup.INTENSIVE, reason="Cares for a parent")
    assessments.assess_again(session, {"jobseeker_id": one.jobseeker_id})
    latest, first = assessments_of(session, at_work, one)
    assert (latest.group, latest.reason, latest.assessed_by_id) == (EffortGroup.INTENSIVE, "Cares for a parent", at_work.user_id)
    assert assessments.return_to_rules(session, at_work, one).group is first.group
    assessments.return_to_rules(session, at_work, one)
    assert len(assessments_of(session, at_work, one)) == 3


def test_a_job_still_held_is_no_break(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    assert assessments.facts_of(session, at_work, one).worked_until == clock.today()
    assert one.jobseeker.profile is not None
    one.jobseeker.profile.work_history[0].ended_on = clock.today() - 800 * DAY
    session.flush()
    assert assessments.assess(session, SYSTEM, one).rule_codes == ["out_of_work_24_months"]


def test_nobody_of_another_region_decides_nor_the_person_nor_after_the_end(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    for stranger in (officer(staff(session, office(session, "KZ-75"))), actor_of(one.jobseeker)):
        with pytest.raises(NotFound):
            assessments.override_effort(session, stranger, one, group=EffortGroup.INTENSIVE, reason="x")
        with pytest.raises(NotFound):
            assessments.return_to_rules(session, stranger, one)
    with pytest.raises(NotFound):
        assessments_of(session, actor_of(registered(session)), one)
    close_case(session, at_work, one, reason=CloseReason.OTHER)
    with pytest.raises(Conflict):
        assessments.override_effort(session, at_work, one, group=EffortGroup.INTENSIVE, reason="x")


def test_the_database_alone_hides_another_regions_decisions(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    for actor, seen in ((at_work, 1), (actor_of(one.jobseeker), 1), (elsewhere, 0)):
        with acting_as(session, actor):
            assert len(session.scalars(select(EffortAssessment.id).where(EffortAssessment.case_id == one.id)).all()) == seen


def test_erasure_empties_reasons_and_conditions(session: Session, at_work: Actor) -> None:
    one = case(session, at_work)
    registered_for(session, one, 400)
    assessments.assess(session, SYSTEM, one)
    assessments.override_effort(session, at_work, one, group=EffortGroup.SUPPORTED, reason="Cares for a parent")
    forget_case_words(session, {"jobseeker_id": one.jobseeker_id})
    session.expire_all()
    kept = assessments_of(session, at_work, one)
    assert {(each.reason, *each.rule_codes) for each in kept} == {("erased",), ("",)}
    assert [each.group for each in kept] == [EffortGroup.SUPPORTED, EffortGroup.INTENSIVE, EffortGroup.INDEPENDENT]
