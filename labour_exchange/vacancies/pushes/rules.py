"""What a pushed vacancy lacks, and how its state goes on when its contents change."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.vacancies import texts as vacancy_texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Rejected
from labour_exchange.vacancies.pushes import texts
from labour_exchange.vacancies.rules import LONGEST_OPEN_DAYS
from labour_exchange.vacancies.states import VacancyState

EXTERNAL_ID = re.compile(r"[A-Za-z0-9._:~-]{1,200}")
SOURCE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
SHORTEST_DESCRIPTION = 20

Move = tuple[str, VacancyState]


@dataclass(frozen=True, slots=True)
class EmployerTerms:
    """What matters of the employer whom a vacancy names by its BIN."""

    id: int
    name: str
    is_trusted: bool
    is_refused: bool
    is_mandated: bool
    is_demo: bool


def refusal_of(said: Advertisement, employer: EmployerTerms | None, today: date) -> Rejected | None:
    """The first reason why this cannot be taken, with its field; None when it can."""
    if not said.employer_bin:
        return Rejected(texts.EMPLOYER_MISSING, "employer_bin")
    if employer is None:
        return Rejected(texts.EMPLOYER_UNKNOWN, "employer_bin")
    if not employer.is_mandated:
        return Rejected(texts.NO_MANDATE, "employer_bin")
    if employer.is_refused:
        return Rejected(texts.EMPLOYER_REFUSED, "employer_bin")
    if len(said.description) < SHORTEST_DESCRIPTION:
        return Rejected(vacancy_texts.DESCRIPTION_SHORT, "description")
    if said.apply_by_on is not None and not today <= said.apply_by_on <= today + timedelta(days=LONGEST_OPEN_DAYS):
        return Rejected(vacancy_texts.APPLY_BY_WRONG, "apply_by_on", days=LONGEST_OPEN_DAYS)
    return None


def refusal_of_change(said: Advertisement, employer: EmployerTerms, *, state: VacancyState, employer_id: int | None, filled: int) -> Rejected | None:
    """Why a vacancy that is stored cannot become this."""
    if employer_id is not None and employer_id != employer.id:
        return Rejected(texts.EMPLOYER_CHANGED, "employer_bin")
    if state is VacancyState.FILLED:
        return Rejected(vacancy_texts.NOT_CHANGEABLE)
    if said.posts < filled:
        return Rejected(vacancy_texts.POSTS_BELOW_FILLED, "posts", filled=filled)
    return None


def moves_after_change(state: VacancyState, *, is_trusted: bool, was_taken_off: bool) -> tuple[Move, ...]:
    """How the state goes on when new contents came: what ended opens again, what was rejected is handed in again.

    A vacancy that its employer withdrew stays withdrawn; `was_taken_off` says that the program itself did it.
    """
    publish, check = VacancyState.PUBLISHED, VacancyState.SUBMITTED
    if state in (VacancyState.PUBLISHED, VacancyState.SUSPENDED):
        return () if is_trusted else (("recheck", check),)
    if state is VacancyState.SUBMITTED:
        return (("publish", publish),) if is_trusted else ()
    if state in (VacancyState.DRAFT, VacancyState.REJECTED):
        return (("publish", publish),) if is_trusted else (("submit", check),)
    if state is VacancyState.EXPIRED or (state is VacancyState.WITHDRAWN and was_taken_off):
        return (("renew", publish),) if is_trusted else (("renew", publish), ("recheck", check))
    return ()
