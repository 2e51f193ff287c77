"""Plans of the regions, their ledgers, and moves of places and money between regions that two people decide on."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.programmes.access import READ_PROGRAMMES, REALLOCATE
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.operations import allocations as operations
from labour_exchange.programmes.queries import money as queries
from labour_exchange.programmes.queries.definitions import measure_by_code
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.programmes.forms import AllocationForm, ReallocationForm
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import date_short, words


@blueprint.route("/measures/<code>/allocations", methods=["GET", "POST"])
@permits(READ_PROGRAMMES)
def allocations(code: str) -> ResponseReturnValue:
    """The plan of every region for one measure, and the form for another."""
    session, actor, form = db.session(), current_actor(), AllocationForm()
    measure = measure_by_code(session, code)
    if form.validate_on_submit():
        facts = {name: form[name].data for name in ("region_code", "starts_on", "ends_on", "places", "amount")}
        if _done(form, lambda: operations.plan_allocation(session, actor, measure, **facts)):
            flash(_("The plan is made."), "ok")
            return redirect(url_for("headquarters.allocations", code=code), 303)
    rows = list(session.scalars(queries.allocations(actor, measure_id=measure.id)))
    may_plan = actor.kind is ActorKind.ANALYST
    return page_with_form("headquarters/programmes/allocations.html", form, measure=measure, rows=rows, say=say, may_plan=may_plan)


@blueprint.route("/allocations/<public_id>", methods=["GET", "POST"])
@permits(READ_PROGRAMMES)
def allocation(public_id: str) -> ResponseReturnValue:
    """One plan: its counters, its ledger, moves from and to it, and the form that proposes one."""
    session, actor, form = db.session(), current_actor(), ReallocationForm()
    found = queries.allocation_by_public_id(session, actor, public_id)
    others = {one.public_id: one for one in session.scalars(queries.allocations(actor, measure_id=found.measure_id)) if one.id != found.id}
    form.target.choices = [*form.target.choices, *((key, _named(one)) for key, one in others.items())]
    if form.validate_on_submit():
        facts = {"places": form.places.data, "amount": form.amount.data, "reason": form.reason.data}
        target = others[form.target.data]
        if _done(form, lambda: operations.propose_reallocation(session, actor, found, target, **facts)):
            flash(_("The move is proposed. Another person decides."), "ok")
            return redirect(url_for("headquarters.allocation", public_id=public_id), 303)
    return page_with_form(
        "headquarters/programmes/allocation.html",
        form,
        one=found,
        ledger=queries.ledger_of(session, found),
        moves=queries.reallocations_of(session, actor, found),
        may_propose=actor.kind is ActorKind.ANALYST and bool(others),
        user_id=actor.user_id,
        labels=labels,
        say=say,
    )


@blueprint.post("/reallocations/<public_id>/<any(accept, refuse):decision>")
@permits(REALLOCATE)
def decide_reallocation(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    proposal = queries.reallocation_for(session, actor, public_id)
    places = proposal.places
    act_once(request.form.get("submission_id"), lambda: operations.decide_reallocation(session, actor, proposal, is_accepted=decision == "accept"))
    moved = ngettext("%(num)d place has moved.", "%(num)d places have moved.", places)
    flash(moved if decision == "accept" else _("The move is refused."), "ok")
    return redirect(url_for("headquarters.programme"), 303)


def _named(one: Allocation) -> str:
    return f"{words(say.region_name(one.region_code))}, {date_short(one.starts_on)} – {date_short(one.ends_on)}"


def _done(form: Form, act: object) -> bool:
    """Whether it was done; else the form says what was refused."""
    try:
        act_once(form.submission_id.data, act)  # type: ignore[arg-type]
    except Refusal as refusal:
        show_refusal(form, refusal)
        return False
    return True
