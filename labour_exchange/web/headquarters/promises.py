"""How promises are kept over all offices: what is open and late now, and finished quarters, nothing withheld."""

from flask import render_template, request, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.standards import texts
from labour_exchange.standards.access import READ_ALL_PROMISES
from labour_exchange.standards.queries import monitoring
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.public.standards.monitoring import SHOWN_QUARTERS, quarter_words


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
