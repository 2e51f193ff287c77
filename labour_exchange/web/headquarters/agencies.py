"""Private employment agencies: what each brought, and its licence granted, suspended and restored."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.agencies import operations
from labour_exchange.agencies import queries as licences
from labour_exchange.agencies.access import LICENSE_AGENCY, READ_AGENCIES
from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LicenceState
from labour_exchange.agencies.texts import LICENCE_STATES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.statistics import queries
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.states import Measure
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.forms import GrantForm, ReasonForm

BADGES = {LicenceState.GRANTED: "ok", LicenceState.SUSPENDED: "bad", LicenceState.APPLIED: "info"}
BROUGHT = (Measure.POSTS_NOTIFIED, Measure.PLACEMENTS_DECLARED, Measure.PLACEMENTS_CONFIRMED)
NEXT_ACT = {LicenceState.APPLIED: "grant", LicenceState.GRANTED: "suspend", LicenceState.SUSPENDED: "restore"}
"""What can be done with a licence in a state; an expired or refused one needs a new application."""


@blueprint.get("/agencies")
@permits(READ_AGENCIES)
def agencies() -> str:
    """Every agency with its licence and what it brought this year; those that wait for a licence first."""
    year = _year()
    brought = queries.brought_by_agencies(db.session(), year)
    known = licences.agencies_with_licences(db.session())
    known.sort(key=lambda one: one[1] is None or one[1].state is not LicenceState.APPLIED)
    rows = [(agency, licence, _brought(brought.get(agency.id, {}))) for agency, licence in known]
    return render_template("headquarters/agencies.html", rows=rows, year=year, states=LICENCE_STATES, badges=BADGES, region_of=region_of)


@blueprint.route("/agencies/<public_id>", methods=["GET", "POST"])
@permits(LICENSE_AGENCY)
def agency(public_id: str) -> ResponseReturnValue:
    """One agency; the form does what its licence allows next."""
    found = licences.agency_by_public_id(db.session(), public_id)
    licence = licences.licence_of(db.session(), found.id)
    act = NEXT_ACT.get(licence.state) if licence else None
    form = GrantForm() if act == "grant" else ReasonForm()
    if form.is_submitted():
        if licence is None or act is None:
            raise NotFound
        if form.validate():
            try:
                act_once(form.submission_id.data, lambda: _perform(act, licence, form))
                flash(_("The licence was changed."), "ok")
                return redirect(url_for("headquarters.agency", public_id=public_id), 303)
            except Refusal as refusal:
                show_refusal(form, refusal)
    return page_with_form("headquarters/agency.html", form, **_about(found, licence, act))


def _perform(act: str, licence: Licence, form: GrantForm | ReasonForm) -> None:
    session, actor = db.session(), current_actor()
    if isinstance(form, GrantForm):
        operations.grant_licence(session, actor, licence, expires_on=form.expires_on.data)
    elif act == "suspend":
        operations.suspend_licence(session, actor, licence, reason=form.reason.data)
    else:
        operations.restore_licence(session, actor, licence, reason=form.reason.data)


def _about(found: Agency, licence: Licence | None, act: str | None) -> dict[str, object]:
    year = _year()
    return {
        "agency": found,
        "licence": licence,
        "act": act,
        "states": LICENCE_STATES,
        "badges": BADGES,
        "region": region_of(found.region_code),
        "year": year,
        "brought": _brought(queries.brought_by_agencies(db.session(), year).get(found.id, {})),
        "moves": list(reversed(history(db.session(), "licence", licence.id))) if licence else [],
    }


def _brought(found: dict[str, int]) -> list[int]:
    return [found.get(measure, 0) for measure in BROUGHT]


def _year() -> Period:
    return Period(clock.today().replace(month=1, day=1), 12)
