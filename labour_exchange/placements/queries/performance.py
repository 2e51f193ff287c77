"""What came of vacancies: views, applications and how fast they were answered; sums, never persons."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.discovery.use.models import VacancyUse
from labour_exchange.foundation.access import Actor
from labour_exchange.placements import access
from labour_exchange.placements.models import JobApplication


@dataclass(frozen=True, slots=True)
class Performance:
    """Of one vacancy; `median_answer_hours` from the application to the first answer, None without answers."""

    views: int = 0
    clicks: int = 0
    applications: int = 0
    answered: int = 0
    median_answer_hours: float | None = None


def performance_of(session: Session, actor: Actor, vacancy_ids: Sequence[int]) -> dict[int, Performance]:
    """By vacancy, of those the actor may ask about; applications are those the actor may see."""
    wanted = select(VacancyUse.vacancy_id, func.sum(VacancyUse.views), func.sum(VacancyUse.from_search))
    used = {
        row[0]: (int(row[1]), int(row[2]))
        for row in session.execute(wanted.where(VacancyUse.vacancy_id.in_(vacancy_ids)).group_by(VacancyUse.vacancy_id))
    }
    waited = func.extract("epoch", JobApplication.answered_at - JobApplication.created_at) / 3600
    median = func.percentile_cont(0.5).within_group(waited)
    columns = (JobApplication.vacancy_id, func.count(), func.count(JobApplication.answered_at), median)
    seen = access.visible(actor, select(JobApplication), JobApplication).where(JobApplication.vacancy_id.in_(vacancy_ids))
    answers = {row[0]: row for row in session.execute(seen.with_only_columns(*columns).group_by(JobApplication.vacancy_id))}
    found = {}
    for id in vacancy_ids:
        views, clicks = used.get(id, (0, 0))
        _, applications, answered, hours = answers.get(id, (id, 0, 0, None))
        found[id] = Performance(views, clicks, applications, answered, None if hours is None else round(float(hours), 1))
    return found
