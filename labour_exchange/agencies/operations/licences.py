"""The ministry's acts on a licence: grant, refuse, renew, suspend, restore, withdraw; and its expiry by the clock."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies import access, texts
from labour_exchange.agencies.events import LicenceChanged
from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, LicenceState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act


def grant_licence(session: Session, actor: Actor, licence: Licence, *, expires_on: date, reason: str = "") -> Licence:
    """Let the agency work from today until a day; `reason` says how the licence was checked. Raises InvalidInput when that day is past."""
    _require_licenser(actor)
    if expires_on <= clock.today():
        raise InvalidInput([FieldError("expires_on", texts.PERIOD_WRONG)])
    licence = _held(session, licence)
    licence.granted_on, licence.expires_on, licence.asked_until_on = clock.today(), expires_on, None
    move_licence(session, actor, licence, "grant", reason.strip())
    agency = session.get_one(Agency, licence.agency_id)
    agency.connected_on = agency.connected_on or clock.today()
    return licence


def renew_licence(session: Session, actor: Actor, licence: Licence, *, expires_on: date, reason: str = "") -> Licence:
    """Move the end of a licence in force to a later day; nothing stops in between. Raises InvalidInput."""
    _require_licenser(actor)
    licence = _held(session, licence)
    if licence.expires_on is None or expires_on <= max(licence.expires_on, clock.today()):
        raise InvalidInput([FieldError("expires_on", texts.PERIOD_NOT_LATER)])
    licence.expires_on, licence.asked_until_on = expires_on, None
    move_licence(session, actor, licence, "renew", reason.strip())
    return licence


def refuse_licence(session: Session, actor: Actor, licence: Licence, *, reason: str) -> Licence:
    """Say no to an application; the agency reads why and may apply again. Raises InvalidInput without a reason."""
    return _end(session, actor, licence, "refuse", reason)


def suspend_licence(session: Session, actor: Actor, licence: Licence, *, reason: str, logged_as: str = "") -> Licence:
    """Stop the agency at once; it reads the reason. `logged_as` stands in the logs instead of words that may name somebody.

    Raises InvalidInput without a reason.
    """
    return _end(session, actor, licence, "suspend", reason, logged_as)


def withdraw_licence(session: Session, actor: Actor, licence: Licence, *, reason: str) -> Licence:
    """Take the licence away for good. Raises InvalidInput without a reason."""
    return _end(session, actor, licence, "withdraw", reason)


def restore_licence(session: Session, actor: Actor, licence: Licence, *, reason: str) -> Licence:
    _require_licenser(actor)
    licence = _held(session, licence)
    licence.reason = ""
    move_licence(session, actor, licence, "restore", reason)
    return licence


def expire_licences(session: Session, actor: Actor) -> int:
    """Expire what is past its last day; gives how many. Run daily."""
    wanted = select(Licence).where(Licence.state.in_([LicenceState.GRANTED, LicenceState.SUSPENDED]), Licence.expires_on < clock.today())
    due = list(session.scalars(wanted.with_for_update(skip_locked=True)))
    for licence in due:
        move_licence(session, actor, licence, "expire", "")
    return len(due)


def move_licence(session: Session, actor: Actor, licence: Licence, action: str, reason: str) -> None:
    """Move a licence that the caller holds, and tell the record, the audit log and whoever listens. Raises Conflict."""
    move(session, actor, licence, LICENCE_LIFECYCLE, action, reason=reason)
    record_act(session, actor, f"{action} licence", "licence", licence.id, reason=reason)
    record(session, actor, LicenceChanged(licence.agency_id, licence.id, licence.state.value))


def _end(session: Session, actor: Actor, licence: Licence, action: str, reason: str, logged_as: str = "") -> Licence:
    _require_licenser(actor)
    if not reason.strip():
        raise InvalidInput([FieldError("reason", texts.REASON_MISSING)])
    licence = _held(session, licence)
    licence.reason = reason.strip()
    move_licence(session, actor, licence, action, logged_as or reason.strip())
    return licence


def _held(session: Session, licence: Licence) -> Licence:
    """The licence as it stands now, held: of two officers who decide at once the second finds it decided."""
    session.flush()
    return session.get_one(Licence, licence.id, with_for_update=True, populate_existing=True)


def _require_licenser(actor: Actor) -> None:
    if not access.may_license(actor):
        raise NotFound
