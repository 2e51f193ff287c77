"""What was chosen and what was read in the words, as filters of the search."""

from datetime import timedelta

from labour_exchange.classifications.licences import INCLUDED_CATEGORIES, licences
from labour_exchange.discovery.questions.query import SearchQuery
from labour_exchange.foundation import clock
from labour_exchange.territory.places import Place
from labour_exchange.territory.queries import place as place_of
from labour_exchange.territory.rules import point_of
from labour_exchange.vacancies.states import Hours, VacancySource
from search.analysis.recognisers import Conditions
from search.criteria import Near, Sort, VacancyFilters

# How far people travel to work when they do not say: about an hour on these roads.
COMMUTE_KM = 50
DRIVING = "driving-"


def conditions_read(said: Conditions, without: frozenset[str]) -> dict[str, str]:
    """What the words say of the work, by kind; without what is not wanted."""
    found = {
        "near": "home" if said.is_near_home else "",
        "pay": str(said.pay_from) if said.pay_from else "",
        "hours": said.hours or "",
        "not_hours": "" if said.hours else ",".join(said.not_hours),
        "remote": "yes" if said.remote else "",
        "licences": ",".join(said.licences),
        "experience": said.experience or "",
        "kind": said.employment_kind or "",
        "source": VacancySource.DIRECT.value if said.is_direct else "",
        "quota": "yes" if said.quota else "",
        "education": str(said.education_max) if said.education_max is not None else "",
    }
    return {kind: value for kind, value in found.items() if value and kind not in without}


def find_home(query: SearchQuery) -> Place | None:
    """Where the asker's way to work begins, when it is to be counted from there and is known."""
    return place_of(query.home) if query.from_home and query.home else None


def filters_of(
    query: SearchQuery, places: tuple[Place, ...], conditions: dict[str, str], origin: Place | None, *, is_any_work: bool
) -> VacancyFilters:
    """What was chosen goes before what was read in the words. Several places are alternatives; a distance is counted from the first, or from home.

    `is_any_work`: no work is named. Then driving categories name it: the vacancy asks for one of them.
    """
    near = _near(query, origin)
    regions, districts = query.regions, query.districts
    if places and not regions and not districts and (origin not in places or not near):
        regions = tuple(dict.fromkeys(place.region_code for place in places))
        districts = tuple(place.district_kato for place in places if place.district_kato)
    pay_from = query.pay_from if query.pay_from is not None else int(conditions["pay"]) if "pay" in conditions else None
    days = query.published_within_days
    return VacancyFilters(
        regions=regions,
        districts=districts,
        near=near,
        occupations=query.occupations,
        pay_from=pay_from,
        employment_kinds=query.employment_kinds or ((conditions["kind"],) if "kind" in conditions else ()),
        hours=query.hours or _hours(conditions),
        remote=query.remote if query.remote is not None else True if "remote" in conditions else None,
        experience=query.experience or ((conditions["experience"],) if "experience" in conditions else ()),
        education_max=query.education_max if query.education_max is not None else int(conditions["education"]) if "education" in conditions else None,
        published_since=clock.today() - timedelta(days=days) if days else None,
        employer=query.employer,
        sources=query.sources or ((conditions["source"],) if "source" in conditions else ()),
        quota=query.quota if query.quota is not None else True if "quota" in conditions else None,
        languages=query.languages,
        licences=_held(conditions["licences"]) if "licences" in conditions else (),
        licences_any=tuple(sorted(_driving(conditions["licences"]))) if "licences" in conditions and is_any_work else (),
    )


def _near(query: SearchQuery, origin: Place | None) -> Near | None:
    kilometres = query.within_km or (COMMUTE_KM if query.from_home and query.home else None)
    return (*point_of(origin.code), float(kilometres)) if origin and kilometres else None


def _hours(conditions: dict[str, str]) -> tuple[str, ...]:
    """Those that were wished, or all but those that were refused."""
    if "hours" in conditions:
        return (conditions["hours"],)
    refused = conditions.get("not_hours", "").split(",")
    return tuple(hours for hours in Hours if hours not in refused) if "not_hours" in conditions else ()


def _held(categories: str) -> tuple[str, ...]:
    """Who names their driving categories can take what asks for these, for what they include, or for something else than driving."""
    return tuple(sorted(_driving(categories) | {licence.code for licence in licences() if licence.kind != "driving"}))


def _driving(categories: str) -> set[str]:
    codes = {f"{DRIVING}{category.lower()}" for category in categories.split(",")}
    return codes | {included for code in codes for included in INCLUDED_CATEGORIES.get(code, ())}


def sort_of(query: SearchQuery, filters: VacancyFilters, *, is_asked: bool, is_near_wished: bool) -> Sort:
    """Without words there is nothing to be relevant to: the newest come first, or the nearest to home. Distance needs a place to be measured from."""
    if query.sort == "distance" and filters.near is None:
        return "newest"
    return query.sort or ("relevance" if is_asked else "distance" if is_near_wished and filters.near else "newest")
