"""Many at once, in transactions of their own: one mandate, one question, one decision, one link, and never a last member blocked."""

from flask import Flask
from sqlalchemy import func, select

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.agencies import operations
from labour_exchange.agencies.models import Agency, AgencyMember, Complaint, Licence, Mandate, MandateRequest
from labour_exchange.agencies.states import ComplaintCategory
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from labour_exchange.jobseekers.operations.links import link_agency
from labour_exchange.jobseekers.states import LinkLevel
from tests.accounts.test_many_at_once import at_once
from tests.factories import agencies
from tests.factories import jobseekers as people
from tests.factories.accounts import user
from tests.factories.placements import hiring_employer

ANALYST = Actor(ActorKind.ANALYST)


def test_members_who_block_each_other_leave_one_who_can_sign_in(app: Flask, committed: ExchangeSession) -> None:
    agency, first = agencies.in_force(committed)
    actors = [first, *(agencies.member(committed, agency) for _ in range(3))]
    committed.commit()

    def block(session: ExchangeSession, number: int) -> object:
        actor, other = actors[number % 4], actors[(number + 1) % 4]
        member = session.scalars(select(AgencyMember).where(AgencyMember.user_id == other.user_id)).one()
        return operations.block_colleague(session, actor, session.get_one(Agency, agency.id), member)

    accepted = at_once(app, 16, block)
    ids = [actor.user_id for actor in actors]
    active = committed.scalar(select(func.count()).where(User.id.in_(ids), User.state == UserState.ACTIVE)) or 0
    assert active >= 1
    assert accepted.count(True) == 4 - active


def test_a_mandate_and_a_question_are_made_once(app: Flask, committed: ExchangeSession) -> None:
    agency, actor = agencies.in_force(committed)
    employer, keeper = hiring_employer(committed)
    committed.commit()

    def ask(session: ExchangeSession, _number: int) -> object:
        pair = session.get_one(Agency, agency.id), session.get_one(Employer, employer.id)
        return operations.ask_for_mandate(session, actor, *pair, scopes=["post"], until_on=None)

    assert at_once(app, 12, ask).count(True) == 1
    asked = committed.scalars(select(MandateRequest)).one()

    def give(session: ExchangeSession, _number: int) -> object:
        pair = session.get_one(Employer, employer.id), session.get_one(MandateRequest, asked.id)
        return operations.give_what_is_asked(session, keeper, *pair, scopes=["post"], until_on=None)

    assert at_once(app, 12, give).count(True) == 1
    assert committed.scalar(select(func.count()).select_from(Mandate)) == 1


def test_a_licence_is_granted_and_a_complaint_decided_once(app: Flask, committed: ExchangeSession) -> None:
    agency, actor = agencies.in_force(committed)
    writer = Actor(ActorKind.EMPLOYER, user_id=user(committed, ActorKind.EMPLOYER).id)
    made = operations.file_complaint(committed, writer, agency, category=ComplaintCategory.OTHER, text="They were late.")
    operations.reply_to_complaint(committed, actor, made, reply="We were.")
    licence = agencies.licence(committed, agency)
    committed.commit()

    def decide(session: ExchangeSession, _number: int) -> object:
        return operations.decide_complaint(session, ANALYST, session.get_one(Complaint, made.id), effect=None, reason="Nothing proves it.")

    def suspend(session: ExchangeSession, _number: int) -> object:
        return operations.suspend_licence(session, ANALYST, session.get_one(Licence, licence.id), reason="A check.")

    assert at_once(app, 12, decide).count(True) == 1
    assert at_once(app, 12, suspend).count(True) == 1


def test_a_link_is_made_once(app: Flask, committed: ExchangeSession) -> None:
    agency, _actor = agencies.in_force(committed)
    person = people.with_profile(committed)
    committed.commit()

    def link(session: ExchangeSession, _number: int) -> object:
        pair = session.get_one(Jobseeker, person.id), session.get_one(Agency, agency.id)
        return link_agency(session, people.actor_of(person), *pair, shows=LinkLevel.PROFILE)

    assert at_once(app, 12, link).count(True) == 1
    assert committed.scalar(select(func.count()).select_from(AgencyLink)) == 1
