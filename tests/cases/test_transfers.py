"""A person goes from one region's office to another's: everything together, no day lost, nothing left to read where they were."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Appointment, CaseTransfer
from labour_exchange.cases.operations import close_case
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer, decline_transfer, take_back_transfer
from labour_exchange.cases.queries.transfers import arrival, arriving, count_arriving, transfer_for
from labour_exchange.cases.states import AppointmentState, CloseReason, TransferReason, TransferState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.jobseekers.models import Registration
from labour_exchange.jobseekers.operations.registrations import end_registration
from labour_exchange.jobseekers.states import EndReason
from tests.factories.cases import appointment, approved_contract, case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

OF_CASES = (
    "cases", "effort_assessments", "plans", "plan_steps", "plan_revisions", "social_contracts", "obligations", "contacts", "appointments",
    "jobseekers", "registrations", "profiles",
)  # fmt: skip


class Offices:
    def __init__(self, session: Session) -> None:
        south, north = office(session, "KZ-61"), office(session, "KZ-59")
        self.sender, self.approver = officer(staff(session, south)), officer(staff(session, south, approver=True))
        self.receiver = officer(staff(session, north))
        self.lead: User = session.get_one(User, self.receiver.user_id)


@pytest.fixture
def two(session: Session) -> Offices:
    return Offices(session)


def seen(session: Session, actor: Actor) -> dict[str, int]:
    with acting_as(session, actor):
        return {table: session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in OF_CASES}  # noqa: S608 - names above


def test_all_of_it_goes_at_once_and_the_days_are_kept(session: Session, two: Offices) -> None:
    person = registered(session, "KZ-61")
    register = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    register.registered_on = clock.today() - timedelta(days=200)
    one = case(session, two.sender, person=person)
    approved_contract(session, two.sender, two.approver, one)
    met = appointment(session, two.sender, one)
    before = seen(session, two.sender)
    with acting_as(session, two.sender):
        asked = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.MOVED)
    assert before == before | {"cases": 1, "plans": 1, "plan_steps": 2, "social_contracts": 1, "obligations": 2, "appointments": 1}
    assert seen(session, two.receiver) == dict.fromkeys(OF_CASES, 0)
    with acting_as(session, two.receiver):
        assert arrival(session, two.receiver, asked).open_steps == 2
        accept_transfer(session, two.receiver, asked, lead=two.lead)
    assert seen(session, two.receiver) == before
    assert seen(session, two.sender) == dict.fromkeys(OF_CASES, 0)
    assert (register.region_code, register.office_id) == ("KZ-59", two.receiver.office_id)
    assert register.registered_on == clock.today() - timedelta(days=200)
    assert (one.lead_id, one.office_id, person.region_code) == (two.receiver.user_id, two.receiver.office_id, "KZ-59")
    session.expire_all()
    assert session.get_one(Appointment, met.id).state is AppointmentState.CANCELLED
    with acting_as(session, two.sender):
        assert transfer_for(session, two.sender, asked.public_id).state is TransferState.ACCEPTED
    with pytest.raises(NotFound):
        arrival(session, two.receiver, asked)


def test_a_closed_case_goes_along_and_a_person_without_one_too(session: Session, two: Offices) -> None:
    one = case(session, two.sender)
    close_case(session, two.sender, one, reason=CloseReason.OWN_WISH)
    asked = ask_transfer(session, actor_of(one.jobseeker), one.jobseeker, to_region="KZ-59", reason=TransferReason.FAMILY)
    accept_transfer(session, two.receiver, asked, lead=two.lead)
    assert (one.region_code, one.lead_id) == ("KZ-59", two.sender.user_id)
    assert asked.is_asked_by_person


def test_a_decline_has_a_reason_and_changes_nothing_else(session: Session, two: Offices) -> None:
    person = registered(session, "KZ-61")
    asked = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.WORK_THERE)
    with pytest.raises(InvalidInput):
        decline_transfer(session, two.receiver, asked, reason="  ")
    decline_transfer(session, two.receiver, asked, reason="No address here")
    assert (asked.state, person.region_code) == (TransferState.DECLINED, "KZ-61")
    again = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.MOVED)
    assert session.scalars(arriving(two.receiver)).all() == [again]
    with pytest.raises(Conflict):
        take_back_transfer(session, two.sender, asked)


def test_only_one_waits_and_only_who_is_asked_decides(session: Session, two: Offices) -> None:
    person = registered(session, "KZ-61")
    asked = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.MOVED)
    with pytest.raises(Conflict, match="transfer_open"):
        ask_transfer(session, actor_of(person), person, to_region="KZ-59", reason=TransferReason.MOVED)
    with pytest.raises(NotFound):
        accept_transfer(session, two.sender, asked, lead=two.lead)
    with pytest.raises(InvalidInput):
        accept_transfer(session, two.receiver, asked, lead=session.get_one(User, two.sender.user_id))
    with pytest.raises(NotFound):
        take_back_transfer(session, two.receiver, asked)
    assert count_arriving(session, two.receiver) == 1
    take_back_transfer(session, actor_of(person), asked)
    assert count_arriving(session, two.receiver) == 0
    with pytest.raises(Conflict):
        accept_transfer(session, two.receiver, asked, lead=two.lead)


def test_who_left_the_register_meanwhile_is_not_carried_over(session: Session, two: Offices) -> None:
    person = registered(session, "KZ-61")
    register = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    asked = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.MOVED)
    end_registration(session, two.sender, register, reason=EndReason.OWN_WISH)
    with pytest.raises(Conflict, match="not_registered_here"):
        accept_transfer(session, two.receiver, asked, lead=two.lead)


@pytest.mark.parametrize("to_region", ["KZ-61", "KZ-63", "nowhere"])
def test_it_goes_to_another_region_with_an_office(session: Session, two: Offices, to_region: str) -> None:
    with pytest.raises(InvalidInput):
        ask_transfer(session, two.sender, registered(session, "KZ-61"), to_region=to_region, reason=TransferReason.MOVED)


def test_a_region_in_between_has_no_part_in_it(session: Session, two: Offices) -> None:
    person = registered(session, "KZ-61")
    asked = ask_transfer(session, two.sender, person, to_region="KZ-59", reason=TransferReason.MOVED)
    other = Actor(ActorKind.OFFICE, user_id=-1, office_id=-1, region_code="KZ-63")
    with acting_as(session, other):
        assert session.scalars(select(CaseTransfer).where(CaseTransfer.id == asked.id).execution_options(populate_existing=True)).all() == []
    with pytest.raises(NotFound):
        transfer_for(session, other, asked.public_id)
