"""Who may read and change which part of a jobseeker's record."""

from sqlalchemy import Boolean, ColumnElement, Select, and_, false, func, or_, select

from labour_exchange.agencies.queries import holds_licence
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker, Profile, Registration
from labour_exchange.jobseekers.states import Audience, EndReason

KEEP_OWN_PROFILE = action_for("keep the own profile", ActorKind.JOBSEEKER)
READ_SHARED_PROFILE = Action("read a shared profile", OFFICE_STAFF | {ActorKind.EMPLOYER, ActorKind.AGENCY})
READ_JOBSEEKERS = Action("read jobseekers of the own region", OFFICE_STAFF)
KEEP_REGISTRATION = Action("keep registrations of the own region", OFFICE_STAFF)
LINK_AGENCY = action_for("link an agency", ActorKind.JOBSEEKER)
READ_CANDIDATES_OF_AGENCY = action_for("read linked people", ActorKind.AGENCY)
SHOW_IDENTIFIERS = Action("show identifiers for a reason", OFFICE_STAFF)

OWN_END_REASONS = frozenset({EndReason.OWN_WISH, EndReason.FOUND_WORK, EndReason.MOVED})


def is_own(actor: Actor, jobseeker_id: int) -> bool:
    return actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == jobseeker_id


def is_of_own_region(actor: Actor, region_code: str) -> bool:
    """Office staff work with people of their region only; the national office has none."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == region_code


def may_read(actor: Actor, person: Jobseeker) -> bool:
    """The person, the offices of the region, the exchange itself. An employer reads contacts through an application or an accepted invitation."""
    return actor.kind is ActorKind.SYSTEM or is_own(actor, person.id) or is_of_own_region(actor, person.region_code)


def may_change(actor: Actor, person: Jobseeker) -> bool:
    """The record and the profile belong to the person."""
    return person.anonymised_at is None and (actor.kind is ActorKind.SYSTEM or is_own(actor, person.id))


def may_show_identifiers(actor: Actor, person: Jobseeker) -> bool:
    return is_of_own_region(actor, person.region_code)


def may_register(actor: Actor, person: Jobseeker) -> bool:
    """An office puts a person of its region on the register."""
    return actor.kind is ActorKind.SYSTEM or is_of_own_region(actor, person.region_code)


def may_renew(actor: Actor, registration: Registration) -> bool:
    """The person too: nobody has to come to the office for it."""
    return actor.kind is ActorKind.SYSTEM or is_own(actor, registration.jobseeker_id) or is_of_own_region(actor, registration.region_code)


def may_end(actor: Actor, registration: Registration, reason: EndReason) -> bool:
    if is_own(actor, registration.jobseeker_id):
        return reason in OWN_END_REASONS
    return actor.kind is ActorKind.SYSTEM or is_of_own_region(actor, registration.region_code)


def may_erase(actor: Actor, person: Jobseeker) -> bool:
    return actor.kind is ActorKind.SYSTEM or is_own(actor, person.id)


def may_unlink(actor: Actor, link: AgencyLink) -> bool:
    """The person whose link it is; the exchange itself when the person leaves."""
    return actor.kind is ActorKind.SYSTEM or is_own(actor, link.jobseeker_id)


def visible_links(actor: Actor, wanted: Select[tuple[AgencyLink]]) -> Select[tuple[AgencyLink]]:
    """A person's own links, ended ones too; an agency's open ones while its licence is in force."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(AgencyLink.jobseeker_id == actor.jobseeker_id)
    if actor.kind is ActorKind.AGENCY and actor.organisation_id is not None:
        return wanted.where(
            AgencyLink.agency_id == actor.organisation_id, AgencyLink.ended_at.is_(None), holds_licence(actor.organisation_id, clock.today())
        )
    return wanted.where(false())


def visible_jobseekers(actor: Actor, wanted: Select[tuple[Jobseeker]]) -> Select[tuple[Jobseeker]]:
    """Limit a select to the people whose names this actor may read. Employers see none here: an application is their way to a name."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(Jobseeker.id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Jobseeker.region_code == actor.region_code, Jobseeker.anonymised_at.is_(None))
    return wanted.where(false())


def visible_profiles(actor: Actor, wanted: Select[tuple[Profile]]) -> Select[tuple[Profile]]:
    """Limit a select to the profiles whose audience includes this actor."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(Profile.jobseeker_id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Profile.region_code == actor.region_code, Profile.audience != Audience.NOBODY)
    if actor.kind is ActorKind.EMPLOYER:
        return wanted.where(Profile.audience == Audience.EMPLOYERS, Profile.is_active)
    if actor.kind is ActorKind.AGENCY:
        return wanted.where(_seen_by_agency(actor))
    return wanted.where(false())


def visible_registrations(actor: Actor, wanted: Select[tuple[Registration]]) -> Select[tuple[Registration]]:
    """Limit a select to the periods that this actor may read."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(Registration.jobseeker_id == actor.jobseeker_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Registration.region_code == actor.region_code)
    return wanted.where(false())


def _seen_by_agency(actor: Actor) -> ColumnElement[bool]:
    """While the licence is in force: people who have linked the agency, and those open to employers who have not turned it away."""
    links = select(AgencyLink.id).where(AgencyLink.agency_id == actor.organisation_id, AgencyLink.jobseeker_id == Profile.jobseeker_id)
    linked = and_(links.where(AgencyLink.ended_at.is_(None)).exists(), Profile.audience != Audience.NOBODY)
    turned_away = func.agency_unlinked(Profile.jobseeker_id, actor.organisation_id, type_=Boolean)
    open_to_all = and_(Profile.audience == Audience.EMPLOYERS, Profile.is_active, ~turned_away)
    return and_(holds_licence(actor.organisation_id, clock.today()), or_(linked, open_to_all))
