"""Any criteria become the plan of their kind; whether one document meets them."""

from datetime import date

from search.criteria import Criteria, VacancyCriteria
from search.documents import Document, kind_of
from search.indexes import INDEXES
from search.queries.conditions import holds
from search.queries.plans import Plan
from search.queries.profiles import profile_plan
from search.queries.vacancies import vacancy_plan
from search.ranking import WEIGHTS, Weights

# Conditions rest on no day; only the weights do, and they are not asked for here.
ANY_DAY = date(2000, 1, 1)


def plan_of(criteria: Criteria, rarities: tuple[float, ...], today: date, weights: Weights = WEIGHTS) -> Plan:
    """`rarities` belongs to the words of the criteria, one each."""
    if isinstance(criteria, VacancyCriteria):
        return vacancy_plan(criteria, rarities, today, weights)
    return profile_plan(criteria, rarities, today, weights)


def meets(criteria: Criteria, document: Document) -> bool:
    """Whether a search with these criteria would find the document; what saved searches are verified with. Asks no engine."""
    plan = plan_of(criteria, (1.0,) * len(criteria.words), ANY_DAY)
    if plan.index.kind != kind_of(document):
        return False
    values = INDEXES[plan.index.kind].read(document)
    return all(holds(filter_.condition, values) for filter_ in plan.filters)
