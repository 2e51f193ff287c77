"""Plans, promises and payments: never above the plan, always by two people, and a ledger whose sums agree."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.programmes.operations import allocations, enrolments, participation, payments
from labour_exchange.programmes.queries import money as queries
from labour_exchange.programmes.states import EntryKind, PaymentKind, PaymentState, ReallocationState
from tests.factories import programmes as made
from tests.programmes.conftest import Cast


def test_the_last_tenge_can_be_promised_and_not_one_more(session: Session, cast: Cast) -> None:
    plan = made.allocation(session, made.measure(session, made.TRAINING), places=5, amount=200_000)
    course = plan.measure
    made.approved(session, course, cast.officer, cast.approver, amount=199_999)
    waiting = made.prepared(session, course, cast.officer, amount=2)
    with pytest.raises(Conflict, match="allocation_spent"), session.begin_nested():
        enrolments.approve_enrolment(session, cast.approver, waiting)
    made.approved(session, course, cast.officer, cast.approver, amount=1)
    assert (plan.committed, plan.places_taken) == (200_000, 2)
    assert queries.disagreements(session) == []


def test_the_last_place_can_be_promised_and_not_one_more(session: Session, cast: Cast) -> None:
    plan = made.allocation(session, made.measure(session, made.TRAINING), places=1, amount=200_000)
    made.approved(session, plan.measure, cast.officer, cast.approver, amount=1)
    waiting = made.prepared(session, plan.measure, cast.officer, amount=1)
    with pytest.raises(Conflict, match="allocation_spent"), session.begin_nested():
        enrolments.approve_enrolment(session, cast.approver, waiting)


def test_a_payment_takes_two_people_and_stays_within_the_promise(session: Session, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver, amount=100_000)
    payment = payments.prepare_payment(session, cast.approver, found, kind=PaymentKind.SUBSIDY, amount=60_000, month=date(2026, 1, 1))
    with pytest.raises(Conflict, match="same_person"):
        payments.approve_payment(session, cast.approver, payment)
    for outsider in (cast.officer, cast.stranger):
        with pytest.raises(NotFound):
            payments.approve_payment(session, outsider, payment)
    with pytest.raises(Conflict, match="payment_too_high"):
        payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=40_001, month=date(2026, 2, 1))
    payments.approve_payment(session, cast.second_approver, payment)
    assert (payment.state, payment.paid_on) == (PaymentState.PAID, clock.today())
    assert (found.paid, cast.allocation.paid, cast.allocation.committed) == (60_000, 60_000, 100_000)
    with pytest.raises(Conflict, match="not_allowed_now"):
        payments.approve_payment(session, cast.second_approver, payment)
    assert queries.disagreements(session) == []


def test_a_month_is_paid_once(session: Session, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    first = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=10, month=date(2026, 1, 1))
    with pytest.raises(Conflict, match="payment_known"):
        payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=10, month=date(2026, 1, 1))
    payments.refuse_payment(session, cast.approver, first, reason="The paper is of another month.")
    payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=10, month=date(2026, 1, 1))


def test_nothing_is_paid_before_the_approval_and_nothing_below_one_tenge(session: Session, cast: Cast) -> None:
    waiting = made.prepared(session, cast.measure, cast.officer)
    with pytest.raises(Conflict, match="not_begun"):
        payments.prepare_payment(session, cast.officer, waiting, kind=PaymentKind.SUBSIDY, amount=1)
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    with pytest.raises(InvalidInput):
        payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=0)


def test_what_waits_for_payment_is_kept_when_the_measure_ends_and_goes_back_when_refused(session: Session, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver, amount=100_000)
    payment = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=30_000, month=date(2026, 1, 1))
    participation.complete_enrolment(session, cast.officer, found, ended_on=clock.today())
    assert (found.committed, cast.allocation.committed) == (30_000, 30_000)
    payments.refuse_payment(session, cast.approver, payment, reason="Nobody worked.")
    assert (found.committed, cast.allocation.committed) == (0, 0)
    assert queries.disagreements(session) == []


@pytest.mark.parametrize(("shift", "is_right"), [(-1, False), (0, False), (1, True)])
def test_periods_of_a_region_do_not_overlap(session: Session, cast: Cast, shift: int, is_right: bool) -> None:
    first = cast.allocation.ends_on + timedelta(days=shift)
    period = {"starts_on": first, "ends_on": first + timedelta(days=30)}
    if is_right:
        assert made.allocation(session, cast.measure, **period).places == 10
    else:
        with pytest.raises(Conflict, match="allocation_known"):
            made.allocation(session, cast.measure, **period)


def test_a_plan_needs_places_a_region_and_a_period(session: Session, cast: Cast) -> None:
    with pytest.raises(InvalidInput) as refused:
        made.allocation(session, cast.measure, "KZ-00", places=0, ends_on=date(2000, 1, 1))
    assert {error.field for error in refused.value.errors} == {"region_code", "places", "ends_on"}
    facts = {"region_code": "KZ-71", "starts_on": clock.today(), "ends_on": clock.today(), "places": 1, "amount": 1}
    with pytest.raises(NotFound):
        allocations.plan_allocation(session, cast.officer, cast.measure, **facts)


def test_two_people_move_money_between_regions_and_the_history_stays(session: Session, cast: Cast) -> None:
    target = made.allocation(session, cast.measure, "KZ-75", places=1, amount=1)
    first, second = made.analyst(session), made.analyst(session)
    proposal = allocations.propose_reallocation(session, first, cast.allocation, target, places=4, amount=1_000_000, reason="More people there.")
    with pytest.raises(Conflict, match="same_person"):
        allocations.decide_reallocation(session, first, proposal, is_accepted=True)
    with pytest.raises(NotFound):
        allocations.decide_reallocation(session, cast.approver, proposal, is_accepted=True)
    allocations.decide_reallocation(session, second, proposal, is_accepted=True)
    assert (cast.allocation.places, cast.allocation.planned) == (6, 9_000_000)
    assert (target.places, target.planned) == (5, 1_000_001)
    assert [entry.kind for entry in queries.ledger_of(session, target)] == [EntryKind.REALLOCATE, EntryKind.PLAN]
    assert [one.state for one in queries.reallocations_of(session, cast.officer, cast.allocation)] == [ReallocationState.ACCEPTED]
    assert queries.disagreements(session) == []


def test_what_is_promised_cannot_be_moved_away(session: Session, cast: Cast) -> None:
    target = made.allocation(session, cast.measure, "KZ-75")
    made.approved(session, cast.measure, cast.officer, cast.approver, amount=200_000)
    first, second = made.analyst(session), made.analyst(session)
    for places, amount in ((10, 0), (0, 9_800_001)):
        proposal = allocations.propose_reallocation(session, first, cast.allocation, target, places=places, amount=amount, reason="All of it.")
        with pytest.raises(Conflict, match="allocation_spent"), session.begin_nested():
            allocations.decide_reallocation(session, second, proposal, is_accepted=True)
    rest = allocations.propose_reallocation(session, first, cast.allocation, target, places=9, amount=9_800_000, reason="The rest.")
    allocations.decide_reallocation(session, second, rest, is_accepted=True)
    assert (cast.allocation.places, cast.allocation.planned) == (1, 200_000)


def test_a_refused_move_changes_nothing_and_a_wrong_one_is_not_proposed(session: Session, cast: Cast) -> None:
    other = made.allocation(session, made.measure(session, made.TRAINING), "KZ-75")
    target = made.allocation(session, cast.measure, "KZ-75")
    first, second = made.analyst(session), made.analyst(session)
    for wrong, places, amount in ((other, 1, 1), (cast.allocation, 1, 1), (target, 0, 0), (target, -1, 2)):
        with pytest.raises(InvalidInput):
            allocations.propose_reallocation(session, first, cast.allocation, wrong, places=places, amount=amount, reason="So.")
    proposal = allocations.propose_reallocation(session, first, cast.allocation, target, places=1, amount=1, reason="So.")
    allocations.decide_reallocation(session, second, proposal, is_accepted=False)
    assert (cast.allocation.places, target.places) == (10, 10)


def test_the_ledger_is_append_only(session: Session, cast: Cast) -> None:
    for words in ("UPDATE ledger_entries SET paid = 0", "DELETE FROM ledger_entries"):
        with pytest.raises(DBAPIError, match="append-only|permission denied"), session.begin_nested():
            session.execute(text(words))


def test_a_sum_that_does_not_agree_is_found(session: Session, cast: Cast) -> None:
    found = made.approved(session, cast.measure, cast.officer, cast.approver, amount=5)
    session.execute(text("UPDATE allocations SET committed = 4 WHERE id = :id"), {"id": cast.allocation.id})
    session.execute(text("UPDATE enrolments SET committed = 4 WHERE id = :id"), {"id": found.id})
    assert queries.disagreements(session) == [f"allocation {cast.allocation.id}", f"enrolment {found.id}"]


def test_the_treasury_gets_the_payments_of_one_region(session: Session, cast: Cast) -> None:
    found = made.started(session, cast.measure, cast.officer, cast.approver)
    payment = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=777, month=date(2026, 1, 1))
    today = clock.today()
    assert list(queries.treasury_rows(session, cast.officer, since=today, until=today)) == []
    payments.approve_payment(session, cast.approver, payment)
    (row,) = queries.treasury_rows(session, cast.officer, since=today, until=today)
    assert (row.measure, row.region, row.amount, row.paid_on) == (cast.measure.code, "KZ-71", 777, today)
    assert list(queries.treasury_rows(session, cast.officer, since=today + timedelta(days=1), until=today + timedelta(days=1))) == []
    assert list(queries.treasury_rows(session, cast.stranger, since=today, until=today)) == []
