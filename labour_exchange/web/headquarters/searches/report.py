"""What people searched, opened and did not find: a page and a file, in sums that name nobody."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import Response, render_template, request, url_for
from flask_babel import gettext as _

from labour_exchange.discovery.use.access import READ_SEARCH_USE
from labour_exchange.discovery.use.queries import Order, SearchedText, searched_texts, searches_since
from labour_exchange.discovery.use.rules import LEAST_SEARCHES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.localisation import number, percent
from labour_exchange.web.spreadsheets import csv_response

PERIODS = (7, 28, 90)
USUAL_PERIOD = 28
MOST_IN_FILE = 10_000


@blueprint.get("/searches")
@permits(READ_SEARCH_USE)
def searches() -> str:
    """The texts of a period: the most searched, those that find nothing, those whose results nobody opens."""
    days, order, said = _asked()
    since = _since(days)
    total, empty, clicks = searches_since(db.session(), since)
    return render_template(
        "headquarters/searches/report.html",
        rows=[(one, NAMES[one.language][0], url_for("public.vacancies", lang=one.language, q=one.words)) for one in _texts(days, order, said)],
        stats=[
            {"value": number(total), "label": _("searches for words")},
            {"value": percent(empty / total if total else None), "label": _("found nothing"), "due": bool(empty)},
            {"value": percent(clicks / total if total else None), "label": _("vacancies opened per search")},
        ],
        periods=[_chip(_("%(days)s days", days=one), days == one, days=one, order=order, language=said) for one in PERIODS],
        orders=[_chip(label, order is one, days=days, order=one, language=said) for one, label in _orders()],
        languages=[
            _chip(_("All languages"), not said, days=days, order=order, language=""),
            *(_chip(NAMES[one][0], said == one, days=days, order=order, language=one) for one in LANGUAGES),
        ],
        csv=url_for("headquarters.searches_file", days=days, order=order, language=said or None),
        since=since,
        least=LEAST_SEARCHES,
    )


@blueprint.get("/searches.csv")
@permits(READ_SEARCH_USE)
def searches_file() -> Response:
    """The same texts as a file."""
    days, order, said = _asked()
    header = [
        _("Searched"),
        _("Language of the page"),
        _("Searches"),
        _("Results, mean"),
        _("Found nothing, per cent"),
        _("Opened per search, per cent"),
    ]
    return csv_response(f"searches-{_since(days).isoformat()}-{order}.csv", header, _lines(_texts(days, order, said, MOST_IN_FILE)))


def _lines(texts: list[SearchedText]) -> Iterator[list[object]]:
    for one in texts:
        yield [one.words, one.language, one.searches, round(one.found, 1), round(100 * one.without_result), round(100 * one.clicks)]


def _texts(days: int, order: Order, said: str, limit: int = 100) -> list[SearchedText]:
    return searched_texts(db.session(), _since(days), order, language=said, limit=limit)


def _asked() -> tuple[int, Order, str]:
    days, order, said = request.args.get("days", ""), request.args.get("order", ""), request.args.get("language", "")
    return (
        int(days) if days in map(str, PERIODS) else USUAL_PERIOD,
        Order(order) if order in list(Order) else Order.SEARCHES,
        said if said in LANGUAGES else "",
    )


def _since(days: int) -> date:
    return clock.today() - timedelta(days=days - 1)


def _orders() -> list[tuple[Order, str]]:
    return [
        (Order.SEARCHES, _("Most searched")),
        (Order.NOTHING_FOUND, _("Finds nothing")),
        (Order.NOTHING_OPENED, _("Found, but nobody opens it")),
    ]


def _chip(label: str, is_current: bool, **asked: object) -> dict[str, object]:
    return {"label": label, "current": is_current, "href": url_for("headquarters.searches", **{name: value or None for name, value in asked.items()})}
