"""Published reports that anybody reads and prints: the list, and each edition with the hash of what was frozen."""

from flask import render_template

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.oversight.access import READ_PUBLISHED_REPORTS
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.oversight.states import ReportState
from labour_exchange.oversight.texts import labels
from labour_exchange.web.oversight.wording import written
from labour_exchange.web.public.blueprint import blueprint


@blueprint.get("/reports")
@permits(READ_PUBLISHED_REPORTS)
def reports() -> str:
    return render_template("public/reports/reports.html", rows=queries.published_reports(db.session()), definitions=DEFINITIONS)


@blueprint.get("/reports/<name>")
@permits(READ_PUBLISHED_REPORTS)
def report(name: str) -> str:
    session = db.session()
    found = queries.published_report(session, name)
    every = queries.editions(session, found.definition_code, found.period_code)
    return render_template(
        "public/reports/report.html",
        report=found,
        definition=queries.definition_of(found),
        shown=queries.lines_of(session, found),
        changed=queries.changed_lines(session, found),
        editions=[one for one in every if one.state is ReportState.PUBLISHED],
        written=written,
        labels=labels,
    )
