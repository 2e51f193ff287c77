"""A complaint about a service by the link that was sent for its rating, and the page by which it is followed; nobody need sign in."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Conflict, InvalidInput, Refusal
from labour_exchange.standards import operations, texts
from labour_exchange.standards.access import COMPLAIN_BY_LINK
from labour_exchange.standards.queries.complaints import complaint_by_link
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.headers import keep_nowhere
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.standards.complaining import link_page, of_complaint
from labour_exchange.web.standards.complaint_forms import FurtherForm


@blueprint.route("/rate/<secret>/complaint", methods=["GET", "POST"])
@permits(COMPLAIN_BY_LINK)
def complain_by_link(secret: str) -> ResponseReturnValue:
    keep_nowhere()
    return link_page(secret) or dead_link()


@blueprint.get("/complaint/<secret>")
@permits(COMPLAIN_BY_LINK)
def complaint_status(secret: str) -> ResponseReturnValue:
    keep_nowhere()
    found = complaint_by_link(db.session(), secret)
    if found is None:
        return dead_link()
    steps = {"further": url_for("public.escalate_by_link", secret=secret), "withdraw": url_for("public.withdraw_by_link", secret=secret)}
    return render_template("complaints/status.html", area="", **of_complaint(found), **steps)


@blueprint.route("/complaint/<secret>/further", methods=["GET", "POST"])
@permits(COMPLAIN_BY_LINK)
def escalate_by_link(secret: str) -> ResponseReturnValue:
    keep_nowhere()
    session, form = db.session(), FurtherForm()
    if complaint_by_link(session, secret) is None:
        return dead_link()
    back = url_for("public.complaint_status", secret=secret)
    if form.validate_on_submit():
        try:
            operations.escalate_by_link(session, secret=secret, why=form.why.data or "")
            session.commit()
            flash(_("Your complaint is with the ministry."), "ok")
            return redirect(back, 303)
        except (InvalidInput, Conflict) as refusal:
            session.rollback()
            show_refusal(form, refusal)
    return page_with_form("complaints/further.html", form, area="", back=back)


@blueprint.post("/complaint/<secret>/withdraw")
@permits(COMPLAIN_BY_LINK)
def withdraw_by_link(secret: str) -> ResponseReturnValue:
    keep_nowhere()
    try:
        operations.withdraw_by_link(db.session(), secret=secret)
        db.session.commit()
    except Conflict:
        raise
    except Refusal:
        db.session.rollback()
        return dead_link()
    flash(_("The complaint is withdrawn."), "ok")
    return redirect(url_for("public.complaint_status", secret=secret), 303)


def dead_link() -> ResponseReturnValue:
    return render_template("public/standards/dead_link.html", refusal=texts.LINK_USED), 410
