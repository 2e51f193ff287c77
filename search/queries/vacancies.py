"""Criteria for vacancies become a plan."""

from datetime import date

from search.criteria import VacancyCriteria, VacancyFilters
from search.indexes.vacancies import VACANCIES
from search.queries.conditions import AnyOf, AtLeast, AtMost, Either, HasOnly, Is, Missing
from search.queries.plans import FacetPlan, Filter, Plan, StepFacet, ValueFacet, occupation_facets, order_of, place_filters, text_filters
from search.ranking import WEIGHTS, Weights, vacancy_clauses

PAY_STEPS = (100_000, 150_000, 200_000, 300_000, 400_000, 500_000, 700_000, 1_000_000)


def vacancy_plan(criteria: VacancyCriteria, rarities: tuple[float, ...], today: date, weights: Weights = WEIGHTS) -> Plan:
    return Plan(
        index=VACANCIES,
        filters=text_filters(criteria.words, criteria.occupations) + vacancy_filters(criteria.filters),
        clauses=vacancy_clauses(criteria, rarities, today, weights),
        order=order_of(criteria, "published_at", highest_pay_first=True),
        facets=_facets(criteria.filters) if criteria.facets else (),
    )


def vacancy_filters(wanted: VacancyFilters) -> tuple[Filter, ...]:
    regions = AnyOf("region", wanted.regions) if wanted.regions else None
    return (
        *place_filters(regions, wanted.districts, wanted.not_regions, wanted.near),
        *_chosen(wanted),
        *_terms_of_work(wanted),
        *_requirements(wanted),
    )


def _chosen(wanted: VacancyFilters) -> tuple[Filter, ...]:
    chosen = (
        ("occupation_codes", wanted.occupations, "occupation"),
        ("employment_kind", wanted.employment_kinds, "employment_kind"),
        ("hours", wanted.hours, "hours"),
        ("experience", wanted.experience, "experience"),
        ("source", wanted.sources, "source"),
        ("language", wanted.languages, None),
    )
    return tuple(Filter(AnyOf(field, values), group) for field, values, group in chosen if values)


def _terms_of_work(wanted: VacancyFilters) -> tuple[Filter, ...]:
    filters = []
    if wanted.pay_from is not None:
        filters.append(Filter(AtLeast("pay_top", wanted.pay_from), "pay"))
    if wanted.remote is not None:
        filters.append(Filter(Is("remote", wanted.remote), "remote"))
    if wanted.quota is not None:
        filters.append(Filter(Is("quota", wanted.quota), "quota"))
    if wanted.published_since is not None:
        filters.append(Filter(AtLeast("published_on", wanted.published_since)))
    if wanted.employer is not None:
        filters.append(Filter(AnyOf("employer", (wanted.employer,))))
    return tuple(filters)


def _requirements(wanted: VacancyFilters) -> tuple[Filter, ...]:
    filters = []
    if wanted.education_max is not None:
        filters.append(Filter(Either((Missing("education"), AtMost("education", wanted.education_max)))))
    if wanted.licences:
        filters.append(Filter(HasOnly("licences", wanted.licences)))
    if wanted.licences_any:
        filters.append(Filter(AnyOf("licences", wanted.licences_any)))
    if wanted.spoken:
        filters.append(Filter(HasOnly("spoken", wanted.spoken)))
    return tuple(filters)


def _facets(wanted: VacancyFilters) -> tuple[FacetPlan, ...]:
    return (
        ValueFacet("region", "region", "region"),
        *occupation_facets(wanted.occupations),
        *(ValueFacet(name, name, name) for name in ("employment_kind", "hours", "remote", "experience", "source", "quota")),
        StepFacet("pay", "pay_top", "pay", PAY_STEPS),
    )
