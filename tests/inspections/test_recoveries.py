"""Claims of inspections: money back and written off by two people, each payment claimed once, the case closed by its sums."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.inspections.models import Inspection, Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.operations import decisions, opening, recoveries, replies
from labour_exchange.inspections.queries import recoveries as queries
from labour_exchange.inspections.queries.cases import waiting_for
from labour_exchange.inspections.queries.export import exported_inspections
from labour_exchange.inspections.rules.recoveries import LONGEST_REFERENCE, return_errors, write_off_errors
from labour_exchange.inspections.states import Decision, InspectionState, Payer, RecoveryState
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.money import Allocation, LedgerEntry, Payment
from labour_exchange.programmes.operations import payments
from labour_exchange.programmes.queries.money import disagreements, treasury_rows
from labour_exchange.programmes.states import EntryKind, PaymentKind, PaymentState
from tests.factories import inspections as made
from tests.factories.offices import office, officer, staff
from tests.factories.placements import confirmed, open_vacancy

S = InspectionState
FIRST, LAST = date(2026, 3, 1), date(2026, 11, 29)


@pytest.fixture
def cast(session: ExchangeSession) -> made.Cast:
    return made.cast(session)


def claim_of(session: ExchangeSession) -> Recovery:
    return session.scalars(select(Recovery).execution_options(populate_existing=True)).one()


def agree(session: ExchangeSession) -> bool:
    return disagreements(session) == [] and queries.disagreements(session) == []


def fields(errors: list[FieldError]) -> list[str]:
    return [one.field for one in errors]


@pytest.mark.parametrize(
    ("amount", "day", "reference", "wrong"),
    [
        (0, FIRST, "12", ["amount"]),
        (1, FIRST, "12", []),
        (100, LAST, "12", []),
        (101, LAST, "12", ["amount"]),
        (5, FIRST - timedelta(days=1), "12", ["received_on"]),
        (5, LAST + timedelta(days=1), "12", ["received_on"]),
        (5, FIRST, "  ", ["reference"]),
        (5, FIRST, "x" * LONGEST_REFERENCE, []),
        (5, FIRST, "x" * (LONGEST_REFERENCE + 1), ["reference"]),
        (-1, LAST + timedelta(days=1), "", ["amount", "received_on", "reference"]),
    ],
)
def test_a_return_has_a_sum_a_day_and_a_document(amount: int, day: date, reference: str, wrong: list[str]) -> None:
    assert fields(return_errors(amount, 100, day, FIRST, LAST, reference)) == wrong


@pytest.mark.parametrize(("amount", "reason", "wrong"), [(0, "Gone.", ["amount"]), (100, "Gone.", []), (101, " ", ["amount", "reason"])])
def test_a_write_off_has_a_sum_and_a_reason(amount: int, reason: str, wrong: list[str]) -> None:
    assert fields(write_off_errors(amount, 100, reason)) == wrong


def test_partial_returns_and_a_write_off_close_the_case_by_their_sums(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    assert (inspection.state, inspection.to_recover) == (S.DECIDED, 50_000)
    with acting_as(session, cast.officer):
        first, second = made.returned(session, cast, inspection, 20_000), made.returned(session, cast, inspection, 25_000, payer=Payer.BAILIFF)
        rest = recoveries.propose_write_off(session, cast.officer, inspection, amount=5_000, reason="The firm is wound up.")
    claim = claim_of(session)
    assert (claim.owed, claim.returned, claim.written_off) == (50_000, 0, 0), "what is only written down counts nothing"
    for entry, outstanding in ((first, 30_000), (rest, 25_000), (second, 0)):
        assert inspection.state is S.DECIDED
        with acting_as(session, cast.approver):
            recoveries.confirm_entry(session, cast.approver, entry)
        assert claim_of(session).outstanding == outstanding
        assert agree(session)
    assert (claim.returned, claim.written_off) == (45_000, 5_000)
    assert (inspection.state, inspection.closed_on) == (S.CLOSED, clock.today())
    assert [one.action for one in history(session, "inspection", inspection.id)][-2:] == ["decide", "close"]
    entered = select(func.sum(LedgerEntry.paid)).where(LedgerEntry.kind == EntryKind.RETURN)
    assert session.scalar(entered) == -45_000, "what is written off was paid and stays so"
    assert session.scalars(select(Allocation.paid)).one() == 5_000


def test_who_wrote_it_down_does_not_confirm_and_an_officer_never(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    facts = {"received_on": clock.today(), "payer": Payer.EMPLOYER, "reference": "Order 1"}
    entry = recoveries.record_return(session, cast.approver, inspection, amount=1, **facts)
    for act in (recoveries.confirm_entry, lambda *who: recoveries.refuse_entry(*who, reason="No.")):
        with pytest.raises(Conflict, match="same_person"):
            act(session, cast.approver, entry)
        with pytest.raises(NotFound):
            act(session, cast.officer, entry)
    with pytest.raises(DBAPIError, match="two_people"), session.begin_nested():
        session.execute(text("UPDATE recovery_entries SET state = 'confirmed', decided_by_id = prepared_by_id, decided_at = now()"))
    recoveries.confirm_entry(session, cast.second_approver, entry)
    assert (entry.state, claim_of(session).returned) == (RecoveryState.CONFIRMED, 1)
    with pytest.raises(Conflict, match="not_allowed_now"):
        recoveries.confirm_entry(session, cast.second_approver, entry)


def test_another_region_neither_records_nor_confirms(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    entry = made.returned(session, cast, inspection, 1)
    stranger = officer(staff(session, office(session, "KZ-75"), approver=True))
    for act in (
        lambda: recoveries.confirm_entry(session, stranger, entry),
        lambda: recoveries.refuse_entry(session, stranger, entry, reason="No."),
        lambda: recoveries.propose_write_off(session, stranger, inspection, amount=1, reason="Gone."),
        lambda: recoveries.record_return(session, stranger, inspection, amount=1, received_on=clock.today(), payer=Payer.EMPLOYER, reference="Order"),
    ):
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize("amount", [50_000, 50_001])
def test_no_more_is_recorded_than_is_owed_with_what_waits(session: ExchangeSession, cast: made.Cast, amount: int) -> None:
    inspection = made.owing(session, cast)
    if amount == 50_000:
        made.returned(session, cast, inspection, amount)
    with pytest.raises(InvalidInput) as refused:
        made.returned(session, cast, inspection, 1 if amount == 50_000 else amount, reference="Another order")
    assert fields(list(refused.value.errors)) == ["amount"]


def test_a_refused_return_counts_nothing_and_its_document_may_be_given_again(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    entry = made.returned(session, cast, inspection, 20_000)
    with pytest.raises(Conflict, match="reference_known"):
        made.returned(session, cast, inspection, 5, reference=entry.reference)
    with pytest.raises(InvalidInput):
        recoveries.refuse_entry(session, cast.approver, entry, reason=" ")
    recoveries.refuse_entry(session, cast.approver, entry, reason="It is of another firm.")
    assert (entry.state, claim_of(session).outstanding) == (RecoveryState.REFUSED, 50_000)
    made.returned(session, cast, inspection, 20_000, reference=entry.reference)
    with pytest.raises(DBAPIError, match="ck_recoveries_money"), session.begin_nested():
        session.execute(text("UPDATE recoveries SET returned = owed, written_off = 1"))


def test_nothing_is_recorded_where_nothing_is_owed(session: ExchangeSession, cast: made.Cast) -> None:
    made.subsidised(session, cast)
    inspection = decisions.decide_inspection(session, cast.approver, made.prepared(session, cast, Decision.SUBSIDY_RECOVERED))
    assert (inspection.state, session.scalars(select(Recovery)).all()) == (S.CLOSED, [])
    with pytest.raises(Conflict, match="nothing_owed"):
        made.returned(session, cast, inspection, 1)


@pytest.mark.parametrize("decision", [Decision.SUBSIDY_STOPPED, Decision.SUBSIDY_RECOVERED, Decision.ANNULLED])
def test_what_waits_for_payment_is_cancelled_with_the_decision(session: ExchangeSession, cast: made.Cast, decision: Decision) -> None:
    enrolment = made.subsidised(session, cast, paid=50_000)
    month = (clock.today().replace(day=1) + timedelta(days=40)).replace(day=1)
    # The approver who decides has prepared it: stopping it is still no payment by one person.
    waiting = payments.prepare_payment(session, cast.approver, enrolment, kind=PaymentKind.SUBSIDY, amount=7_000, month=month)
    with acting_as(session, cast.approver):
        decisions.decide_inspection(session, cast.approver, made.prepared(session, cast, decision))
    session.refresh(waiting)
    session.refresh(enrolment)
    assert (waiting.state, waiting.reason) == (PaymentState.REFUSED, "The timesheet is empty.")
    assert enrolment.committed == enrolment.paid == 50_000
    with pytest.raises(Conflict, match="payment_cancelled"):
        payments.approve_payment(session, cast.second_approver, waiting)
    assert agree(session)


def test_a_payment_before_the_grounds_were_lost_is_neither_claimed_nor_cancelled(session: ExchangeSession, cast: made.Cast) -> None:
    enrolment = made.subsidised(session, cast, paid=50_000)
    before = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    facts = {"kind": PaymentKind.SUBSIDY, "amount": 9_000}
    earlier = payments.prepare_payment(session, cast.officer, enrolment, month=before, **facts)
    payments.approve_payment(session, cast.approver, earlier)
    waiting = payments.prepare_payment(session, cast.officer, enrolment, month=(before - timedelta(days=1)).replace(day=1), **facts)
    inspection = decisions.decide_inspection(session, cast.approver, made.prepared(session, cast, Decision.SUBSIDY_RECOVERED))
    session.refresh(waiting)
    assert (inspection.to_recover, waiting.state) == (50_000, PaymentState.PREPARED)
    assert session.scalars(select(RecoveryPayment.amount)).all() == [50_000]
    assert payments.approve_payment(session, cast.second_approver, waiting).state is PaymentState.PAID
    assert agree(session)


def test_a_payment_is_claimed_by_one_inspection_only(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    claim = claim_of(session)
    made.returned(session, cast, inspection, 50_000)
    recoveries.confirm_entry(session, cast.approver, session.scalars(select(RecoveryEntry)).one())
    again = opening.open_inspection(session, cast.officer, cast.placement, reason="A second report.")
    assert again.enrolment_id == inspection.enrolment_id
    opening.ask_parties(session, cast.officer, again)
    replies.reply_to_inspection(session, cast.hirer, again, text="It is paid back.")
    facts = {"reason": "As before.", "unfounded_since": cast.placement.started_on}
    decisions.prepare_decision(session, cast.officer, again, Decision.SUBSIDY_RECOVERED, **facts)
    decisions.decide_inspection(session, cast.approver, again)
    assert (again.state, again.to_recover, claim_of(session).id) == (S.CLOSED, 0, claim.id)
    with pytest.raises(DBAPIError, match="uq_recovery_payments_once"), session.begin_nested():
        session.execute(
            text("INSERT INTO recovery_payments (recovery_id, payment_id, amount) SELECT recovery_id, payment_id, 1 FROM recovery_payments")
        )


def test_the_region_of_the_work_claims_what_another_region_paid(session: ExchangeSession) -> None:
    """The person lives in KZ-75, whose plan pays; the work and its inspection are in KZ-71, which sees neither enrolment nor payment."""
    here, there = made.cast(session), made.cast(session, "KZ-75")
    who = session.get_one(Jobseeker, there.placement.jobseeker_id)
    placement = confirmed(session, open_vacancy(session, session.get_one(Employer, here.placement.employer_id)), here.hirer, who)
    paying = replace(there, placement=placement)
    made.subsidised(session, paying, paid=50_000)
    working = replace(here, placement=placement, person=there.person)
    with acting_as(session, working.officer):
        inspection = made.asked(session, working)
    with acting_as(session, working.hirer):
        replies.reply_to_inspection(session, working.hirer, inspection, text="They work at night.")
    with acting_as(session, working.officer):
        facts = {"reason": "No timesheet.", "unfounded_since": placement.started_on}
        decisions.prepare_decision(session, working.officer, inspection, Decision.SUBSIDY_RECOVERED, **facts)
    with acting_as(session, working.approver):
        decisions.decide_inspection(session, working.approver, inspection)
        session.expunge_all()
        assert session.scalars(select(Payment)).all() == [], "the office of the work sees no payment of another region"
    with acting_as(session, working.officer):
        entry = made.returned(session, working, session.get_one(Inspection, inspection.id), 30_000)
    with acting_as(session, working.approver):
        recoveries.confirm_entry(session, working.approver, entry)
    plans = {one.region_code: one.paid for one in session.scalars(select(Allocation))}
    assert plans == {"KZ-75": 20_000}
    today = clock.today()
    sums = {}
    for who_reads in (working.officer, there.officer):
        with acting_as(session, who_reads):
            sums[who_reads.region_code] = [one.amount for one in treasury_rows(session, who_reads, since=today, until=today)]
    assert sums == {"KZ-71": [], "KZ-75": [50_000, -30_000]}
    assert agree(session)


def test_an_approver_is_told_of_entries_that_another_wrote(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    today = clock.today()
    assert waiting_for(session, cast.approver, today) == 0
    entry = recoveries.propose_write_off(session, cast.approver, inspection, amount=50_000, reason="The firm is wound up.")
    assert [waiting_for(session, who, today) for who in (cast.approver, cast.second_approver, cast.officer)] == [0, 1, 0]
    recoveries.confirm_entry(session, cast.second_approver, entry)
    assert (waiting_for(session, cast.second_approver, today), inspection.state) == (0, S.CLOSED)


def test_the_sides_see_what_is_confirmed_and_the_own_file_holds_it(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 20_000))
    made.returned(session, cast, inspection, 30_000)
    session.flush()
    for who in (cast.person, cast.hirer):
        with acting_as(session, who):
            assert [one.amount for one in queries.entries_of(session, claim_of(session))] == [20_000]
    with acting_as(session, cast.person):
        (own,) = exported_inspections(session, cast.person)
    claim = own["claim"]
    assert isinstance(claim, dict)
    assert (claim["owed"], claim["returned"], claim["written_off"]) == (50_000, 20_000, 0)
    assert claim["entries"] == [{"kind": "return", "amount": 20_000, "received_on": str(clock.today()), "payer": "employer"}]


def test_regions_are_summed_and_a_wrong_sum_is_found(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.owing(session, cast)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 20_000))
    sums = queries.sums_by_region(session)
    assert {region: (one.claims, one.owed, one.returned, one.written_off, one.outstanding) for region, one in sums.items()} == {
        "KZ-71": (1, 50_000, 20_000, 0, 30_000)
    }
    session.execute(text("UPDATE payments SET returned = 19999"))
    assert queries.disagreements(session) == [f"recovery {claim_of(session).id}"]
    assert disagreements(session) == [f"payment {session.scalars(select(Payment.id)).one()}"]
