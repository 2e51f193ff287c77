"""Placements that an agency brought: reported, confirmed, ended, with their ledger of evidence."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from labour_exchange.agencies.clients.access import REPORT_PLACEMENTS
from labour_exchange.api import texts
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question
from labour_exchange.api.pages import PageQuestion, next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.v1.agencies import person_told as told
from labour_exchange.api.v1.agencies.person_bodies import NewEvidence, NewPlacement
from labour_exchange.api.v1.agencies.person_shapes import PlacementItem
from labour_exchange.api.v1.shapes import described
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.placements import access
from labour_exchange.placements.models import Invitation, JobApplication, Placement, Referral
from labour_exchange.placements.operations.placements import PlacementFacts, confirm_placement, declare_placement, end_placement
from labour_exchange.placements.queries.approaches import found_for
from labour_exchange.placements.states import EndReason

blueprint = Blueprint("api_placements", __name__, url_prefix="/api/v1", description="Placements you brought, and how well they are proven.")
SCOPE = REPORT_PLACEMENTS.scope.value
ONE = "/placements/<string:public_id>"
ORIGINS: dict[str, Any] = {"application": JobApplication, "invitation": Invitation, "referral": Referral}


@blueprint.get("/placements")
@permits(REPORT_PLACEMENTS)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Placements", PlacementItem))
@described(blueprint, "listPlacements", "List placements", scope=SCOPE)
def list_placements(question: dict[str, Any]) -> Any:
    """Of people who started through your vacancies and referrals, oldest first, without names."""
    session, actor = db.session(), proven().actor
    wanted = access.visible(actor, select(Placement), Placement).options(joinedload(Placement.vacancy), selectinload(Placement.evidence))
    page = listed(session, wanted, Placement.id, question, told.placement)
    return page, 200, next_link(page)


@blueprint.get(ONE)
@permits(REPORT_PLACEMENTS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, PlacementItem)
@described(blueprint, "readPlacement", "Read a placement", scope=SCOPE)
def read_placement(question: dict[str, Any], public_id: str) -> Any:
    """With every piece of evidence: what was declared, confirmed, seen in registers."""
    return told.placement(found_for(db.session(), proven().actor, Placement, public_id))


@blueprint.post("/placements")
@permits(REPORT_PLACEMENTS)
@commits
@blueprint.arguments(NewPlacement)
@blueprint.response(201, PlacementItem)
@described(blueprint, "reportPlacement", "Report a placement", scope=SCOPE)
def report_placement(sent: dict[str, Any]) -> Any:
    """Somebody who applied, accepted or was referred has started; it takes a post, and the person is asked to confirm."""
    session, actor = db.session(), proven().actor
    named = [name for name in ORIGINS if name in sent]
    if len(named) != 1:
        raise InvalidInput([FieldError("application", texts.ONE_ORIGIN)])
    origin = found_for(session, actor, ORIGINS[named[0]], sent[named[0]])
    facts = PlacementFacts(origin.jobseeker_id, origin.employer_id, sent["started_on"], origin.vacancy_id)
    return told.placement(declare_placement(session, actor, facts))


@blueprint.post(f"{ONE}/evidence")
@permits(REPORT_PLACEMENTS)
@commits
@blueprint.arguments(NewEvidence)
@blueprint.response(201, PlacementItem)
@described(blueprint, "addEvidence", "Say what became of a placement", scope=SCOPE)
def add_evidence(sent: dict[str, Any], public_id: str) -> Any:
    """confirmed: what the person declared is so. ended: the last day, and why."""
    session, actor = db.session(), proven().actor
    found = found_for(session, actor, Placement, public_id)
    if sent["kind"] == "confirmed":
        return told.placement(confirm_placement(session, actor, found))
    errors = [FieldError(name, texts.MISSING) for name in ("ended_on", "reason") if name not in sent]
    if errors:
        raise InvalidInput(errors)
    return told.placement(end_placement(session, actor, found, ended_on=sent["ended_on"], reason=EndReason(sent["reason"])))
