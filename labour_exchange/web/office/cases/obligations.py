"""Obligations of a contract: written into a draft, taken out again, done or dropped while it is in force."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.operations.contracts import add_obligation, remove_obligation
from labour_exchange.cases.operations.undertakings import move_obligation as move
from labour_exchange.cases.queries.contracts import contract_for, obligation_for
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import Doer
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import ReasonForm, StepForm


@blueprint.route("/contracts/<public_id>/obligations/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_obligation(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), StepForm()
    found = contract_for(session, actor, public_id)
    back = url_for("office.contract", public_id=public_id)
    if form.validate_on_submit():
        facts = StepFacts(form.what.data or "", Doer(form.doer.data), form.due_on.data)
        if is_done(form, lambda: add_obligation(session, actor, found, facts)):
            flash(_("Saved."), "ok")
            return redirect(back, 303)
    return page_with_form("office/cases/obligation_new.html", form, case=found.case, back=back)


@blueprint.post("/contracts/<public_id>/obligations/<obligation_id>/<any(remove, finish, reopen):act>")
@permits(KEEP_CASES)
def move_obligation(public_id: str, obligation_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = contract_for(session, actor, public_id)
    one = obligation_for(session, found, obligation_id)
    if act == "remove":
        act_once(None, lambda: remove_obligation(session, actor, found, one))
    else:
        act_once(None, lambda: move(session, actor, found, one, act))
    flash(_("Saved."), "ok")
    return redirect(url_for("office.contract", public_id=public_id), 303)


@blueprint.route("/contracts/<public_id>/obligations/<obligation_id>/drop", methods=["GET", "POST"])
@permits(KEEP_CASES)
def drop_obligation(public_id: str, obligation_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm()
    found = contract_for(session, actor, public_id)
    one, back = obligation_for(session, found, obligation_id), url_for("office.contract", public_id=public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: move(session, actor, found, one, "drop", reason=reason)):
            flash(_("Saved."), "ok")
            return redirect(back, 303)
    return page_with_form("office/cases/reason.html", form, case=found.case, back=back, title=_("Drop the obligation"), lead=one.what)
