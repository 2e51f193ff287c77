"""Money of payments taken back: capped by payment, entered as negative payments, and never promised anew once the period is over."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.errors import Conflict
from labour_exchange.programmes.efficiency.assessment import assess
from labour_exchange.programmes.efficiency.keeping import assess_efficiency, keep_assessment, kept_assessment
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import LedgerEntry, Payment
from labour_exchange.programmes.operations import enrolments, participation, payments
from labour_exchange.programmes.operations.returns import cancel_waiting, take_back
from labour_exchange.programmes.queries import money as queries
from labour_exchange.programmes.rules.returns import lowers_plan, portions
from labour_exchange.programmes.states import EntryKind, PaymentKind, PaymentState
from tests.factories import programmes as made
from tests.programmes.conftest import Cast

KEEPER = system_actor("test")
JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


@pytest.mark.parametrize(
    ("amount", "left", "found"),
    [(5, [5, 5], [5, 0]), (6, [5, 5], [5, 1]), (10, [5, 5], [5, 5]), (11, [5, 5], [5, 5]), (3, [0, 5], [0, 3]), (0, [5], [0]), (4, [], [])],
)
def test_what_comes_back_counts_against_the_first_payments_first(amount: int, left: list[int], found: list[int]) -> None:
    assert portions(amount, left) == found


@pytest.mark.parametrize(("days", "is_lowered"), [(-1, False), (0, False), (1, True)])
def test_the_plan_falls_once_its_period_is_over(days: int, is_lowered: bool) -> None:
    assert lowers_plan(date(2026, 12, 31), date(2026, 12, 31) + timedelta(days=days)) is is_lowered


def paid(session: Session, cast: Cast, *months: date, amount: int = 10_000) -> tuple[Enrolment, list[Payment]]:
    """Begun with 100,000 promised, and so much paid for each month."""
    found = made.started(session, cast.measure, cast.officer, cast.approver, amount=100_000)
    done = []
    for month in months:
        one = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=amount, month=month)
        done.append(payments.approve_payment(session, cast.approver, one))
    return found, done


def returns_of(session: Session, of: Enrolment) -> list[tuple[int, int, int]]:
    wanted = select(LedgerEntry).where(LedgerEntry.enrolment_id == of.id, LedgerEntry.kind == EntryKind.RETURN).order_by(LedgerEntry.id)
    return [(one.planned, one.committed, one.paid) for one in session.scalars(wanted)]


def test_a_return_lowers_payment_and_promise_and_every_sum_agrees(session: Session, cast: Cast) -> None:
    found, done = paid(session, cast, JANUARY, FEBRUARY)
    take_back(session, KEEPER, found, done, 13_000)
    assert [one.returned for one in done] == [10_000, 3_000]
    assert returns_of(session, found) == [(0, -10_000, -10_000), (0, -3_000, -3_000)]
    assert (found.paid, found.committed) == (7_000, 87_000)
    assert (cast.allocation.paid, cast.allocation.committed, cast.allocation.planned) == (7_000, 87_000, 10_000_000)
    assert participation.unpaid(session, found) == 80_000, "what came back cannot be paid again"
    assert queries.disagreements(session) == []


@pytest.mark.parametrize(("amount", "is_right"), [(0, False), (1, True), (20_000, True), (20_001, False)])
def test_no_more_comes_back_than_was_paid(session: Session, cast: Cast, amount: int, is_right: bool) -> None:
    found, done = paid(session, cast, JANUARY, FEBRUARY)
    if is_right:
        take_back(session, KEEPER, found, done, amount)
    else:
        with pytest.raises(Conflict, match="return_too_high"):
            take_back(session, KEEPER, found, done, amount)
    assert (found.paid, queries.disagreements(session)) == (20_000 - amount * is_right, [])


def test_a_payment_comes_back_once_and_what_is_not_paid_never(session: Session, cast: Cast) -> None:
    found, done = paid(session, cast, JANUARY)
    waiting = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=10_000, month=FEBRUARY)
    take_back(session, KEEPER, found, done, 10_000)
    with pytest.raises(Conflict) as refused:
        take_back(session, KEEPER, found, [*done, waiting], 1)
    assert (refused.value.code, refused.value.values) == ("return_too_high", {"left": 0})
    with pytest.raises(DBAPIError, match="ck_payments_returned"), session.begin_nested():
        session.execute(text("UPDATE payments SET returned = amount + 1 WHERE id = :id"), {"id": done[0].id})


def test_money_of_a_running_period_can_be_promised_anew_and_of_a_closed_one_not(session: Session, cast: Cast) -> None:
    plan = made.allocation(session, made.measure(session, made.TRAINING), amount=100_000)
    of_course = Cast(plan.measure, plan, cast.officer, cast.approver, cast.second_approver, cast.stranger)
    found = made.started(session, plan.measure, cast.officer, cast.approver, amount=100_000)
    bill = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.COURSE, amount=100_000)
    payments.approve_payment(session, cast.approver, bill)
    take_back(session, KEEPER, found, [bill], 40_000)
    assert (plan.planned, plan.committed, plan.paid) == (100_000, 60_000, 60_000)
    made.approved(session, of_course.measure, cast.officer, cast.approver, amount=1)
    with clock.hold(clock.now() + timedelta(days=201)):
        take_back(session, KEEPER, found, [bill], 50_000)
        assert (plan.planned, plan.committed, plan.paid) == (50_000, 10_001, 10_000)
        assert plan.planned - plan.committed == 39_999, "what was free before is free; what came back is not"
    assert returns_of(session, found) == [(0, -40_000, -40_000), (-50_000, -50_000, -50_000)]
    assert queries.disagreements(session) == []


def test_a_closed_plan_without_anything_free_stays_so(session: Session, cast: Cast) -> None:
    plan = made.allocation(session, made.measure(session, made.TRAINING), amount=100_000, places=2)
    found = made.started(session, plan.measure, cast.officer, cast.approver, amount=100_000)
    bill = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.COURSE, amount=100_000)
    payments.approve_payment(session, cast.approver, bill)
    waiting = made.prepared(session, plan.measure, cast.officer, amount=1)
    with clock.hold(clock.now() + timedelta(days=201)):
        take_back(session, KEEPER, found, [bill], 100_000)
        with pytest.raises(Conflict, match="allocation_spent"), session.begin_nested():
            enrolments.approve_enrolment(session, cast.approver, waiting)
    assert (plan.planned, plan.committed, plan.paid) == (0, 0, 0)


def test_what_waits_for_months_without_grounds_is_cancelled_and_says_so(session: Session, cast: Cast) -> None:
    found, _done = paid(session, cast, JANUARY)
    facts = {"kind": PaymentKind.SUBSIDY, "amount": 10_000}
    founded, first, later = (
        payments.prepare_payment(session, cast.officer, found, month=one, **facts) for one in (date(2025, 12, 1), FEBRUARY, MARCH)
    )
    cancelled = cancel_waiting(session, KEEPER, found, since=date(2026, 2, 14), reason="Nobody worked there.")
    assert cancelled == [first, later]
    assert [(one.state, one.reason) for one in (founded, first)] == [(PaymentState.PREPARED, ""), (PaymentState.REFUSED, "Nobody worked there.")]
    with pytest.raises(Conflict, match="payment_cancelled"):
        payments.approve_payment(session, cast.approver, first)
    with pytest.raises(Conflict, match="payment_cancelled"):
        payments.refuse_payment(session, cast.approver, first, reason="Late.")
    payments.approve_payment(session, cast.approver, founded)
    assert queries.disagreements(session) == []


def test_a_promise_of_a_measure_that_is_over_goes_back_with_its_cancelled_payment(session: Session, cast: Cast) -> None:
    found, _done = paid(session, cast, JANUARY)
    payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=10_000, month=FEBRUARY)
    participation.complete_enrolment(session, cast.officer, found, ended_on=clock.today())
    assert found.committed == 20_000
    cancel_waiting(session, KEEPER, found, since=FEBRUARY, reason="Nobody worked there.")
    assert (found.committed, found.paid, queries.disagreements(session)) == (10_000, 10_000, [])


def test_a_return_that_the_ledger_does_not_tell_is_found(session: Session, cast: Cast) -> None:
    _found, done = paid(session, cast, JANUARY)
    session.execute(text("UPDATE payments SET returned = 1 WHERE id = :id"), {"id": done[0].id})
    assert queries.disagreements(session) == [f"payment {done[0].id}"]


def test_the_treasury_sees_what_came_back_as_a_negative_row(session: Session, cast: Cast) -> None:
    found, done = paid(session, cast, JANUARY)
    take_back(session, KEEPER, found, done, 4_000)
    today = clock.today()
    rows = list(queries.treasury_rows(session, cast.officer, since=today, until=today))
    assert [(one.payment, one.kind, one.month, one.amount, one.paid_on) for one in rows] == [
        (done[0].public_id, "subsidy", JANUARY, 10_000, today),
        (done[0].public_id, "return", JANUARY, -4_000, today),
    ]
    assert sum(one.amount for one in rows) == cast.allocation.paid
    assert list(queries.treasury_rows(session, cast.stranger, since=today, until=today)) == []
    tomorrow = today + timedelta(days=1)
    assert list(queries.treasury_rows(session, cast.officer, since=tomorrow, until=tomorrow)) == []


def test_costs_are_counted_net_of_what_came_back_also_of_years_that_were_counted_before(session: Session, cast: Cast) -> None:
    found, done = paid(session, cast, JANUARY)
    year = clock.today().year
    before = assess(session, year).whole
    keep_assessment(session, year - 5)
    assert before
    assert before.counts["paid"] == 10_000
    take_back(session, KEEPER, found, done, 4_000)
    after = assess(session, year).whole
    assert after
    assert (after.counts["paid"], after.counts["entrants"]) == (6_000, before.counts["entrants"])
    found.started_on = found.starts_on = date(year - 5, 6, 1)
    session.flush()
    assess_efficiency(session)
    kept = kept_assessment(session, made.analyst(session), year - 5, None)
    assert kept
    assert kept[0].whole
    assert kept[0].whole.counts["paid"] == 6_000
