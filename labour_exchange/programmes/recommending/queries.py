"""What came of measures for similar people and by region, and the measures of one person in the order in which they promise most."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, Row, cast, extract, func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement
from labour_exchange.placements.states import PlacementState
from labour_exchange.programmes.explanations import refusal_words
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.queries.definitions import measures_open_on, terms_on
from labour_exchange.programmes.queries.facts import age_on, person_facts
from labour_exchange.programmes.queries.money import allocations
from labour_exchange.programmes.recommending.rules import EMPLOYED_WITHIN_MONTHS, ObservedRate, age_group, only_papers_lack
from labour_exchange.programmes.rules.eligibility import unmet
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import EnrolmentState, MeasureKind

ENDED = (EnrolmentState.COMPLETED, EnrolmentState.DROPPED_OUT)
PROVEN = (PlacementState.CONFIRMED, PlacementState.ENDED)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One measure for one person. `reasons` are the rules not met; `is_on_paper` says that only papers lack. `places_left` None without a plan."""

    measure: Measure
    reasons: tuple[str, ...]
    is_on_paper: bool
    places_left: int | None
    rate: ObservedRate

    @property
    def is_eligible(self) -> bool:
        return not self.reasons


def rates_of_similar(session: Session, person: Jobseeker, today: date) -> dict[MeasureKind, ObservedRate]:
    """By kind of measure, over the whole country: people of the same age group and the same kind of place, town or village."""
    least, most = age_group(age_on(person.born_on, today))
    age = extract("year", func.age(Enrolment.applied_on, Jobseeker.born_on))
    return _rates(session, today, Measure.kind, age >= least, age <= most, Jobseeker.is_rural == person.is_rural)


def rates_in_region(session: Session, region_code: str, today: date) -> dict[MeasureKind, ObservedRate]:
    return _rates(session, today, Measure.kind, Enrolment.region_code == region_code)


def rates_by_region(session: Session, kind: MeasureKind, today: date) -> dict[str, ObservedRate]:
    """Of one kind of measure, by the region where people took part."""
    return _rates(session, today, Enrolment.region_code, Measure.kind == kind)


def recommendations(session: Session, actor: Actor, person: Jobseeker, today: date, language: str) -> list[Recommendation]:
    """Every measure that takes applications, what suits first, and of those what came of it most surely."""
    rates, places = rates_of_similar(session, person, today), places_left(session, actor, person.region_code, today)
    found = []
    for measure in measures_open_on(session, today):
        terms = terms_on(session, measure.id, today)
        if terms is None:
            continue
        findings = unmet(terms.eligibility, person_facts(session, person, measure.id, Declared(), today))
        reasons = tuple(refusal_words(one, language) for one in findings)
        rate = rates.get(measure.kind, ObservedRate())
        found.append(Recommendation(measure, reasons, only_papers_lack(findings), places.get(measure.id), rate))
    return sorted(found, key=lambda one: (not one.is_eligible, not one.is_on_paper, not one.places_left, -one.rate.order, one.measure.id))


def places_left(session: Session, actor: Actor, region_code: str, today: date) -> dict[int, int]:
    """Places of the region's plans that hold today, by measure."""
    wanted = allocations(actor).where(Allocation.region_code == region_code, Allocation.starts_on <= today, Allocation.ends_on >= today)
    return {one.measure_id: one.places - one.places_taken for one in session.scalars(wanted)}


def _rates(session: Session, today: date, by: Any, *conditions: Any) -> dict[Any, ObservedRate]:
    """Of measures that ended long enough ago: how many people, and how many of them had confirmed work in time."""
    month = func.make_interval(0, cast(EMPLOYED_WITHIN_MONTHS, Integer))
    worked = select(Placement.id).where(
        Placement.jobseeker_id == Enrolment.jobseeker_id,
        Placement.state.in_(PROVEN),
        Placement.started_on >= Enrolment.started_on,
        Placement.started_on <= Enrolment.ended_on + month,
    )
    observed = (Enrolment.state.in_(ENDED), Enrolment.ended_on <= months_later(today, -EMPLOYED_WITHIN_MONTHS))
    wanted = select(by, func.count(), func.count().filter(worked.exists())).select_from(Enrolment)
    wanted = wanted.join(Measure, Measure.id == Enrolment.measure_id).join(Jobseeker, Jobseeker.id == Enrolment.jobseeker_id)
    # Similar people live in every region: their number is read, never their rows, and nothing is said of fewer than twenty.
    with acting_as(session, system_actor("observed_rates")):
        rows: list[Row[Any]] = list(session.execute(wanted.where(*observed, *conditions).group_by(by)))
    return {row[0]: ObservedRate(row[1], row[2]) for row in rows}


def sorted_by_promise(rates: Mapping[Any, ObservedRate]) -> list[tuple[Any, ObservedRate]]:
    """Where the next place does most, first: by the lower end of the interval."""
    return sorted(rates.items(), key=lambda one: (-one[1].order, str(one[0])))
