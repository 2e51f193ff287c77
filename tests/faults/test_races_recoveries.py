"""Returns, decisions and payments at the same instant: nothing comes back twice, nothing is claimed twice, nothing is paid after the decision.

CAMPAIGN=full runs 200 rounds of each; the ordinary run 8.
"""

import os
from collections import Counter
from datetime import timedelta
from time import sleep

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection, Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.queries.recoveries import disagreements as claims_that_disagree
from labour_exchange.inspections.states import Decision, InspectionState
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.operations import placements
from labour_exchange.placements.states import EndReason
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import LedgerEntry, Payment
from labour_exchange.programmes.operations import payments
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.states import EntryKind, PaymentKind, PaymentState
from tests.factories import inspections as made
from tests.factories.jobseekers import actor_of
from tests.faults.test_races_inspections import deciding
from tests.faults.test_races_money import paying
from tests.faults.test_races_placements import Act, at_once

pytestmark = pytest.mark.campaign
ROUNDS = 200 if os.environ.get("CAMPAIGN") == "full" else 8
OWED = 50_000


def confirming(entry: RecoveryEntry, who: Actor) -> tuple[Actor, Act]:
    key = entry.id
    return who, lambda session: recoveries.confirm_entry(session, who, session.get_one(RecoveryEntry, key))  # type: ignore[arg-type]


def writing_down(inspection: Inspection, who: Actor, amount: int, reference: str) -> tuple[Actor, Act]:
    key = inspection.id
    facts = {"amount": amount, "received_on": clock.today(), "payer": made.Payer.EMPLOYER, "reference": reference}
    return who, lambda session: recoveries.record_return(session, who, session.get_one(Inspection, key), **facts)  # type: ignore[arg-type]


def later(seconds: float, who: Actor, act: Act) -> tuple[Actor, Act]:
    """The same act, begun so much after the others."""

    def delayed(session: Session) -> object:
        sleep(seconds)
        return act(session)

    return who, delayed


def agree(session: ExchangeSession) -> None:
    assert disagreements(session) == []
    assert claims_that_disagree(session) == []


def of_enrolment(session: ExchangeSession, enrolment_id: int | None, kind: EntryKind) -> int:
    wanted = select(func.coalesce(func.sum(LedgerEntry.paid), 0)).where(LedgerEntry.enrolment_id == enrolment_id, LedgerEntry.kind == kind)
    return session.scalar(wanted) or 0


def test_one_return_confirmed_by_two_at_once_counts_once(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        inspection = made.owing(committed, cast, paid=OWED)
        entry = made.returned(committed, cast, inspection, OWED)
        committed.commit()
        outcomes = Counter(at_once(app, [confirming(entry, who) for who in (cast.approver, cast.second_approver) * 2]))
        assert outcomes == {"done": 1, "not_allowed_now": 3}
        committed.refresh(inspection)
        assert inspection.state is InspectionState.CLOSED
        assert of_enrolment(committed, inspection.enrolment_id, EntryKind.RETURN) == -OWED
        agree(committed)


def test_two_parts_confirmed_at_once_both_count_and_the_last_closes_the_case(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        inspection = made.owing(committed, cast, paid=OWED)
        parts = [made.returned(committed, cast, inspection, amount) for amount in (20_000, 29_000)]
        parts.append(recoveries.propose_write_off(committed, cast.officer, inspection, amount=1_000, reason="It costs more than it brings."))
        committed.commit()
        outcomes = at_once(app, [confirming(one, who) for one, who in zip(parts, (cast.approver, cast.second_approver, cast.approver), strict=True)])
        assert outcomes == ["done"] * 3
        committed.refresh(inspection)
        claim = committed.scalars(select(Recovery).where(Recovery.inspection_id == inspection.id).execution_options(populate_existing=True)).one()
        assert (inspection.state, claim.returned, claim.written_off) == (InspectionState.CLOSED, 49_000, 1_000)
        agree(committed)


def test_no_more_is_written_down_at_once_than_is_owed(app: Flask, committed: ExchangeSession) -> None:
    for number in range(ROUNDS):
        cast = made.cast(committed)
        inspection = made.owing(committed, cast, paid=OWED)
        committed.commit()
        acts = [writing_down(inspection, cast.officer, 30_000, f"Order {number}-{one}") for one in range(3)]
        assert Counter(at_once(app, acts)) == {"done": 1, "invalid_input": 2}


def test_a_payment_is_claimed_by_one_of_two_decisions_at_once(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        enrolment = made.subsidised(committed, cast, paid=OWED)
        who = committed.get_one(Jobseeker, cast.placement.jobseeker_id)
        placements.end_placement(committed, cast.hirer, cast.placement, ended_on=clock.today(), reason=EndReason.CONTRACT_OVER)
        facts = placements.PlacementFacts(who.id, cast.placement.employer_id, started_on=clock.today() - timedelta(days=1))
        again = placements.declare_placement(committed, actor_of(who), facts)
        other = made.Cast(again, cast.person, cast.hirer, cast.officer, cast.approver, cast.second_approver)
        both = [made.prepared(committed, one, Decision.SUBSIDY_RECOVERED) for one in (cast, other)]
        assert [one.enrolment_id for one in both] == [enrolment.id] * 2
        committed.commit()
        assert at_once(app, [deciding(one, who) for one, who in zip(both, (cast.approver, cast.second_approver), strict=True)]) == ["done"] * 2
        for one in both:
            committed.refresh(one)
        assert sorted((one.to_recover, one.state) for one in both) == [(0, InspectionState.CLOSED), (OWED, InspectionState.DECIDED)]
        claimed = select(func.count()).select_from(RecoveryPayment).join(Payment).where(Payment.enrolment_id == enrolment.id)
        assert committed.scalar(claimed) == 1
        agree(committed)


def test_an_approval_beside_the_decision_is_claimed_or_never_made(app: Flask, committed: ExchangeSession) -> None:
    seen: Counter[str] = Counter()
    for number in range(ROUNDS):
        cast = made.cast(committed)
        enrolment = made.subsidised(committed, cast, paid=OWED)
        month = (clock.today().replace(day=1) + timedelta(days=40)).replace(day=1)
        waiting = payments.prepare_payment(committed, cast.officer, enrolment, kind=PaymentKind.SUBSIDY, amount=7_000, month=month)
        inspection = made.prepared(committed, cast, Decision.SUBSIDY_RECOVERED)
        committed.commit()
        # A decision does more before it reaches the enrolment: without a start both orders would hardly be seen.
        outcomes = at_once(app, [deciding(inspection, cast.approver), later(number % 4 * 0.01, *paying(waiting, cast.second_approver))])
        assert outcomes[0] == "done"
        committed.refresh(waiting)
        committed.refresh(inspection)
        if outcomes[1] == "done":
            assert (waiting.state, inspection.to_recover) == (PaymentState.PAID, OWED + 7_000)
        else:
            assert (outcomes[1], waiting.state, inspection.to_recover) == ("payment_cancelled", PaymentState.REFUSED, OWED)
        found = committed.get_one(Enrolment, enrolment.id, populate_existing=True)
        assert found.committed == found.paid == inspection.to_recover
        seen[outcomes[1]] += 1
        agree(committed)
    print(dict(seen))  # noqa: T201 - how often each came first
