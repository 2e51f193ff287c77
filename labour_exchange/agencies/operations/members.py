"""People who act for an agency: invited by a member, blocked by a member, never all of them."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.events import StaffInvited
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import clean_address
from labour_exchange.accounts.operations.sessions import revoke_sessions
from labour_exchange.accounts.states import USER_LIFECYCLE, UserState
from labour_exchange.accounts.texts import ADDRESS_TAKEN
from labour_exchange.agencies import access, texts
from labour_exchange.agencies.models import Agency, AgencyMember
from labour_exchange.agencies.queries import is_agency_in_force
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act


def invite_colleague(session: Session, actor: Actor, agency: Agency, *, email: str, display_name: str, language: str) -> AgencyMember:
    """Open an account without a password for a colleague, who sets one by the link in the letter.

    Only while the licence is in force: whoever applied a minute ago could otherwise try out who has an account.
    Raises InvalidInput on `email`, Conflict(licence_not_in_force, address_taken).
    """
    if not access.may_keep(actor, agency):
        raise NotFound
    if not is_agency_in_force(session, agency.id):
        raise Conflict(texts.LICENCE_NOT_IN_FORCE)
    user = User(
        kind=ActorKind.AGENCY,
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
    member = AgencyMember(user_id=user.id, agency_id=agency.id)
    session.add(member)
    session.flush()
    record_act(session, actor, "invite colleague", "agency", agency.id, user_id=user.id)
    record(session, actor, StaffInvited(user.id))
    return member


def block_colleague(session: Session, actor: Actor, agency: Agency, member: AgencyMember, *, reason: str = "") -> User:
    """Keep a colleague out at once: every session ends. Raises Conflict(last_member) for the only one who can still sign in."""
    users = _held_users(session, actor, agency)
    if member.user_id not in users:
        raise NotFound
    user = users[member.user_id]
    others = [one for one in users.values() if one.id != user.id and one.state is UserState.ACTIVE and one.password_hash != NO_PASSWORD]
    if not others:
        raise Conflict(texts.LAST_MEMBER)
    move(session, actor, user, USER_LIFECYCLE, "block", reason=reason)
    revoke_sessions(session, user.id)
    record_act(session, actor, "block colleague", "agency", agency.id, user_id=user.id)
    return user


def unblock_colleague(session: Session, actor: Actor, agency: Agency, member: AgencyMember) -> User:
    """Let a colleague in again."""
    users = _held_users(session, actor, agency)
    if member.user_id not in users:
        raise NotFound
    move(session, actor, users[member.user_id], USER_LIFECYCLE, "unblock")
    record_act(session, actor, "unblock colleague", "agency", agency.id, user_id=member.user_id)
    return users[member.user_id]


def _held_users(session: Session, actor: Actor, agency: Agency) -> dict[int, User]:
    """The agency's people, held in one order, so that two cannot block each other at the same moment: the second finds itself blocked."""
    if not access.may_keep(actor, agency):
        raise NotFound
    wanted = select(User).join(AgencyMember, AgencyMember.user_id == User.id).where(AgencyMember.agency_id == agency.id).order_by(User.id)
    held = session.scalars(wanted.with_for_update(of=User).execution_options(populate_existing=True))
    users = {user.id: user for user in held}
    acting = users.get(actor.user_id or 0)
    if acting is None or acting.state is not UserState.ACTIVE:
        raise NotFound
    return users
