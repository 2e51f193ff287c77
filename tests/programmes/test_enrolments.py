"""The way through a measure: applied, decided, prepared, approved by another, begun, ended, and what came of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.programmes.operations import enrolments as operations
from labour_exchange.programmes.operations import participation
from labour_exchange.programmes.queries import enrolments as queries
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import DropReason, EnrolmentState, Outcome
from tests.factories import programmes as made
from tests.factories.jobseekers import actor_of
from tests.factories.placements import confirmed, hiring_employer, open_vacancy
from tests.programmes.conftest import Cast


def test_whoever_meets_the_rules_is_eligible(session: Session, cast: Cast) -> None:
    found = made.eligible(session, cast.measure, cast.officer)
    assert (found.state, found.findings, found.terms.version) == (EnrolmentState.ELIGIBLE, [], 1)
    assert [move.action for move in history(session, "enrolment", found.id)] == ["apply", "accept"]


@pytest.mark.parametrize(("days", "state"), [(29, EnrolmentState.REFUSED), (30, EnrolmentState.ELIGIBLE), (31, EnrolmentState.ELIGIBLE)])
def test_a_rule_refuses_below_its_edge_and_the_refusal_names_it(session: Session, cast: Cast, days: int, state: EnrolmentState) -> None:
    found = made.eligible(session, cast.measure, cast.officer, made.unemployed(session, days=days))
    assert found.state is state
    said = [f"registered for {days} days, the measure asks for 30"] if state is EnrolmentState.REFUSED else []
    assert queries.refusal_sentences(found, "en") == said


def test_a_person_applies_for_himself_and_for_nobody_else(session: Session, cast: Cast) -> None:
    person, other = made.unemployed(session), made.unemployed(session)
    with pytest.raises(NotFound):
        operations.apply_for_measure(session, actor_of(other), person, cast.measure, declared=Declared())
    found = operations.apply_for_measure(session, actor_of(person), person, cast.measure, declared=Declared())
    assert [one["rule"] for one in found.findings] == ["has_plan"]


def test_two_open_applications_for_one_measure_cannot_be(session: Session, cast: Cast) -> None:
    person = made.unemployed(session)
    made.eligible(session, cast.measure, cast.officer, person)
    with pytest.raises(Conflict, match="already_enrolled"):
        made.eligible(session, cast.measure, cast.officer, person)


def test_another_region_does_not_exist(session: Session, cast: Cast) -> None:
    person = made.unemployed(session, "KZ-71")
    with pytest.raises(NotFound):
        made.eligible(session, cast.measure, cast.stranger, person)
    found = made.prepared(session, cast.measure, cast.officer, person)
    with pytest.raises(NotFound):
        operations.approve_enrolment(session, cast.stranger, found)
    with pytest.raises(NotFound):
        queries.enrolment_for(session, cast.stranger, found.public_id)


def test_nobody_approves_what_they_prepared(session: Session, cast: Cast) -> None:
    found = made.prepared(session, cast.measure, cast.approver)
    for act in (operations.approve_enrolment, lambda *three: operations.decline_enrolment(*three, reason="No.")):
        with pytest.raises(Conflict, match="same_person"):
            act(session, cast.approver, found)
    with pytest.raises(NotFound):
        operations.approve_enrolment(session, cast.officer, found)
    assert operations.approve_enrolment(session, cast.second_approver, found).state is EnrolmentState.APPROVED


def test_an_approval_promises_the_place_and_the_money(session: Session, cast: Cast) -> None:
    made.approved(session, cast.measure, cast.officer, cast.approver, amount=200_000)
    assert (cast.allocation.places_taken, cast.allocation.committed, cast.allocation.paid) == (1, 200_000, 0)
    assert disagreements(session) == []


def test_a_committee_needs_two_members(session: Session, cast: Cast) -> None:
    credit = made.measure(session, made.MICROCREDIT)
    plan = made.allocation(session, credit)
    found = made.prepared(session, credit, cast.officer, amount=3_000_000)
    first = operations.approve_enrolment(session, cast.approver, found)
    assert (first.state, plan.committed) == (EnrolmentState.PREPARED, 0)
    with pytest.raises(Conflict, match="same_person"):
        operations.approve_enrolment(session, cast.approver, found)
    assert operations.approve_enrolment(session, cast.second_approver, found).state is EnrolmentState.APPROVED
    assert plan.committed == 3_000_000


@pytest.mark.parametrize(
    ("days", "amount", "field"),
    [(-1, 1, "ends_on"), (0, 1, None), (0, 476_490, None), (0, 476_491, "amount"), (0, -1, "amount")],
)
def test_what_is_prepared_keeps_the_terms(session: Session, cast: Cast, days: int, amount: int, field: str | None) -> None:
    first, found = clock.today(), made.eligible(session, cast.measure, cast.officer)
    facts: dict[str, Any] = {"starts_on": first, "ends_on": first + timedelta(days=days), "amount": amount}
    assert _wrong_fields(session, cast, found, facts) == ([field] if field else [])


@pytest.mark.parametrize(("beyond", "is_right"), [(-1, True), (0, False)])
def test_the_longest_duration_ends_the_day_before(session: Session, cast: Cast, beyond: int, is_right: bool) -> None:
    first, found = clock.today(), made.eligible(session, cast.measure, cast.officer)
    last = months_later(first, 12) + timedelta(days=beyond)
    assert (_wrong_fields(session, cast, found, {"starts_on": first, "ends_on": last, "amount": 1}) == []) is is_right


def test_without_a_plan_for_the_day_nothing_is_prepared(session: Session, cast: Cast) -> None:
    found, first = made.eligible(session, cast.measure, cast.officer), clock.today() + timedelta(days=201)
    assert _wrong_fields(session, cast, found, {"starts_on": first, "ends_on": first, "amount": 1}) == ["starts_on"]


def test_returned_and_declined_with_a_reason(session: Session, cast: Cast) -> None:
    found = made.prepared(session, cast.measure, cast.officer)
    with pytest.raises(InvalidInput):
        operations.return_enrolment(session, cast.approver, found, reason=" ")
    assert operations.return_enrolment(session, cast.approver, found, reason="A paper is missing.").state is EnrolmentState.ELIGIBLE
    other = made.prepared(session, cast.measure, cast.officer)
    assert operations.decline_enrolment(session, cast.approver, other, reason="No such work.").decline_reason == "No such work."
    assert cast.allocation.places_taken == 0


def test_it_begins_on_its_day_and_what_is_left_goes_back(session: Session, cast: Cast) -> None:
    late = made.approved(session, cast.measure, cast.officer, cast.approver, starts_on=clock.today() + timedelta(days=1))
    with pytest.raises(Conflict, match="not_begun"):
        participation.start_enrolment(session, cast.officer, late)
    found = made.started(session, cast.measure, cast.officer, cast.approver, starts_on=clock.today() - timedelta(days=30), amount=120_000)
    assert cast.allocation.committed == 320_000
    ended = participation.complete_enrolment(session, cast.officer, found, ended_on=clock.today())
    assert (ended.state, ended.committed, cast.allocation.committed, cast.allocation.places_taken) == (EnrolmentState.COMPLETED, 0, 200_000, 2)
    assert disagreements(session) == []


@pytest.mark.parametrize(("days", "is_right"), [(-31, False), (-30, True), (0, True), (1, False)])
def test_the_last_day_lies_between_the_first_and_today(session: Session, cast: Cast, days: int, is_right: bool) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver, starts_on=clock.today() - timedelta(days=30))
    on: date = clock.today() + timedelta(days=days)
    if is_right:
        ended = participation.drop_out(session, cast.officer, found, ended_on=on, reason=DropReason.ABSENT)
        assert (ended.state, ended.drop_reason) == (EnrolmentState.DROPPED_OUT, DropReason.ABSENT)
    else:
        with pytest.raises(InvalidInput):
            participation.drop_out(session, cast.officer, found, ended_on=on, reason=DropReason.ABSENT)


def test_a_withdrawn_promise_frees_the_place_and_the_money(session: Session, cast: Cast) -> None:
    person = made.unemployed(session)
    found = made.approved(session, cast.measure, cast.officer, cast.approver, person)
    participation.withdraw_enrolment(session, actor_of(person), found)
    assert (found.state, cast.allocation.places_taken, cast.allocation.committed) == (EnrolmentState.WITHDRAWN, 0, 0)
    assert disagreements(session) == []


def test_the_outcome_is_a_placement_of_the_same_person_or_none(session: Session, cast: Cast) -> None:
    employer, hirer = hiring_employer(session)
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    own = confirmed(session, open_vacancy(session, employer), hirer, found.jobseeker)
    foreign = confirmed(session, open_vacancy(session, employer), hirer, made.unemployed(session))
    with pytest.raises(Conflict, match="still_open"):
        participation.record_outcome(session, cast.officer, found, placement=own)
    participation.complete_enrolment(session, cast.officer, found, ended_on=clock.today())
    with pytest.raises(InvalidInput):
        participation.record_outcome(session, cast.officer, found, placement=foreign)
    assert participation.record_outcome(session, cast.officer, found, placement=own).outcome is Outcome.PLACEMENT
    assert participation.record_outcome(session, cast.officer, found, placement=None).placement_id is None


def test_the_approvers_queue_leaves_out_what_they_prepared(session: Session, cast: Cast) -> None:
    mine, others = made.prepared(session, cast.measure, cast.approver), made.prepared(session, cast.measure, cast.officer)
    assert list(session.scalars(queries.enrolments_to_approve(cast.approver))) == [others]
    assert set(session.scalars(queries.enrolments_to_approve(cast.second_approver))) == {mine, others}
    assert list(session.scalars(queries.enrolments_to_approve(cast.stranger))) == []


def _wrong_fields(session: Session, cast: Cast, found: Any, facts: dict[str, Any]) -> list[str]:
    try:
        operations.prepare_enrolment(session, cast.officer, found, **facts)
    except InvalidInput as refused:
        return [error.field for error in refused.errors]
    return []
