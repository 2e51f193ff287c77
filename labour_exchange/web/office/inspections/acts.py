"""Acts on one inspection: asking the sides, preparing a decision, taking or returning it."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.access import DECIDE_INSPECTION, INSPECT, may_decide
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.operations import decisions
from labour_exchange.inspections.operations.opening import ask_parties
from labour_exchange.inspections.queries.cases import inspection_for
from labour_exchange.inspections.rules.decisions import NEEDING_SUBSIDY
from labour_exchange.inspections.states import Decision
from labour_exchange.inspections.texts.labels import DECISIONS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.inspecting.forms import DecisionForm, ReturnForm
from labour_exchange.web.office.blueprint import blueprint


@blueprint.post("/inspections/<public_id>/ask")
@permits(INSPECT)
def ask_sides(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = inspection_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: ask_parties(session, actor, found))
    flash(_("The sides are asked. They have ten working days."), "ok")
    return redirect(url_for("office.inspection", public_id=public_id), 303)


@blueprint.post("/inspections/<public_id>/decide")
@permits(DECIDE_INSPECTION)
def decide_inspection(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = inspection_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: decisions.decide_inspection(session, actor, found))
    flash(_("Decided. The sides are told, and the decision has taken effect."), "ok")
    return redirect(url_for("office.inspection", public_id=public_id), 303)


@blueprint.route("/inspections/<public_id>/prepare", methods=["GET", "POST"])
@permits(INSPECT)
def prepare_decision(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), DecisionForm()
    found = inspection_for(session, actor, public_id)
    if found.enrolment_id is None:
        form.decision.choices = [(one.value, DECISIONS[one]) for one in Decision if one not in NEEDING_SUBSIDY]
        del form.unfounded_since
    names = ("decision", "reason") if found.enrolment_id is None else ("decision", "unfounded_since", "reason")
    words = {"title": _("Prepare the decision"), "submit": _("Put it before the approver"), "names": names}
    return act_page(form, found, words, lambda: _prepared(form, found), _("The decision is prepared. Another person takes it."))


@blueprint.route("/inspections/<public_id>/return", methods=["GET", "POST"])
@permits(DECIDE_INSPECTION)
def return_decision(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = inspection_for(session, actor, public_id)
    if not may_decide(actor, found):
        raise NotFound
    words = {"title": _("Return the prepared decision"), "submit": _("Return it"), "names": ("reason",)}
    act = lambda: decisions.return_decision(session, actor, found, reason=form.reason.data or "")  # noqa: E731 - read where it is passed
    return act_page(form, found, words, act, _("It is returned to be prepared anew."))


def _prepared(form: DecisionForm, found: Inspection) -> object:
    facts = {"reason": form.reason.data or "", "unfounded_since": form.unfounded_since.data if form.unfounded_since else None}
    return decisions.prepare_decision(db.session(), current_actor(), found, Decision(form.decision.data), **facts)


def act_page(form: Form, found: Inspection, words: dict[str, object], act: Callable[[], object], said: str) -> ResponseReturnValue:
    """One act on an inspection, with a form."""
    if form.validate_on_submit() and is_done(form, act):
        flash(said, "ok")
        return redirect(url_for("office.inspection", public_id=found.public_id), 303)
    return page_with_form("office/inspections/act.html", form, one=found, **words)
