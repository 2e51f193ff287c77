"""What an office has written of a person's cases, as plain values for the export of own data."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.cases.access import visible_cases
from labour_exchange.cases.models import Case
from labour_exchange.cases.queries.cases import assessments_of
from labour_exchange.cases.queries.contracts import contracts_of
from labour_exchange.cases.queries.meetings import appointments_of, contacts_of
from labour_exchange.cases.queries.plans import plan_of, revisions_of
from labour_exchange.cases.queries.transfers import transfers_of
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.exporting import chosen

CASE = ("state", "next_step", "due_on", "opened_on", "closed_on", "close_reason")
EFFORT = ("group", "rule_codes", "rules_version", "is_override", "reason", "assessed_at")
STEP = ("what", "doer", "due_on", "state", "reason", "ended_on")
REVISION = ("revision", "goals", "steps", "written_at", "agreed_at")
CONTRACT = ("state", "starts_on", "ends_on", "approved_at", "signature_way", "signature_reference", "signed_on", "ended_on", "end_reason")
CONTACT = ("held_on", "channel", "purpose", "result", "next_step")
TRANSFER = ("from_region", "to_region", "reason", "state", "asked_at", "decided_at", "decline_reason")
APPOINTMENT = ("starts_at", "ends_at", "place", "purpose", "state", "wish", "reason")


def exported_cases(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """Every case of the person with all that belongs to it; dates in ISO form. Only for the person."""
    if actor.kind is not ActorKind.JOBSEEKER:
        raise NotFound
    return [_exported(session, actor, one) for one in session.scalars(visible_cases(actor, select(Case)).order_by(Case.id))]


def exported_transfers(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """Every transfer of the person between regions. Only for the person."""
    if actor.kind is not ActorKind.JOBSEEKER or actor.jobseeker_id is None:
        raise NotFound
    return [chosen(one, TRANSFER) for one in transfers_of(session, actor, actor.jobseeker_id)]


def _exported(session: Session, actor: Actor, case: Case) -> dict[str, Any]:
    plan = plan_of(session, actor, case)
    contracts = contracts_of(session, actor, case)
    return chosen(case, CASE) | {
        "effort": [chosen(one, EFFORT) for one in assessments_of(session, actor, case)],
        "plan": [chosen(one, REVISION) for one in revisions_of(session, plan)] if plan else [],
        "steps": [chosen(one, STEP) for one in plan.steps] if plan else [],
        "contracts": [chosen(one, CONTRACT) | {"obligations": [chosen(each, STEP) for each in one.obligations]} for one in contracts],
        "contacts": [chosen(one, CONTACT) for one in contacts_of(session, actor, case)],
        "appointments": [chosen(one, APPOINTMENT) for one in appointments_of(session, actor, case)],
    }
