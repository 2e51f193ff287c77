"""What signals are read from, gathered in a few statements however many placements are asked about.

Gathered by the exchange itself: an earlier start in another region counts too, and of everything read here an officer sees the named signals only.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from labour_exchange.employers.models import Establishment
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.inspections.rules.signals import ADDRESS_DAYS, PlacementFacts
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.rules.evidence import Evidence
from labour_exchange.placements.rules.signals import EarlierWork
from labour_exchange.placements.states import EvidenceKind, PlacementState
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import SUBSIDISED, TOOK_PART, EnrolmentState
from labour_exchange.vacancies.models import Vacancy

READER = system_actor("read signals")
NOT_ANNULLED = Placement.state != PlacementState.ANNULLED
Ids = Select[tuple[int]]


@dataclass(frozen=True, slots=True)
class KnownPlacement:
    """A placement with the subsidised job it rests on, if any, and what its signals are read from."""

    placement_id: int
    employer_id: int
    enrolment_id: int | None
    facts: PlacementFacts


def known_of_region(session: ExchangeSession, region_code: str, since: date, until: date) -> list[KnownPlacement]:
    """The register that a sample is drawn from: placements in the region that began in the period and have not been annulled."""
    return _known(session, Placement.region_of_work == region_code, Placement.started_on.between(since, until), NOT_ANNULLED)


def known_of(session: ExchangeSession, placement: Placement) -> KnownPlacement:
    return _known(session, Placement.id == placement.id)[0]


def _known(session: ExchangeSession, *conditions: ColumnElement[bool]) -> list[KnownPlacement]:
    with acting_as(session, READER):
        rows = session.execute(select(Placement.id, Placement.employer_id, Placement.started_on, Placement.region_of_work).where(*conditions)).all()
        ids = select(Placement.id).where(*conditions)
        evidence, earlier, subsidies = _evidence(session, ids), _earlier(session, ids), _subsidies(session, ids)
        addresses = _at_addresses(session, {(row.region_of_work, row.started_on) for row in rows})
        approvals, approvers = _approvals(session, {row.employer_id for row in rows}), _approvers(session, {row.region_of_work for row in rows})
    return [
        KnownPlacement(
            row.id,
            row.employer_id,
            subsidies.get(row.id, (None, None))[0],
            PlacementFacts(
                row.started_on,
                tuple(evidence.get(row.id, ())),
                tuple(earlier.get(row.id, ())),
                subsidies.get(row.id, (None, None))[1],
                addresses.get(row.id, 0),
                sum(approvals.get(row.employer_id, (0,))),
                max(approvals.get(row.employer_id, (0,))),
                approvers.get(row.region_of_work, 0),
            ),
        )
        for row in rows
    ]


def _evidence(session: ExchangeSession, ids: Ids) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    one = PlacementEvidence
    wanted = select(one.placement_id, one.kind, one.source, one.effective_on, one.month).where(one.placement_id.in_(ids)).order_by(one.id)
    for row in session.execute(wanted):
        found[row.placement_id].append(Evidence(row.kind, row.source, row.effective_on, row.month))
    return found


def _earlier(session: ExchangeSession, ids: Ids) -> dict[int, list[EarlierWork]]:
    """Earlier placements of the same person at the same employer, in whatever region."""
    before, found = aliased(Placement), defaultdict(list)
    ended_on = select(func.max(PlacementEvidence.effective_on)).where(PlacementEvidence.placement_id == before.id)
    ended_on = ended_on.where(PlacementEvidence.kind == EvidenceKind.ENDED)
    is_same = (before.jobseeker_id == Placement.jobseeker_id) & (before.employer_id == Placement.employer_id)
    wanted = select(Placement.id, before.started_on, ended_on.correlate(before).scalar_subquery().label("ended_on")).join(before, is_same)
    wanted = wanted.where(Placement.id.in_(ids), before.started_on < Placement.started_on, before.state != PlacementState.ANNULLED)
    for row in session.execute(wanted.order_by(Placement.id, before.started_on)):
        found[row.id].append(EarlierWork(row.started_on, row.ended_on))
    return found


def _subsidies(session: ExchangeSession, ids: Ids) -> dict[int, tuple[int, date | None]]:
    """The latest subsidised job of the person at the employer that the placement overlaps or came out of, and the day its subsidy ended."""
    is_same = (Enrolment.jobseeker_id == Placement.jobseeker_id) & (Enrolment.employer_id == Placement.employer_id)
    overlaps = func.coalesce(Enrolment.ended_on, Enrolment.ends_on) >= Placement.started_on
    wanted = select(Placement.id, Enrolment.id.label("enrolment_id"), Enrolment.state, Enrolment.ended_on).join(Enrolment, is_same).join(Measure)
    wanted = wanted.where(Placement.id.in_(ids), Measure.kind.in_(SUBSIDISED), Enrolment.state.in_(TOOK_PART))
    wanted = wanted.where(or_(overlaps, Enrolment.placement_id == Placement.id)).order_by(Enrolment.started_on, Enrolment.id)
    rows = session.execute(wanted)
    return {row.id: (row.enrolment_id, None if row.state is EnrolmentState.STARTED else row.ended_on) for row in rows}


def _at_addresses(session: ExchangeSession, asked: set[tuple[str, date]]) -> dict[int, int]:
    """How many placements began at the same address of the region in the 30 days up to the start of each; unknown addresses count nothing."""
    if not asked:
        return {}
    place = aliased(Establishment)
    own = select(func.min(place.address)).where(place.employer_id == Placement.employer_id, place.address != "", ~place.is_closed)
    address = func.coalesce(func.nullif(Establishment.address, ""), own.correlate(Placement).scalar_subquery())
    wanted = select(Placement.id, Placement.region_of_work, Placement.started_on, func.lower(func.trim(address)).label("address"))
    wanted = wanted.outerjoin(Vacancy, Vacancy.id == Placement.vacancy_id).outerjoin(Establishment, Establishment.id == Vacancy.establishment_id)
    days = [day for _region, day in asked]
    wanted = wanted.where(Placement.started_on.between(min(days) - timedelta(days=ADDRESS_DAYS), max(days)), address.is_not(None), NOT_ANNULLED)
    rows = session.execute(wanted.where(Placement.region_of_work.in_({region for region, _day in asked}))).all()
    starts: dict[tuple[str, str], list[date]] = defaultdict(list)
    for row in rows:
        starts[row.region_of_work, row.address].append(row.started_on)
    for known in starts.values():
        known.sort()
    return {row.id: _within(starts[row.region_of_work, row.address], row.started_on) for row in rows}


def _within(starts: list[date], day: date) -> int:
    return bisect_right(starts, day) - bisect_left(starts, day - timedelta(days=ADDRESS_DAYS - 1))


def _approvals(session: ExchangeSession, employer_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """How many subsidised jobs at each employer each approver approved."""
    wanted = select(Enrolment.employer_id, func.count().label("given")).join(Measure).where(Enrolment.employer_id.in_(set(employer_ids)))
    wanted = wanted.where(Measure.kind.in_(SUBSIDISED), Enrolment.approved_by_id.is_not(None)).group_by(
        Enrolment.employer_id, Enrolment.approved_by_id
    )
    found: dict[int, list[int]] = defaultdict(list)
    for row in session.execute(wanted):
        if row.employer_id is not None:
            found[row.employer_id].append(row.given)
    return {employer_id: tuple(counts) for employer_id, counts in found.items()}


def _approvers(session: ExchangeSession, regions: Iterable[str]) -> dict[str, int]:
    wanted = select(Enrolment.region_code, func.count(Enrolment.approved_by_id.distinct()).label("people")).where(
        Enrolment.region_code.in_(set(regions))
    )
    return {row.region_code: row.people for row in session.execute(wanted.group_by(Enrolment.region_code))}
