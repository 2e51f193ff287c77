"""How the agency stands: its licence, its vacancies, its placements, its mandates."""

from flask import render_template

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.models import Licence
from labour_exchange.agencies.queries import licence_of, mandates_of_agency, own_agency
from labour_exchange.agencies.rules import days_to_expiry, is_in_force
from labour_exchange.agencies.states import LicenceState
from labour_exchange.agencies.texts import LICENCE_STATES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.texts import STATES
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.agency.overview import placement_counts, vacancies_by_state

BADGES = {
    LicenceState.APPLIED: "info",
    LicenceState.GRANTED: "ok",
    LicenceState.SUSPENDED: "bad",
    LicenceState.REFUSED: "bad",
    LicenceState.WITHDRAWN: "bad",
}


@blueprint.get("/home")
@permits(KEEP_AGENCY)
def home() -> str:
    """What concerns the licence first: without it nothing else may be done."""
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    mandates = [row for row in mandates_of_agency(session, agency.id) if row.is_open]
    return render_template(
        "agency/home.html",
        agency=agency,
        licence=_shown(licence_of(session, agency.id)),
        vacancies=[(STATES[one.state], one) for one in vacancies_by_state(session, agency)],
        placements=placement_counts(session, actor, agency),
        mandates=mandates,
    )


def _shown(licence: Licence | None) -> dict[str, object] | None:
    """The licence as the page says it; `days` once its end is near."""
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
        "is_in_force": is_in_force(licence.state, licence.granted_on, licence.expires_on, today),
        "is_applied": licence.state is LicenceState.APPLIED,
        "days": days_to_expiry(licence.state, licence.expires_on, today),
    }
