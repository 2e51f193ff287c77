"""The page, its picture and its files, of what anybody may see."""

from collections.abc import Sequence

from flask import Response, render_template, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.exploring import Dimension, Grid, public_grid
from labour_exchange.statistics.indicators import CATALOGUE, ESTIMATES, Entry
from labour_exchange.statistics.releases.queries import latest_of_month
from labour_exchange.web import localisation
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.statistics import drawing
from labour_exchange.web.public.statistics.exploring import layout, pictures
from labour_exchange.web.public.statistics.exploring.files import file_of
from labour_exchange.web.public.statistics.exploring.question import Question, View, asked, can_be_asked, groups_of, whole_of
from labour_exchange.web.public.statistics.exploring.words import DIMENSIONS, FORMS, VIEWS


@blueprint.get("/statistics/explore")
@permits(READ_STATISTICS)
def explore() -> str:
    """Any indicator of a month that is over, by regions or by one trait of the whole country."""
    question, grid = _asked()
    return page_of(question, grid, "public.explore")


@blueprint.get("/statistics/explore.<form>")
@permits(READ_STATISTICS)
def explore_file(form: str) -> Response:
    """The same as csv, xlsx, json or sdmx.csv, or the picture as svg."""
    question, grid = _asked()
    return pictures.picture_of(question, grid) if form == "svg" else file_of(question, grid, form)


def _asked() -> tuple[Question, Grid]:
    question = asked(queries.public_months(db.session()), is_live=False)
    return question, public_grid(db.session(), question.entry.code, question.dimension, question.months)


def page_of(question: Question, grid: Grid, page: str) -> str:
    """The page of any area, by the name of its view: the same figures are laid out alike, live and published. Its files are `<page>_file`."""
    lines = layout.lines_of(question, grid)
    runs = layout.drawn_lines(question, grid)
    tiles, legend = drawing.tiles(layout.row_of(grid), lambda code: _link(page, question, code)) if layout.is_mapped(grid) else ([], [])
    return render_template(
        "public/statistics/explore.html",
        question=question,
        grid=grid,
        page=page,
        lines=lines,
        groups=groups_of(question.dimension, grid.entry),
        whole=whole_of(question),
        regions=groups_of(Dimension.REGION, grid.entry),
        tiles=tiles,
        legend=legend,
        plot=layout.line_chart(grid, runs),
        sentence=drawing.sentences(grid.entry, grid.months, runs) if question.view is View.LINE else layout.finding(grid, lines),
        lengths=layout.lengths(grid, lines),
        multiples=layout.multiples(grid, lines) if question.view is View.MULTIPLES else [],
        is_sum=layout.is_sum(grid),
        families=[(name, _askable(question, [CATALOGUE[code] for code in codes])) for name, codes in drawing.LIVE_GROUPS],
        others=_askable(question, _others()),
        dimension_words=DIMENSIONS,
        view_words=VIEWS,
        forms=FORMS,
        release=None if question.is_live else latest_of_month(db.session(), question.month),
        units=texts.UNITS,
        written=drawing.written,
        unit=localisation.words(texts.UNITS[grid.entry.unit]),
    )


def _askable(question: Question, entries: Sequence[Entry]) -> list[Entry]:
    return [one for one in entries if can_be_asked(one, question)]


def _others() -> list[Entry]:
    """What no family lists: estimates, and the rest of the catalogue."""
    listed = {code for _name, codes in drawing.LIVE_GROUPS for code in codes}
    return [*ESTIMATES.values(), *(one for one in CATALOGUE.values() if one.code not in listed)]


def _link(page: str, question: Question, code: str) -> str:
    return url_for(page, **(question.arguments | {"group": code, "view": View.LINE.value}))
