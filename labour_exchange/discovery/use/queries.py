"""What was searched and read in a period, in sums; rare texts are not among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from labour_exchange.discovery.use.models import QueryUse, VacancyUse
from labour_exchange.discovery.use.rules import LEAST_SEARCHES


class Order(StrEnum):
    """By what a report of searches is led: what is asked most, what finds nothing, what is found and not opened."""

    SEARCHES = "searches"
    NOTHING_FOUND = "nothing_found"
    NOTHING_OPENED = "nothing_opened"


@dataclass(frozen=True, slots=True)
class SearchedText:
    """One text in pages of one language. `found` is the mean number of results; shares are of the searches, 0 to 1, clicks may pass 1."""

    words: str
    language: str
    searches: int
    found: float
    without_result: float
    clicks: float


@dataclass(frozen=True, slots=True)
class UseOfVacancy:
    """What was counted of one vacancy since it was first read or saved."""

    views: int = 0
    from_search: int = 0
    applications: int = 0
    saves: int = 0


def searched_texts(session: Session, since: date, order: Order, *, language: str = "", limit: int = 200) -> list[SearchedText]:
    """The texts searched at least five times since a day, the most telling first."""
    searches, found, empty, clicks = (
        func.sum(column).label(column.key) for column in (QueryUse.searches, QueryUse.found, QueryUse.without_result, QueryUse.clicks)
    )
    wanted = select(QueryUse.words, QueryUse.language, searches, found, empty, clicks).where(QueryUse.day >= since)
    if language:
        wanted = wanted.where(QueryUse.language == language)
    conditions: dict[Order, ColumnElement[bool] | None] = {
        Order.SEARCHES: None,
        Order.NOTHING_FOUND: empty * 2 > searches,
        Order.NOTHING_OPENED: (empty * 2 <= searches) & (clicks == 0),
    }
    grouped = wanted.group_by(QueryUse.words, QueryUse.language).having(searches >= LEAST_SEARCHES)
    condition = conditions[order]
    if condition is not None:
        grouped = grouped.having(condition)
    rows = session.execute(grouped.order_by(searches.desc(), QueryUse.words, QueryUse.language).limit(limit))
    return [SearchedText(words, said, int(s), float(f) / int(s), float(e) / int(s), float(c) / int(s)) for words, said, s, f, e, c in rows]


def searches_since(session: Session, since: date) -> tuple[int, int, int]:
    """All searches, those that found nothing, and clicks; rare texts are in these sums, which name none of them."""
    wanted = select(func.sum(QueryUse.searches), func.sum(QueryUse.without_result), func.sum(QueryUse.clicks)).where(QueryUse.day >= since)
    searches, empty, clicks = session.execute(wanted).one()
    return int(searches or 0), int(empty or 0), int(clicks or 0)


def use_of_vacancies(session: Session, vacancy_ids: Iterable[int]) -> dict[int, UseOfVacancy]:
    """Of each vacancy that was ever read; the asker has made sure that they are the actor's own."""
    sums = (func.sum(VacancyUse.views), func.sum(VacancyUse.from_search), func.sum(VacancyUse.applications), func.sum(VacancyUse.saves))
    wanted = select(VacancyUse.vacancy_id, *sums).where(VacancyUse.vacancy_id.in_(list(vacancy_ids))).group_by(VacancyUse.vacancy_id)
    return {vacancy_id: UseOfVacancy(int(v), int(f), int(a), int(s)) for vacancy_id, v, f, a, s in session.execute(wanted)}
