"""Rows read for rendering: many at a time, one statement each kind, so that a batch is of one moment."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select
from sqlalchemy.dialects.postgresql import JSONB

from labour_exchange.discovery.documents import profile_document, vacancy_document
from labour_exchange.employers.models import Employer
from labour_exchange.jobseekers.models import Jobseeker, Profile, WorkHistory
from labour_exchange.jobseekers.states import Audience
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.documents import Document, Kind

VACANCIES, EMPLOYERS, PROFILES, JOBSEEKERS = Vacancy.__table__, Employer.__table__, Profile.__table__, Jobseeker.__table__
OF_EMPLOYER = ("public_id", "name", "applications_due", "applications_answered")
NAMES = ("family_name", "given_name", "patronymic")
# Rendered is what a column of this list says: nothing else of a row is even read.
OF_VACANCY = (
    "public_id document_version title description requirements language occupation_code occupation_codes skills_required skills_wished region_code"
    " district_code latitude longitude pay_from pay_to employment_kind hours is_remote experience education_level licences languages published_at"
    " created_at source is_quota posts"
)
OF_PROFILE = (
    "public_id document_version headline summary language occupation_codes skills licences languages education_level experience_months region_code"
    " district_code move_regions pay_from hours employment_kinds wants_remote audience active_at"
)

IS_SHOWN: dict[Kind, ColumnElement[bool]] = {
    "vacancies": (VACANCIES.c.state == VacancyState.PUBLISHED) & VACANCIES.c.duplicate_of_id.is_(None),
    "profiles": PROFILES.c.is_active & (PROFILES.c.audience != Audience.NOBODY),
}
TABLES = {"vacancies": VACANCIES, "profiles": PROFILES}


def read_documents(connection: Connection, kind: Kind, public_ids: Sequence[str]) -> tuple[list[Document], dict[str, int]]:
    """The documents of the rows that are to be found, and the versions of those that are not; an id in neither has no row any more."""
    wanted, render = READING[kind]
    documents: list[Document] = []
    hidden: dict[str, int] = {}
    for row in connection.execute(wanted.where(TABLES[kind].c.public_id.in_(public_ids))):
        if row.is_shown:
            documents.append(render(row))
        else:
            hidden[row.public_id] = row.document_version
    return documents, hidden


def shown_versions(kind: Kind) -> Select[tuple[str, int]]:
    """Id and version of every row that is to be found, by id in the order of bytes."""
    table = TABLES[kind]
    return select(table.c.public_id, table.c.document_version).where(IS_SHOWN[kind]).order_by(table.c.public_id.collate("C"))


def _vacancies() -> Select[Any]:
    of_employer = [EMPLOYERS.c[name].label(f"employer_{name}") for name in OF_EMPLOYER]
    source = VACANCIES.outerjoin(EMPLOYERS, EMPLOYERS.c.id == VACANCIES.c.employer_id)
    return select(*(VACANCIES.c[name] for name in OF_VACANCY.split()), *of_employer, IS_SHOWN["vacancies"].label("is_shown")).select_from(source)


def _profiles() -> Select[Any]:
    history = WorkHistory.__table__
    job = func.jsonb_build_object("title", history.c.title, "duties", history.c.duties, "occupation_code", history.c.occupation_code, type_=JSONB)
    held = select(func.jsonb_agg(job, type_=JSONB)).where(history.c.profile_id == PROFILES.c.id).scalar_subquery()
    names = [JOBSEEKERS.c[name] for name in NAMES]
    source = PROFILES.join(JOBSEEKERS, JOBSEEKERS.c.id == PROFILES.c.jobseeker_id)
    own = (PROFILES.c[name] for name in OF_PROFILE.split())
    return select(*own, *names, held.label("held"), IS_SHOWN["profiles"].label("is_shown")).select_from(source)


def _rendered_vacancy(row: Row[Any]) -> Document:
    employer = SimpleNamespace(**{name: getattr(row, f"employer_{name}") for name in OF_EMPLOYER}) if row.employer_public_id else None
    return vacancy_document(row, employer)  # type: ignore[arg-type]


def _rendered_profile(row: Row[Any]) -> Document:
    jobs = [SimpleNamespace(**job) for job in row.held or ()]
    person = SimpleNamespace(**{name: getattr(row, name) for name in NAMES})
    return profile_document(SimpleNamespace(**row._mapping, work_history=jobs, jobseeker=person))  # type: ignore[arg-type]


READING: dict[Kind, tuple[Select[Any], Callable[[Row[Any]], Document]]] = {
    "vacancies": (_vacancies(), _rendered_vacancy),
    "profiles": (_profiles(), _rendered_profile),
}
