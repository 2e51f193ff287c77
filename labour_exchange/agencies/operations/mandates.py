"""Mandates: asked for by an agency, given, declined and withdrawn by an employer."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.agencies import access, texts
from labour_exchange.agencies.events import MandateAsked, MandateDeclined, MandateGiven, MandateWithdrawn
from labour_exchange.agencies.models import Agency, Mandate, MandateRequest
from labour_exchange.agencies.queries import is_agency_in_force, mandates_of_employer
from labour_exchange.agencies.states import REQUEST_LIFECYCLE, RequestState, Scope
from labour_exchange.employers.access import may_keep
from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act

LONGEST_NOTE = 1000


def give_mandate(session: Session, actor: Actor, employer: Employer, agency: Agency, *, scopes: list[str], until_on: date | None) -> Mandate:
    """Let the agency act for the employer in the named scopes. Raises InvalidInput, Conflict when there is an open one already."""
    if not may_keep(actor, employer):
        raise NotFound
    _refuse_wrong(scopes, until_on)
    # One at a time for a pair: the second of two clicks waits here and then finds the first.
    session.scalars(select(Employer.id).where(Employer.id == employer.id).with_for_update())
    if _has_open(session, employer, agency):
        raise Conflict(texts.MANDATE_OPEN, field="agency")
    mandate = Mandate(agency_id=agency.id, employer_id=employer.id, scopes=scopes, given_on=clock.today(), until_on=until_on)
    session.add(mandate)
    session.flush()
    record_act(session, actor, "give mandate", "mandate", mandate.id, agency_id=agency.id, scopes=sorted(scopes))
    record(session, actor, MandateGiven(agency.id, employer.id))
    return mandate


def withdraw_mandate(session: Session, actor: Actor, employer: Employer, mandate: Mandate) -> None:
    """Take a mandate back; from today the agency may do nothing under it. Doing it twice is doing it once."""
    if not may_keep(actor, employer) or mandate.employer_id != employer.id:
        raise NotFound
    if mandate.withdrawn_on is not None:
        return
    mandate.withdrawn_on = clock.today()
    session.flush()
    record_act(session, actor, "withdraw mandate", "mandate", mandate.id, agency_id=mandate.agency_id)
    record(session, actor, MandateWithdrawn(mandate.agency_id, employer.id))


def ask_for_mandate(
    session: Session, actor: Actor, agency: Agency, employer: Employer, *, scopes: list[str], until_on: date | None, note: str = ""
) -> MandateRequest:
    """Ask an employer on the exchange for a mandate.

    Raises InvalidInput, Conflict(licence_not_in_force, employer_absent, mandate_held, mandate_asked).
    """
    if not access.may_keep(actor, agency):
        raise NotFound
    if not is_agency_in_force(session, agency.id):
        raise Conflict(texts.LICENCE_NOT_IN_FORCE)
    _refuse_wrong(scopes, until_on)
    if len(note) > LONGEST_NOTE:
        raise InvalidInput([FieldError("note", texts.TOO_LONG, {"most": LONGEST_NOTE})])
    if employer.state not in (EmployerState.VERIFIED, EmployerState.CLAIMED):
        raise Conflict(texts.EMPLOYER_ABSENT, field="employer")
    if _has_open(session, employer, agency):
        raise Conflict(texts.MANDATE_HELD, field="employer")
    asked = MandateRequest(
        agency_id=agency.id,
        employer_id=employer.id,
        scopes=scopes,
        until_on=until_on,
        note=note.strip(),
        asked_at=clock.now(),
        state=RequestState.ASKED,
    )
    try:
        with session.begin_nested():
            session.add(asked)
    except IntegrityError:
        raise Conflict(texts.MANDATE_ASKED, field="employer") from None
    record(session, actor, MandateAsked(asked.id))
    return asked


def give_what_is_asked(
    session: Session, actor: Actor, employer: Employer, asked: MandateRequest, *, scopes: list[str], until_on: date | None
) -> Mandate:
    """Give the mandate that was asked for, with the scopes and the end that the employer chooses. Raises InvalidInput, Conflict."""
    asked = _held(session, actor, employer, asked)
    mandate = give_mandate(session, actor, employer, session.get_one(Agency, asked.agency_id), scopes=scopes, until_on=until_on)
    asked.answered_at, asked.mandate_id = clock.now(), mandate.id
    move(session, actor, asked, REQUEST_LIFECYCLE, "give")
    return mandate


def decline_request(session: Session, actor: Actor, employer: Employer, asked: MandateRequest, *, note: str = "") -> MandateRequest:
    """Say no; a reason is kind, not required. Raises Conflict when it was answered already."""
    asked = _held(session, actor, employer, asked)
    asked.answered_at, asked.answer_note = clock.now(), note.strip()[:LONGEST_NOTE]
    move(session, actor, asked, REQUEST_LIFECYCLE, "decline")
    record(session, actor, MandateDeclined(asked.id))
    return asked


def withdraw_request(session: Session, actor: Actor, agency: Agency, asked: MandateRequest) -> MandateRequest:
    """The agency no longer asks. Raises Conflict when it was answered already."""
    if not access.may_keep(actor, agency) or asked.agency_id != agency.id:
        raise NotFound
    asked = session.get_one(MandateRequest, asked.id, with_for_update=True, populate_existing=True)
    asked.answered_at = clock.now()
    move(session, actor, asked, REQUEST_LIFECYCLE, "withdraw")
    return asked


def _held(session: Session, actor: Actor, employer: Employer, asked: MandateRequest) -> MandateRequest:
    if not may_keep(actor, employer) or asked.employer_id != employer.id:
        raise NotFound
    return session.get_one(MandateRequest, asked.id, with_for_update=True, populate_existing=True)


def _has_open(session: Session, employer: Employer, agency: Agency) -> bool:
    return any(one.is_open and one.agency.id == agency.id for one in mandates_of_employer(session, employer.id))


def _refuse_wrong(scopes: list[str], until_on: date | None) -> None:
    errors = [] if scopes and set(scopes) <= set(Scope) else [FieldError("scopes", texts.SCOPE_UNKNOWN)]
    if until_on is not None and until_on < clock.today():
        errors.append(FieldError("until_on", texts.MANDATE_PERIOD_WRONG))
    if errors:
        raise InvalidInput(errors)
