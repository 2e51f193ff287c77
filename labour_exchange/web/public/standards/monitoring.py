"""How promises are kept: each office in a finished quarter, small numbers withheld; and what people said about one office."""

from datetime import date

from flask import render_template, request, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.queries import office_with_id
from labour_exchange.standards import texts
from labour_exchange.standards.access import READ_STANDARDS
from labour_exchange.standards.queries import monitoring
from labour_exchange.standards.rules.promises import SMALLEST_SHOWN
from labour_exchange.standards.states import Promise
from labour_exchange.statistics.periods import Period
from labour_exchange.web.actor import current_actor
from labour_exchange.web.localisation import period, words
from labour_exchange.web.public.blueprint import blueprint

SHOWN_QUARTERS = 4


@blueprint.get("/standards/monitoring")
@permits(READ_STANDARDS)
def standards_monitoring() -> str:
    session = db.session()
    known = monitoring.quarters(session)
    quarter = next((one for one in known if one.isoformat() == request.args.get("quarter")), known[0] if known else None)
    promise = next((one for one in Promise if one.value == request.args.get("promise")), Promise.REGISTRATION)
    figures = monitoring.public_figures(session, quarter) if quarter else []
    return render_template(
        "public/standards/monitoring.html",
        rows=[one for one in figures if one.promise is promise],
        all_offices=monitoring.national_figures(session, quarter) if quarter else [],
        texts=texts,
        promise=texts.PROMISES[promise],
        promises=[{"label": words(texts.PROMISES[one]), "href": _address(quarter, one), "current": one is promise} for one in Promise],
        quarters=[{"label": quarter_words(one), "href": _address(one, promise), "current": one == quarter} for one in known[:SHOWN_QUARTERS]],
        quarter=quarter_words(quarter) if quarter else "",
        smallest=SMALLEST_SHOWN,
    )


@blueprint.get("/standards/monitoring/<public_id>")
@permits(READ_STANDARDS)
def office_ratings(public_id: str) -> str:
    session = db.session()
    office = office_with_id(session, public_id)
    if office is None:
        raise NotFound
    known = monitoring.quarters(session)
    own = [one for one in monitoring.public_figures(session, known[0]) if one.office.id == office.id] if known else []
    said = monitoring.published_words(session, current_actor(), office)
    return render_template(
        "public/standards/office.html", office=office, rows=own, said=said, texts=texts, quarter=quarter_words(known[0]) if known else ""
    )


def quarter_words(quarter: date) -> str:
    return period(Period(quarter, 3))


def _address(quarter: date | None, promise: Promise) -> str:
    return url_for("public.standards_monitoring", quarter=quarter.isoformat() if quarter else None, promise=promise.value)
