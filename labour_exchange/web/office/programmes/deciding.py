"""The second person's acts: enrolments and payments that somebody else prepared."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.programmes.access import APPROVE
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations import enrolments as operations
from labour_exchange.programmes.operations import payments
from labour_exchange.programmes.queries.enrolments import enrolment_for, payment_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import show_refusal
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.programmes.enrolments import enrolment_page
from labour_exchange.web.office.programmes.forms import ReturnForm


@blueprint.post("/enrolments/<public_id>/<any(approve, return, decline):decision>")
@permits(APPROVE)
def decide_enrolment(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = enrolment_for(session, actor, public_id)
    try:
        if decision == "approve":
            act_once(request.form.get("submission_id"), lambda: operations.approve_enrolment(session, actor, found))
        elif not form.validate():
            return enrolment_page(found, form)
        else:
            decide = operations.return_enrolment if decision == "return" else operations.decline_enrolment
            act_once(form.submission_id.data, lambda: decide(session, actor, found, reason=form.reason.data or ""))
    except Refusal as refusal:
        shown = ReturnForm(formdata=None)
        show_refusal(shown, refusal)
        return enrolment_page(session.get_one(Enrolment, found.id), shown)
    flash(_("Your decision is noted."), "ok")
    return redirect(url_for("office.programme"), 303)


@blueprint.post("/payments/<public_id>/<any(pay, refuse):decision>")
@permits(APPROVE)
def decide_payment(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    payment = payment_for(session, actor, public_id)
    target = url_for("office.enrolment", public_id=payment.enrolment.public_id)
    reason = request.form.get("reason", "")
    try:
        if decision == "pay":
            act_once(request.form.get("submission_id"), lambda: payments.approve_payment(session, actor, payment))
        else:
            act_once(request.form.get("submission_id"), lambda: payments.refuse_payment(session, actor, payment, reason=reason))
    except Refusal as refusal:
        shown = ReturnForm(formdata=None)
        show_refusal(shown, refusal)
        return enrolment_page(enrolment_for(session, actor, payment.enrolment.public_id), shown)
    flash(_("The payment is made.") if decision == "pay" else _("The payment is refused."), "ok")
    return redirect(target, 303)
