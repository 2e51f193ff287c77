"""The officer's queue of cases: overdue, due today, waiting for the person, later."""

from flask import render_template, request, url_for

from labour_exchange.cases.access import APPROVE_CONTRACTS, KEEP_CASES
from labour_exchange.cases.models import Case
from labour_exchange.cases.queries import absences_at_office, cases_standing, count_standing
from labour_exchange.cases.queries.contracts import contracts_to_approve, obligations_due
from labour_exchange.cases.queries.meetings import appointments_to_settle
from labour_exchange.cases.queries.transfers import count_arriving
from labour_exchange.cases.states import Standing
from labour_exchange.cases.texts.cases import STANDINGS
from labour_exchange.cases.texts.meetings import APPOINTMENT_STATES
from labour_exchange.cases.texts.plans import DOERS
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.partners.queries import steps_to_confirm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.localisation import number, words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region

PAGE = 50


@blueprint.get("/cases")
@permits(KEEP_CASES)
def cases() -> str:
    """One standing at a time, the first with anything in it unless another is asked for; the officer's own cases or the region's."""
    session, actor = db.session(), current_actor()
    own_region(actor)
    is_own = request.args.get("whose") != "all"
    counts = {one: count_standing(session, actor, one, is_own=is_own) for one in Standing}
    asked = next((one for one in Standing if one.value == request.args.get("standing")), None)
    chosen = asked or next((one for one in Standing if counts[one]), Standing.OVERDUE)
    wanted = cases_standing(actor, chosen, is_own=is_own)
    page = page_of(session, wanted, [Case.due_on, Case.id], cursor=request.args.get("cursor"), limit=PAGE)
    whose = None if is_own else "all"
    chips = [
        {
            "label": f"{words(STANDINGS[one])}: {number(count)}",
            "href": url_for("office.cases", standing=one.value, whose=whose),
            "current": one is chosen,
        }
        for one, count in counts.items()
    ]
    shown = {"page": page, "chips": chips, "chosen": chosen, "is_own": is_own, "whose": whose, "name": STANDINGS[chosen]}
    return render_template(
        "office/cases/queue.html", absences=absences_at_office(session, actor), arriving=count_arriving(session, actor), **_due(is_own), **shown
    )


def appointments_of_day(*, is_own: bool) -> dict[str, object]:
    """What office/cases/queue_appointments.html shows."""
    found = db.session().scalars(appointments_to_settle(current_actor(), is_own=is_own).limit(PAGE)).all()
    return {"appointments": found, "meetings": APPOINTMENT_STATES, "now": clock.now()}


def _due(is_own: bool) -> dict[str, object]:
    """What has to be done today beside the next steps of cases: appointments, obligations, steps that partners report, what waits for an approver."""
    session, actor = db.session(), current_actor()
    return {
        **appointments_of_day(is_own=is_own),
        "obligations": session.scalars(obligations_due(actor, is_own=is_own).limit(PAGE)).all(),
        "reported": session.scalars(steps_to_confirm(actor, is_own=is_own).limit(PAGE)).all(),
        "doers": DOERS,
        "today": clock.today(),
        "approving": session.scalars(contracts_to_approve(actor).limit(PAGE)).all() if actor.kind in APPROVE_CONTRACTS.kinds else [],
    }
