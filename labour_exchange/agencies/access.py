"""Who may license an agency, give it a mandate, act for it, and complain about it."""

from sqlalchemy import Select, false

from labour_exchange.agencies.models import Agency, Complaint
from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for

LICENSE_AGENCY = Action("license agency", frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR}))
READ_AGENCIES = Action("read agencies", frozenset({ActorKind.ANALYST, ActorKind.ADMINISTRATOR}))
KEEP_AGENCY = action_for("keep agency", ActorKind.AGENCY)
GIVE_MANDATE = action_for("give mandate", ActorKind.EMPLOYER)
COMPLAIN_AS_PERSON = action_for("complain about an agency as a jobseeker", ActorKind.JOBSEEKER)
COMPLAIN_AS_EMPLOYER = action_for("complain about an agency as an employer", ActorKind.EMPLOYER)
COMPLAIN_AS_OFFICE = Action("complain about an agency as an office", OFFICE_STAFF)
DECIDE_COMPLAINT = Action("decide a complaint about an agency", MINISTRY)

COMPLAINING = OFFICE_STAFF | {ActorKind.JOBSEEKER, ActorKind.EMPLOYER}


def may_license(actor: Actor) -> bool:
    return actor.kind in LICENSE_AGENCY.kinds or actor.kind is ActorKind.SYSTEM


def may_keep(actor: Actor, agency: Agency) -> bool:
    """The agency's own people."""
    return actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == agency.id


def may_complain(actor: Actor) -> bool:
    return actor.kind in COMPLAINING and actor.user_id is not None


def may_reply(actor: Actor, complaint: Complaint) -> bool:
    """The right of reply is the agency's, whatever state its licence is in."""
    return actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == complaint.agency_id


def may_decide(actor: Actor) -> bool:
    return actor.kind in DECIDE_COMPLAINT.kinds


def visible_complaints(actor: Actor, wanted: Select[tuple[Complaint]]) -> Select[tuple[Complaint]]:
    """Who complained, the agency, and the ministry that decides; nobody else."""
    if actor.kind is ActorKind.SYSTEM or may_decide(actor):
        return wanted
    if actor.kind is ActorKind.AGENCY and actor.organisation_id is not None:
        return wanted.where(Complaint.agency_id == actor.organisation_id)
    return wanted.where(Complaint.user_id == actor.user_id) if may_complain(actor) else wanted.where(false())
