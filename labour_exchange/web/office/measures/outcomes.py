"""What came of a measure: a placement that the ledger proposes, or none."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.access import ENROL, READ_ENROLMENTS
from labour_exchange.programmes.operations.participation import record_outcome
from labour_exchange.programmes.queries import outcomes as queries
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import date_long, words
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import OutcomeForm
from labour_exchange.web.office.vacancies import own_region

SHOWN, NONE = 100, "none"


@blueprint.get("/outcomes")
@permits(READ_ENROLMENTS)
def outcomes() -> str:
    """Measures that have ended and of which nobody has said what came, with what the ledger proposes."""
    session, actor = db.session(), current_actor()
    own_region(actor)
    found = list(session.scalars(queries.outcomes_to_record(actor).limit(SHOWN)))
    return render_template("office/measures/outcomes.html", rows=found, proposed=queries.first_proposals(session, actor, found))


@blueprint.route("/enrolments/<public_id>/outcome", methods=["GET", "POST"])
@permits(ENROL)
def outcome(public_id: str) -> ResponseReturnValue:
    """The first placement in time is chosen already; the officer only has to agree."""
    session, actor = db.session(), current_actor()
    found = enrolment_for(session, actor, public_id)
    proposed = {one.public_id: one for one in queries.placements_proposed(session, actor, found)}
    form = OutcomeForm(outcome=next(iter(proposed), NONE))
    form.outcome.choices = [*((code, _placement_words(one)) for code, one in proposed.items()), (NONE, _("No placement"))]
    if form.validate_on_submit():
        placement = proposed.get(form.outcome.data or "")
        try:
            act_once(form.submission_id.data, lambda: record_outcome(session, actor, found, placement=placement))
            flash(_("The outcome is recorded."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/measures/outcome.html", form, one=found, proposed=proposed, labels=labels, say=say)


def _placement_words(one: Placement) -> str:
    named = words(occupation(one.occupation_code).name) if one.occupation_code else _("Work")
    return f"{named}, {words(say.region_name(one.region_of_work))}, {date_long(one.started_on)}"
