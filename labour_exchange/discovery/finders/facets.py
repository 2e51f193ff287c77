"""Counts beside filters, with the words a reader sees."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from labour_exchange.classifications import education
from labour_exchange.classifications import occupations as isco
from labour_exchange.discovery import texts
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import is_region, region
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, VacancySource
from labour_exchange.vacancies.texts import EMPLOYMENT_KINDS, EXPERIENCE, HOURS, SOURCES
from search.results import Facet

MOST_OPTIONS = 8


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value: how many documents have it under all filters but this facet's own."""

    value: str
    label: Text
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A filter with its values, the most frequent first. `name` is the parameter of an address."""

    name: str
    legend: Text
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a facet of the engine is shown: under which name, and what its values are called. A value without a label is left out."""

    facet: str
    name: str
    legend: Text
    label: Callable[[str], Text | None]
    values: tuple[str, ...] = ()
    only: str = ""


def _region(code: str) -> Text | None:
    return region(code).name if is_region(code) else None


def _occupation(code: str) -> Text | None:
    return isco.occupation(code).name if isco.is_occupation(code) else None


def _one(label: Text) -> Callable[[str], Text | None]:
    return lambda value: label if value == "true" else None


def _education(code: str) -> Text | None:
    return education.education_level(code).name if education.is_education_level(code) else None


OF_VACANCIES = (
    Shape("employment_kind", "kind", texts.EMPLOYMENT_KIND, lambda value: EMPLOYMENT_KINDS.get(EmploymentKind(value)), tuple(EmploymentKind)),
    Shape("hours", "hours", texts.HOURS, lambda value: HOURS.get(Hours(value)), tuple(Hours)),
    Shape("remote", "remote", texts.REMOTE, _one(texts.AT_HOME), only="true"),
    Shape("experience", "experience", texts.EXPERIENCE, lambda value: EXPERIENCE.get(Experience(value)), tuple(Experience)),
    Shape("occupation_unit", "occupation", texts.OCCUPATIONS, _occupation),
    Shape("region", "region", texts.REGION, _region),
    Shape("source", "source", texts.SOURCE, lambda value: SOURCES.get(VacancySource(value)), tuple(VacancySource)),
    Shape("quota", "quota", texts.ACCESS, _one(texts.QUOTA), only="true"),
)
OF_PROFILES = (
    Shape("occupation_unit", "occupation", texts.OCCUPATIONS, _occupation),
    Shape("region", "region", texts.REGION, _region),
    Shape("education", "education", texts.EDUCATION, _education),
    Shape("remote", "remote", texts.REMOTE, _one(texts.AT_HOME), only="true"),
)


def facet_groups(facets: Iterable[Facet], shapes: tuple[Shape, ...], chosen: Mapping[str, tuple[str, ...]]) -> tuple[FacetGroup, ...]:
    """Groups in the order of the shapes. What was chosen is always shown, even when nothing has it; too many unit groups give way to major ones."""
    counts = {facet.name: dict(facet.values) for facet in facets}
    groups = []
    for shape in shapes:
        found = counts.get(shape.facet) or (counts.get("occupation_major", {}) if shape.facet == "occupation_unit" else {})
        options = _options(shape, found, chosen.get(shape.name, ()))
        if options:
            groups.append(FacetGroup(shape.name, shape.legend, options))
    return tuple(groups)


def _options(shape: Shape, counts: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[FacetOption, ...]:
    known = [value for value in counts if not shape.only or value == shape.only]
    # A closed list keeps its own order; an open one shows its most frequent values.
    listed = [value for value in shape.values if value in counts] if shape.values else known[:MOST_OPTIONS]
    shown = dict.fromkeys([*listed, *(value for value in chosen if not shape.values or value in shape.values)])
    labels = ((value, shape.label(value)) for value in shown)
    return tuple(FacetOption(value, label, counts.get(value, 0), value in chosen) for value, label in labels if label)
