"""Refresh one person after a change and one vacancy when it is published, in both directions, within seconds."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.matching import queries
from labour_exchange.matching.criteria import STORED
from labour_exchange.matching.models import PersonSuggestions, VacancyCandidates
from labour_exchange.vacancies.models import Vacancy

ACTOR = system_actor("refresh suggestions")

Row = TypeVar("Row", PersonSuggestions, VacancyCandidates)


def refresh_person(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to a changed profile: the person's list anew, and the person in the lists of the vacancies that suit."""
    profile = session.get(Profile, facts["profile_id"])
    if profile is None:
        return
    if not profile.is_active or not (profile.occupation_codes or profile.skills):
        session.execute(delete(PersonSuggestions).where(PersonSuggestions.jobseeker_id == profile.jobseeker_id))
        return
    ranked = queries.best(queries.ranked_vacancies(session, ACTOR, profile), STORED)
    values = {
        "profile_version": profile.version,
        "vacancy_ids": [one.id for one in ranked],
        "scores": [one.score.total for one in ranked],
        "refreshed_at": clock.now(),
    }
    _put(session, PersonSuggestions, {"jobseeker_id": profile.jobseeker_id}, values)
    if profile.audience is not Audience.NOBODY:
        scores = {one.id: one.score.total for one in ranked}
        rows = session.scalars(
            select(VacancyCandidates).where(VacancyCandidates.vacancy_id.in_(scores)).order_by(VacancyCandidates.vacancy_id).with_for_update()
        )
        for row in rows:
            row.profile_ids, row.scores = inserted(zip(row.profile_ids, row.scores, strict=True), profile.id, scores[row.vacancy_id], 2 * STORED)


def refresh_vacancy(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to a published vacancy: its candidates, and the vacancy in the lists of those people."""
    vacancy = session.get(Vacancy, facts["vacancy_id"])
    if vacancy is None or not vacancy.is_open or vacancy.posts_left < 1:
        return
    everybody = queries.ranked_people(session, ACTOR, vacancy)
    open_ones = [pair for pair in everybody if pair[0].audience is Audience.EMPLOYERS]
    kept = {profile.id for profile, _ in (*everybody[:STORED], *open_ones[:STORED])}
    found = [(profile, score.total) for profile, score in everybody if profile.id in kept]
    values = {
        "vacancy_version": vacancy.version,
        "profile_ids": [profile.id for profile, _ in found],
        "scores": [score for _, score in found],
        "refreshed_at": clock.now(),
    }
    _put(session, VacancyCandidates, {"vacancy_id": vacancy.id}, values)
    scores = {profile.jobseeker_id: score.total for profile, score in everybody}
    rows = session.scalars(
        select(PersonSuggestions).where(PersonSuggestions.jobseeker_id.in_(scores)).order_by(PersonSuggestions.jobseeker_id).with_for_update()
    )
    for row in rows:
        row.vacancy_ids, row.scores = inserted(zip(row.vacancy_ids, row.scores, strict=True), vacancy.id, scores[row.jobseeker_id], STORED)


def inserted(pairs: Iterable[tuple[int, int]], new_id: int, score: int, most: int) -> tuple[list[int], list[int]]:
    """A list with one more in its place, once, and no longer than it was or than `most`."""
    others = [pair for pair in pairs if pair[0] != new_id]
    found = sorted([*others, (new_id, score)], key=lambda pair: (-pair[1], pair[0]))[: max(most, len(others))]
    return [one for one, _ in found], [one for _, one in found]


def _put(session: Session, table: type[Row], key: dict[str, int], values: dict[str, Any]) -> None:
    statement = insert(table).values(**key, **values)
    session.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values).execution_options(synchronize_session=False))
