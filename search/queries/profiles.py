"""Criteria for people become a plan."""

from datetime import date

from search.criteria import ProfileCriteria, ProfileFilters
from search.indexes.fields import milliseconds
from search.indexes.profiles import PROFILES
from search.queries.conditions import AnyOf, AtLeast, AtMost, Either, Is, Missing
from search.queries.plans import FacetPlan, Filter, Plan, StepFacet, ValueFacet, occupation_facets, order_of, place_filters, text_filters
from search.ranking import WEIGHTS, Weights, profile_clauses

ANYWHERE = "*"
EXPERIENCE_STEPS = (1, 3, 6, 10)


def profile_plan(criteria: ProfileCriteria, rarities: tuple[float, ...], today: date, weights: Weights = WEIGHTS) -> Plan:
    return Plan(
        index=PROFILES,
        filters=text_filters(criteria.words, criteria.occupations) + profile_filters(criteria.filters),
        clauses=profile_clauses(criteria, rarities, today, weights),
        order=order_of(criteria, "active_at", highest_pay_first=False),
        facets=_facets(criteria.filters) if criteria.facets else (),
    )


def profile_filters(wanted: ProfileFilters) -> tuple[Filter, ...]:
    regions = AnyOf("regions", (*wanted.regions, ANYWHERE)) if wanted.regions else None
    return (
        Filter(AnyOf("audience", wanted.audience)),
        *place_filters(regions, wanted.districts, wanted.not_regions, wanted.near),
        *_wishes(wanted),
        *_abilities(wanted),
    )


def _wishes(wanted: ProfileFilters) -> tuple[Filter, ...]:
    filters = []
    if wanted.occupations:
        filters.append(Filter(AnyOf("occupation_codes", wanted.occupations), "occupation"))
    if wanted.pay_to is not None:
        filters.append(Filter(Either((Missing("pay_from"), AtMost("pay_from", wanted.pay_to)))))
    for field, values in (("hours", wanted.hours), ("employment_kinds", wanted.employment_kinds)):
        if values:
            filters.append(Filter(Either((Missing(field), AnyOf(field, values)))))
    if wanted.remote is not None:
        filters.append(Filter(Is("remote", wanted.remote), "remote"))
    return tuple(filters)


def _abilities(wanted: ProfileFilters) -> tuple[Filter, ...]:
    filters = []
    if wanted.experience_min is not None:
        filters.append(Filter(AtLeast("experience_years", wanted.experience_min), "experience"))
    if wanted.education_min is not None:
        filters.append(Filter(AtLeast("education", wanted.education_min), "education"))
    filters += [Filter(AnyOf("licences", (licence,))) for licence in wanted.licences]
    filters += [Filter(AnyOf("languages", (language,))) for language in wanted.languages]
    if wanted.region_offices:
        filters.append(Filter(AnyOf("region_office", wanted.region_offices)))
    if wanted.active_since is not None:
        filters.append(Filter(AtLeast("active_at", milliseconds(wanted.active_since))))
    return tuple(filters)


def _facets(wanted: ProfileFilters) -> tuple[FacetPlan, ...]:
    return (
        ValueFacet("region", "region", "region"),
        *occupation_facets(wanted.occupations),
        ValueFacet("remote", "remote", "remote"),
        ValueFacet("education", "education", "education"),
        StepFacet("experience", "experience_years", "experience", EXPERIENCE_STEPS),
    )
