"""Inspections from opening to effect: who may do what, the right of reply, two people, and what leaves the figures."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.operations import decisions, opening, replies
from labour_exchange.inspections.queries import cases as queries
from labour_exchange.inspections.queries.export import exported_inspections
from labour_exchange.inspections.queries.overview import by_signal, overview
from labour_exchange.inspections.rules.sampling import Plan
from labour_exchange.inspections.rules.signals import Signal
from labour_exchange.inspections.states import Decision, InspectionState, Side
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import inspections as letters
from labour_exchange.placements.models import AnnulmentProposal
from labour_exchange.placements.operations import annulments, placements
from labour_exchange.placements.states import EndReason, PlacementState
from labour_exchange.programmes.states import DropReason, EnrolmentState
from labour_exchange.statistics.collection import collect
from labour_exchange.statistics.models import Fact
from tests.factories import inspections as made
from tests.factories.jobseekers import actor_of
from tests.factories.offices import office, officer, staff
from tests.factories.placements import confirmed, hiring_employer, open_vacancy

S = InspectionState


@pytest.fixture
def cast(session: ExchangeSession) -> made.Cast:
    return made.cast(session)


def moves(session: ExchangeSession, inspection: Inspection) -> list[str]:
    return [one.action for one in history(session, "inspection", inspection.id)]


def declared(session: ExchangeSession) -> int:
    collect(session)
    return session.scalar(select(func.sum(Fact.count)).where(Fact.measure == "placements_declared")) or 0


def past_due(inspection: Inspection) -> datetime:
    assert inspection.due_on is not None
    return clock.now() + timedelta(days=(inspection.due_on - clock.today()).days + 1)


def test_from_opening_to_an_annulment_that_leaves_the_figures(session: ExchangeSession, cast: made.Cast) -> None:
    before = declared(session)
    assert before == 1
    inspection = made.prepared(session, cast)
    assert (inspection.state, cast.placement.state) == (S.PREPARED, PlacementState.CONFIRMED)
    assert declared(session) == before, "what is only prepared changes no figure"
    decisions.decide_inspection(session, cast.approver, inspection)
    session.refresh(cast.placement)
    assert (inspection.state, inspection.closed_on) == (S.CLOSED, clock.today())
    assert cast.placement.state is PlacementState.ANNULLED
    assert declared(session) == before - 1, "by a negative delta"
    assert moves(session, inspection) == ["open", "ask", "answer", "prepare", "decide", "close"]
    proposal = session.scalars(select(AnnulmentProposal)).one()
    assert (proposal.proposed_by_id, proposal.decided_by_id, proposal.is_accepted) == (cast.officer.user_id, cast.approver.user_id, True)
    assert proposal.reply == "The person works in the second shift."


def test_a_kept_placement_stays_in_the_figures(session: ExchangeSession, cast: made.Cast) -> None:
    before = declared(session)
    inspection = decisions.decide_inspection(session, cast.approver, made.prepared(session, cast, Decision.KEPT))
    assert (inspection.state, cast.placement.state, declared(session)) == (S.CLOSED, PlacementState.CONFIRMED, before)
    assert opening.open_inspection(session, cast.officer, cast.placement, reason="A new report came.").id != inspection.id


def test_who_prepared_does_not_decide_or_return(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast, by=cast.approver)
    for act in (decisions.decide_inspection, lambda *facts: decisions.return_decision(*facts, reason="No.")):
        with pytest.raises(Conflict) as refusal:
            act(session, cast.approver, inspection)
        assert refusal.value.code == "same_person"
    with pytest.raises(NotFound):
        decisions.decide_inspection(session, cast.officer, inspection)
    with pytest.raises(DBAPIError, match="two_people"), session.begin_nested():
        session.execute(text("UPDATE inspections SET decided_by_id = prepared_by_id, decided_at = now(), state = 'decided'"))
    decisions.decide_inspection(session, cast.second_approver, inspection)
    assert inspection.decided_by_id == cast.second_approver.user_id


def test_the_second_person_returns_it_with_a_reason(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast)
    with pytest.raises(InvalidInput):
        decisions.return_decision(session, cast.approver, inspection, reason=" ")
    decisions.return_decision(session, cast.approver, inspection, reason="Ask for the timesheet.")
    assert (inspection.state, inspection.decision, inspection.prepared_by_id) == (S.ANSWERED, None, None)
    decisions.prepare_decision(session, cast.officer, inspection, Decision.KEPT, reason="It is signed.")
    assert decisions.decide_inspection(session, cast.approver, inspection).state is S.CLOSED


def test_without_a_reply_the_decision_waits_for_the_due_date(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.asked(session, cast)
    with pytest.raises(Conflict) as refusal:
        decisions.prepare_decision(session, cast.officer, inspection, Decision.ANNULLED, reason="Silence.")
    assert refusal.value.code == "reply_first"
    with clock.hold(past_due(inspection)):
        decisions.prepare_decision(session, cast.officer, inspection, Decision.ANNULLED, reason="Silence.")
        with pytest.raises(Conflict) as refusal:
            replies.reply_to_inspection(session, cast.hirer, inspection, text="Too late.")
        assert refusal.value.code == "reply_late"
        decisions.return_decision(session, cast.approver, inspection, reason="They have called.")
        assert inspection.state is S.ASKED
        replies.reply_to_inspection(session, cast.hirer, inspection, text="We were on holiday.")
    assert inspection.state is S.ANSWERED


def test_sides_reply_once_asked_and_read_their_own_words_only(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.opened(session, cast)
    for who in (cast.person, cast.hirer):
        with pytest.raises(NotFound):
            queries.inspection_for(session, who, inspection.public_id)
    opening.ask_parties(session, cast.officer, inspection)
    _employer, stranger = hiring_employer(session)
    with pytest.raises(NotFound):
        replies.reply_to_inspection(session, stranger, inspection, text="I know them.")
    with pytest.raises(NotFound):
        queries.inspection_for(session, stranger, inspection.public_id)
    for who, word in ((cast.person, "I work there."), (cast.hirer, "We agree."), (cast.hirer, "Here is the timesheet.")):
        with acting_as(session, who):
            replies.reply_to_inspection(session, who, queries.inspection_for(session, who, inspection.public_id), text=word)
    read = {}
    for who in (cast.person, cast.hirer, cast.officer):
        with acting_as(session, who):
            read[who.kind.value] = [one.text for one in queries.replies_of(session, inspection)]
    assert read == {
        "jobseeker": ["I work there."],
        "employer": ["We agree.", "Here is the timesheet."],
        "office": ["I work there.", "We agree.", "Here is the timesheet."],
    }


def test_another_region_neither_opens_nor_decides(session: ExchangeSession, cast: made.Cast) -> None:
    elsewhere = office(session, "KZ-75")
    stranger, approver = officer(staff(session, elsewhere)), officer(staff(session, elsewhere, approver=True))
    with pytest.raises(NotFound):
        opening.open_inspection(session, stranger, cast.placement, reason="Odd.")
    inspection = made.prepared(session, cast)
    for act in (
        lambda: opening.ask_parties(session, stranger, inspection),
        lambda: decisions.prepare_decision(session, stranger, inspection, Decision.KEPT, reason="Fine."),
        lambda: decisions.decide_inspection(session, approver, inspection),
        lambda: queries.inspection_for(session, stranger, inspection.public_id),
    ):
        with pytest.raises(NotFound):
            act()


def test_one_is_open_at_a_time_and_none_of_what_is_annulled(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast)
    with pytest.raises(Conflict) as refusal:
        made.opened(session, cast)
    assert refusal.value.code == "already_inspected"
    decisions.decide_inspection(session, cast.approver, inspection)
    session.refresh(cast.placement)
    with pytest.raises(Conflict) as refusal:
        made.opened(session, cast)
    assert refusal.value.code == "annulled_already"


def test_an_open_proposal_to_annul_is_decided_first(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast)
    annulments.propose_annulment(session, cast.officer, cast.placement, reason="Odd.")
    with pytest.raises(Conflict) as refusal, session.begin_nested():
        decisions.decide_inspection(session, cast.approver, inspection)
    assert refusal.value.code == "proposal_open"


@pytest.mark.parametrize(
    ("decision", "to_recover", "state"),
    [
        (Decision.SUBSIDY_STOPPED, 0, S.CLOSED),
        (Decision.SUBSIDY_RECOVERED, 50_000, S.DECIDED),
        (Decision.ANNULLED, 50_000, S.DECIDED),
    ],
)
def test_the_subsidy_ends_with_the_decision(
    session: ExchangeSession, cast: made.Cast, decision: Decision, to_recover: int, state: InspectionState
) -> None:
    enrolment = made.subsidised(session, cast, paid=50_000)
    inspection = made.prepared(session, cast, decision)
    assert inspection.enrolment_id == enrolment.id
    committed = enrolment.committed
    with acting_as(session, cast.approver):
        decisions.decide_inspection(session, cast.approver, inspection)
    session.refresh(enrolment)
    assert (enrolment.state, enrolment.drop_reason) == (EnrolmentState.DROPPED_OUT, DropReason.INSPECTION)
    assert enrolment.committed == enrolment.paid == 50_000 < committed, "what was not paid goes back to the plan"
    assert (inspection.to_recover, inspection.state) == (to_recover, state)


def test_a_kept_placement_keeps_its_subsidy(session: ExchangeSession, cast: made.Cast) -> None:
    enrolment = made.subsidised(session, cast)
    decisions.decide_inspection(session, cast.approver, made.prepared(session, cast, Decision.KEPT))
    session.refresh(enrolment)
    assert enrolment.state is EnrolmentState.STARTED


def test_a_sample_is_drawn_again_the_same(session: ExchangeSession, cast: made.Cast) -> None:
    employer, hirer = hiring_employer(session)
    vacancy = open_vacancy(session, employer, posts=30)
    for _ in range(9):
        confirmed(session, vacancy, hirer)
    plan, period = Plan(2026, 50, 40), {"since": clock.today() - timedelta(days=30), "until": clock.today()}
    first = opening.draw_sample(session, cast.officer, plan, **period)
    drawn = {one.placement_id for one in session.scalars(select(Inspection))}
    assert (first.files, first.employers, first.drawn_high) == (10, 2, 0)
    assert first.opened == first.drawn_others == len(drawn) > 0
    assert 0 < first.chance < 1
    again = opening.draw_sample(session, cast.approver, plan, **period)
    assert (again.register_hash, again.drawn_others, again.opened) == (first.register_hash, first.drawn_others, 0)
    assert {one.placement_id for one in session.scalars(select(Inspection))} == drawn
    assert {tuple(moves(session, one)) for one in session.scalars(select(Inspection))} == {("draw",)}


def test_high_risk_is_drawn_with_its_reasons_and_another_regions_files_are_not(session: ExchangeSession, cast: made.Cast) -> None:
    employer, hirer = hiring_employer(session)
    vacancy, who = open_vacancy(session, employer, posts=5), session.get_one(Jobseeker, cast.placement.jobseeker_id)
    with clock.hold(clock.now() - timedelta(days=150)):
        first = confirmed(session, vacancy, hirer, who)
        placements.end_placement(session, hirer, first, ended_on=clock.today(), reason=EndReason.CONTRACT_OVER)
    with clock.hold(clock.now() - timedelta(days=80)):
        facts = placements.PlacementFacts(who.id, employer.id, started_on=clock.today())
        second = placements.declare_placement(session, actor_of(who), facts)
    made.cast(session, "KZ-75")
    opening.draw_sample(session, cast.officer, Plan(1, 1, 1), since=second.started_on, until=second.started_on)
    found = session.scalars(select(Inspection).where(Inspection.placement_id == second.id)).one()
    assert (found.signals, found.risk) == (["rehired", "no_contract"], 5)
    assert all(one.region_code == "KZ-71" for one in session.scalars(select(Inspection)))
    assert by_signal(overview(session)) == [(signal, int(signal in (Signal.REHIRED, Signal.NO_CONTRACT)), 0) for signal in Signal]


@pytest.mark.parametrize(("plan", "days"), [(Plan(-1, 10, 10), 0), (Plan(1, 0, 10), 0), (Plan(1, 10, 10), 1)])
def test_a_wrong_plan_draws_nothing(session: ExchangeSession, cast: made.Cast, plan: Plan, days: int) -> None:
    with pytest.raises(InvalidInput):
        opening.draw_sample(session, cast.officer, plan, since=date(2026, 1, 1), until=clock.today() + timedelta(days=days))
    with pytest.raises(NotFound):
        opening.draw_sample(session, cast.hirer, Plan(1, 10, 10), since=clock.today(), until=clock.today())
    assert session.scalars(select(Inspection)).all() == []


def test_every_side_is_written_to_once(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.prepared(session, cast)
    decisions.decide_inspection(session, cast.approver, inspection)
    told = {"inspection_asked": letters.ask_sides, "inspection_answered": letters.tell_officer_of_reply}
    for kind, reaction in (told | {"inspection_decided": letters.tell_sides_of_decision}).items():
        for event in session.scalars(select(RecordedEvent).where(RecordedEvent.kind == kind)).all():
            reaction(session, event.facts)
            reaction(session, event.facts)
    found = sorted((one.kind.value, one.path.split("/", 2)[2]) for one in session.scalars(select(Message)) if "inspection" in one.kind)
    page = f"inspections/{inspection.public_id}"
    assert found == [
        ("inspection_answered", f"office/{page}"),
        ("inspection_asked", f"employer/{page}"),
        ("inspection_asked", f"jobseeker/{page}"),
        ("inspection_decided", f"employer/{page}"),
        ("inspection_decided", f"jobseeker/{page}"),
    ]


def test_the_persons_own_file_holds_the_own_words_and_grounds_once_decided(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.asked(session, cast)
    replies.reply_to_inspection(session, cast.person, inspection, text="I work there.")
    replies.reply_to_inspection(session, cast.hirer, inspection, text="We agree.")
    decisions.prepare_decision(session, cast.officer, inspection, Decision.KEPT, reason="The contract is there.")
    for grounds in ("", "The contract is there."):
        own = exported_inspections(session, cast.person)
        assert [(one["replies"], one["grounds"]) for one in own] == [(["I work there."], grounds)]
        if not grounds:
            decisions.decide_inspection(session, cast.approver, inspection)
    assert exported_inspections(session, hiring_employer(session)[1]) == []


def test_an_erased_persons_words_are_emptied(session: ExchangeSession, cast: made.Cast) -> None:
    inspection = made.answered(session, cast)
    replies.reply_to_inspection(session, cast.person, inspection, text="I live at a secret place.")
    replies.forget_replies(session, {"jobseeker_id": cast.placement.jobseeker_id})
    assert [(one.side, bool(one.text)) for one in queries.replies_of(session, inspection)] == [(Side.EMPLOYER, True), (Side.JOBSEEKER, False)]
    counted = overview(session)
    assert [(one.region_code, one.drawn, one.by_officer, one.answered, one.annulled) for one in counted] == [("KZ-71", 0, 1, 1, 0)]
