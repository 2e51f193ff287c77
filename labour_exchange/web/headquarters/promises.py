"""How promises are kept over all offices, and complaints about them: what is open and late now, finished quarters, and what was taken further."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.standards import texts
from labour_exchange.standards.access import DECIDE_COMPLAINTS, READ_ALL_PROMISES
from labour_exchange.standards.queries import monitoring
from labour_exchange.standards.queries.complaints import complaints_at, loads
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.public.standards.monitoring import SHOWN_QUARTERS, quarter_words
from labour_exchange.web.standards.answering import answer_page
from labour_exchange.web.standards.complaining import said


@blueprint.get("/promises")
@permits(READ_ALL_PROMISES)
def promises() -> str:
    session = db.session()
    known = monitoring.quarters(session)[:SHOWN_QUARTERS]
    quarter = next((one for one in known if one.isoformat() == request.args.get("quarter")), known[0] if known else None)
    chips = [
        {"label": quarter_words(one), "href": url_for("headquarters.promises", quarter=one.isoformat()), "current": one == quarter} for one in known
    ]
    return render_template(
        "headquarters/promises.html",
        now=monitoring.open_promises(session),
        figures=monitoring.national_figures(session, quarter, is_public=False) if quarter else [],
        quarters=chips,
        quarter=quarter,
        named=quarter_words(quarter) if quarter else "",
        texts=texts,
    )


@blueprint.get("/service-complaints")
@permits(DECIDE_COMPLAINTS)
def service_complaints() -> str:
    session, actor = db.session(), current_actor()
    known = monitoring.quarters(session)[:SHOWN_QUARTERS]
    quarter = next((one for one in known if one.isoformat() == request.args.get("quarter")), known[0] if known else None)
    figures = monitoring.whole_figures(session, quarter) if quarter else []
    chips = [
        {"label": quarter_words(one), "href": url_for("headquarters.service_complaints", quarter=one.isoformat()), "current": one == quarter}
        for one in known
    ]
    return render_template(
        "headquarters/service_complaints.html",
        rows=complaints_at(session, actor),
        loads=loads(session),
        figures=figures,
        quarters=chips,
        named=quarter_words(quarter) if quarter else "",
        today=clock.today(),
        **said(),
    )


@blueprint.route("/service-complaints/<public_id>", methods=["GET", "POST"])
@permits(DECIDE_COMPLAINTS)
def service_complaint(public_id: str) -> ResponseReturnValue:
    return answer_page("headquarters", public_id)
