"""What a batch of pushes asks the database: the employers it names, and what is stored of its vacancies."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies.queries import mandated_employers
from labour_exchange.employers.models import Employer
from labour_exchange.employers.rules import is_trusted
from labour_exchange.employers.states import EmployerState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes.rules import EmployerTerms


def employers_by_bin(session: Session, agency_id: int, bins: Collection[str], today: date) -> dict[str, EmployerTerms]:
    """Registered employers of these BINs, and whether each lets the agency post today."""
    mandated = mandated_employers(session, agency_id, "post", today)
    wanted = select(Employer.id, Employer.bin, Employer.name, Employer.state, Employer.is_demo).where(Employer.bin.in_(bins))
    return {
        row.bin: EmployerTerms(row.id, row.name, is_trusted(row.state), row.state is EmployerState.REFUSED, row.id in mandated, row.is_demo)
        for row in session.execute(wanted)
        if row.bin
    }


def stored_vacancies(session: Session, source_name: str, external_ids: Sequence[str]) -> dict[str, Any]:
    """What is stored of these vacancies, by their id in the source."""
    columns = (Vacancy.id, Vacancy.public_id, Vacancy.external_id, Vacancy.content_hash, Vacancy.state, Vacancy.employer_id)
    more = (Vacancy.posts_filled, Vacancy.rejection_code, Vacancy.published_at)
    wanted = select(*columns, *more).where(Vacancy.source_name == source_name, Vacancy.external_id.in_(external_ids))
    return {row.external_id: row for row in session.execute(wanted)}
