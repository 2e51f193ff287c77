"""What the ministry's and an office's page of efficiency show alike: tiles, the groups of one dimension, and every figure's definition."""

from collections.abc import Callable
from typing import Any

from flask import request
from flask_babel import gettext as _

from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.efficiency.assessment import DIMENSIONS, MONTHS, Assessment, Group
from labour_exchange.programmes.efficiency.definitions import MEANINGS
from labour_exchange.programmes.efficiency.keeping import kept_assessment, kept_years
from labour_exchange.programmes.efficiency.queries import groups_with_cells
from labour_exchange.programmes.efficiency.rules import Estimate
from labour_exchange.programmes.queries.definitions import measure_names
from labour_exchange.programmes.states import DropReason
from labour_exchange.programmes.texts import labels
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.localisation import money, number, percent, signed

SHOWN = 40
"""Of a dimension, the largest; the command gives them all."""


def page_facts(region: str | None, address: Callable[..., str], cells: Callable[..., str] | None = None) -> dict[str, Any]:
    """Everything the template says; `year` and `by` come from the query, the latest year and measures when they say nothing known.

    `cells` gives the address of the cells behind an estimate, for those who may read them.
    """
    session, actor = db.session(), current_actor()
    years = kept_years(session, actor, region)
    asked = request.args.get("year", type=int)
    year = asked if asked in years else next(iter(years), None)
    found = kept_assessment(session, actor, year, region) if year else None
    if year is None or found is None or found[0].whole is None:
        return {"whole": None}
    assessment, counted_at = found
    dimensions = [one for one in DIMENSIONS if assessment.groups[one] and not (one == "region" and region)]
    by = request.args.get("by", "")
    by = by if by in dimensions else "measure"
    behind = _addresses(cells, year, region, by)
    names = {"provider": _("By provider"), "employer": _("By employer"), "region": _("By region"), "measure": _("By measure")}
    return {
        "whole": assessment.whole,
        "year": year,
        "years": [{"label": str(one), "href": address(year=one, by=by), "current": one == year} for one in years],
        "counted_at": counted_at,
        "stats": _tiles(assessment.whole),
        "dimensions": [{"label": names[one], "href": address(year=year, by=one), "current": one == by} for one in dimensions],
        "caption": names[by],
        "cells": _addresses(cells, year, region, "all").get(""),
        "groups": [_row(group, group_name(group), behind) for group in assessment.groups[by][:SHOWN]],
        "months": MONTHS,
        "reasons": _reasons(assessment),
        "meanings": MEANINGS,
        "middle": assessment.middle,
    }


def points(found: Estimate) -> str:
    """+19.5 (19.0 … 20.0), in points with the interval in brackets, or that it cannot be said."""
    if found.effect is None or found.low is None or found.high is None:
        return _("cannot say")
    return f"{signed(100 * found.effect, 1)} ({number(100 * found.low, 1)} … {number(100 * found.high, 1)})"


def _tiles(whole: Group) -> list[dict[str, object]]:
    cost, found = whole.additional_cost, whole.estimate
    matched = _("%(matched)s of %(all)s have people like them", matched=number(found.matched), all=number(found.participants))
    if found.low is not None and found.high is not None:
        interval = f"{signed(100 * found.low, 1)} … {signed(100 * found.high, 1)}"
        matched = _("with 95 per cent certainty %(interval)s", interval=interval) + "; " + matched
    else:
        matched = _("cannot say") + "; " + matched
    return [
        {"value": number(whole.counts["entrants"]), "label": _("entrants"), "href": "#entrants"},
        {"value": percent(whole.share("completers", "entrants")), "label": _("completed the measure"), "href": "#completers"},
        {"value": percent(whole.share("confirmed_12", "left_12")), "label": _("employed within 12 months, confirmed"), "href": "#confirmed"},
        {
            "value": "–" if found.effect is None else signed(100 * found.effect, 1),
            "label": _("additional placements, points"),
            "note": matched,
            "href": "#additional",
        },
        {
            "value": number(cost[0] / 1_000) if cost else "–",
            "label": _("thousand tenge for one additional placement"),
            "note": "" if cost else _("cannot say"),
            "href": "#cost_additional",
        },
    ]


def _addresses(cells: Callable[..., str] | None, year: int, region: str | None, dimension: str) -> dict[str, str]:
    """Of the cells that are kept and the actor may read, by the key of the group."""
    if cells is None:
        return {}
    keys = groups_with_cells(db.session(), current_actor(), year, region, dimension)
    return {key: cells(year=year, by=dimension, of=key or None) for key in keys}


def _row(group: Group, name: Text | str, addresses: dict[str, str]) -> dict[str, Any]:
    cost = group.additional_cost
    return {
        "name": name,
        "cells": addresses.get(group.key),
        "entrants": number(group.counts["entrants"]),
        "completers": number(group.counts["completers"]),
        "dropouts": number(group.counts["dropouts"]),
        "shares": [percent(group.share(f"{one}_12", "left_12")) for one in ("declared", "confirmed", "sustained")],
        "in_time": [(one, percent(group.share(f"{one}_{months}", f"left_{months}"))) for one in ("declared", "confirmed") for months in MONTHS],
        "costs": [money(group.cost(one)) for one in ("entrants", "completers", "placements", "confirmed_placements")],
        "additional": points(group.estimate),
        "cost_additional": money(cost[0]) if cost else _("cannot say"),
    }


def group_name(group: Group) -> Text | str:
    """Measures and regions in the reader's language; providers and employers as they call themselves."""
    if group.dimension == "measure":
        return measure_names(db.session()).get(group.key, group.key)
    return region_of(group.key).name if group.dimension == "region" else group.name


def _reasons(assessment: Assessment) -> list[tuple[Text, int, str]]:
    return [(labels.DROP_REASONS[DropReason(reason)], count, number(count)) for reason, count in assessment.reasons]
