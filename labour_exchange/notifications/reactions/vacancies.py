"""What is told to employers about their vacancies: published, rejected with the reason, about to expire."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import RejectionCode, VacancySource, VacancyState
from labour_exchange.vacancies.texts import REJECTIONS

Facts = Mapping[str, Any]
DAYS_BEFORE = 5


def tell_employer_of_publication(session: Session, facts: Facts) -> None:
    """Reaction to vacancy_published: only a vacancy that had to be read first is news to its employer."""
    vacancy = session.get_one(Vacancy, facts["vacancy_id"])
    if vacancy.checked_at is not None and vacancy.source is VacancySource.DIRECT:
        _tell(session, vacancy, MessageKind.VACANCY_PUBLISHED, f"{vacancy.submitted_at}")


def tell_employer_of_rejection(session: Session, facts: Facts) -> None:
    """Reaction to vacancy_rejected."""
    vacancy = session.get_one(Vacancy, facts["vacancy_id"])
    _tell(session, vacancy, MessageKind.VACANCY_REJECTED, f"{vacancy.checked_at}", reason=REJECTIONS[RejectionCode(facts["code"])])


def tell_of_expiring_vacancies(session: Session) -> None:
    """Warn employers of the vacancies that close soon; the daily job."""
    last_day = clock.today() + timedelta(days=DAYS_BEFORE)
    due = select(Vacancy).where(Vacancy.state == VacancyState.PUBLISHED, Vacancy.apply_by_on == last_day, Vacancy.source == VacancySource.DIRECT)
    for vacancy in session.scalars(due.order_by(Vacancy.id)):
        _tell(session, vacancy, MessageKind.VACANCY_EXPIRING, f"{last_day}", until=f"{last_day:%d.%m.%Y}")


def _tell(session: Session, vacancy: Vacancy, kind: MessageKind, occasion: str, **values: object) -> None:
    members = select(EmployerMember.user_id).where(EmployerMember.employer_id == vacancy.employer_id).order_by(EmployerMember.id)
    for user_id in session.scalars(members):
        path = f"/employer/vacancies/{vacancy.public_id}"
        compose_message(session, kind, user_id, occasion=f"{kind}:{vacancy.id}:{occasion}:{user_id}", path=path, vacancy=vacancy.title, **values)
