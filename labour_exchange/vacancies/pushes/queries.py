"""Find what an agency has sent: one vacancy by the program's own id, and lists."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes import texts
from labour_exchange.vacancies.pushes.operations import source_of
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.vacancies.texts import REMEDIES

REMEDY_OF_STATE = {VacancyState.EXPIRED: texts.EXPIRED_REMEDY, VacancyState.WITHDRAWN: texts.WITHDRAWN_REMEDY}


def pushed_vacancy(session: Session, agency: Agency, source: str, external_id: str) -> Vacancy:
    """One vacancy of the agency; raises NotFound."""
    found = pushed_vacancies(session, agency, source, [external_id]).get(external_id)
    if found is None:
        raise NotFound
    return found


def pushed_vacancies(session: Session, agency: Agency, source: str, external_ids: Sequence[str]) -> dict[str, Vacancy]:
    """Those of the ids that were taken in, by id."""
    wanted = vacancies_of_agency(agency, source=source).where(Vacancy.external_id.in_(external_ids))
    return {found.external_id or "": found for found in session.scalars(wanted)}


def vacancies_of_agency(agency: Agency, *, source: str = "", state: str = "") -> Select[tuple[Vacancy]]:
    """What the agency's programs have sent, to be paged by id."""
    wanted = select(Vacancy).where(Vacancy.agency_id == agency.id, Vacancy.external_id.is_not(None)).options(joinedload(Vacancy.employer))
    if source:
        wanted = wanted.where(Vacancy.source_name == source_of(agency, source))
    return wanted.where(Vacancy.state == state) if state else wanted


def remedy_of(vacancy: Vacancy) -> Text | None:
    """What the agency can do so that the vacancy is public again; None where there is nothing to do."""
    if vacancy.state is VacancyState.REJECTED and vacancy.rejection_code:
        return REMEDIES[vacancy.rejection_code]
    return REMEDY_OF_STATE.get(vacancy.state)
