"""Live figures laid out by regions, or by one trait of the country or a region, for the ministry; those of one region for its own offices too."""

from flask import Response

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics import queries
from labour_exchange.statistics.access import READ_LIVE_FIGURES, READ_REGION_FIGURES, may_read_region
from labour_exchange.statistics.exploring import Grid, live_grid
from labour_exchange.territory.queries import is_region
from labour_exchange.web.actor import current_actor
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
    return page_of(*_asked(), "headquarters.explore")


@blueprint.get("/explore.<form>")
@permits(READ_LIVE_FIGURES)
def explore_file(form: str) -> Response:
    """The same as a file, or its picture."""
    question, grid = _asked()
    return picture_of(question, grid) if form == "svg" else file_of(question, grid, form)


@blueprint.get("/regions/<region_code>/explore")
@permits(READ_REGION_FIGURES)
def explore_region(region_code: str) -> str:
    """Any indicator of one region by a trait of its people or by measure."""
    return page_of(*_asked(_own(region_code)), "headquarters.explore_region")


@blueprint.get("/regions/<region_code>/explore.<form>")
@permits(READ_REGION_FIGURES)
def explore_region_file(region_code: str, form: str) -> Response:
    """The same as a file, or its picture."""
    question, grid = _asked(_own(region_code))
    return picture_of(question, grid) if form == "svg" else file_of(question, grid, form)


def _own(region_code: str) -> str:
    if not is_region(region_code) or not may_read_region(current_actor(), region_code):
        raise NotFound
    return region_code


def _asked(home: str = "") -> tuple[Question, Grid]:
    session = db.session()
    question = asked((comparisons.this_month(), *queries.public_months(session)), is_live=True, home=home)
    grid = live_grid(session, question.entry.code, question.dimension, question.months, region=question.region or None)
    return question, grid
