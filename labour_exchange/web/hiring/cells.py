"""The cells behind one estimate of efficiency, as the ministry and an office read them: sorted, page by page, and as a file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.states import Sex
from labour_exchange.programmes.efficiency.assessment import TRAITS, Assessment, Group
from labour_exchange.programmes.efficiency.keeping import kept_assessment
from labour_exchange.programmes.efficiency.queries import Order, all_rows, other_rows, shown_cells
from labour_exchange.programmes.efficiency.states import WITHOUT_MATCH, Standing
from labour_exchange.programmes.models.efficiency import EfficiencyCell
from labour_exchange.programmes.texts.efficiency import AGE_GROUPS, EDUCATION, METHOD, SEXES, STANDINGS, WAITED
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.hiring.assessments import group_name, points
from labour_exchange.web.localisation import number, percent, signed, words
from labour_exchange.web.spreadsheets import csv_response

COUNTS = ("cells", "participants", "employed", "others", "others_employed")
HEADER = ("standing", *TRAITS, "cells", "participants", "employed", "compared_with", "compared_employed", "difference", "weight", "additional")


def cells_facts(year: int, region: str | None, address: Callable[..., str], file: Callable[..., str]) -> dict[str, Any]:
    """Everything the template says; `by`, `of`, `sort` and `order` come from the query. Raises NotFound and Refusal(bad_cursor)."""
    session, actor = db.session(), current_actor()
    assessment, group, counted_at = _asked(year, region)
    order, descending = _order()
    chosen = {"by": group.dimension, "of": group.key or None}
    sorting = {"sort": order.value, "order": "desc" if descending else "asc"}
    cursor = request.args.get("cursor")
    page = shown_cells(session, actor, _key(assessment, group), order, descending=descending, cursor=cursor)
    others = other_rows(session, actor, _key(assessment, group))
    return {
        "name": _("All participants") if group.dimension == "all" else group_name(group),
        "year": year,
        "counted_at": counted_at,
        "chosen": chosen,
        "stats": _tiles(group),
        "rows": [_row(one) for one in page.rows],
        "parts": _parts(group, others.get(Standing.TOGETHER)),
        "reasons": [(STANDINGS[one], _count(others[one].participants)) for one in WITHOUT_MATCH if one in others],
        "unmatched": number(group.counts["entrants"] - group.estimate.matched),
        "is_kept": bool(page.rows or others),
        "orders": [(one.value, label, one is order) for one, label in _orders()],
        "descending": descending,
        "next_href": address(**chosen, **sorting, cursor=page.next_cursor) if page.next_cursor else "",
        "first_href": address(**chosen, **sorting) if cursor else "",
        "file": file(**chosen, **sorting),
        "method": METHOD,
        "interval": _interval(group),
    }


def cells_file(year: int, region: str | None) -> Response:
    """All that is kept of the group; that the file was taken is a logged act. Numbers of small cells told together are rounded to hundredths."""
    session, actor = db.session(), current_actor()
    assessment, group, _counted_at = _asked(year, region)
    order, descending = _order()
    found = all_rows(session, actor, _key(assessment, group), order, descending=descending)
    record_act(session, actor, "download cells", "efficiency", None, rows=len(found))
    session.commit()
    name = "-".join(filter(None, ("cells", str(year), region or "KZ", group.dimension, group.key)))
    return csv_response(f"{name}.csv", HEADER, _lines(list(found)))


def _lines(rows: list[EfficiencyCell]) -> Iterator[list[object]]:
    for row in rows:
        digits = (4, 6, 2) if row.standing is Standing.TOGETHER else (6, 6, 6)
        known = zip((row.difference, row.weight, row.additional), digits, strict=True)
        numbers = [None if value is None else round(value, places) for value, places in known]
        yield [row.standing.value, *(getattr(row, name) for name in TRAITS), *(getattr(row, name) for name in COUNTS), *numbers]


def _asked(year: int, region: str | None) -> tuple[Assessment, Group, datetime]:
    """The assessment, the group that the query names, and when it was counted. Raises NotFound."""
    kept = kept_assessment(db.session(), current_actor(), year, region)
    if kept is None or kept[0].whole is None:
        raise NotFound
    assessment, counted_at = kept
    dimension, key = request.args.get("by", "all"), request.args.get("of", "")
    groups = [assessment.whole] if dimension == "all" else assessment.groups.get(dimension, [])
    group = next((one for one in groups if one and one.key == key), None)
    if group is None:
        raise NotFound
    return assessment, group, counted_at


def _key(assessment: Assessment, group: Group) -> tuple[int, str | None, str, str]:
    return assessment.year, assessment.region, group.dimension, group.key


def _order() -> tuple[Order, bool]:
    asked, direction = request.args.get("sort", ""), request.args.get("order", "")
    order = Order(asked) if asked in list(Order) else Order.PARTICIPANTS
    return order, direction == "desc" if direction in ("asc", "desc") else order.is_descending


def _orders() -> list[tuple[Order, str]]:
    return [
        (Order.PARTICIPANTS, _("Participants")),
        (Order.OTHERS, _("People compared with")),
        (Order.DIFFERENCE, _("Difference")),
        (Order.ADDITIONAL, _("Additional placements")),
        (Order.AGE, _("Age")),
        (Order.SEX, _("Sex")),
        (Order.EDUCATION, _("Education")),
        (Order.REGION, _("Region")),
        (Order.OCCUPATION, _("Occupation")),
        (Order.WAITED, _("Months on the register")),
    ]


def _tiles(group: Group) -> list[dict[str, object]]:
    found = group.estimate
    return [
        {"value": number(found.matched), "label": _("matched participants"), "note": _("of %(all)s entrants", all=number(group.counts["entrants"]))},
        {"value": number(found.compared_with), "label": _("people compared with")},
        {"value": "–" if found.effect is None else signed(100 * found.effect, 1), "label": _("additional placements, points"), "note": points(found)},
    ]


def _interval(group: Group) -> list[tuple[str, str]]:
    found = group.estimate
    if found.effect is None or found.error is None:
        return []
    return [
        (_("Estimate, points"), signed(100 * found.effect, 2)),
        (_("Standard error, points"), number(100 * found.error, 2)),
        (_("Interval of 95 per cent, points"), points(found)),
    ]


def _parts(group: Group, together: EfficiencyCell | None) -> list[list[str]]:
    """Cells that are shown, those that are told together, and both: they add up to the estimate."""
    found = group.estimate
    few = together.participants or 0 if together else 0
    said = None if found.effect is None else found.effect * found.matched
    told = (together.additional or 0.0) if together else 0.0
    lines = [[words(STANDINGS[Standing.SHOWN]), number(found.matched - few), _signed(None if said is None else said - told)]]
    if together:
        name = f"{words(STANDINGS[Standing.TOGETHER])} ({number(together.cells)})"
        lines.append([name, number(few), _signed(together.additional)])
    return [*lines, [_("Together"), number(found.matched), _signed(said)]]


def _row(cell: EfficiencyCell) -> dict[str, str]:
    # Every value of a cell that is shown is there; only those of other rows may be null.
    difference, weight, participants, others = cell.difference or 0.0, cell.weight or 0.0, cell.participants or 0, cell.others or 0
    who = (words(SEXES[Sex(str(cell.sex))]), words(AGE_GROUPS[str(cell.age_group)]), words(EDUCATION[str(cell.education)]))
    where = (words(region_of(str(cell.region_code)).name), words(occupation(str(cell.occupation)).name), words(WAITED[str(cell.waited)]))
    return {
        "who": ", ".join(who),
        "where": " · ".join(where),
        "participants": number(participants),
        "employed": _share(cell.employed, participants),
        "others": number(others),
        "others_employed": _share(cell.others_employed, others),
        "difference": signed(100 * difference, 1),
        "weight": percent(weight, 2),
        "additional": _signed(cell.additional),
    }


def _share(part: int | None, whole: int) -> str:
    return f"{number(part)} ({percent((part or 0) / whole)})"


def _signed(value: float | None) -> str:
    return _("cannot say") if value is None else signed(value, 1)


def _count(value: int | None) -> str:
    return _("too few to be shown") if value is None else number(value)
