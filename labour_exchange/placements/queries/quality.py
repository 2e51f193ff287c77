"""The quality of an agency as counted from records: what it brought, how it answers, which placements last, which complaints were upheld."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from sqlalchemy import ColumnElement, Select, extract, func, select

from labour_exchange.agencies.models import Complaint
from labour_exchange.agencies.states import ComplaintState
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.placements.models import JobApplication, Placement, PlacementEvidence
from labour_exchange.placements.states import ApplicationState, EvidenceKind, PlacementState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import RejectionCode, VacancyState

COUNTER = system_actor("agency quality")
LASTING_MONTHS = 3
CONFIRMING = (EvidenceKind.CONFIRMED, EvidenceKind.CONTRACT, EvidenceKind.CONTRIBUTION)


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of one agency since it was connected.

    An application is due once it was answered or closed for silence; days to answer is the median over those answered. Placements are those not
    annulled; confirmed: the other side or a register said so; sustained: contributions were seen after three months.
    """

    pushed: int = 0
    live: int = 0
    rejected: Mapping[RejectionCode, int] = field(default_factory=dict)
    due: int = 0
    answered: int = 0
    days_to_answer: float | None = None
    declared: int = 0
    confirmed: int = 0
    sustained: int = 0
    complaints_upheld: int = 0

    @property
    def rejections(self) -> int:
        return sum(self.rejected.values())

    @property
    def measures(self) -> dict[str, float | None]:
        """What agencies are compared by; None where nothing has happened yet."""
        return {
            "pushed": self.pushed,
            "live": self.live,
            "live_share": _share(self.live, self.pushed),
            "rejected_share": _share(self.rejections, self.pushed),
            "answer_rate": _share(self.answered, self.due),
            "days_to_answer": self.days_to_answer,
            "declared": self.declared,
            "confirmed": self.confirmed,
            "sustained": self.sustained,
            "confirmed_share": _share(self.confirmed, self.declared),
            "sustained_share": _share(self.sustained, self.declared),
            "complaints_upheld": self.complaints_upheld,
        }


def qualities(session: ExchangeSession, agency_ids: Collection[int]) -> dict[int, Quality]:
    """The quality of each of these agencies. Counted by the exchange itself, because an agency sees the rows of standing mandates only."""
    ids = list(agency_ids)
    with acting_as(session, COUNTER):
        vacancies, rejected = _vacancies(session, ids), _rejections(session, ids)
        answers, placed, complaints = _answers(session, ids), _placements(session, ids), _complaints(session, ids)
    return {
        one: Quality(
            *vacancies.get(one, (0, 0)), rejected.get(one, {}), *answers.get(one, (0, 0, None)), *placed.get(one, (0, 0, 0)), complaints.get(one, 0)
        )
        for one in ids
    }


def median_measures(found: Iterable[Quality]) -> dict[str, float | None]:
    """The median of each measure over those agencies that have it."""
    rows = [one.measures for one in found]
    known = {name: [value for row in rows if (value := row[name]) is not None] for name in Quality().measures}
    return {name: median(values) if values else None for name, values in known.items()}


def _vacancies(session: ExchangeSession, ids: list[int]) -> dict[int, tuple[int, int]]:
    is_live = Vacancy.state == VacancyState.PUBLISHED
    wanted = select(Vacancy.agency_id, func.count(), func.count().filter(is_live)).where(Vacancy.state != VacancyState.DRAFT)
    return {row[0]: (row[1], row[2]) for row in session.execute(wanted.where(Vacancy.agency_id.in_(ids)).group_by(Vacancy.agency_id))}


def _rejections(session: ExchangeSession, ids: list[int]) -> dict[int, dict[RejectionCode, int]]:
    found: dict[int, dict[RejectionCode, int]] = {}
    wanted = select(Vacancy.agency_id, Vacancy.rejection_code, func.count()).where(Vacancy.state == VacancyState.REJECTED, Vacancy.agency_id.in_(ids))
    for agency_id, code, count in session.execute(wanted.group_by(Vacancy.agency_id, Vacancy.rejection_code)):
        if agency_id is not None:
            found.setdefault(agency_id, {})[code or RejectionCode.OTHER] = count
    return found


def _answers(session: ExchangeSession, ids: list[int]) -> dict[int, tuple[int, int, float | None]]:
    is_answered = JobApplication.answered_at.is_not(None)
    is_due = is_answered | (JobApplication.state == ApplicationState.UNANSWERED)
    days = extract("epoch", JobApplication.answered_at - JobApplication.created_at) / 86_400
    counts = func.count().filter(is_due), func.count().filter(is_answered), func.percentile_cont(0.5).within_group(days)
    wanted = select(Vacancy.agency_id, *counts).join(Vacancy, Vacancy.id == JobApplication.vacancy_id)
    rows = session.execute(wanted.where(Vacancy.agency_id.in_(ids)).group_by(Vacancy.agency_id))
    return {row[0]: (row[1], row[2], None if row[3] is None else float(row[3])) for row in rows}


def _placements(session: ExchangeSession, ids: list[int]) -> dict[int, tuple[int, int, int]]:
    confirmed = _has_evidence(PlacementEvidence.kind.in_(CONFIRMING))
    sustained = _has_evidence(PlacementEvidence.month >= LASTING_MONTHS)
    wanted = select(Placement.agency_id, func.count(), func.count().filter(confirmed), func.count().filter(sustained))
    wanted = wanted.where(Placement.agency_id.in_(ids), Placement.state != PlacementState.ANNULLED).group_by(Placement.agency_id)
    return {row[0]: (row[1], row[2], row[3]) for row in session.execute(wanted)}


def _complaints(session: ExchangeSession, ids: list[int]) -> dict[int, int]:
    wanted: Select[tuple[int, int]] = select(Complaint.agency_id, func.count()).where(Complaint.state == ComplaintState.UPHELD)
    return {row[0]: row[1] for row in session.execute(wanted.where(Complaint.agency_id.in_(ids)).group_by(Complaint.agency_id))}


def _has_evidence(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(PlacementEvidence.id).where(PlacementEvidence.placement_id == Placement.id, condition).exists()


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
