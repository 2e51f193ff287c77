"""The claim of a decided inspection: returns and write-offs written down by an officer, confirmed or refused by an approver."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.access import DECIDE_INSPECTION, INSPECT, may_decide
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.queries.cases import inspection_for
from labour_exchange.inspections.queries.recoveries import entry_for, recovery_of, waiting_of
from labour_exchange.inspections.states import Payer
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form
from labour_exchange.web.inspecting.forms import RefuseEntryForm, ReturnedForm, WriteOffForm
from labour_exchange.web.localisation import money
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.inspections.acts import act_page


@blueprint.route("/inspections/<public_id>/returns/new", methods=["GET", "POST"])
@permits(INSPECT)
def record_return(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReturnedForm()
    found = inspection_for(session, actor, public_id)
    names = ("amount", "received_on", "payer", "reference")
    words = {"title": _("Record money that came back"), "submit": _("Put it before the approver"), "names": names}

    def act() -> object:
        facts = {"received_on": form.received_on.data, "payer": Payer(form.payer.data), "reference": form.reference.data or ""}
        return recoveries.record_return(session, actor, found, amount=form.amount.data, **facts)

    return _page(form, found, words, act, _("It is written down and counts once another person has confirmed it."))


@blueprint.route("/inspections/<public_id>/write-offs/new", methods=["GET", "POST"])
@permits(INSPECT)
def propose_write_off(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), WriteOffForm()
    found = inspection_for(session, actor, public_id)
    words = {"title": _("Propose to give up a part of the claim"), "submit": _("Put it before the approver"), "names": ("amount", "reason")}

    def act() -> object:
        return recoveries.propose_write_off(session, actor, found, amount=form.amount.data, reason=form.reason.data or "")

    return _page(form, found, words, act, _("It is written down and counts once another person has confirmed it."))


@blueprint.post("/inspections/<public_id>/entries/<entry_id>/confirm")
@permits(DECIDE_INSPECTION)
def confirm_entry(public_id: str, entry_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    entry = entry_for(session, inspection_for(session, actor, public_id), entry_id)
    act_once(request.form.get("submission_id"), lambda: recoveries.confirm_entry(session, actor, entry))
    flash(_("Confirmed. The sums of the claim have moved."), "ok")
    return redirect(url_for("office.inspection", public_id=public_id), 303)


@blueprint.route("/inspections/<public_id>/entries/<entry_id>/refuse", methods=["GET", "POST"])
@permits(DECIDE_INSPECTION)
def refuse_entry(public_id: str, entry_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), RefuseEntryForm()
    found = inspection_for(session, actor, public_id)
    if not may_decide(actor, found):
        raise NotFound
    entry = entry_for(session, found, entry_id)
    words = {"title": _("Do not confirm: %(sum)s", sum=money(entry.amount)), "submit": _("Do not confirm"), "names": ("reason",)}
    act = lambda: recoveries.refuse_entry(session, actor, entry, reason=form.reason.data or "")  # noqa: E731 - read where it is passed
    return act_page(form, found, words, act, _("It is not confirmed and counts nothing."))


def _page(form: Form, found: Inspection, words: dict[str, object], act: Callable[[], object], said: str) -> ResponseReturnValue:
    """With what is left of the claim above the form."""
    session = db.session()
    recovery = recovery_of(session, found)
    left = recovery.outstanding - waiting_of(session, recovery) if recovery else 0
    lead = _("Left to be written down: %(sum)s. Another person confirms it.", sum=money(left))
    return act_page(form, found, words | {"lead": lead}, act, said)
