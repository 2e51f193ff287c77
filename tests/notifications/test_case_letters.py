"""What a person is written about the case, and what the officer is: each thing once, and in words of their language."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import contracts, meetings
from labour_exchange.cases.states import ContractEnd
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.reactions import cases as reactions
from labour_exchange.notifications.states import MessageKind
from labour_exchange.offices.models import Office
from tests.factories.cases import appointment, approved_contract, case, drafted_contract
from tests.factories.jobseekers import actor_of
from tests.factories.offices import office, officer, staff


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def opened(session: Session, at_work: Actor) -> Case:
    return case(session, at_work)


def told(session: Session, user_id: int | None) -> list[Message]:
    return list(session.scalars(select(Message).where(Message.user_id == user_id).order_by(Message.id)))


def test_a_plan_is_to_be_read_once_a_day(session: Session, opened: Case) -> None:
    facts = {"plan_id": 7, "jobseeker_id": opened.jobseeker_id, "revision": 1}
    reactions.ask_to_read_plan(session, facts)
    reactions.ask_to_read_plan(session, facts | {"revision": 2})
    assert [one.kind for one in told(session, opened.jobseeker.user_id)] == [MessageKind.PLAN_TO_AGREE]
    with clock.hold(clock.now() + timedelta(days=1)):
        reactions.ask_to_read_plan(session, facts | {"revision": 3})
    assert len(told(session, opened.jobseeker.user_id)) == 2


def test_an_approved_contract_is_to_be_signed_and_its_end_is_told(session: Session, at_work: Actor, opened: Case) -> None:
    approver = officer(staff(session, session.get_one(Office, at_work.office_id), approver=True))
    made = approved_contract(session, at_work, approver, opened)
    facts = {"contract_id": made.id, "jobseeker_id": made.jobseeker_id}
    reactions.ask_to_sign_contract(session, facts)
    contracts.end_contract(session, at_work, made, reason=ContractEnd.OWN_WISH)
    reactions.tell_of_contract_end(session, facts | {"reason": "own_wish"})
    letters = told(session, opened.jobseeker.user_id)
    assert [one.kind for one in letters] == [MessageKind.CONTRACT_TO_SIGN, MessageKind.CONTRACT_ENDED]
    assert {one.path.removeprefix("/kk").removeprefix("/ru").removeprefix("/en") for one in letters} == {"/jobseeker/case"}


def test_the_end_of_a_draft_is_no_news(session: Session, at_work: Actor, opened: Case) -> None:
    made = drafted_contract(session, at_work, opened)
    contracts.end_contract(session, at_work, made, reason=ContractEnd.NOT_SIGNED)
    reactions.tell_of_contract_end(session, {"contract_id": made.id, "jobseeker_id": made.jobseeker_id, "reason": "not_signed"})
    assert told(session, opened.jobseeker.user_id) == []


def test_an_appointment_is_told_in_the_time_of_the_country(session: Session, at_work: Actor, opened: Case) -> None:
    made = appointment(session, at_work, opened)
    facts = {"appointment_id": made.id, "jobseeker_id": made.jobseeker_id}
    reactions.invite_to_appointment(session, facts)
    meetings.settle_appointment(session, at_work, made, "cancel")
    reactions.tell_of_cancelled_appointment(session, facts)
    letters = told(session, opened.jobseeker.user_id)
    assert [one.kind for one in letters] == [MessageKind.APPOINTMENT_PROPOSED, MessageKind.APPOINTMENT_CANCELLED]
    when = f"{made.starts_at.astimezone(clock.COUNTRY_ZONE):%d.%m.%Y %H:%M}"
    assert all(when in one.subject for one in letters)
    assert "Room 4" in letters[0].body


def test_only_who_asks_for_another_time_is_told_to_the_officer(session: Session, at_work: Actor, opened: Case) -> None:
    made = appointment(session, at_work, opened)
    facts = {"appointment_id": made.id, "jobseeker_id": made.jobseeker_id}
    meetings.accept_appointment(session, actor_of(opened.jobseeker), made)
    reactions.tell_officer_of_wish(session, facts | {"answer": "accept"})
    assert told(session, at_work.user_id) == []
    meetings.ask_to_move(session, actor_of(opened.jobseeker), made, wish="After six")
    reactions.tell_officer_of_wish(session, facts | {"answer": "ask_to_move"})
    letters = told(session, at_work.user_id)
    assert [one.kind for one in letters] == [MessageKind.APPOINTMENT_TO_MOVE]
    assert "After six" not in letters[0].body
