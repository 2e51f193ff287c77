"""Live figures laid out by regions, or by one trait of the country or a region, for the ministry."""

from flask import Response

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.statistics import queries
from labour_exchange.statistics.access import READ_LIVE_FIGURES
from labour_exchange.statistics.exploring import Grid, live_grid
from labour_exchange.web.headquarters import comparisons
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.public.statistics.exploring.files import file_of
from labour_exchange.web.public.statistics.exploring.pictures import picture_of
from labour_exchange.web.public.statistics.exploring.question import Question, asked
from labour_exchange.web.public.statistics.exploring.views import page_of


@blueprint.get("/explore")
@permits(READ_LIVE_FIGURES)
def explore() -> str:
    """Any indicator, this month too."""
    return page_of(*_asked(), "headquarters")


@blueprint.get("/explore.<form>")
@permits(READ_LIVE_FIGURES)
def explore_file(form: str) -> Response:
    """The same as a file, or its picture."""
    question, grid = _asked()
    return picture_of(question, grid) if form == "svg" else file_of(question, grid, form)


def _asked() -> tuple[Question, Grid]:
    session = db.session()
    question = asked((comparisons.this_month(), *queries.public_months(session)), is_live=True)
    grid = live_grid(session, question.entry.code, question.dimension, question.months, region=question.region or None)
    return question, grid
