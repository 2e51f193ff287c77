"""The move of an enrolment, and open jobs of the region it leads to."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState


def relocation_of(session: Session, enrolment: Enrolment) -> Relocation | None:
    wanted = select(Relocation).options(joinedload(Relocation.vacancy)).where(Relocation.enrolment_id == enrolment.id)
    return session.scalars(wanted).one_or_none()


def open_vacancy(session: Session, public_id: str, region_code: str) -> Vacancy | None:
    """A published vacancy of a region by its public number."""
    wanted = select(Vacancy).where(Vacancy.public_id == public_id, Vacancy.region_code == region_code, Vacancy.state == VacancyState.PUBLISHED)
    return session.scalars(wanted).one_or_none()
