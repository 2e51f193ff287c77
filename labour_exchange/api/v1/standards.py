"""Service standards: those in force, and drafts in public discussion for a portal that shows them too."""

from collections.abc import Sequence
from typing import Any

import marshmallow as ma
from flask import current_app

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question, codes
from labour_exchange.api.language import language
from labour_exchange.api.pages import PageQuestion, next_link, page_of_table, page_schema
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import Names, described
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import LANGUAGES, Text
from labour_exchange.standards.access import READ_STANDARDS
from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.queries.monitoring import PublicFigure, public_figures, quarters
from labour_exchange.standards.queries.registers import version_for, versions_in
from labour_exchange.standards.states import VersionState
from labour_exchange.statistics.periods import Period

TEN_MINUTES = 600
ASKED = (VersionState.IN_FORCE, VersionState.DISCUSSION)
blueprint = Blueprint("api_standards", __name__, url_prefix="/api/v1/standards", description="Service standards: in force and in discussion.")


class StandardQuestion(PageQuestion):
    """Which standards."""

    state = codes(ASKED, "in_force or discussion; repeat the name. Both by default.")


class ComplaintFigures(ma.Schema):
    """Complaints whose first answer was due in the quarter."""

    complaints = ma.fields.Integer(required=True, allow_none=True)
    per_thousand_services = ma.fields.Float(required=True, allow_none=True)
    share_justified = ma.fields.Float(required=True, allow_none=True, metadata={"description": "By what was found last."})
    share_in_time = ma.fields.Float(required=True, allow_none=True)
    complaint_days = ma.fields.Float(required=True, allow_none=True, metadata={"description": "Median of working days until the office answered."})


class ServiceFigures(ma.Schema):
    """How one office kept the standard in the latest quarter that was counted, as the public page says it. Null is withheld or not known."""

    quarter = ma.fields.String(required=True)
    region = ma.fields.String(required=True)
    office = ma.fields.Nested(Names, required=True)
    due = ma.fields.Integer(required=True, allow_none=True, metadata={"description": "Promises that were due; fewer than five are withheld."})
    share_kept = ma.fields.Float(required=True, allow_none=True)
    share_at_least = ma.fields.Float(required=True, allow_none=True, metadata={"description": "What can be said where the share is withheld."})
    share_at_most = ma.fields.Float(required=True, allow_none=True)
    median_days = ma.fields.Float(required=True, allow_none=True, metadata={"description": "Working days."})
    nine_in_ten_days = ma.fields.Float(
        required=True, allow_none=True, metadata={"description": "Nine in ten were served within so many working days."}
    )
    ratings = ma.fields.Integer(required=True, allow_none=True)
    mean_points = ma.fields.Float(required=True, allow_none=True, metadata={"description": "From 1 to 5."})
    complaints = ma.fields.Nested(ComplaintFigures, required=True)


class StandardItem(ma.Schema):
    """One version of a standard. Without a region it is the ministry's."""

    id = ma.fields.String(required=True)
    url = ma.fields.String(required=True)
    state = ma.fields.String(required=True)
    version = ma.fields.Integer(required=True)
    region = ma.fields.String(required=True, allow_none=True, metadata={"description": "Null where the ministry is the responsible body."})
    promise = ma.fields.String(required=True, allow_none=True, metadata={"description": "As what the registers measure it; null where they do not."})
    title = ma.fields.Nested(Names, required=True)
    audience = ma.fields.Nested(Names, required=True)
    documents = ma.fields.Nested(Names, required=True)
    term_days = ma.fields.Integer(required=True, metadata={"description": "Working days."})
    complaint_term_days = ma.fields.Integer(required=True, metadata={"description": "Working days within which the office answers a complaint."})
    discussed_until_on = ma.fields.Date(required=True, allow_none=True, metadata={"description": "The last day on which remarks are taken, or were."})
    in_force_from = ma.fields.Date(required=True, allow_none=True)
    figures = ma.fields.List(
        ma.fields.Nested(ServiceFigures),
        required=True,
        metadata={"description": "Of the standard, whichever of its versions was in force then, by office."},
    )


class StandardDetail(StandardItem):
    """A version with its text."""

    paragraphs = ma.fields.List(ma.fields.Nested(Names), required=True, metadata={"description": "In order; the first has the number 1."})


@blueprint.get("")
@permits(READ_STANDARDS)
@blueprint.arguments(StandardQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("StandardPage", StandardItem))
@described(blueprint, "listStandards", "List standards", "/api/v1/standards?state=in_force")
def list_standards(question: dict[str, Any]) -> Any:
    """The register of standards in force, and drafts in public discussion."""
    keep_for(TEN_MINUTES)
    states = [VersionState(one) for one in question["state"]] or ASKED
    figures = _latest_figures()
    rows = [_item(one, figures) for one in versions_in(db.session(), VISITOR, *states)]
    page = page_of_table(rows, lambda item: str(item["id"]), question)
    return page, 200, next_link(page)


@blueprint.get("/<string:public_id>")
@permits(READ_STANDARDS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, StandardDetail)
@described(blueprint, "readStandard", "Read one standard")
def read_standard(question: dict[str, Any], public_id: str) -> Any:
    """One version with its paragraphs, also when it has been replaced."""
    keep_for(TEN_MINUTES)
    found = version_for(db.session(), VISITOR, public_id)
    return _item(found, _latest_figures()) | {"paragraphs": [_said(one) for one in found.paragraphs]}


def _latest_figures() -> list[PublicFigure]:
    return [one for quarter in quarters(db.session())[:1] for one in public_figures(db.session(), quarter)]


def _item(one: StandardVersion, figures: Sequence[PublicFigure]) -> dict[str, Any]:
    promise = one.standard.promise
    return {
        "id": one.public_id,
        "url": f"{current_app.config.get('BASE_URL', '')}/{language()}/standards/{one.public_id}",
        "state": one.state.value,
        "version": one.number,
        "region": one.standard.region_code,
        "promise": promise.value if promise else None,
        "title": _said(one.title),
        "audience": _said(one.audience),
        "documents": _said(one.documents),
        "term_days": one.term_days,
        "complaint_term_days": one.complaint_days,
        "discussed_until_on": one.discussed_until_on,
        "in_force_from": one.in_force_from,
        "figures": [_kept(figure) for figure in figures if figure.standard_id == one.standard_id],
    }


def _kept(one: PublicFigure) -> dict[str, Any]:
    return {
        "quarter": Period(one.quarter, 3).code,
        "region": one.office.region_code,
        "office": _said(one.office.name),
        "due": one.total,
        "share_kept": one.share,
        "share_at_least": one.at_least,
        "share_at_most": one.at_most,
        "median_days": one.median_days,
        "nine_in_ten_days": one.days_of_nine_in_ten,
        "ratings": one.ratings,
        "mean_points": one.points,
        "complaints": {
            "complaints": one.complaints.complaints,
            "per_thousand_services": one.complaints.per_thousand,
            "share_justified": one.complaints.justified,
            "share_in_time": one.complaints.in_time,
            "complaint_days": one.complaints.median_days,
        },
    }


def _said(text: Text) -> dict[str, str]:
    return {code: text.in_language(code) for code in LANGUAGES}
