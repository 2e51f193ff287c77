"""The person has moved: asks the office of the new region to take over the register and the case, or takes that back."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import READ_OWN_CASE
from labour_exchange.cases.operations import transfers as operations
from labour_exchange.cases.queries.transfers import transfers_of
from labour_exchange.cases.states import TransferReason, TransferState
from labour_exchange.cases.texts.transfers import TRANSFER_REASONS, TRANSFER_STATES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.jobseeker.transfer_forms import TransferForm, other_regions


@blueprint.route("/registration/transfer", methods=["GET", "POST"])
@permits(READ_OWN_CASE)
def ask_transfer() -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), TransferForm()
    person = own_jobseeker(session, actor)
    form.to_region.choices = other_regions(person.region_code)
    if form.validate_on_submit():
        asked = {"to_region": form.to_region.data or "", "reason": TransferReason(form.reason.data)}
        if is_done(form, lambda: operations.ask_transfer(session, actor, person, **asked)):
            flash(_("The other office is asked. We write to you when it has answered."), "ok")
            return redirect(url_for("jobseeker.ask_transfer"), 303)
    given = {"asked": transfers_of(session, actor, person.id), "states": TRANSFER_STATES, "reasons": TRANSFER_REASONS}
    return page_with_form("jobseeker/transfer.html", form, **given, is_waiting=any(one.state is TransferState.PROPOSED for one in given["asked"]))


@blueprint.post("/registration/transfer/take-back")
@permits(READ_OWN_CASE)
def take_back_transfer() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    person = own_jobseeker(session, actor)
    found = next((one for one in transfers_of(session, actor, person.id) if one.state is TransferState.PROPOSED), None)
    if found is None:
        raise NotFound
    act_once(None, lambda: operations.take_back_transfer(session, actor, found))
    flash(_("Saved."), "ok")
    return redirect(url_for("jobseeker.ask_transfer"), 303)
