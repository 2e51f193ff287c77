"""Inspections of the region with what waits first, and one of them with everything known."""

from flask import render_template, request
from flask_babel import gettext as _

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import Page, page_of
from labour_exchange.inspections.access import INSPECT, may_decide
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.queries import cases as queries
from labour_exchange.inspections.queries.recoveries import entries_of, recovery_of, waiting_of
from labour_exchange.inspections.rules.decisions import may_be_prepared
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE, OPEN_INSPECTIONS, InspectionState
from labour_exchange.inspections.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.inspecting.wording import DECISION_BADGES, INSPECTION_BADGES, RECOVERY_BADGES, reasons_of, timeline_of
from labour_exchange.web.localisation import words
from labour_exchange.web.office.blueprint import blueprint

SHOWN = 100


@blueprint.get("/inspections")
@permits(INSPECT)
def inspections() -> str:
    """The most pressing of those that are open, or all of one state page by page; the latest samples with their plans."""
    session, actor = db.session(), current_actor()
    state = next((one for one in InspectionState if one.value == request.args.get("state")), None)
    wanted, counts = queries.inspections(actor, state), queries.counts_by_state(session, actor)
    if state:
        page = page_of(session, wanted, [Inspection.id], cursor=request.args.get("cursor"), limit=SHOWN, descending=True)
    else:
        page = Page(session.scalars(queries.most_pressing(wanted).limit(SHOWN)).all(), None)
    return render_template(
        "office/inspections/list.html",
        rows=queries.rows_of(session, page.rows),
        next_cursor=page.next_cursor,
        is_cut=not state and sum(count for one, count in counts.items() if one in OPEN_INSPECTIONS) > SHOWN,
        state=state,
        counts=counts,
        states=list(InspectionState),
        samples=queries.samples(session, actor),
        reasons_of=reasons_of,
        labels=labels,
        badges=INSPECTION_BADGES,
        today=clock.today(),
    )


@blueprint.get("/inspections/<public_id>")
@permits(INSPECT)
def inspection(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = queries.inspection_for(session, actor, public_id)
    claim = recovery_of(session, found)
    return render_template(
        "office/inspections/inspection.html",
        one=found,
        claim=claim,
        entries=entries_of(session, claim) if claim else [],
        waiting=waiting_of(session, claim) if claim else 0,
        may_confirm=may_decide(actor, found),
        user_id=actor.user_id,
        recovery_badges=RECOVERY_BADGES,
        employer=session.get_one(Employer, found.placement.employer_id),
        facts=_facts(found),
        reasons=reasons_of(found),
        replies=queries.replies_of(session, found),
        timeline=timeline_of(history(session, INSPECTION_LIFECYCLE.name, found.id)),
        allows=lambda action: INSPECTION_LIFECYCLE.allows(found.state, action),
        may_prepare=may_be_prepared(found.state, found.due_on, clock.today()),
        may_decide=may_decide(actor, found) and found.prepared_by_id != actor.user_id,
        labels=labels,
        badges=INSPECTION_BADGES,
        decision_badges=DECISION_BADGES,
        today=clock.today(),
    )


def _facts(found: Inspection) -> list[tuple[str, object]]:
    """An office does not see people of another region, nor their subsidised jobs; that there is one it may know."""
    placement, enrolment = found.placement, found.enrolment
    elsewhere = _("lives in another region")
    subsidised = words(enrolment.measure.name) if enrolment else elsewhere if found.enrolment_id else _("none")
    return [
        (_("Person"), placement.jobseeker.full_name if placement.jobseeker else elsewhere),
        (_("Subsidised job"), subsidised),
    ]
