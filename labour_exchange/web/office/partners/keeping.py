"""One partner as the office sees it: what is shared, what it recorded, steps to confirm, the end."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.partners.access import KEEP_PARTNERS
from labour_exchange.partners.operations import following
from labour_exchange.partners.operations.proposing import end_partner as end
from labour_exchange.partners.queries import changed_since_read, in_force, is_open, partner_for, shown_to_partner, step_of
from labour_exchange.partners.rules import LONGEST_RETURN
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.following.log import WORDS
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.office.blueprint import blueprint


class ReturnForm(Form):
    reason = TextAreaField(_l("Reason"), [DataRequired(), Length(max=LONGEST_RETURN)], description=_l("The partner reads this."))


@blueprint.get("/partners/<public_id>")
@permits(KEEP_PARTNERS)
def partner(public_id: str) -> str:
    """Opening it is a logged act, as opening the case is."""
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    record_act(session, actor, "read case", "case", found.case_id)
    session.commit()
    return render_template(
        "office/partners/partner.html",
        partner=found,
        case=found.case,
        shown=shown_to_partner(session, found),
        stands=in_force(session, found),
        is_open=is_open(found),
        is_changed=is_open(found) and changed_since_read(session, found),
        now=clock.now(),
        **WORDS,
    )


@blueprint.post("/partners/<public_id>/end")
@permits(KEEP_PARTNERS)
def end_partner(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: end(session, actor, found))
    flash(_("It has ended. The partner sees nothing any more."), "ok")
    return redirect(url_for("office.partner", public_id=public_id), 303)


@blueprint.post("/partners/<public_id>/steps/<step_id>/confirm")
@permits(KEEP_PARTNERS)
def confirm_followed_step(public_id: str, step_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = partner_for(session, actor, public_id)
    step = step_of(found, step_id)
    act_once(request.form.get("submission_id"), lambda: following.confirm_step(session, actor, found, step))
    flash(_("The step is done in the plan too."), "ok")
    return redirect(url_for("office.partner", public_id=public_id), 303)


@blueprint.route("/partners/<public_id>/steps/<step_id>/return", methods=["GET", "POST"])
@permits(KEEP_PARTNERS)
def return_followed_step(public_id: str, step_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = partner_for(session, actor, public_id)
    step, back = step_of(found, step_id), url_for("office.partner", public_id=public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: following.return_step(session, actor, found, step, reason=reason)):
            flash(_("The step is given back. The partner is told."), "ok")
            return redirect(back, 303)
    return page_with_form("office/cases/reason.html", form, case=found.case, back=back, title=_("Give the step back"), lead=step.what)
