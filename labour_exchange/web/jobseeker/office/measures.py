"""A person's measures: where each stands, why one was refused, what to sign."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import FOLLOW_OWN_MEASURES
from labour_exchange.programmes.businesses.queries import credit_of, standing_of
from labour_exchange.programmes.businesses.texts import CREDIT_STATES
from labour_exchange.programmes.operations.participation import withdraw_enrolment
from labour_exchange.programmes.operations.subsidised_jobs import sign_agreement
from labour_exchange.programmes.queries import enrolments as queries
from labour_exchange.programmes.queries.jobs import agreement_of
from labour_exchange.programmes.queries.training import place_of, waiting_before
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE, EnrolmentState, SeatState
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.hiring import businesses
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.localisation import language


@blueprint.get("/measures")
@permits(FOLLOW_OWN_MEASURES)
def measures() -> str:
    rows = queries.own_enrolments(db.session(), current_actor())
    return render_template("jobseeker/measures/list.html", rows=rows, labels=labels, say=say)


@blueprint.get("/measures/<public_id>")
@permits(FOLLOW_OWN_MEASURES)
def measure(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    place, credit = place_of(session, found), credit_of(session, found)
    return render_template(
        "jobseeker/measures/one.html",
        one=found,
        reasons=queries.refusal_sentences(found, language()),
        timeline=say.timeline_of(found),
        agreement=agreement_of(session, found),
        place=place,
        credit=credit,
        standing=standing_of(credit, clock.today()) if credit else None,
        dues=businesses.months_of_credit(credit) if credit else [],
        credit_states=CREDIT_STATES,
        businesses=businesses,
        before=waiting_before(session, place) if place and place.state is SeatState.WAITING else None,
        may_sign=found.state is EnrolmentState.APPROVED,
        may_withdraw=ENROLMENT_LIFECYCLE.allows(found.state, "withdraw") and not found.paid,
        labels=labels,
        say=say,
    )


@blueprint.post("/measures/<public_id>/<any(sign, withdraw):act>")
@permits(FOLLOW_OWN_MEASURES)
def move_measure(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    if act == "withdraw":
        act_once(request.form.get("submission_id"), lambda: withdraw_enrolment(session, actor, found))
        flash(_("Your application is withdrawn."), "ok")
    else:
        agreement = agreement_of(session, found)
        if agreement is None:
            raise NotFound
        act_once(request.form.get("submission_id"), lambda: sign_agreement(session, actor, agreement))
        flash(_("You have signed. The work begins when the employer and the office have signed too."), "ok")
    return redirect(url_for("jobseeker.measure", public_id=public_id), 303)
