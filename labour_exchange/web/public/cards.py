"""Result cards and the tile map of regions: what the macros draw."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from labour_exchange.discovery.finders import FoundVacancy
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import db
from labour_exchange.matching.queries import explain_pair, own_profile
from labour_exchange.territory.queries import regions
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.web.localisation import number, percent, relative_day
from labour_exchange.web.public import wording
from labour_exchange.web.public.reading.highlights import Marker
from labour_exchange.web.tile_map.tiles import LEVELS, tile

Reasons = list[tuple[object, int]]
MOST_REASONS = 4


def card(
    vacancy: Vacancy, *, kilometres: float | None = None, reasons: Reasons | None = None, reasons_label: str = "", marker: Marker | None = None
) -> dict[str, Any]:
    """The arguments of search.result; with a marker, what matched is marked."""
    distance = _("%(km)s km away", km=number(kilometres)) if kilometres is not None and kilometres >= 1 else ""
    rate = vacancy.employer.answer_rate if vacancy.employer else None
    published = vacancy.published_at or vacancy.created_at
    return {
        "title": marker.title(vacancy.title) if marker else vacancy.title,
        "href": url_for("public.vacancy", public_id=vacancy.public_id),
        "pay": wording.pay(vacancy),
        "pay_note": wording.pay_note(vacancy),
        "facts_of": [
            {"icon": "building", "label": _("Employer"), "text": wording.employer_name(vacancy)},
            {
                "icon": "geo-alt",
                "label": _("Place of work"),
                "text": ", ".join(part for part in (wording.where(vacancy, short=True), distance) if part),
            },
            {"icon": "clock", "label": _("Working hours"), "text": wording.terms_of_work(vacancy)},
        ],
        "summary": marker.snippet(vacancy) if marker else wording.summary(vacancy),
        "reasons": reasons or [],
        "reasons_label": reasons_label,
        "foot": [f"{relative_day(published)} · {wording.source(vacancy)}", _("Answers: %(rate)s", rate=percent(rate)) if rate is not None else ""],
    }


def cards(hits: tuple[FoundVacancy, ...], actor: Actor, *, is_typed: bool, marker: Marker | None = None) -> list[dict[str, Any]]:
    """Cards of hits: to a jobseeker they say why the vacancy suits, to others why it was found when words were typed."""
    profile = own_profile(db.session(), actor) if actor.kind is ActorKind.JOBSEEKER else None
    made = []
    for hit in hits:
        pair = explain_pair(profile, hit.vacancy) if profile else None
        if pair:
            reasons: Reasons = [(reason.text, reason.weight) for reason in pair.reasons][:MOST_REASONS]
            label = _("Why this suits you")
        else:
            reasons = [(said, round(weight)) for said, weight in hit.reasons if round(weight) >= 1][:MOST_REASONS] if is_typed else []
            label = _("Why this was found")
        made.append(card(hit.vacancy, kilometres=hit.kilometres, reasons=reasons, reasons_label=label, marker=marker))
    return made


def region_tiles(counts: Mapping[str, int], href_of: Callable[[str], str]) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
    """Tiles of the regions by number of vacancies, and their legend: each colour is a fifth of the regions with any, none counts with the fewest."""
    steps = _steps(sorted(count for count in counts.values() if count))
    if steps and any(not counts.get(region.iso_code) for region in regions()):
        steps[0] = 0
    tiles = [
        tile(region, number(count := counts.get(region.iso_code, 0)), sum(count >= step for step in steps) or 1, href_of(region.iso_code))
        for region in regions()
    ]
    bounds = [*steps[1:], None] if steps else []
    legend = [(place + 1, _range(low, high)) for place, (low, high) in enumerate(zip(steps, bounds, strict=True))]
    return tiles, legend


def _steps(values: list[int]) -> list[int]:
    """Where each colour begins; fewer colours when fewer numbers differ."""
    if not values:
        return []
    return sorted({values[len(values) * place // LEVELS] for place in range(LEVELS)} | {values[0]})


def _range(low: int, high: int | None) -> str:
    if high is None:
        return _("%(low)s and more", low=number(low))
    return number(low) if high - low == 1 else f"{number(low)}–{number(high - 1)}"
