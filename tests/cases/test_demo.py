"""The cases of the demo: each situation that a page shows is there, told through the operations."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case, SocialContract
from labour_exchange.cases.queries import count_standing
from labour_exchange.cases.queries.contracts import contracts_to_approve, obligations_due
from labour_exchange.cases.queries.transfers import count_arriving
from labour_exchange.cases.states import ContractState, Standing
from labour_exchange.commands.demo.accounts import HOME, open_demo_accounts
from labour_exchange.commands.demo.stories.cases import PEOPLE, tell_cases
from labour_exchange.commands.demo.stories.partners import REMARK
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.partners.models import FollowUpPartner, PartnerContact
from labour_exchange.partners.states import PartnerState
from tests.factories import agencies
from tests.factories.jobseekers import jobseeker, registered
from tests.factories.offices import office, officer


def member(session: Session, name: str) -> StaffMember:
    return session.scalars(select(StaffMember).join(User, User.id == StaffMember.user_id).where(User.email.startswith(f"{name}@"))).one()


def test_every_situation_is_there(session: Session) -> None:
    home = session.scalars(select(Office).where(Office.region_code == HOME)).first() or office(session, HOME)
    elsewhere = office(session, "KZ-75")
    open_demo_accounts(session, "a secret for tests only, long enough to sign")
    for _ in range(PEOPLE + 1):
        registered(session, person=jobseeker(session, HOME, user_id=None, is_demo=True), at=home)
    registered(session, person=jobseeker(session, "KZ-75", user_id=None, is_demo=True), at=elsewhere)
    agencies.in_force(session)
    assert tell_cases(session) == PEOPLE + 1
    at_work, approver = officer(member(session, "officer")), officer(member(session, "approver"))
    assert {one: count_standing(session, at_work, one, is_own=True) for one in Standing} == {
        Standing.OVERDUE: 1,
        Standing.WAITING: 1,
        Standing.DUE_TODAY: PEOPLE - 1,
        Standing.LATER: 0,
    }
    assert len(session.scalars(contracts_to_approve(approver)).all()) == 1
    assert len(session.scalars(obligations_due(at_work, is_own=True)).all()) == 1
    assert set(session.scalars(select(SocialContract.state))) == {ContractState.IN_FORCE, ContractState.OFFERED}
    assert len(session.scalars(select(Case.id)).all()) == PEOPLE + 1
    assert count_arriving(session, officer(member(session, "officer-almaty"))) == 1
    assert count_arriving(session, at_work) == 1
    assert set(session.scalars(select(FollowUpPartner.state))) == {PartnerState.ACTIVE, PartnerState.PROPOSED}
    assert session.scalars(select(PartnerContact.remark)).all() == [REMARK]


def test_without_the_demo_nothing_is_told(session: Session) -> None:
    assert tell_cases(session) == 0
