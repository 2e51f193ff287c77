"""A household's move: the form that the office it leaves fills in, and the day on which it came."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.programmes.access import ENROL
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.relocations.operations import prepare_relocation, record_move
from labour_exchange.programmes.relocations.queries import relocation_of
from labour_exchange.programmes.relocations.rules import MoveFacts
from labour_exchange.programmes.rules.details import moving_terms
from labour_exchange.territory.queries import region
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import MovedForm, MoveForm


def move_form(found: Enrolment) -> MoveForm:
    """With the regions that receive households under the terms of the decision."""
    form = MoveForm()
    form.to_region.choices = [(code, region(code).name) for code in moving_terms(found.terms.details).receiving if code != found.region_code]
    return form


def prepare_move(found: Enrolment, form: MoveForm) -> None:
    numbers = (form.members.data or 0, form.children.data or 0, form.moving_cost.data or 0, form.housing_cost.data or 0)
    move, dates = MoveFacts(form.to_region.data or "", *numbers), {"starts_on": form.starts_on.data, "ends_on": form.ends_on.data}
    prepare_relocation(db.session(), current_actor(), found, move, **dates, vacancy=form.vacancy.data or "")


@blueprint.route("/enrolments/<public_id>/moved", methods=["GET", "POST"])
@permits(ENROL)
def moved(public_id: str) -> ResponseReturnValue:
    """Either region notes it: where they left from, or where they came to."""
    session, actor, form = db.session(), current_actor(), MovedForm(moved_on=clock.today())
    found = enrolment_for(session, actor, public_id)
    relocation = relocation_of(session, found)
    if relocation is None:
        raise NotFound
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: record_move(session, actor, found, moved_on=form.moved_on.data))
            flash(_("The move is noted. In twelve months the check asks whether they have stayed."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/measures/moved.html", form, one=found, relocation=relocation, say=say)
