"""A microcredit's whole life: the plan, the committee, the payment, what comes back, written off by two, checked at 6 and 12 months."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.programmes.businesses import queries
from labour_exchange.programmes.businesses.models import Credit
from labour_exchange.programmes.businesses.operations import credits, plans
from labour_exchange.programmes.businesses.operations.credits import BankLine
from labour_exchange.programmes.businesses.operations.erasure import forget_measure_words
from labour_exchange.programmes.businesses.rules import PlanFacts
from labour_exchange.programmes.businesses.states import CreditState, RepaymentCode
from labour_exchange.programmes.checks import operations as checks
from labour_exchange.programmes.checks.queries import checks_due, checks_of
from labour_exchange.programmes.checks.states import CheckKind
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations import participation
from labour_exchange.programmes.operations.enrolments import apply_for_measure
from labour_exchange.programmes.operations.payments import approve_payment, prepare_payment
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import DropReason, EnrolmentState, PaymentKind
from tests.factories import businesses as made
from tests.factories import programmes
from tests.factories.jobseekers import actor_of
from tests.programmes.conftest import Cast


@pytest.fixture
def measure(session: Session, cast: Cast) -> Measure:
    found = programmes.measure(session, programmes.MICROCREDIT)
    programmes.allocation(session, found)
    return found


@pytest.fixture
def committee(cast: Cast) -> Any:
    return cast.approver, cast.second_approver


def test_a_plan_of_ones_own_is_what_the_rule_asks_for(session: Session, cast: Cast, measure: Measure) -> None:
    person = programmes.unemployed(session)
    refused = apply_for_measure(session, actor_of(person), person, measure, declared=Declared())
    assert [one["rule"] for one in refused.findings] == ["has_business_plan"]
    made.business_plan(session, actor_of(person), person)
    assert apply_for_measure(session, actor_of(person), person, measure, declared=Declared()).state is EnrolmentState.ELIGIBLE


def test_a_plan_is_written_again_until_an_enrolment_takes_it(session: Session, cast: Cast, measure: Measure) -> None:
    person = programmes.unemployed(session)
    first = made.business_plan(session, actor_of(person), person)
    plans.write_plan(session, actor_of(person), person, PlanFacts("A sewing shop", 900_000, 0, 1, 12), version=first.version)
    assert (first.purpose, first.asked) == ("A sewing shop", 900_000)
    with pytest.raises(StaleVersion):
        plans.write_plan(session, actor_of(person), person, made.PLAN, version=1)
    with pytest.raises(NotFound):
        plans.write_plan(session, cast.stranger, person, made.PLAN)
    found = programmes.eligible(session, measure, cast.officer, person)
    plans.prepare_from_plan(session, cast.officer, found, starts_on=clock.today(), amount=900_000)
    assert queries.free_plan_of(session, person.id) is None
    assert made.business_plan(session, actor_of(person), person).id != first.id


@pytest.mark.parametrize(("amount", "is_right"), [(0, False), (1, True), (1_200_000, True), (1_200_001, False)])
def test_what_is_prepared_is_at_most_what_the_plan_asks_for(session: Session, cast: Cast, measure: Measure, amount: int, is_right: bool) -> None:
    person = programmes.unemployed(session)
    found = programmes.eligible(session, measure, cast.officer, person)
    with pytest.raises(Conflict, match="no_business_plan"):
        plans.prepare_from_plan(session, cast.officer, found, starts_on=clock.today(), amount=amount)
    made.business_plan(session, cast.officer, person)
    if is_right:
        prepared = plans.prepare_from_plan(session, cast.officer, found, starts_on=clock.today(), amount=amount)
        assert prepared.ends_on == months_later(clock.today(), 24) - timedelta(days=1)
    else:
        with pytest.raises(InvalidInput):
            plans.prepare_from_plan(session, cast.officer, found, starts_on=clock.today(), amount=amount)


def test_the_payment_opens_the_credit_under_the_terms_of_the_decision(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found = made.credit(session, measure, cast.officer, committee)
    assert (found.amount, found.months, found.interest, found.grace_months, found.paid_on) == (1_200_000, 24, 600, 12, clock.today())
    due = [one.due_on for one in checks_of(session, cast.officer, found.enrolment)]
    assert due == [months_later(clock.today(), 6), months_later(clock.today(), 12)]
    assert disagreements(session) == []


def test_a_loan_waits_until_the_business_has_begun_and_is_not_paid_to_one_that_was_given_up(
    session: Session, cast: Cast, measure: Measure, committee: Any
) -> None:
    found = made.approved_business(session, measure, cast.officer, committee)
    with pytest.raises(Conflict, match="business_not_running"):
        prepare_payment(session, cast.officer, found, kind=PaymentKind.LOAN, amount=found.amount)
    participation.start_enrolment(session, cast.officer, found)
    payment = prepare_payment(session, cast.officer, found, kind=PaymentKind.LOAN, amount=found.amount)
    participation.drop_out(session, cast.officer, found, ended_on=clock.today(), reason=DropReason.OTHER)
    with pytest.raises(Conflict, match="business_not_running"):
        approve_payment(session, committee[0], payment)
    assert session.scalars(select(Payment.paid_on)).all() == [None]


def test_a_measure_pays_only_for_its_own_things(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found = made.approved_business(session, measure, cast.officer, committee)
    with pytest.raises(InvalidInput):
        prepare_payment(session, cast.officer, found, kind=PaymentKind.GRANT, amount=1)
    assert session.scalars(select(Payment)).all() == []


def test_a_banks_list_is_recorded_line_by_line_and_once(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found, today = made.credit(session, measure, cast.officer, committee), clock.today()
    lines = [
        BankLine(found.public_id, today, 6_000, "B-1"),
        BankLine("nobody", today, 6_000, "B-2"),
        BankLine(found.public_id, today + timedelta(days=1), 6_000, "B-3"),
        BankLine(found.public_id, today, 0, "B-4"),
        BankLine(found.public_id, today, 7_000, "B-1"),
        BankLine(found.public_id, today, 4_000, "B-5"),
    ]
    first = [one.code for one in credits.record_repayments(session, cast.officer, lines)]
    assert first == [RepaymentCode.RECORDED, *[RepaymentCode.REJECTED] * 4, RepaymentCode.RECORDED]
    again = [one.code for one in credits.record_repayments(session, cast.officer, [lines[0], lines[5]])]
    assert again == [RepaymentCode.UNCHANGED] * 2
    assert (found.received, queries.credits_that_disagree(session)) == (10_000, [])
    elsewhere = credits.record_repayments(session, cast.stranger, [BankLine(found.public_id, today, 1, "B-9")])
    assert [one.code for one in elsewhere] == [RepaymentCode.REJECTED]


def test_the_last_tenge_makes_it_repaid_and_no_more_is_taken(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found, today = made.credit(session, measure, cast.officer, committee), clock.today()
    left = queries.standing_of(found, today).left
    assert left == 1_200_000 + sum(one.interest for one in queries.schedule_of_credit(found))
    too_much, all_of_it = (BankLine(found.public_id, today, amount, f"B-{amount}") for amount in (left + 1, left))
    codes = [one.code for one in credits.record_repayments(session, cast.officer, [too_much, all_of_it])]
    assert codes == [RepaymentCode.REJECTED, RepaymentCode.RECORDED]
    assert found.state is CreditState.REPAID


def test_writing_off_takes_two_people_and_a_reason(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found = made.credit(session, measure, cast.officer, committee)
    with pytest.raises(InvalidInput):
        credits.propose_write_off(session, cast.approver, found, reason=" ")
    credits.propose_write_off(session, cast.approver, found, reason="The shop burned down.")
    with pytest.raises(Conflict, match="same_person"):
        credits.decide_write_off(session, cast.approver, found, is_written_off=True)
    for actor in (cast.officer, cast.stranger):
        with pytest.raises(NotFound):
            credits.decide_write_off(session, actor, found, is_written_off=True)
    kept = credits.decide_write_off(session, cast.second_approver, found, is_written_off=False)
    assert kept.state is CreditState.RUNNING
    credits.propose_write_off(session, cast.officer, found, reason="Nothing is left.")
    ended = credits.decide_write_off(session, cast.approver, found, is_written_off=True)
    assert (ended.state, ended.written_off_on) == (CreditState.WRITTEN_OFF, clock.today())


def test_the_database_refuses_one_person_and_changed_repayments(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found = made.credit(session, measure, cast.officer, committee)
    credits.record_repayments(session, cast.officer, [BankLine(found.public_id, clock.today(), 5, "B-1")])
    with pytest.raises(DBAPIError, match="append-only|permission denied"), session.begin_nested():
        session.execute(text("UPDATE repayments SET amount = 6"))
    with pytest.raises(IntegrityError, match="two_people"), session.begin_nested():
        session.execute(
            text("UPDATE credits SET doubted_by_id = :who, written_off_by_id = :who WHERE id = :id"),
            {"who": cast.approver.user_id, "id": found.id},
        )


@pytest.mark.parametrize(("days", "is_due"), [(1, False), (0, True), (-1, True)])
def test_a_check_is_made_from_its_day_on(session: Session, cast: Cast, measure: Measure, committee: Any, days: int, is_due: bool) -> None:
    first = _check(session, cast, measure, committee, clock.today() + timedelta(days=days))
    assert (list(session.scalars(checks_due(cast.officer, clock.today()))) == [first]) is is_due
    if not is_due:
        with pytest.raises(Conflict, match="check_early"):
            checks.record_check(session, cast.officer, first, is_met=True, jobs_created=2, evidence="Visited.")
        return
    with pytest.raises(InvalidInput) as refused:
        checks.record_check(session, cast.officer, first, is_met=True, jobs_created=None, evidence="")
    assert [one.field for one in refused.value.errors] == ["evidence", "jobs_created"]
    with pytest.raises(NotFound):
        checks.record_check(session, cast.stranger, first, is_met=True, jobs_created=2, evidence="Visited.")
    found = checks.record_check(session, cast.officer, first, is_met=True, jobs_created=2, evidence="Visited.")
    assert (found.checked_on, found.jobs_created) == (clock.today(), 2)
    with pytest.raises(Conflict, match="check_done"):
        checks.record_check(session, cast.officer, first, is_met=False, jobs_created=None, evidence="Again.")


def test_a_check_that_falls_due_is_announced_on_its_day(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    _check(session, cast, measure, committee, clock.today())
    assert checks.announce_checks(session) == 1
    assert session.scalars(select(RecordedEvent.kind).order_by(RecordedEvent.id.desc())).first() == "check_due"


def test_an_erased_person_leaves_sums_and_no_words(session: Session, cast: Cast, measure: Measure, committee: Any) -> None:
    found = made.credit(session, measure, cast.officer, committee)
    person = found.enrolment.jobseeker
    made.business_plan(session, cast.officer, person)
    credits.propose_write_off(session, cast.officer, found, reason="zqsecret")
    checked = checks_of(session, cast.officer, found.enrolment)[0]
    checked.evidence = "zqsecret"
    session.flush()
    forget_measure_words(session, {"jobseeker_id": person.id})
    session.expire_all()
    taken = queries.plan_of(session, found.enrolment)
    assert queries.free_plan_of(session, person.id) is None
    assert taken is not None
    assert (taken.purpose, taken.asked, checked.evidence, found.doubt_reason, found.amount) == ("", 1_200_000, "", "", 1_200_000)


def _check(session: Session, cast: Cast, measure: Measure, committee: Any, due_on: date) -> Any:
    found: Credit = made.credit(session, measure, cast.officer, committee)
    first = checks_of(session, cast.officer, found.enrolment)[0]
    assert first.kind is CheckKind.OPERATING_6
    first.due_on = due_on
    session.flush()
    return first


@pytest.mark.parametrize("is_person", [True, False])
def test_what_was_paid_out_is_not_withdrawn(session: Session, cast: Cast, measure: Measure, committee: Any, is_person: bool) -> None:
    found = made.paid_out(session, measure, cast.officer, committee)
    with pytest.raises(Conflict, match="already_paid"):
        participation.withdraw_enrolment(session, actor_of(found.jobseeker) if is_person else cast.officer, found)
    assert (found.state, found.paid, disagreements(session)) == (EnrolmentState.STARTED, found.amount, [])
