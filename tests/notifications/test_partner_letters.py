"""What person, lead officer and agency are written about follow-up partners: each thing once, nobody about their own act, no name in any."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import partners as reactions
from labour_exchange.notifications.states import MessageKind
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import meetings
from tests.factories import agencies
from tests.factories.cases import case
from tests.factories.offices import office, officer, staff
from tests.factories.partners import active, provider


class Cast:
    def __init__(self, session: Session) -> None:
        self.officer: Actor = officer(staff(session, office(session, "KZ-71")))
        self.case: Case = case(session, self.officer)
        self.agency, self.agent = agencies.in_force(session)
        self.partner: FollowUpPartner = active(session, self.officer, self.case, self.agency)
        self.person_id = self.case.jobseeker.user_id

    def facts(self, **more: object) -> dict[str, object]:
        return {"partner_id": self.partner.id, "jobseeker_id": self.case.jobseeker_id} | more


@pytest.fixture
def cast(session: Session) -> Cast:
    return Cast(session)


def told(session: Session, user_id: int | None) -> list[MessageKind]:
    return list(session.scalars(select(Message.kind).where(Message.user_id == user_id, Message.kind.in_(KINDS)).order_by(Message.id)))


KINDS = [kind for kind in MessageKind if kind.value.startswith(("partner_", "following_", "step_"))]


def test_the_person_is_asked_once(session: Session, cast: Cast) -> None:
    for _ in range(2):
        reactions.ask_for_consent(session, cast.facts())
    assert told(session, cast.person_id) == [MessageKind.PARTNER_PROPOSED]


@pytest.mark.parametrize(
    ("answer", "officer_told", "agency_told"),
    [("consent", MessageKind.PARTNER_CONSENTED, [MessageKind.PARTNER_TO_FOLLOW]), ("decline", MessageKind.PARTNER_DECLINED, [])],
)
def test_officer_and_agency_hear_the_answer(
    session: Session, cast: Cast, answer: str, officer_told: MessageKind, agency_told: list[MessageKind]
) -> None:
    reactions.tell_of_answer(session, cast.facts(answer=answer))
    assert told(session, cast.officer.user_id) == [officer_told]
    assert told(session, cast.agent.user_id) == agency_told


@pytest.mark.parametrize(
    ("reason", "person", "lead"),
    [("withdrawn", 0, 1), ("officer", 1, 0), ("term_over", 1, 1), ("case_closed", 1, 0), ("transferred", 1, 0)],
)
def test_an_end_is_told_to_the_others(session: Session, cast: Cast, reason: str, person: int, lead: int) -> None:
    reactions.tell_of_end(session, cast.facts(reason=reason, was_active=True))
    assert told(session, cast.person_id) == [MessageKind.PARTNER_ENDED] * person
    assert told(session, cast.officer.user_id) == [MessageKind.PARTNER_ENDED] * lead
    assert told(session, cast.agent.user_id) == [MessageKind.FOLLOWING_ENDED]


def test_an_agency_that_never_saw_the_person_hears_of_no_end(session: Session, cast: Cast) -> None:
    reactions.tell_of_end(session, cast.facts(reason="officer", was_active=False))
    assert told(session, cast.agent.user_id) == []


def test_contacts_are_one_letter_a_day(session: Session, cast: Cast) -> None:
    for number in (1, 2):
        reactions.tell_officer_of_contacts(session, cast.facts(contact_id=number))
    assert told(session, cast.officer.user_id) == [MessageKind.PARTNER_CONTACT]


def test_steps_go_between_officer_and_agency(session: Session, cast: Cast) -> None:
    followed = cast.facts(followed_id=cast.partner.steps[0].id)
    reactions.ask_officer_to_confirm(session, followed)
    reactions.tell_partner_of_step(session, followed | {"answer": "return"})
    reactions.tell_partner_of_step(session, followed | {"answer": "confirm"})
    assert told(session, cast.officer.user_id) == [MessageKind.STEP_REPORTED]
    assert told(session, cast.agent.user_id) == [MessageKind.STEP_RETURNED, MessageKind.STEP_CONFIRMED]


def test_meetings_are_told_to_person_and_partner(session: Session, cast: Cast) -> None:
    slot = Slot(clock.now() + timedelta(days=2), 30, "Room 2", "The interview")
    met = meetings.propose_meeting(session, cast.agent, cast.partner, slot)
    reactions.invite_to_meeting(session, {"meeting_id": met.id})
    reactions.tell_partner_of_answer(session, {"meeting_id": met.id, "answer": "accept"})
    reactions.tell_of_cancelled_meeting(session, {"meeting_id": met.id})
    assert told(session, cast.person_id) == [MessageKind.PARTNER_MEETING_PROPOSED, MessageKind.PARTNER_MEETING_CANCELLED]
    assert told(session, cast.agent.user_id) == [MessageKind.PARTNER_MEETING_ANSWERED]
    taught = active(session, cast.officer, case(session, cast.officer), provider(session))
    by_office = meetings.propose_meeting(session, cast.officer, taught, slot)
    reactions.tell_partner_of_answer(session, {"meeting_id": by_office.id, "answer": "decline"})
    assert told(session, cast.officer.user_id) == [MessageKind.PARTNER_MEETING_ANSWERED]


def test_no_letter_names_the_person(session: Session, cast: Cast) -> None:
    reactions.tell_of_answer(session, cast.facts(answer="consent"))
    reactions.tell_of_end(session, cast.facts(reason="term_over", was_active=True))
    person = cast.case.jobseeker
    for letter in session.scalars(select(Message).where(Message.kind.in_(KINDS))):
        assert person.family_name not in letter.subject + letter.body
        assert person.given_name not in letter.subject + letter.body
