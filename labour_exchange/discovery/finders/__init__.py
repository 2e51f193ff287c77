"""Ask the engine, then load only the rows that the actor may see."""

from labour_exchange.discovery.engines import is_reduced
from labour_exchange.discovery.finders.facets import FacetGroup, FacetOption
from labour_exchange.discovery.finders.profiles import FoundProfile, FoundProfiles, ProfileQuery, find_profiles
from labour_exchange.discovery.finders.suggestions import Suggestion
from labour_exchange.discovery.finders.vacancies import (
    CountryCounts,
    FoundPage,
    FoundVacancy,
    count_by_region,
    country_counts,
    find_vacancies,
    similar_vacancies,
)

__all__ = [
    "CountryCounts",
    "FacetGroup",
    "FacetOption",
    "FoundPage",
    "FoundProfile",
    "FoundProfiles",
    "FoundVacancy",
    "ProfileQuery",
    "Suggestion",
    "count_by_region",
    "country_counts",
    "find_profiles",
    "find_vacancies",
    "is_reduced",
    "similar_vacancies",
]
