"""The person's place on the register of an office: how long it is in force, renewed, ended."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.jobseekers import operations, texts
from labour_exchange.jobseekers.access import KEEP_OWN_PROFILE
from labour_exchange.jobseekers.models import Registration
from labour_exchange.jobseekers.queries import office_of, offices_of_region, open_registration_of, own_jobseeker, registrations_of
from labour_exchange.jobseekers.rules.registers import is_due_for_renewal, lapses_on
from labour_exchange.jobseekers.states import EndReason, RegistrationState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.forms import EndForm


@blueprint.get("/registration")
@permits(KEEP_OWN_PROFILE)
def registration() -> str:
    person = own_jobseeker(db.session(), current_actor())
    periods = registrations_of(db.session(), current_actor(), person)
    current = next((one for one in periods if one.ended_on is None), None)
    return render_template(
        "jobseeker/registration.html",
        current=registration_card(current),
        periods=periods,
        offices=[] if current else offices_of_region(db.session(), person.region_code),
        texts=texts,
    )


@blueprint.post("/registration/renew")
@permits(KEEP_OWN_PROFILE)
def renew_registration() -> ResponseReturnValue:
    operations.renew_registration(db.session(), current_actor(), _current())
    db.session.commit()
    flash(_("Your registration is renewed."), "ok")
    return redirect(url_for("jobseeker.registration"), 303)


@blueprint.route("/registration/end", methods=["GET", "POST"])
@permits(KEEP_OWN_PROFILE)
def end_registration() -> ResponseReturnValue:
    current, form = _current(), EndForm()
    if form.validate_on_submit():
        try:
            operations.end_registration(db.session(), current_actor(), current, reason=EndReason(form.reason.data))
            db.session.commit()
            flash(_("Your registration has ended."), "ok")
            return redirect(url_for("jobseeker.registration"), 303)
        except Refusal as refusal:
            db.session.rollback()
            show_refusal(form, refusal)
    return page_with_form("jobseeker/registration_end.html", form)


def registration_card(current: Registration | None) -> dict[str, object] | None:
    """What a page says of the open period; None when there is none."""
    if current is None:
        return None
    return {
        "state": texts.REGISTRATION_STATES[current.state],
        "is_active": current.state is RegistrationState.ACTIVE,
        "category": texts.CATEGORIES[current.category],
        "office": office_of(db.session(), current).name,
        "registered_on": current.registered_on,
        "lapses_on": lapses_on(current.renewed_on),
        "is_due": current.state is RegistrationState.LAPSED or is_due_for_renewal(current.renewed_on, clock.today()),
    }


def _current() -> Registration:
    found = open_registration_of(db.session(), current_actor(), own_jobseeker(db.session(), current_actor()))
    if found is None:
        raise NotFound
    return found
