"""What an agency has brought so far: its vacancies by state, and its placements by how well they are proven."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.placements import access
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.states import EvidenceKind, PlacementState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

LASTING_MONTHS = 3
CONFIRMING = (EvidenceKind.CONFIRMED, EvidenceKind.CONTRACT, EvidenceKind.CONTRIBUTION)


@dataclass(frozen=True, slots=True)
class StateCount:
    """The agency's vacancies in one state."""

    state: VacancyState
    vacancies: int
    applications: int
    posts: int
    posts_filled: int


@dataclass(frozen=True, slots=True)
class PlacementCounts:
    """Placements by the agency that were not annulled. Confirmed: the other side or a register said so; lasted: contributions after three months."""

    declared: int
    confirmed: int
    lasted: int


def vacancies_by_state(session: ExchangeSession, agency: Agency) -> list[StateCount]:
    """In the order of the states; those without vacancies are left out."""
    sums = [func.sum(column) for column in (Vacancy.applications, Vacancy.posts, Vacancy.posts_filled)]
    wanted = select(Vacancy.state, func.count(), *sums).where(Vacancy.agency_id == agency.id).group_by(Vacancy.state)
    found = {row[0]: StateCount(*row) for row in session.execute(wanted)}
    return [found[state] for state in VacancyState if state in found]


def placement_counts(session: ExchangeSession, actor: Actor, agency: Agency) -> PlacementCounts:
    own = access.visible(actor, select(Placement), Placement).where(Placement.agency_id == agency.id, Placement.state != PlacementState.ANNULLED)
    confirmed = _has_evidence(PlacementEvidence.kind.in_(CONFIRMING))
    lasted = _has_evidence(PlacementEvidence.month >= LASTING_MONTHS)
    counts = own.with_only_columns(func.count(), func.count().filter(confirmed), func.count().filter(lasted))
    return PlacementCounts(*session.execute(counts).one())


def _has_evidence(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(PlacementEvidence.id).where(PlacementEvidence.placement_id == Placement.id, condition).exists()
