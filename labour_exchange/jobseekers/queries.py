"""Find people, profiles and periods on the register, within the scope of whoever asks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.foundation.records.audit import AuditRow, record_act
from labour_exchange.jobseekers import access
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker, Profile, Registration
from labour_exchange.jobseekers.rules.links import seen_by_agency
from labour_exchange.jobseekers.states import Category, LinkLevel, RegistrationState
from labour_exchange.offices.models import Office


@dataclass(frozen=True, slots=True)
class SharedJob:
    title: str
    employer_name: str
    occupation_code: str | None
    started_on: date
    ended_on: date | None
    duties: str


@dataclass(frozen=True, slots=True)
class SharedProfile:
    """What the audience of a profile reads: a pseudonym, no name, no number, no birth date, no address below the district."""

    public_id: str
    headline: str
    summary: str
    language: str
    occupation_codes: list[str]
    skills: list[str]
    licences: list[str]
    languages: list[dict[str, str]]
    education: list[dict[str, Any]]
    experience_months: int
    region_code: str
    district_code: str | None
    move_regions: list[str]
    pay_from: int | None
    hours: list[str]
    employment_kinds: list[str]
    wants_remote: bool
    is_quota_eligible: bool
    active_at: datetime
    work_history: list[SharedJob]


def shared_profile(profile: Profile) -> SharedProfile:
    """The allowlist for everybody but the person: preview, employer's and office's pages are made from it."""
    names = [name for name in SharedProfile.__slots__ if name != "work_history"]
    jobs = [SharedJob(**{name: getattr(job, name) for name in SharedJob.__slots__}) for job in profile.work_history]
    return SharedProfile(**{name: getattr(profile, name) for name in names}, work_history=jobs)


def own_jobseeker(session: Session, actor: Actor) -> Jobseeker:
    """The person who is signed in, with the profile; raises NotFound for everybody else."""
    if actor.kind is not ActorKind.JOBSEEKER or actor.jobseeker_id is None:
        raise NotFound
    wanted = access.visible_jobseekers(actor, select(Jobseeker)).where(Jobseeker.anonymised_at.is_(None))
    found = session.scalars(wanted.options(joinedload(Jobseeker.profile).selectinload(Profile.work_history))).one_or_none()
    if found is None:
        raise NotFound
    return found


def own_profile(session: Session, actor: Actor) -> Profile:
    """The profile of the person who is signed in; raises NotFound."""
    found = own_jobseeker(session, actor).profile
    if found is None:
        raise NotFound
    return found


def jobseeker_for(session: Session, actor: Actor, public_id: str) -> Jobseeker:
    """A person whose name the actor may read; raises NotFound."""
    wanted = access.visible_jobseekers(actor, select(Jobseeker)).where(Jobseeker.public_id == public_id)
    found = session.scalars(wanted.options(joinedload(Jobseeker.profile))).one_or_none()
    if found is None:
        raise NotFound
    return found


def jobseeker_by_iin(session: Session, actor: Actor, iin: str) -> Jobseeker | None:
    """The person of the own region with this IIN; the search is a logged act, whatever it finds."""
    if not actor.is_office_staff:
        raise NotFound
    wanted = access.visible_jobseekers(actor, select(Jobseeker)).where(Jobseeker.iin_hash == lookup_hash("".join(iin.split())))
    found = session.scalars(wanted).one_or_none()
    record_act(session, actor, "search by iin", "jobseeker", found.id if found else None)
    return found


def jobseekers_in_region(actor: Actor, *, name: str = "", category: Category | None = None, is_unemployed: bool = False) -> Select[tuple[Jobseeker]]:
    """People of the actor's region, to be paged by id; `name` is the beginning of the family name, then of the given name."""
    wanted = access.visible_jobseekers(actor, select(Jobseeker)).where(Jobseeker.anonymised_at.is_(None))
    for column, start in zip((Jobseeker.family_name, Jobseeker.given_name), name.split(), strict=False):
        wanted = wanted.where(func.lower(column).startswith(start.lower(), autoescape=True))
    if category is not None:
        wanted = wanted.where(_has_registration(Registration.category == category))
    return wanted.where(is_registered_unemployed()) if is_unemployed else wanted


def profile_for(session: Session, actor: Actor, public_id: str) -> Profile:
    """A profile whose audience includes the actor; raises NotFound. Show it through `shared_profile`."""
    wanted = access.visible_profiles(actor, select(Profile)).where(Profile.public_id == public_id)
    found = session.scalars(wanted.options(selectinload(Profile.work_history))).one_or_none()
    if found is None:
        raise NotFound
    return found


def profiles_by_public_id(session: Session, actor: Actor, public_ids: list[str]) -> dict[str, Profile]:
    """The profiles behind search hits, authorised again."""
    wanted = access.visible_profiles(actor, select(Profile)).where(Profile.public_id.in_(public_ids)).options(selectinload(Profile.work_history))
    return {profile.public_id: profile for profile in session.scalars(wanted)}


def registration_for(session: Session, actor: Actor, public_id: str) -> Registration:
    """One period on the register; raises NotFound."""
    found = session.scalars(access.visible_registrations(actor, select(Registration)).where(Registration.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def registrations_of(session: Session, actor: Actor, person: Jobseeker) -> list[Registration]:
    """All periods of a person that the actor may read, the latest first."""
    wanted = access.visible_registrations(actor, select(Registration)).where(Registration.jobseeker_id == person.id)
    return list(session.scalars(wanted.order_by(Registration.registered_on.desc(), Registration.id.desc())))


def open_registration_of(session: Session, actor: Actor, person: Jobseeker) -> Registration | None:
    """The period that has not ended, lapsed or not."""
    return next((one for one in registrations_of(session, actor, person) if one.ended_on is None), None)


def is_registered_unemployed() -> ColumnElement[bool]:
    """A condition on Jobseeker: on the register now as unemployed; derived, never stored."""
    return _has_registration(and_(Registration.category == Category.UNEMPLOYED, Registration.state == RegistrationState.ACTIVE))


def erased_since(session: Session, instant: datetime) -> list[str]:
    """Public ids of people erased after an instant: what a backup keeps beside it, for `replay_erasures`."""
    return list(session.scalars(select(Jobseeker.public_id).where(Jobseeker.anonymised_at >= instant).order_by(Jobseeker.id)))


def _has_registration(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Registration.id).where(Registration.jobseeker_id == Jobseeker.id, Registration.ended_on.is_(None), condition).exists()


def office_of(session: Session, registration: Registration) -> Office:
    """The office that keeps a period on its register."""
    return session.get_one(Office, registration.office_id)


def offices_of_region(session: Session, region_code: str) -> list[Office]:
    """Where a person of this region can be registered."""
    return list(session.scalars(select(Office).where(Office.region_code == region_code).order_by(Office.level, Office.id)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A linked person as the agency reads them: `profile` and `name`, `phone` are None where the person does not show them."""

    link: AgencyLink
    profile: SharedProfile | None
    name: str | None
    phone: str | None


LOOKS = {"list": "list candidate", "profile": "read candidate"}
"""What an agency did with a link, and the act under which the audit log keeps it."""


def candidates_of_agency(actor: Actor) -> Select[tuple[AgencyLink]]:
    """People who have linked this agency, to be paged by id."""
    return access.visible_links(actor, select(AgencyLink))


def link_for(session: Session, actor: Actor, public_id: str) -> AgencyLink:
    """One link of this person, or to this agency while it stands; raises NotFound."""
    found = session.scalars(access.visible_links(actor, select(AgencyLink)).where(AgencyLink.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def candidate(session: Session, actor: Actor, link: AgencyLink, *, look: str) -> Candidate:
    """What the agency reads of a linked person; the look is logged, and the person sees it."""
    if actor.kind is not ActorKind.AGENCY or link.agency_id != actor.organisation_id or link.ended_at is not None:
        raise NotFound
    wanted = access.visible_profiles(actor, select(Profile)).where(Profile.jobseeker_id == link.jobseeker_id)
    profile = session.scalars(wanted.options(selectinload(Profile.work_history))).one_or_none()
    level = seen_by_agency(link.shows, profile.audience if profile else None)
    person = session.get(Jobseeker, link.jobseeker_id) if level is LinkLevel.CONTACTS else None
    record_act(session, actor, LOOKS[look], "agency_link", link.id, level=level.value if level else "")
    return Candidate(link, shared_profile(profile) if profile and level else None, person and person.full_name, person and person.phone)


def links_of_person(session: Session, actor: Actor) -> list[tuple[AgencyLink, Agency]]:
    """The agencies that a person has linked, ended links last."""
    wanted = access.visible_links(actor, select(AgencyLink)).join(Agency, Agency.id == AgencyLink.agency_id).add_columns(Agency)
    return [(row[0], row[1]) for row in session.execute(wanted.order_by(AgencyLink.ended_at.is_not(None), AgencyLink.id.desc()))]


def looks_at(session: Session, actor: Actor, link: AgencyLink, limit: int = 50) -> list[AuditRow]:
    """When the agency looked at the person behind a link, the latest first; for this person only."""
    if not access.is_own(actor, link.jobseeker_id):
        raise NotFound
    wanted = select(AuditRow).where(AuditRow.subject_kind == "agency_link", AuditRow.subject_id == link.id, AuditRow.act.in_(LOOKS.values()))
    return list(session.scalars(wanted.order_by(AuditRow.id.desc()).limit(limit)))
