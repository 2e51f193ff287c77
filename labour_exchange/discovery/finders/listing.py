"""Everything that is open, in parts of fixed bounds: for sitemaps."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import distinct, select
from sqlalchemy.orm import Session

from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

PART = 10_000
OPEN = (Vacancy.state == VacancyState.PUBLISHED) & Vacancy.duplicate_of_id.is_(None)


def parts_of_all(session: Session) -> Sequence[int]:
    """The numbers of the parts that have open vacancies."""
    return sorted(session.scalars(select(distinct(Vacancy.id // PART)).where(OPEN)))


def open_vacancies_of_part(session: Session, part: int) -> Sequence[tuple[str, datetime | None]]:
    """Public id and time of publication of each, at most 10,000."""
    bounds = Vacancy.id.between(part * PART, (part + 1) * PART - 1)
    return [
        (public_id, published_at) for public_id, published_at in session.execute(select(Vacancy.public_id, Vacancy.published_at).where(OPEN, bounds))
    ]
