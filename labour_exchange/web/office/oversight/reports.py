"""Reports as an office sees them: drafts with its own region's figures beside the country's, and what the region says of a line."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.oversight.access import COMMENT_REPORTS
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.operations import reports as operations
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.oversight.states import ReportState
from labour_exchange.oversight.texts import labels
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region
from labour_exchange.web.oversight.forms import CommentForm
from labour_exchange.web.oversight.wording import REPORT_BADGES, written


@blueprint.get("/reports")
@permits(COMMENT_REPORTS)
def reports() -> str:
    """Drafts that wait for the region's word first."""
    rows = queries.reports(db.session(), current_actor())
    rows.sort(key=lambda one: not operations.is_open_to_comments(one, clock.today()))
    opened = {one.id for one in rows if operations.is_open_to_comments(one, clock.today())}
    return render_template("office/oversight/reports.html", rows=rows, opened=opened, definitions=DEFINITIONS, labels=labels, badges=REPORT_BADGES)


@blueprint.get("/reports/<public_id>")
@permits(COMMENT_REPORTS)
def report(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found, region_code = queries.report_for(session, actor, public_id), own_region(actor)
    is_draft = found.state is ReportState.DRAFT
    own = {one.line.code: one.figures for one in queries.lines_of(session, found, region_code)} if is_draft else {}
    return render_template(
        "office/oversight/report.html",
        report=found,
        definition=queries.definition_of(found),
        shown=queries.lines_of(session, found),
        own=own,
        region=region_of(region_code),
        comments=queries.comments_of(session, actor, found),
        is_open_to_comments=operations.is_open_to_comments(found, clock.today()),
        written=written,
        labels=labels,
        badges=REPORT_BADGES,
    )


@blueprint.route("/reports/<public_id>/lines/<code>", methods=["GET", "POST"])
@permits(COMMENT_REPORTS)
def comment_line(public_id: str, code: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), CommentForm()
    found = queries.report_for(session, actor, public_id)
    line = next((one for one in queries.definition_of(found).lines if one.code == code), None)
    if line is None:
        raise NotFound
    if form.validate_on_submit():
        text = form.text.data or ""
        if is_done(form, lambda: operations.comment_on_line(session, actor, found, code, text=text)):
            flash(_("Your comment is with the ministry."), "ok")
            return redirect(url_for("office.report", public_id=public_id), 303)
    said = queries.comments_of(session, actor, found).get(code, [])
    return page_with_form("office/oversight/comment.html", form, report=found, definition=queries.definition_of(found), line=line, said=said)
