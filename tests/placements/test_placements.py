"""Placements: declared, confirmed by the other side, disputed, ended, annulled by two people; and their ledger."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.operations import annulments, placements, referrals
from labour_exchange.placements.operations.evidence import add_evidence
from labour_exchange.placements.operations.placements import PlacementFacts
from labour_exchange.placements.operations.registers import record_register_rows
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.rules.registers import Outcome, RegisterRow
from labour_exchange.placements.states import (
    ApplicationState,
    Channel,
    DisputeReason,
    EndReason,
    EvidenceKind,
    EvidenceSource,
    PlacementState,
    Register,
)
from labour_exchange.vacancies.models import Vacancy
from tests.factories.jobseekers import actor_of, jobseeker
from tests.factories.offices import office, officer, staff
from tests.factories.placements import application, confirmed, hiring_employer, open_vacancy, placement
from tests.placements.conftest import Cast
from tests.placements.test_applications import events


def ledger(session: Session, made: Placement) -> list[tuple[str, str, int]]:
    wanted = select(PlacementEvidence).where(PlacementEvidence.placement_id == made.id).order_by(PlacementEvidence.id)
    return [(row.kind.value, row.source.value, row.month) for row in session.scalars(wanted)]


def facts(cast: Cast, **more: object) -> PlacementFacts:
    return PlacementFacts(cast.jobseeker.id, cast.employer.id, **{"started_on": clock.today()} | more)  # type: ignore[arg-type]


def test_both_sides_make_a_confirmed_placement(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    for actor in (cast.hirer, cast.officer, actor_of(jobseeker(session)), hiring_employer(session)[1]):
        with pytest.raises(NotFound):
            placements.confirm_placement(session, actor, made)
    placements.confirm_placement(session, cast.person, made)
    assert made.state is PlacementState.CONFIRMED
    assert ledger(session, made) == [("declared", "employer", 0), ("confirmed", "jobseeker", 0)]
    assert events(session, "placement_confirmed") == [{"placement_id": made.id, "jobseeker_id": cast.jobseeker.id}]
    assert [fact["evidence_kind"] for fact in events(session, "evidence_recorded")] == ["declared", "confirmed"]


def test_nobody_confirms_before_the_first_day(session: Session, cast: Cast) -> None:
    first_day = clock.today() + timedelta(days=3)
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker, starts_on=first_day)
    with pytest.raises(Conflict, match="not_started"):
        placements.confirm_placement(session, cast.person, made)
    with clock.hold(clock.now() + timedelta(days=3)):
        placements.confirm_placement(session, cast.person, made)
    assert made.state is PlacementState.CONFIRMED


def test_employer_declares_an_applicant_and_ends_nothing_before_the_person_agrees(session: Session, cast: Cast) -> None:
    mine = application(session, cast.vacancy, cast.jobseeker)
    other = application(session, open_vacancy(session, cast.employer), cast.jobseeker)
    made = placements.declare_placement(session, cast.hirer, facts(cast, vacancy_id=cast.vacancy.id))
    assert (mine.state, other.state) == (ApplicationState.HIRED, ApplicationState.SENT)
    assert (made.channel, made.occupation_code, made.region_of_work) == (Channel.SELF_SERVICE, "7411", "KZ-71")
    assert session.get_one(Vacancy, cast.vacancy.id).posts_filled == 1
    placements.confirm_placement(session, cast.person, made)
    assert other.state is ApplicationState.WITHDRAWN_HIRED_ELSEWHERE


def test_person_declares_and_employer_confirms(session: Session, cast: Cast) -> None:
    made = placements.declare_placement(session, cast.person, facts(cast))
    assert made.declared_by is EvidenceSource.JOBSEEKER
    with pytest.raises(NotFound):
        placements.confirm_placement(session, cast.person, made)
    placements.confirm_placement(session, cast.hirer, made)
    assert ledger(session, made)[-1] == ("confirmed", "employer", 0)


def test_office_declares_its_people_only(session: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        placements.declare_placement(session, officer(staff(session, office(session, "KZ-75"))), facts(cast))
    referrals.refer(session, cast.officer, cast.jobseeker, cast.vacancy, note="")
    made = placements.declare_placement(session, cast.officer, facts(cast, vacancy_id=cast.vacancy.id))
    assert (made.declared_by, made.channel, made.office_id) == ("office", Channel.OFFICE_REFERRAL, cast.officer.office_id)


def test_declarations_that_are_refused(session: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        placements.declare_placement(session, hiring_employer(session)[1], facts(cast))
    stranger = open_vacancy(session, hiring_employer(session)[0])
    with pytest.raises(NotFound):
        placements.declare_placement(session, cast.hirer, facts(cast, vacancy_id=stranger.id))
    with pytest.raises(InvalidInput):
        placements.declare_placement(session, cast.hirer, facts(cast, started_on=clock.today() - timedelta(days=91)))
    placements.declare_placement(session, cast.hirer, facts(cast))
    with pytest.raises(Conflict, match="placement_known"):
        placements.declare_placement(session, cast.hirer, facts(cast, started_on=clock.today() - timedelta(days=1)))


def test_disputed_and_confirmed_after_all(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    with pytest.raises(InvalidInput):
        placements.dispute_placement(session, cast.person, made, reason=DisputeReason.OTHER)
    placements.dispute_placement(session, cast.person, made, reason=DisputeReason.NEVER_STARTED)
    assert made.state is PlacementState.DISPUTED
    placements.confirm_placement(session, cast.person, made)
    placements.dispute_placement(session, cast.person, made, reason=DisputeReason.OTHER_TERMS)
    assert [kind for kind, _, _ in ledger(session, made)] == ["declared", "disputed", "confirmed", "disputed"]
    with pytest.raises(NotFound):
        placements.dispute_placement(session, cast.officer, made, reason=DisputeReason.NEVER_STARTED)


def test_ended_within_its_days_with_a_reason(session: Session, cast: Cast) -> None:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    for day in (clock.today() - timedelta(days=1), clock.today() + timedelta(days=1)):
        with pytest.raises(InvalidInput):
            placements.end_placement(session, cast.hirer, made, ended_on=day, reason=EndReason.OWN_WISH)
    with pytest.raises(NotFound):
        placements.end_placement(session, hiring_employer(session)[1], made, ended_on=clock.today(), reason=EndReason.OWN_WISH)
    placements.end_placement(session, cast.hirer, made, ended_on=clock.today(), reason=EndReason.OWN_WISH)
    row = session.scalars(select(PlacementEvidence).where(PlacementEvidence.kind == EvidenceKind.ENDED)).one()
    assert (made.state, row.reason, row.effective_on) == (PlacementState.ENDED, "own_wish", clock.today())
    again = placements.declare_placement(session, cast.hirer, facts(cast, started_on=clock.today() - timedelta(days=2)))
    assert again.id != made.id


def test_the_ledger_takes_the_same_evidence_once(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    given = {"effective_on": date(2026, 1, 31), "month": 1}
    kind, source, actor = EvidenceKind.CONTRIBUTION, EvidenceSource.PENSION_REGISTER, system_actor("test")
    assert add_evidence(session, actor, made, kind, source, **given) is not None  # type: ignore[arg-type]
    assert add_evidence(session, actor, made, kind, source, **given) is None  # type: ignore[arg-type]
    assert ledger(session, made).count(("contribution", "pension_register", 1)) == 1
    assert len(events(session, "evidence_recorded")) == 2


@pytest.mark.parametrize("statement", ["UPDATE placement_evidence SET reason = 'x'", "DELETE FROM placement_evidence"])
def test_the_ledger_is_never_changed(session: Session, cast: Cast, statement: str) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    with pytest.raises(DBAPIError), session.begin_nested():
        session.execute(text(statement))
    assert len(ledger(session, made)) == 1


def test_annulled_by_two_people_after_the_right_of_reply(session: Session, cast: Cast) -> None:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    proposal = annulments.propose_annulment(session, cast.officer, made, reason="Never seen at work")
    with pytest.raises(Conflict, match="proposal_open"):
        annulments.propose_annulment(session, cast.approver, made, reason="The same")
    with pytest.raises(NotFound):
        annulments.decide_annulment(session, cast.officer, proposal, is_accepted=True)
    with pytest.raises(Conflict, match="reply_first"):
        annulments.decide_annulment(session, cast.approver, proposal, is_accepted=True)
    with pytest.raises(NotFound):
        annulments.reply_to_annulment(session, hiring_employer(session)[1], proposal, reply="Not mine")
    annulments.reply_to_annulment(session, cast.hirer, proposal, reply="He was at another site")
    annulments.decide_annulment(session, cast.approver, proposal, is_accepted=True)
    assert (made.state, session.get_one(Vacancy, cast.vacancy.id).posts_filled) == (PlacementState.ANNULLED, 0)
    assert ledger(session, made)[-1] == ("annulled", "office", 0)
    assert events(session, "placement_annulled") == [{"placement_id": made.id}]
    with pytest.raises(Conflict):
        annulments.decide_annulment(session, cast.approver, proposal, is_accepted=False)


def test_who_proposed_does_not_decide_and_silence_gives_way(session: Session, cast: Cast) -> None:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    proposal = annulments.propose_annulment(session, cast.approver, made, reason="Never seen at work")
    colleague = officer(staff(session, office(session, "KZ-71"), approver=True))
    elsewhere = officer(staff(session, office(session, "KZ-75"), approver=True))
    with clock.hold(clock.now() + timedelta(days=10)):
        with pytest.raises(Conflict, match="same_person"):
            annulments.decide_annulment(session, cast.approver, proposal, is_accepted=True)
        with pytest.raises(NotFound):
            annulments.decide_annulment(session, elsewhere, proposal, is_accepted=True)
        annulments.decide_annulment(session, colleague, proposal, is_accepted=False)
    assert (made.state, proposal.is_accepted) == (PlacementState.CONFIRMED, False)


def test_rows_of_the_registers_are_matched_and_counted_once(session: Session, cast: Cast) -> None:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    iin, number, start = cast.jobseeker.iin or "", cast.employer.bin or "", made.started_on
    stranger = jobseeker(session)
    rows = [
        RegisterRow(2, iin, number, start + timedelta(days=30)),
        RegisterRow(3, iin, number, start + timedelta(days=31)),
        RegisterRow(4, stranger.iin or "", number, start),
    ]
    system = system_actor("test")
    outcomes = [receipt.outcome for receipt in record_register_rows(session, system, Register.CONTRACTS, rows)]
    assert outcomes == [Outcome.RECORDED, Outcome.UNMATCHED, Outcome.UNMATCHED]
    months = [RegisterRow(line, iin, number, start.replace(day=1) + timedelta(days=31 * line)) for line in (0, 1, 2)]
    for wanted in ([Outcome.RECORDED, Outcome.UNCHANGED, Outcome.RECORDED], [Outcome.UNCHANGED] * 3):
        receipts = record_register_rows(session, system, Register.CONTRIBUTIONS, months)
        assert [receipt.outcome for receipt in receipts] == wanted
        assert {receipt.placement for receipt in receipts} == {made.public_id}
    assert [month for kind, _, month in ledger(session, made) if kind == "contribution"] == [1, 3]
    with pytest.raises(NotFound):
        record_register_rows(session, cast.officer, Register.CONTRACTS, rows)


def test_placements_of_a_person_wait_for_that_person(session: Session, cast: Cast) -> None:
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    assert approaches.things_to_answer(session, cast.person).placements == [made]
    assert approaches.found_for(session, cast.person, Placement, made.public_id) is made
    with pytest.raises(NotFound):
        approaches.found_for(session, actor_of(jobseeker(session)), Placement, made.public_id)
