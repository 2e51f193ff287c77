"""The ministry's reports: the list, a draft with its figures and the regions' comments, and each act on it."""

from decimal import Decimal

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.oversight.access import KEEP_REPORTS, READ_REPORTS
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.operations import reports as operations
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.oversight.states import LineKind
from labour_exchange.oversight.texts import labels
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import words
from labour_exchange.web.oversight.forms import NewReportForm, PlanForm, ReportedForm
from labour_exchange.web.oversight.wording import REPORT_BADGES, written

ACTS = {
    "compute": operations.compute_anew,
    "freeze": operations.freeze_report,
    "sign": operations.sign_report,
    "publish": operations.publish_report,
}


@blueprint.get("/reports")
@permits(READ_REPORTS)
def reports() -> str:
    session, actor = db.session(), current_actor()
    rows = queries.reports(session, actor)
    may_keep = actor.kind is ActorKind.ANALYST
    return render_template(
        "headquarters/oversight/reports.html", rows=rows, definitions=DEFINITIONS, labels=labels, badges=REPORT_BADGES, may_keep=may_keep
    )


@blueprint.route("/reports/new", methods=["GET", "POST"])
@permits(KEEP_REPORTS)
def new_report() -> ResponseReturnValue:
    """A draft of a period, or a new edition; `?of=` begins with what is published."""
    session, actor = db.session(), current_actor()
    before = queries.report_for(session, actor, request.args["of"]) if "of" in request.args else None
    form = NewReportForm(definition=before.definition_code if before else None, period=before.period_code if before else None)
    if form.validate_on_submit():
        made: list[Report] = []
        facts = {"comments_until": form.comments_until.data, "reason": form.reason.data or ""}
        if is_done(form, lambda: made.append(operations.open_report(session, actor, form.definition.data, form.period.data or "", **facts))):
            flash(_("The draft is open. Check its figures and enter the plans."), "ok")
            return redirect(url_for("headquarters.report", public_id=made[0].public_id) if made else url_for("headquarters.reports"), 303)
    return page_with_form("headquarters/oversight/new_report.html", form, before=before)


@blueprint.get("/reports/<public_id>")
@permits(READ_REPORTS)
def report(public_id: str) -> str:
    """Plan, fact and next plan side by side; what the regions say; who signed."""
    session, actor = db.session(), current_actor()
    found = queries.report_for(session, actor, public_id)
    signers = [session.get_one(User, one).display_name if one else "" for one in (found.signed_by_id, found.countersigned_by_id)]
    return render_template(
        "headquarters/oversight/report.html",
        report=found,
        definition=queries.definition_of(found),
        shown=queries.lines_of(session, found),
        comments=queries.comments_of(session, actor, found),
        changed=queries.changed_lines(session, found) if found.frozen_at else [],
        editions=queries.editions(session, found.definition_code, found.period_code),
        signers=signers,
        may_keep=actor.kind is ActorKind.ANALYST,
        is_open_to_comments=operations.is_open_to_comments(found, clock.today()),
        user_id=actor.user_id,
        written=written,
        labels=labels,
        badges=REPORT_BADGES,
        region_of=region_of,
    )


@blueprint.route("/reports/<public_id>/lines/<code>", methods=["GET", "POST"])
@permits(KEEP_REPORTS)
def report_line(public_id: str, code: str) -> ResponseReturnValue:
    """The plans of a line, and the figure with its source where a body reports it."""
    session, actor = db.session(), current_actor()
    found = queries.report_for(session, actor, public_id)
    shown = next((one for one in queries.lines_of(session, found) if one.line.code == code), None)
    if shown is None:
        raise NotFound
    entry = queries.entries_of(session, found).get(code)
    values = {name: getattr(entry, name) for name in ("plan", "fact", "next_plan", "source")} if entry else {}
    form = (ReportedForm if shown.line.kind is LineKind.REPORTED else PlanForm)(**values)
    if form.validate_on_submit():
        typed: dict[str, Decimal | None] = {name: form[name].data for name in ("plan", "fact", "next_plan") if name in form}
        source = form["source"].data or ""
        if is_done(form, lambda: operations.enter_figures(session, actor, found, code, source=source, **typed)):
            flash(_("The line is saved."), "ok")
            return redirect(url_for("headquarters.report", public_id=public_id), 303)
    return page_with_form("headquarters/oversight/report_line.html", form, report=found, shown=shown, written=written, labels=labels)


@blueprint.post("/reports/<public_id>/<any(compute, freeze, sign, publish):act>")
@permits(KEEP_REPORTS)
def move_report(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.report_for(session, actor, public_id)
    said = {
        "compute": _("The figures are computed anew."),
        "freeze": _("The report is frozen. Two people sign it now."),
        "sign": _("You have signed the report."),
        "publish": _("The report is published."),
    }
    try:
        act_once(request.form.get("submission_id"), lambda: ACTS[act](session, actor, found))
        flash(said[act], "ok")
    except NotFound:
        raise
    except Refusal as refusal:
        flash(words(refusal), "bad")
    return redirect(url_for("headquarters.report", public_id=public_id), 303)
