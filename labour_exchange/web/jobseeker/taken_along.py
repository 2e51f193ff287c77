"""What programmes, matching and the ledger of placements hold of a person, as plain values for the export of own data."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.exporting import chosen
from labour_exchange.matching.models import ContestedReason, DismissedSuggestion
from labour_exchange.placements.models import AnnulmentProposal, Placement, PlacementEvidence
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit, Repayment
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment, OutcomeLink, ParticipationRecord
from labour_exchange.programmes.models.history import ArchivedContract
from labour_exchange.programmes.models.jobs import Agreement, ContributionMonth, SubsidyClaim
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.models.training import Attendance, CoursePlace
from labour_exchange.programmes.relocations.models import Relocation

OF_PERSON: dict[str, tuple[Any, tuple[str, ...]]] = {
    "enrolments": (
        Enrolment,
        (
            "public_id", "state", "facts", "findings", "applied_on", "decided_at", "decline_reason", "starts_on", "ends_on", "started_on", "ended_on",
            "drop_reason", "amount", "committed", "paid", "outcome", "outcome_at", "moved_at", "region_code", "receiving_region_code",
        ),
    ),
    "business_plans": (BusinessPlan, ("purpose", "asked", "own_share", "jobs_planned", "months", "written_at")),
    "archived_contracts": (ArchivedContract, ("number", "region_code", "signed_on", "ends_on")),
    "contested_reasons": (ContestedReason, ("reason", "fault", "contested_at", "answer", "answered_at")),
    "dismissed_suggestions": (DismissedSuggestion, ("contested", "dismissed_at")),
}  # fmt: skip
"""Rows that name the person."""
OF_ENROLMENT: dict[str, tuple[Any, tuple[str, ...]]] = {
    "payments": (Payment, ("kind", "month", "amount", "state", "paid_on", "returned", "reason")),
    "credits": (Credit, ("amount", "months", "interest", "grace_months", "paid_on", "received", "state", "written_off_on")),
    "follow_up_checks": (FollowUpCheck, ("kind", "due_on", "checked_on", "is_met", "jobs_created", "evidence")),
    "relocations": (Relocation, ("from_region", "to_region", "members", "children", "moving_cost", "housing_cost", "moved_on")),
    "agreements": (Agreement, ("pay", "starts_on", "ends_on", "person_signed_at", "employer_signed_at", "office_signed_at")),
    "contribution_months": (ContributionMonth, ("month", "reference")),
    "subsidy_claims": (SubsidyClaim, ("month", "worked_from", "worked_until", "amount", "state", "reason")),
    "outcome_links": (OutcomeLink, ("is_made", "recorded_at")),
    "participation_records": (ParticipationRecord, ("state", "region_code", "approved_at", "started_on", "ended_on", "drop_reason", "recorded_at")),
    "course_places": (CoursePlace, ("state", "queued_at", "seated_at", "certificate")),
}
"""Rows that lead to the person through an enrolment."""

OF_PLACEMENT: dict[str, tuple[Any, tuple[str, ...]]] = {
    "placement_evidence": (PlacementEvidence, ("kind", "source", "month", "effective_on", "recorded_at", "reason", "reference")),
    "annulment_proposals": (AnnulmentProposal, ("reason", "proposed_at", "reply", "decided_at", "is_accepted")),
}
"""Rows that lead to the person through a placement."""


def exported_rest(session: Session, actor: Actor) -> dict[str, list[dict[str, Any]]]:
    """By table, in the order the rows were written. Only for the person."""
    if actor.kind is not ActorKind.JOBSEEKER or actor.jobseeker_id is None:
        raise NotFound
    who = actor.jobseeker_id
    enrolled, placed = select(Enrolment.id).where(Enrolment.jobseeker_id == who), select(Placement.id).where(Placement.jobseeker_id == who)
    wanted = {name: (select(model).where(model.jobseeker_id == who), model, columns) for name, (model, columns) in OF_PERSON.items()}
    wanted |= {name: (select(model).where(model.enrolment_id.in_(enrolled)), model, columns) for name, (model, columns) in OF_ENROLMENT.items()}
    repaid = select(Repayment).where(Repayment.credit_id.in_(select(Credit.id).where(Credit.enrolment_id.in_(enrolled))))
    attended = select(Attendance).where(Attendance.place_id.in_(select(CoursePlace.id).where(CoursePlace.enrolment_id.in_(enrolled))))
    wanted["repayments"] = (repaid, Repayment, ("paid_on", "amount", "reference"))
    wanted["attendance"] = (attended, Attendance, ("week", "taught", "attended"))
    wanted |= {name: (select(model).where(model.placement_id.in_(placed)), model, columns) for name, (model, columns) in OF_PLACEMENT.items()}
    return {name: _rows(session, query.order_by(model.id), columns) for name, (query, model, columns) in wanted.items()}


def _rows(session: Session, wanted: Select[Any], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    return [chosen(one, columns) for one in session.scalars(wanted)]
