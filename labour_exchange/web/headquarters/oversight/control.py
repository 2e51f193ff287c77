"""The ministry's acts on an instruction: evidence and later dates decided by a second person, and what a department answers itself."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.oversight.access import GIVE_INSTRUCTIONS
from labour_exchange.oversight.operations import instructions as operations
from labour_exchange.oversight.queries.instructions import instruction_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import words
from labour_exchange.web.oversight.acting import evidence_page, extension_page, form_page
from labour_exchange.web.oversight.forms import ReturnForm


@blueprint.route("/instructions/<public_id>/evidence", methods=["GET", "POST"])
@permits(GIVE_INSTRUCTIONS)
def give_evidence(public_id: str) -> ResponseReturnValue:
    return evidence_page("headquarters", public_id)


@blueprint.route("/instructions/<public_id>/extension", methods=["GET", "POST"])
@permits(GIVE_INSTRUCTIONS)
def ask_extension(public_id: str) -> ResponseReturnValue:
    return extension_page("headquarters", public_id)


@blueprint.route("/instructions/<public_id>/return", methods=["GET", "POST"])
@permits(GIVE_INSTRUCTIONS)
def return_evidence(public_id: str) -> ResponseReturnValue:
    """Back to whoever gave it, with what is missing."""
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = instruction_for(session, actor, public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: operations.decide_evidence(session, actor, found, is_accepted=False, reason=reason)):
            flash(_("The evidence is returned. The due date holds."), "ok")
            return redirect(url_for("headquarters.instruction", public_id=public_id), 303)
    return form_page(form, found, "headquarters", _("Return the evidence"), _("Return it"))


@blueprint.post("/instructions/<public_id>/<any(accept, grant, refuse):act>")
@permits(GIVE_INSTRUCTIONS)
def decide_instruction(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = instruction_for(session, actor, public_id)
    said = {
        "accept": _("The evidence is accepted. The instruction is closed."),
        "grant": _("The due date is moved."),
        "refuse": _("The due date stays as it is."),
    }
    acts = {
        "accept": lambda: operations.decide_evidence(session, actor, found, is_accepted=True),
        "grant": lambda: operations.decide_extension(session, actor, found, is_accepted=True),
        "refuse": lambda: operations.decide_extension(session, actor, found, is_accepted=False),
    }
    try:
        act_once(request.form.get("submission_id"), acts[act])
        flash(said[act], "ok")
    except NotFound:
        raise
    except Refusal as refusal:
        flash(words(refusal), "bad")
    return redirect(url_for("headquarters.instruction", public_id=public_id), 303)
