"""Proposed, consented to, declined, withdrawn, ended; from then on the partner finds nothing, by the code and by the database alone."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent, User
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.operations import restore_licence, suspend_licence
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import close_case
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer
from labour_exchange.cases.states import CloseReason, TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.partners.operations import ending
from labour_exchange.partners.operations.proposing import consent_to_partner, decline_partner, end_partner, propose_partner, withdraw_consent
from labour_exchange.partners.queries import followed_by, followed_person, looks_at, partner_for, partners_of, possible_partners
from labour_exchange.partners.rules import ProposalFacts
from labour_exchange.partners.states import NameShown, PartnerEnd, PartnerState
from tests.factories import agencies
from tests.factories.cases import agreed_plan, case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff
from tests.factories.partners import active, proposed, provider

OF_PARTNERS = ("follow_up_partners", "followed_steps", "partner_contacts", "partner_meetings")
NEVER = ("cases", "plans", "plan_steps", "contacts", "appointments", "effort_assessments", "social_contracts", "jobseekers")
"""What a partner reads nothing of, whatever the person consents to."""


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def opened(session: Session, at_work: Actor) -> Case:
    return case(session, at_work)


@pytest.fixture
def working(session: Session) -> tuple[Agency, Actor]:
    return agencies.in_force(session)


def seen(session: Session, actor: Actor, tables: tuple[str, ...] = OF_PARTNERS) -> dict[str, int]:
    with acting_as(session, actor):
        return {table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables}  # noqa: S608 - names above


def finds(session: Session, actor: Actor) -> int:
    with acting_as(session, actor):
        return len(session.scalars(followed_by(actor)).all())


def test_without_consent_the_agency_finds_nothing(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    agency, agent = working
    made = proposed(session, at_work, opened, agency)
    assert set(seen(session, agent).values()) == {0}
    assert finds(session, agent) == 0
    with acting_as(session, agent), pytest.raises(NotFound):
        partner_for(session, agent, made.public_id)
    decline_partner(session, actor_of(opened.jobseeker), made)
    assert made.state is PartnerState.DECLINED
    assert set(seen(session, agent).values()) == {0}
    assert finds(session, agent) == 0


def test_with_consent_it_sees_what_the_person_has_read_and_nothing_else(
    session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]
) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    assert seen(session, agent) == {"follow_up_partners": 1, "followed_steps": 2, "partner_contacts": 0, "partner_meetings": 0}
    assert set(seen(session, agent, NEVER).values()) == {0}
    with acting_as(session, agent):
        shown = followed_person(session, agent, partner_for(session, agent, made.public_id), look="person")
    assert shown.name == opened.jobseeker.given_name
    assert {one.step.what for one in shown.steps} == {"Learn to weld", "Find a course"}
    person = actor_of(opened.jobseeker)
    assert [row.act for row in looks_at(session, person, made)] == ["read followed person"]
    other, stranger = agencies.in_force(session)
    assert finds(session, stranger) == 0
    assert set(seen(session, stranger).values()) == {0}
    with pytest.raises(NotFound):
        followed_person(session, stranger, made, look="person")
    with pytest.raises(NotFound):
        looks_at(session, at_work, made)
    assert other.id != agency.id


def test_the_full_name_only_by_choice(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    made = proposed(session, at_work, opened, working[0])
    person = actor_of(opened.jobseeker)
    with pytest.raises(InvalidInput) as refused:
        consent_to_partner(session, person, made, name=None)
    assert [one.field for one in refused.value.errors] == ["name"]
    consent_to_partner(session, person, made, name=NameShown.FULL)
    assert made.shown_name == opened.jobseeker.full_name
    consent = session.get_one(Consent, made.consent_id)
    assert (consent.subject, consent.version, consent.withdrawn_at) == ("follow_up_partner", "2026-11", None)


def test_a_withdrawal_holds_at_once(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    for stranger in (at_work, agent, actor_of(registered(session))):
        with pytest.raises(NotFound):
            withdraw_consent(session, stranger, made)
    withdraw_consent(session, actor_of(opened.jobseeker), made)
    assert (made.state, made.end_reason) == (PartnerState.ENDED, PartnerEnd.WITHDRAWN)
    assert set(seen(session, agent).values()) == {0}
    assert finds(session, agent) == 0
    assert session.get_one(Consent, made.consent_id).withdrawn_at is not None
    with pytest.raises(Conflict):
        withdraw_consent(session, actor_of(opened.jobseeker), made)
    assert proposed(session, at_work, opened, agency).state is PartnerState.PROPOSED


def test_the_officer_ends_it(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    for stranger in (agent, actor_of(opened.jobseeker), officer(staff(session, office(session, "KZ-75")))):
        with pytest.raises(NotFound):
            end_partner(session, stranger, made)
    end_partner(session, at_work, made)
    assert made.end_reason is PartnerEnd.OFFICER
    assert finds(session, agent) == 0


def test_without_a_licence_in_force_it_sees_nothing_while_that_lasts(
    session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]
) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    licence = agencies.licence(session, agency)
    suspend_licence(session, agencies.SYSTEM, licence, reason="Checked")
    assert set(seen(session, agent).values()) == {0}
    assert finds(session, agent) == 0
    with pytest.raises(NotFound):
        followed_person(session, agent, made, look="person")
    assert made.state is PartnerState.ACTIVE
    restore_licence(session, agencies.SYSTEM, licence, reason="Right again")
    assert finds(session, agent) == 1
    licence.expires_on = clock.today() - timedelta(days=1)
    session.flush()
    assert finds(session, agent) == 0
    with pytest.raises(InvalidInput):
        proposed(session, at_work, case(session, at_work), agency)
    later = proposed(session, at_work, opened, agencies.in_force(session)[0])
    assert later.agency_id is not None
    agencies.licence(session, session.get_one(Agency, later.agency_id)).expires_on = clock.today() - timedelta(days=1)
    session.flush()
    with pytest.raises(Conflict, match="not_licensed"):
        consent_to_partner(session, actor_of(opened.jobseeker), later, name=NameShown.GIVEN)


@pytest.mark.parametrize(("days_past", "is_seen"), [(-1, True), (0, True), (1, False)])
def test_it_ends_by_itself_at_its_date(
    session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor], days_past: int, is_seen: bool
) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency, days=30)
    with clock.hold(clock.now() + timedelta(days=30 + days_past)):
        assert finds(session, agent) == int(is_seen)
        assert ending.end_due_partners(session) == int(not is_seen)
        assert made.state is (PartnerState.ACTIVE if is_seen else PartnerState.ENDED)
        if not is_seen:
            assert made.end_reason is PartnerEnd.TERM_OVER


def test_it_ends_with_the_case(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    close_case(session, at_work, opened, reason=CloseReason.FOUND_WORK)
    session.flush()
    # Before the worker has run the reaction.
    assert finds(session, agent) == 0
    assert set(seen(session, agent).values()) == {0}
    ending.end_with_case(session, {"case_id": opened.id, "jobseeker_id": opened.jobseeker_id, "reason": "found_work"})
    assert made.end_reason is PartnerEnd.CASE_CLOSED
    with pytest.raises(Conflict):
        proposed(session, at_work, opened, agency)


def test_it_ends_with_a_transfer_and_the_office_that_is_left_reads_nothing(
    session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]
) -> None:
    agency, agent = working
    made = active(session, at_work, opened, agency)
    receiver = officer(staff(session, office(session, "KZ-59")))
    assert set(seen(session, receiver).values()) == {0}
    asked = ask_transfer(session, at_work, opened.jobseeker, to_region="KZ-59", reason=TransferReason.MOVED)
    ending.end_with_transfer(session, {"jobseeker_id": opened.jobseeker_id, "decision": "declined"})
    assert made.state is PartnerState.ACTIVE
    accept_transfer(session, receiver, asked, lead=session.get_one(User, receiver.user_id))
    session.flush()
    assert finds(session, agent) == 0
    assert set(seen(session, agent).values()) == {0}
    assert set(seen(session, at_work).values()) == {0}
    ending.end_with_transfer(session, {"jobseeker_id": opened.jobseeker_id, "decision": "accepted"})
    assert made.end_reason is PartnerEnd.TRANSFERRED
    again = active(session, receiver, opened, agency)
    assert finds(session, agent) == 1
    assert [one.id for one in partners_of(session, receiver, opened)] == [again.id, made.id]


def test_one_proposal_for_an_organisation_at_a_time(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    proposed(session, at_work, opened, working[0])
    with pytest.raises(Conflict, match="partner_already"):
        proposed(session, at_work, opened, working[0])
    assert proposed(session, at_work, opened, agencies.in_force(session)[0])


def test_what_may_be_proposed(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    near, far = provider(session, "KZ-71"), provider(session, "KZ-75")
    found = {one.name for one in possible_partners(session, opened)}
    assert {near.name, working[0].name} <= found
    assert far.name not in found
    plan = agreed_plan(session, at_work, opened)
    facts = ProposalFacts("Teaches", clock.today() + timedelta(days=30), 1)
    for organisation in (far, agencies.applying(session)[0], None):
        with pytest.raises(InvalidInput) as refused:
            propose_partner(session, at_work, opened, facts, organisation=organisation, steps=plan.steps[:1])
        assert [one.field for one in refused.value.errors] == ["organisation"]
    elsewhere = agreed_plan(session, at_work, case(session, at_work))
    with pytest.raises(InvalidInput):
        propose_partner(session, at_work, opened, facts, organisation=near, steps=elsewhere.steps[:1])
    for stranger in (officer(staff(session, office(session, "KZ-75"))), actor_of(opened.jobseeker), working[1]):
        with pytest.raises(NotFound):
            propose_partner(session, stranger, opened, facts, organisation=near, steps=plan.steps[:1])


def test_erasure_leaves_no_word(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    made = active(session, at_work, opened, working[0], name=NameShown.FULL)
    ending.forget_partner_words(session, {"jobseeker_id": opened.jobseeker_id})
    session.flush()
    session.expire_all()
    assert (made.purpose, made.shown_name, made.end_reason) == ("", "", PartnerEnd.ERASED)
    assert {step.what for step in made.steps} == {""}


def test_it_ends_when_the_account_is_closed(session: Session, at_work: Actor, opened: Case, working: tuple[Agency, Actor]) -> None:
    made = active(session, at_work, opened, working[0])
    ending.end_with_account(session, {"user_id": opened.jobseeker.user_id})
    assert made.end_reason is PartnerEnd.WITHDRAWN
    assert session.scalar(select(Consent.withdrawn_at).where(Consent.id == made.consent_id))
