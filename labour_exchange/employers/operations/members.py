"""Colleagues who act for an employer: invited by mail, removed."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.events import StaffInvited
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import clean_address
from labour_exchange.accounts.operations.sessions import revoke_sessions
from labour_exchange.accounts.states import UserState
from labour_exchange.accounts.texts import ADDRESS_TAKEN
from labour_exchange.employers import access, texts
from labour_exchange.employers.models import Employer, EmployerMember, MemberRole
from labour_exchange.employers.rules import is_trusted
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act


def invite_colleague(session: Session, actor: Actor, employer: Employer, *, email: str, display_name: str, language: str) -> EmployerMember:
    """Open an account without a password for a colleague, who sets one by the link in the letter.

    Only an owner of a verified employer may: whoever registered a minute ago could otherwise try out who has an account.
    Raises InvalidInput on `email`, Conflict(not_verified, address_taken).
    """
    _require_owner(session, actor, employer)
    if not is_trusted(employer.state):
        raise Conflict(texts.NOT_VERIFIED)
    user = User(
        kind=ActorKind.EMPLOYER,
        email=clean_address(email),
        password_hash=NO_PASSWORD,
        display_name=display_name.strip(),
        language=language,
        state=UserState.ACTIVE,
        created_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError:
        raise Conflict(ADDRESS_TAKEN, field="email") from None
    member = EmployerMember(user_id=user.id, employer_id=employer.id, role=MemberRole.STAFF)
    session.add(member)
    session.flush()
    record_act(session, actor, "invite colleague", "employer", employer.id, user_id=user.id)
    record(session, actor, StaffInvited(user.id))
    return member


def remove_colleague(session: Session, actor: Actor, employer: Employer, member: EmployerMember) -> None:
    """Let somebody no longer act for the employer; their sessions end. Raises Conflict(last_owner) for the only owner."""
    _require_owner(session, actor, employer)
    if member.employer_id != employer.id:
        raise NotFound
    # The owners are locked in one order, so that two owners cannot remove each other at the same moment.
    owned = select(EmployerMember).where(EmployerMember.employer_id == employer.id, EmployerMember.role == MemberRole.OWNER)
    owners = session.scalars(owned.order_by(EmployerMember.id).with_for_update()).all()
    if member.role is MemberRole.OWNER and len(owners) == 1:
        raise Conflict(texts.LAST_OWNER)
    revoke_sessions(session, member.user_id)
    record_act(session, actor, "remove colleague", "employer", employer.id, user_id=member.user_id)
    session.delete(member)
    session.flush()


def _require_owner(session: Session, actor: Actor, employer: Employer) -> None:
    if not access.may_keep(actor, employer):
        raise NotFound
    role = session.scalar(select(EmployerMember.role).where(EmployerMember.user_id == actor.user_id, EmployerMember.employer_id == employer.id))
    if role is not MemberRole.OWNER:
        raise NotFound
