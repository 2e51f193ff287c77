"""A person links an agency with consent, and unlinks it; from then on the agency sees and does nothing."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent, User
from labour_exchange.accounts.operations.consents import give_consent
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import is_agency_in_force
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers import access, texts
from labour_exchange.jobseekers.events import AgencyLinked, AgencyUnlinked
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker
from labour_exchange.jobseekers.states import LinkLevel

SUBJECT = "agency_link"


def link_agency(session: Session, actor: Actor, person: Jobseeker, agency: Agency, *, shows: LinkLevel) -> AgencyLink:
    """Let an agency whose licence is in force read what `shows` says; the consent is recorded in the version that was read.

    Raises Conflict(agency_not_working, agency_linked_already).
    """
    user = person.user_id and session.get(User, person.user_id)
    if not access.is_own(actor, person.id) or not user:
        raise NotFound
    if not is_agency_in_force(session, agency.id):
        raise Conflict(texts.AGENCY_NOT_WORKING, field="agency")
    link = AgencyLink(agency_id=agency.id, jobseeker_id=person.id, shows=shows, linked_at=clock.now())
    try:
        with session.begin_nested():
            session.add(link)
    except IntegrityError:
        raise Conflict(texts.AGENCY_LINKED_ALREADY, field="agency") from None
    link.consent_id = give_consent(session, actor, user, subject=SUBJECT).id
    record_act(session, actor, "link agency", SUBJECT, link.id, agency_id=agency.id, shows=shows.value)
    record(session, actor, AgencyLinked(person.id, agency.id))
    return link


def unlink_agency(session: Session, actor: Actor, link: AgencyLink) -> AgencyLink:
    """End a link and take its consent back; doing it twice is doing it once."""
    if not access.may_unlink(actor, link):
        raise NotFound
    if link.ended_at is None:
        _end(session, actor, link)
    return link


def end_links(session: Session, actor: Actor, person: Jobseeker) -> None:
    """End every link of a person who leaves the exchange."""
    for link in session.scalars(select(AgencyLink).where(AgencyLink.jobseeker_id == person.id, AgencyLink.ended_at.is_(None))):
        _end(session, actor, link)


def _end(session: Session, actor: Actor, link: AgencyLink) -> None:
    link.ended_at = clock.now()
    consent = session.get(Consent, link.consent_id) if link.consent_id else None
    if consent is not None and consent.withdrawn_at is None:
        consent.withdrawn_at = clock.now()
        record_act(session, actor, "consent_withdrawn", "user", consent.user_id, subject=SUBJECT)
    session.flush()
    record_act(session, actor, "unlink agency", SUBJECT, link.id, agency_id=link.agency_id)
    record(session, actor, AgencyUnlinked(link.jobseeker_id, link.agency_id))
