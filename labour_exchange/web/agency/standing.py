"""Whether the agency may work today: without a licence in force its pages give the reason and do nothing."""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from labour_exchange.agencies.models import Licence
from labour_exchange.agencies.queries import licence_of, own_agency
from labour_exchange.agencies.rules import days_to_expiry, is_in_force
from labour_exchange.agencies.states import LicenceState
from labour_exchange.agencies.texts import LICENCE_STATES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint

OPEN_WITHOUT_LICENCE = frozenset({"agency.home", "agency.licence", "agency.complaints", "agency.complaint"})
"""Where the agency reads why, applies anew and uses its right of reply."""
BADGES = {
    LicenceState.APPLIED: "info",
    LicenceState.GRANTED: "ok",
    LicenceState.SUSPENDED: "bad",
    LicenceState.REFUSED: "bad",
    LicenceState.WITHDRAWN: "bad",
}


@blueprint.before_request
def stop_without_licence() -> ResponseReturnValue | None:
    """Instead of any other page: why the agency may do nothing now. What is sent meets 409."""
    if request.endpoint in OPEN_WITHOUT_LICENCE or current_actor().kind is not ActorKind.AGENCY:
        return None
    agency = own_agency(db.session(), current_actor())
    licence = licence_of(db.session(), agency.id)
    if licence is not None and is_in_force(licence.state, licence.granted_on, licence.expires_on, clock.today()):
        return None
    page = render_template("agency/stopped.html", agency=agency, licence=shown_licence(licence), language=g.language)
    return page, 200 if request.method == "GET" else 409


def shown_licence(licence: Licence | None) -> dict[str, object] | None:
    """The licence as the pages say it; `days` once its end is near."""
    if licence is None:
        return None
    today = clock.today()
    return {
        "number": licence.number,
        "state": LICENCE_STATES[licence.state],
        "badge": BADGES.get(licence.state, ""),
        "reason": licence.reason,
        "granted_on": licence.granted_on,
        "expires_on": licence.expires_on,
        "asked_until_on": licence.asked_until_on,
        "is_in_force": is_in_force(licence.state, licence.granted_on, licence.expires_on, today),
        "is_applied": licence.state is LicenceState.APPLIED,
        "is_suspended": licence.state is LicenceState.SUSPENDED,
        "days": days_to_expiry(licence.state, licence.expires_on, today),
    }
