"""Colleagues who act for the agency: invited, blocked, let in again."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts.operations.tries import count_try
from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.operations import block_colleague, invite_colleague, unblock_colleague
from labour_exchange.agencies.queries import colleagues_of, member_of, own_agency
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Conflict, Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.employer.forms import ColleagueForm
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.localisation import words

ACTS = {"block": block_colleague, "unblock": unblock_colleague}


@blueprint.route("/colleagues", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def colleagues() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    form = ColleagueForm(language="kk")
    if form.validate_on_submit():
        try:
            # Each letter costs a try, so that nobody can find out by guessing who has an account.
            count_try(session, "register", account=f"agency {agency.id}", address=request.remote_addr or "")
            session.commit()
            facts = {name: form[name].data or "" for name in ("email", "display_name", "language")}
            invite_colleague(session, actor, agency, **facts)
            session.commit()
            flash(_("The invitation is on its way."), "ok")
            return redirect(url_for("agency.colleagues"), 303)
        except Refusal as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("agency/colleagues.html", form, members=colleagues_of(session, agency.id))


@blueprint.post("/colleagues/<user_public_id>/<any(block, unblock):act>")
@permits(KEEP_AGENCY)
def change_colleague(user_public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    try:
        ACTS[act](session, actor, agency, member_of(session, agency.id, user_public_id))
        session.commit()
        flash(_("Done. The change holds at once."), "ok")
    except Conflict as refusal:
        session.rollback()
        flash(words(refusal.message.text), "bad")
    return redirect(url_for("agency.colleagues"), 303)
