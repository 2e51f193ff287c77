"""Applying to a measure for a person of the region: what each measure asks for, and the answer of its rules at once."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.programmes.access import ENROL
from labour_exchange.programmes.explanations import requirements
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.enrolments import apply_for_measure
from labour_exchange.programmes.queries.definitions import measure_by_code, measures_open_on, terms_on
from labour_exchange.programmes.queries.enrolments import enrolments_of_person
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import language
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.programmes.forms import DeclaredForm


@blueprint.route("/jobseekers/<public_id>/measures", methods=["GET", "POST"])
@permits(ENROL)
def measures_of_person(public_id: str) -> ResponseReturnValue:
    """A person's measures so far, and the form for another."""
    session, actor, form = db.session(), current_actor(), DeclaredForm()
    person = jobseeker_for(session, actor, public_id)
    offered = measures_open_on(session, clock.today())
    form.measure.choices = [(one.code, one.name) for one in offered]
    if form.validate_on_submit():
        declared = Declared(form.household_size.data, form.household_income.data, bool(form.has_plan.data), bool(form.has_business_plan.data))
        measure, made = measure_by_code(session, form.measure.data or ""), list[Enrolment]()
        try:
            act_once(form.submission_id.data, lambda: made.append(apply_for_measure(session, actor, person, measure, declared=declared)))
            target = url_for("office.enrolment", public_id=made[0].public_id) if made else url_for("office.enrolments")
            return redirect(target, 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    terms = {one.code: terms_on(session, one.id, clock.today()) for one in offered}
    asked = [(one, requirements(found.eligibility, language())) for one in offered if (found := terms[one.code])]
    known = enrolments_of_person(session, actor, person.id)
    return page_with_form("office/programmes/apply.html", form, person=person, asked=asked, known=known, labels=labels, say=say)
