"""Everybody and everything as rows of facts, and who is not refreshed yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import numpy as np
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching import criteria
from labour_exchange.matching.batch.coding import Numbers
from labour_exchange.matching.batch.market import EMPLOYERS, NOBODY, OFFICES, Market, PersonRow, PostRow, gathered
from labour_exchange.matching.models import DismissedSuggestion, PersonSuggestions, VacancyCandidates
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

READ_AT_ONCE = 5_000
OF_PROFILE = (
    "id jobseeker_id version audience occupation_codes skills licences languages education_level experience_months region_code district_code"
    " move_regions pay_from hours employment_kinds wants_remote is_quota_eligible"
)
OF_VACANCY = (
    "id version occupation_code occupation_codes skills_required skills_wished licences languages education_level experience region_code"
    " district_code latitude longitude pay_from pay_to hours employment_kind is_remote is_quota applications posts posts_filled"
)
AUDIENCES = {Audience.NOBODY: NOBODY, Audience.OFFICES: OFFICES, Audience.EMPLOYERS: EMPLOYERS}
IS_OPEN = (Vacancy.state == VacancyState.PUBLISHED) & (Vacancy.posts_filled < Vacancy.posts) & Vacancy.duplicate_of_id.is_(None)
SAYS_SOMETHING = Profile.is_active & ((func.cardinality(Profile.occupation_codes) > 0) | (func.cardinality(Profile.skills) > 0))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows of the market that are to be refreshed, of people and of vacancies."""

    people: Numbers
    vacancies: Numbers


def read_market(session: Session) -> Market:
    """Both sides as they stand in the database now."""
    wanted = select(DismissedSuggestion.jobseeker_id, DismissedSuggestion.vacancy_id)
    dismissed = [(row[0], row[1]) for row in session.execute(wanted)]
    return gathered(_posts(session), _people(session), dismissed)


def waiting(session: Session, market: Market, *, before: datetime, outdated: bool) -> Waiting:
    """Who has no list, or one made before an instant; with `outdated` also who has one of another version."""
    stale = PersonSuggestions.refreshed_at < before
    if outdated:
        stale = or_(stale, PersonSuggestions.profile_version != Profile.version)
    joined = select(Profile.id).outerjoin(PersonSuggestions, PersonSuggestions.jobseeker_id == Profile.jobseeker_id)
    people = session.scalars(joined.where(SAYS_SOMETHING, or_(PersonSuggestions.jobseeker_id.is_(None), stale)))
    stale = VacancyCandidates.refreshed_at < before
    if outdated:
        stale = or_(stale, VacancyCandidates.vacancy_version != Vacancy.version)
    listed = select(Vacancy.id).outerjoin(VacancyCandidates, VacancyCandidates.vacancy_id == Vacancy.id)
    vacancies = session.scalars(listed.where(IS_OPEN, or_(VacancyCandidates.vacancy_id.is_(None), stale)))
    return Waiting(_rows(market.twin.people.ids, list(people)), _rows(market.twin.posts.ids, list(vacancies)))


def _posts(session: Session) -> Iterator[PostRow]:
    for row in _streamed(session, select(*(getattr(Vacancy, name) for name in OF_VACANCY.split())).where(IS_OPEN).order_by(Vacancy.id)):
        as_vacancy = cast(Vacancy, row)
        yield PostRow(row.id, row.version, criteria.offered_facts(as_vacancy), criteria.work_point(as_vacancy))


def _people(session: Session) -> Iterator[PersonRow]:
    for row in _streamed(session, select(*(getattr(Profile, name) for name in OF_PROFILE.split())).where(SAYS_SOMETHING).order_by(Profile.id)):
        as_profile = cast(Profile, row)
        facts, home = criteria.person_facts(as_profile), criteria.home_point(as_profile)
        yield PersonRow(row.id, row.jobseeker_id, row.version, facts, home, AUDIENCES[row.audience])


def _streamed(session: Session, wanted: Select[Any]) -> Iterator[Any]:
    return iter(session.execute(wanted, execution_options={"yield_per": READ_AT_ONCE}))


def _rows(known: Numbers, ids: list[int]) -> Numbers:
    """Where these ids stand in the market; it is in the order of ids. What came after it was read is left for the next time."""
    return np.flatnonzero(np.isin(known, np.array(ids, dtype=np.int64)))
