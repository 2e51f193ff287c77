"""A person's own data, all of it, as plain values."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent, User
from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.records.exporting import chosen
from labour_exchange.jobseekers import access
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker, Profile, Registration, WorkHistory

PERSON = ("public_id", "iin", "family_name", "given_name", "patronymic", "born_on", "sex", "phone", "region_code", "district_code", "is_rural")
PROFILE = (
    "public_id", "audience", "headline", "summary", "language", "occupation_codes", "skills", "licences", "languages", "education_level", "education",
    "experience_months", "region_code", "district_code", "move_regions", "pay_from", "hours", "employment_kinds", "wants_remote", "is_quota_eligible",
    "active_at",
)  # fmt: skip
WORK = ("title", "employer_name", "occupation_code", "started_on", "ended_on", "duties")
REGISTRATION = ("category", "is_rural", "state", "registered_on", "renewed_on", "ended_on", "end_reason", "region_code")


def export_jobseeker(session: Session, actor: Actor, person: Jobseeker) -> dict[str, Any]:
    """Everything this part and the account hold of the person: strings, numbers, lists; dates in ISO form. Only for the person; logged.

    Applications and placements are added by the edge from their own part.
    """
    if not access.is_own(actor, person.id):
        raise NotFound
    registrations = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id).order_by(Registration.id))
    record_act(session, actor, "export own data", "jobseeker", person.id)
    return {
        "exported_at": clock.now().isoformat(),
        "person": chosen(person, (*PERSON, "has_disability", "created_at")),
        "account": _account(session, person.user_id),
        "profile": _profile(person.profile) if person.profile else None,
        "registrations": [chosen(one, REGISTRATION) for one in registrations],
        "agency_links": _links(session, person),
    }


def _links(session: Session, person: Jobseeker) -> list[dict[str, Any]]:
    wanted = select(AgencyLink, Agency.name).join(Agency, Agency.id == AgencyLink.agency_id).where(AgencyLink.jobseeker_id == person.id)
    return [chosen(row[0], ("shows", "linked_at", "ended_at")) | {"agency": row[1]} for row in session.execute(wanted.order_by(AgencyLink.id))]


def _profile(profile: Profile) -> dict[str, Any]:
    jobs: list[WorkHistory] = list(profile.work_history)
    return chosen(profile, PROFILE) | {"work_history": [chosen(job, WORK) for job in jobs]}


def _account(session: Session, user_id: int | None) -> dict[str, Any] | None:
    user = user_id and session.get(User, user_id)
    if not user:
        return None
    consents = session.scalars(select(Consent).where(Consent.user_id == user.id).order_by(Consent.id))
    given = [chosen(one, ("subject", "version", "given_at", "withdrawn_at")) for one in consents]
    return chosen(user, ("email", "display_name", "language", "created_at")) | {"consents": given}
