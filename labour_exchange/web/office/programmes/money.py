"""Payments prepared by an officer, and the file of payments for the treasury."""

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes.access import ENROL, EXPORT_PAYMENTS
from labour_exchange.programmes.operations.participation import unpaid
from labour_exchange.programmes.operations.payments import prepare_payment
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.queries.money import treasury_rows
from labour_exchange.programmes.states import PAYMENTS_OF, PaymentKind
from labour_exchange.programmes.texts.labels import PAYMENT_KINDS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.programmes.forms import PaymentForm
from labour_exchange.web.office.vacancies import own_region
from labour_exchange.web.spreadsheets import csv_response

HEADER = ("payment", "enrolment", "measure", "region", "kind", "month", "amount_kzt", "paid_on")


@blueprint.route("/enrolments/<public_id>/payments/new", methods=["GET", "POST"])
@permits(ENROL)
def new_payment(public_id: str) -> ResponseReturnValue:
    """A payment that is not of a month: a course, a grant, a loan, the costs of a move."""
    session, actor, form = db.session(), current_actor(), PaymentForm()
    found = enrolment_for(session, actor, public_id)
    form.kind.choices = [("", _("Choose")), *((one.value, PAYMENT_KINDS[one]) for one in PAYMENTS_OF[found.measure.kind])]
    if form.validate_on_submit():
        kind, amount = PaymentKind(form.kind.data), form.amount.data
        try:
            act_once(form.submission_id.data, lambda: prepare_payment(session, actor, found, kind=kind, amount=amount))
            flash(_("The payment waits for another person's approval."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/programmes/payment.html", form, one=found, left=unpaid(session, found))


@blueprint.get("/payments.csv")
@permits(EXPORT_PAYMENTS)
def payments_file() -> Response:
    """This year's payments of the region; that the file was taken is a logged act."""
    session, actor, today = db.session(), current_actor(), clock.today()
    region_code = own_region(actor)
    found = list(treasury_rows(session, actor, since=today.replace(month=1, day=1), until=today))
    record_act(session, actor, "download payments", "payment", None, rows=len(found))
    session.commit()
    lines = [(one.payment, one.enrolment, one.measure, one.region, one.kind, one.month, one.amount, one.paid_on) for one in found]
    return csv_response(f"payments-{region_code}-{today.isoformat()}.csv", HEADER, lines)
