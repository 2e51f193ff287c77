"""A search as it stands in an address: read leniently, written with nothing superfluous."""

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Any

from flask import request, url_for
from werkzeug.datastructures import MultiDict

from labour_exchange.classifications.education import is_education_level
from labour_exchange.classifications.occupations import is_occupation
from labour_exchange.discovery.finders import FoundPage
from labour_exchange.discovery.questions import LONGEST_TEXT, SearchQuery
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.territory.queries import district, is_district, regions
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, VacancySource

PAGE_SIZE = 20
SORTS = ("relevance", "newest", "pay", "distance")
KILOMETRES = (10, 25, 50, 100, 200)
DAYS = (1, 3, 7, 30)
MOST_PAY = 100_000_000
MOST_VALUES = 20
# The field of a query and its name in the address; the REST interface has the same names.
NAMES = {
    "text": "q",
    "place": "place",
    "regions": "region",
    "districts": "district",
    "occupations": "occupation",
    "employment_kinds": "kind",
    "hours": "hours",
    "experience": "experience",
    "sources": "source",
    "languages": "language",
    "pay_from": "pay_from",
    "education_max": "education",
    "remote": "remote",
    "quota": "quota",
    "within_km": "within",
    "from_home": "home",
    "published_within_days": "days",
    "employer": "employer",
    "exact": "exact",
    "without": "without",
    "sort": "sort",
    "cursor": "cursor",
}
# What the filter form shows itself; everything else of a search goes along hidden.
IN_FILTER_FORM = {
    "region",
    "occupation",
    "kind",
    "hours",
    "experience",
    "source",
    "remote",
    "quota",
    "pay_from",
    "within",
    "days",
    "district",
    "home",
}
# Conditions that the filter form shows checked or filled in when they were read in the words.
TAKEN_OVER = {"pay", "hours", "not_hours", "experience", "kind", "remote", "quota", "source"}
HAVE_NO_FILTERS = {"q", "place", "sort", "cursor", "without", "exact"}


def asked() -> SearchQuery:
    """The search of this request; a value that cannot be is passed over, so that an old link still finds."""
    args = request.args
    within, days, education = _whole(args, "within"), _whole(args, "days"), args.get("education", "")
    sort = args.get("sort")
    chosen_regions = _several(args, "region", {region.iso_code for region in regions()})
    return SearchQuery(
        text=args.get("q", "")[:LONGEST_TEXT].strip(),
        place=args.get("place", "")[:100].strip(),
        regions=chosen_regions,
        districts=tuple(code for code in _several(args, "district") if is_district(code) and _is_within(code, chosen_regions)),
        occupations=tuple(code for code in _several(args, "occupation") if is_occupation(code)),
        employment_kinds=_several(args, "kind", set(EmploymentKind)),
        hours=_several(args, "hours", set(Hours)),
        experience=_several(args, "experience", set(Experience)),
        sources=_several(args, "source", set(VacancySource)),
        languages=_several(args, "language", LANGUAGES),
        pay_from=_whole(args, "pay_from", MOST_PAY),
        education_max=int(education) if is_education_level(education) else None,
        remote=True if args.get("remote") == "true" else None,
        quota=True if args.get("quota") == "true" else None,
        within_km=within if within in KILOMETRES else None,
        from_home=args.get("home") == "true",
        published_within_days=days if days in DAYS else None,
        employer=args.get("employer") or None,
        exact=args.get("exact") == "true",
        without=frozenset(_several(args, "without")),
        sort=sort if sort in SORTS else None,  # type: ignore[arg-type]
        limit=PAGE_SIZE,
        cursor=args.get("cursor") or None,
    )


def address_of(query: SearchQuery, endpoint: str = "public.vacancies", **more: Any) -> str:
    """Where a search is read; `more` are further parameters of the address."""
    return url_for(endpoint, **parameters(query), **more)


def parameters(query: SearchQuery) -> dict[str, Any]:
    """What has to stand in the address for this search, in the order of the form."""
    usual = SearchQuery()
    found = {name: getattr(query, field) for field, name in NAMES.items() if getattr(query, field) != getattr(usual, field)}
    return {name: _written(value) for name, value in found.items()}


def hidden_parameters(query: SearchQuery) -> list[tuple[str, str]]:
    """What the filter form must not lose."""
    kept = {name: value for name, value in parameters(query).items() if name not in IN_FILTER_FORM and name != "cursor"}
    return [(name, one) for name, value in kept.items() for one in (value if isinstance(value, list) else [value])]


def taken_over(page: FoundPage) -> list[tuple[str, str]]:
    """What was read in the words and stands in the filter form as if chosen: sent with the form it is chosen, or was taken away there."""
    return [("without", one.key) for one in page.understood if one.kind in TAKEN_OVER]


def chosen_filters(query: SearchQuery) -> int:
    """How many filters are on, each value counted."""
    chosen = {name: value for name, value in parameters(query).items() if name not in HAVE_NO_FILTERS}
    return sum(len(value) if isinstance(value, list) else 1 for value in chosen.values())


def without_understood(query: SearchQuery, page: FoundPage) -> list[tuple[Any, SearchQuery]]:
    """Everything that was understood, each with the search that takes it away."""
    return [
        (
            one,
            replace(query, place="", within_km=None, cursor=None)
            if one.in_place_box
            else replace(query, without=query.without | {one.key}, cursor=None),
        )
        for one in page.understood
    ]


def _is_within(district_code: str, chosen_regions: tuple[str, ...]) -> bool:
    """A district of another region than the chosen ones would find nothing: it was left in the address by a change of the region."""
    return not chosen_regions or district(district_code).region_code in chosen_regions


def _written(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else str(value)


def _several(args: MultiDict[str, str], name: str, known: Container[str] | None = None) -> tuple[str, ...]:
    values: Iterable[str] = dict.fromkeys(args.getlist(name)[:MOST_VALUES])
    return tuple(value for value in values if value and len(value) <= 40 and (known is None or value in known))


def _whole(args: MultiDict[str, str], name: str, most: int = 1000) -> int | None:
    """A number as people write it, with spaces between thousands."""
    digits = "".join(args.get(name, "").split()).replace("₸", "")
    return min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None
