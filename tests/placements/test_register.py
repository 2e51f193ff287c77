"""The register of an office: its scope, its filters, and the second wall of row-level security around it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind
from labour_exchange.foundation.database import acting_as
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import AnnulmentProposal, Invitation, JobApplication, Offer, Placement, PlacementEvidence, Referral
from labour_exchange.placements.operations import annulments, applications, invitations, offers, placements, referrals
from labour_exchange.placements.queries import register
from labour_exchange.placements.queries.register import RegisterFilters
from labour_exchange.placements.rules.evidence import evidence_level
from labour_exchange.placements.states import Channel, EvidenceLevel, PlacementState
from tests.factories.jobseekers import jobseeker, open_to_employers
from tests.factories.offices import office, officer, staff
from tests.factories.placements import application, confirmed, hiring_employer, open_vacancy, placement, terms
from tests.placements.conftest import Cast, make_cast


def found(session: Session, actor: Actor, **filters: object) -> set[int]:
    return {row.placement.id for row in register.register_page(session, actor, RegisterFilters(**filters)).rows}  # type: ignore[arg-type]


def test_the_register_holds_work_and_residence_of_the_region(session: Session, cast: Cast) -> None:
    there, hirer = hiring_employer(session, "KZ-75")
    leaving = placement(session, open_vacancy(session, there), hirer, cast.jobseeker)
    foreign = placement(session, open_vacancy(session, there), hirer, jobseeker(session, "KZ-75"))
    coming = placement(session, cast.vacancy, cast.hirer, jobseeker(session, "KZ-75"))
    assert found(session, cast.officer) == {leaving.id, coming.id}
    assert found(session, officer(staff(session, office(session, "KZ-75")))) == {leaving.id, foreign.id, coming.id}
    assert found(session, officer(staff(session, office(session, "KZ-10")))) == set()
    assert found(session, officer(staff(session, office(session, None)))) == set()


def test_filters(session: Session, cast: Cast) -> None:
    first = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    other, hirer = hiring_employer(session, name="Ойдан шығарылған зауыт")
    second = placement(session, open_vacancy(session, other), hirer)
    assert found(session, cast.officer, state=PlacementState.CONFIRMED) == {first.id}
    assert found(session, cast.officer, level=EvidenceLevel.DECLARED) == {second.id}
    assert found(session, cast.officer, level=EvidenceLevel.CONFIRMED) == {first.id}
    assert found(session, cast.officer, employer="ойдан") == {second.id}
    assert found(session, cast.officer, employer=cast.employer.bin) == {first.id}
    assert found(session, cast.officer, channel=Channel.OFFICE_REFERRAL) == set()
    assert found(session, cast.officer, channel=Channel.SELF_SERVICE) == {first.id, second.id}
    assert found(session, cast.officer, since=clock.today() + timedelta(days=1)) == set()
    assert found(session, cast.officer, until=clock.today()) == {first.id, second.id}
    assert found(session, cast.officer, agency="nobody") == set()
    assert register.count_register(session, cast.officer, RegisterFilters()) == 2


def test_pages_follow_each_other_and_levels_agree_with_the_rule(session: Session, cast: Cast) -> None:
    many = open_vacancy(session, cast.employer, posts=10)
    made = [(confirmed if number % 2 else placement)(session, many, cast.hirer) for number in range(5)]
    seen, cursor = [], None
    while True:
        page = register.register_page(session, cast.officer, RegisterFilters(), cursor=cursor, limit=2)
        seen += [row.placement.id for row in page.rows]
        assert all(row.level is evidence_level(row.placement.evidence) for row in page.rows)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == [one.id for one in reversed(made)]
    assert len(list(register.register_rows(session, cast.officer, RegisterFilters()))) == 5


def test_history_of_a_placement(session: Session, cast: Cast) -> None:
    made = confirmed(session, cast.vacancy, cast.hirer, cast.jobseeker)
    annulments.propose_annulment(session, cast.officer, made, reason="A doubt")
    told = register.placement_history(session, made)
    assert [row.kind.value for row in told.evidence] == ["declared", "confirmed"]
    assert [move.action for move in told.moves] == ["declare", "confirm"]
    assert (told.level, told.signals, len(told.proposals)) == (EvidenceLevel.CONFIRMED, (), 1)
    assert list(session.scalars(register.open_proposals(cast.approver))) == told.proposals


TABLES = (JobApplication, Invitation, Referral, Offer, Placement, PlacementEvidence, AnnulmentProposal)


def everything(session: Session, cast: Cast) -> None:
    """One row of every table, all about the person of the cast and its employer."""
    invitations.invite(session, cast.hirer, open_vacancy(session, cast.employer), cast.jobseeker.profile, note="")
    referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="")
    made = placement(session, cast.vacancy, cast.hirer, cast.jobseeker)
    annulments.propose_annulment(session, cast.officer, made, reason="A doubt")


def rows_seen(session: Session, actor: Actor) -> list[int]:
    """How many rows of each table PostgreSQL itself shows to this actor, whatever the query says."""
    session.flush()
    with acting_as(session, actor):
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES]


def test_the_database_shows_rows_to_their_own_people_only(session: Session, cast: Cast) -> None:
    everything(session, cast)
    elsewhere = make_cast(session, "KZ-75")
    assert rows_seen(session, cast.person) == [1] * 7
    assert rows_seen(session, cast.hirer) == [1] * 7
    assert rows_seen(session, cast.officer) == [1] * 7
    assert rows_seen(session, cast.approver) == [1] * 7
    for actor in (elsewhere.person, elsewhere.hirer, elsewhere.officer, elsewhere.approver, VISITOR, Actor(ActorKind.ANALYST, user_id=1)):
        assert rows_seen(session, actor) == [0] * 7, actor.kind


def test_the_database_refuses_rows_written_for_others(session: Session, cast: Cast) -> None:
    stranger = open_to_employers(session, "KZ-71")
    session.flush()
    forged = insert(JobApplication).values(jobseeker_id=stranger.id, vacancy_id=cast.vacancy.id, created_at=clock.now(), region_code="KZ-71")
    with acting_as(session, cast.person), pytest.raises(DBAPIError, match="row-level security"), session.begin_nested():
        session.execute(forged)


def test_an_employer_sees_a_person_by_an_application_and_not_before(session: Session, cast: Cast) -> None:
    wanted = select(func.count()).select_from(Jobseeker)
    with acting_as(session, cast.hirer):
        assert session.scalar(wanted) == 0
    application(session, cast.vacancy, cast.jobseeker)
    with acting_as(session, cast.hirer):
        assert session.scalar(wanted) == 1
    invited = make_cast(session, "KZ-75")
    sent = invitations.invite(session, invited.hirer, invited.vacancy, invited.jobseeker.profile, note="")
    with acting_as(session, invited.hirer):
        assert session.scalar(wanted) == 0
    invitations.accept_invitation(session, invited.person, sent)
    with acting_as(session, invited.hirer):
        assert session.scalar(wanted) == 1


def test_whole_path_under_row_level_security(session: Session, cast: Cast) -> None:
    """Every step is done as its own actor, as the pages do it, and not as the system that made the cast."""
    with acting_as(session, cast.person):
        made = application(session, cast.vacancy, cast.jobseeker)
    with acting_as(session, cast.hirer):
        offered = offer_on(session, cast, made)
    with acting_as(session, cast.person):
        placed = confirmed_from(session, cast, offered)
    with acting_as(session, cast.officer):
        proposal = annulments.propose_annulment(session, cast.officer, placed, reason="A doubt")
    with acting_as(session, cast.hirer):
        annulments.reply_to_annulment(session, cast.hirer, proposal, reply="It is so")
    with acting_as(session, cast.approver):
        annulments.decide_annulment(session, cast.approver, proposal, is_accepted=True)
    assert placed.state is PlacementState.ANNULLED


def offer_on(session: Session, cast: Cast, made: JobApplication) -> Offer:
    applications.see(session, cast.hirer, made)
    applications.invite_to_interview(session, cast.hirer, made, note="Tuesday")
    return offers.make_offer(session, cast.hirer, made, terms())


def confirmed_from(session: Session, cast: Cast, offered: Offer) -> Placement:
    return placements.confirm_placement(session, cast.person, placements.accept_offer(session, cast.person, offered))
