"""Rows of vacancies as the postings that are compared."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.vacancies.duplicates.scoring import Posting
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState

COLUMNS = (
    Vacancy.id,
    Vacancy.source,
    Vacancy.source_name,
    Vacancy.agency_id,
    Vacancy.employer_id,
    Vacancy.region_code,
    Vacancy.district_code,
    Vacancy.place_text,
    Vacancy.title,
    Vacancy.description,
    Vacancy.requirements,
    Vacancy.occupation_code,
    Vacancy.pay_from,
    Vacancy.pay_to,
    Employer.name.label("employer_name"),
    Employer.bin.label("employer_bin"),
)


def postings_of(session: Session, ids: Collection[int]) -> dict[int, Posting]:
    """The postings of those that are published now."""
    wanted = select(*COLUMNS).outerjoin(Employer, Employer.id == Vacancy.employer_id)
    rows = session.execute(wanted.where(Vacancy.id.in_(ids), Vacancy.state == VacancyState.PUBLISHED))
    return {row.id: _posting(row) for row in rows}


def _posting(row: Any) -> Posting:
    return Posting(
        origin=_origin(row),
        employer_id=row.employer_id,
        employer_name=row.employer_name or "",
        employer_bin=row.employer_bin,
        region=row.region_code,
        district=row.district_code,
        place=row.place_text,
        title=row.title,
        text=f"{row.description}\n{row.requirements}",
        occupation=row.occupation_code,
        pay_from=row.pay_from,
        pay_to=row.pay_to,
    )


def _origin(row: Any) -> str:
    """The employer itself, an agency, or a source of imports."""
    if row.source == VacancySource.DIRECT:
        return "direct"
    return f"agency {row.agency_id}" if row.agency_id is not None else f"source {row.source_name}"
