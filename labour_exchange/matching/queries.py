"""Suggestions for a jobseeker and candidates for a vacancy: from the ready list when it is fresh, else retrieved by the engine and scored here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Float, Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.discovery import engines
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.access import visible_profiles
from labour_exchange.jobseekers.models import Profile
from labour_exchange.matching import access, criteria, explanations, scoring
from labour_exchange.matching.exposure import QUIET_KEPT, balanced, is_crowded
from labour_exchange.matching.models import ContestedReason, DismissedSuggestion, PersonSuggestions, VacancyCandidates
from labour_exchange.vacancies.access import visible
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_id
from labour_exchange.vacancies.states import VacancyState

FRESH_FOR = timedelta(hours=36)
SCORED_COLUMNS = (
    "id public_id occupation_code occupation_codes skills_required skills_wished licences languages education_level experience region_code"
    " district_code latitude longitude pay_from pay_to hours employment_kind is_remote is_quota applications posts posts_filled"
)
IS_OPEN = (Vacancy.state == VacancyState.PUBLISHED) & (Vacancy.posts_filled < Vacancy.posts) & Vacancy.duplicate_of_id.is_(None)


@dataclass(frozen=True, slots=True)
class ShownReason:
    """A reason in words; `field` is the part of the profile where it can be corrected."""

    name: str
    text: Text
    weight: int
    field: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One vacancy proposed to one person."""

    vacancy: Vacancy
    score: int
    reasons: tuple[ShownReason, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person as seen from one vacancy: a profile without a name."""

    profile: Profile
    score: int
    reasons: tuple[ShownReason, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A pair that was scored and not yet explained; the whole vacancy only where it was read at once."""

    id: int
    public_id: str
    score: scoring.Score
    is_crowded: bool
    vacancy: Vacancy | None


def suggestions_for(session: Session, actor: Actor, limit: int = 10) -> list[Suggestion]:
    """The vacancies that meet the actor's own profile best, crowded ones in bounds; none while there is no profile."""
    joined = select(Profile, PersonSuggestions).outerjoin(PersonSuggestions, PersonSuggestions.jobseeker_id == Profile.jobseeker_id)
    own = session.execute(joined.where(Profile.jobseeker_id == actor.jobseeker_id)).one_or_none()
    if own is None or not (own.Profile.occupation_codes or own.Profile.skills):
        return []
    profile: Profile = own.Profile
    ranked = _stored_vacancies(session, actor, profile, own.PersonSuggestions, limit)
    if ranked is None:
        ranked = ranked_vacancies(session, actor, profile)
    return _suggested(session, actor, ranked, limit)


def vacancies_for(session: Session, actor: Actor, profile: Profile, limit: int = 10) -> list[Suggestion]:
    """The same for an officer who refers the person; raises NotFound for a profile that the actor may not read."""
    if session.scalars(visible_profiles(actor, select(Profile)).where(Profile.id == profile.id)).one_or_none() is None:
        raise NotFound
    if not (profile.occupation_codes or profile.skills):
        return []
    return _suggested(session, actor, ranked_vacancies(session, actor, profile), limit)


def _suggested(session: Session, actor: Actor, ranked: list[Ranked], limit: int) -> list[Suggestion]:
    shown = balanced(ranked, limit, lambda one: one.is_crowded)
    vacancies = {one.id: one.vacancy for one in shown if one.vacancy}
    if len(vacancies) < len(shown):
        vacancies = vacancies_by_id(session, actor, [one.id for one in shown])
    return [Suggestion(vacancies[one.id], one.score.total, shown_reasons(one.score)) for one in shown if one.id in vacancies]


def candidates_for(session: Session, actor: Actor, vacancy: Vacancy, limit: int = 20) -> list[Candidate]:
    """The profiles that meet a vacancy best, of those the actor may read; raises NotFound when the vacancy is not the actor's."""
    if not access.may_read_candidates(actor, vacancy):
        raise NotFound
    found = _stored_people(session, actor, vacancy, limit)
    if found is None:
        found = ranked_people(session, actor, vacancy)
    return [Candidate(profile, score.total, shown_reasons(score)) for profile, score in found[:limit]]


def own_profile(session: Session, actor: Actor) -> Profile | None:
    return session.scalars(select(Profile).where(Profile.jobseeker_id == actor.jobseeker_id)).one_or_none()


def contests_of(session: Session, actor: Actor, vacancy: Vacancy) -> dict[str, ContestedReason]:
    """What the actor called wrong about a vacancy, by the name of the reason."""
    wanted = access.visible_contests(actor, select(ContestedReason)).where(ContestedReason.vacancy_id == vacancy.id)
    return {one.reason: one for one in session.scalars(wanted)}


def contests_to_answer(actor: Actor) -> Select[tuple[ContestedReason]]:
    """What an office has to look at: one of each vacancy and reason, the first that was said."""
    waiting = access.visible_contests(actor, select(ContestedReason)).where(ContestedReason.answer.is_(None))
    first = waiting.with_only_columns(func.min(ContestedReason.id)).group_by(ContestedReason.vacancy_id, ContestedReason.reason)
    return select(ContestedReason).where(ContestedReason.id.in_(first))


def contest_for(session: Session, actor: Actor, public_id: str) -> ContestedReason:
    """One reason that was called wrong; raises NotFound."""
    found = session.scalars(access.visible_contests(actor, select(ContestedReason)).where(ContestedReason.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def explain_pair(profile: Profile, vacancy: Vacancy) -> Suggestion | None:
    """Score one pair and say why; None when the person could not work there at all."""
    person, post = criteria.person_facts(profile), criteria.post_facts(vacancy, profile)
    if not scoring.is_reachable(person, post):
        return None
    scored = scoring.score(person, post)
    return Suggestion(vacancy, scored.total, shown_reasons(scored))


def shown_reasons(scored: scoring.Score) -> tuple[ShownReason, ...]:
    """Every reason in words; their weights add up to the score."""
    return tuple(ShownReason(reason.name, explanations.explain(reason), reason.weight, reason.field) for reason in scored.reasons)


def ranked_vacancies(session: Session, actor: Actor, profile: Profile) -> list[Ranked]:
    """Asked of the engine and scored, the best first; with quiet vacancies from the table when the engine's are all crowded."""
    public_ids = [hit.public_id for question in criteria.vacancy_criteria(profile) for hit in engines.engine().find_vacancies(question).hits]
    wanted = _scored_columns(actor).where(Vacancy.public_id.in_(public_ids), *_is_wanted(profile))
    ranked = _ranked(profile, session.execute(wanted))
    if len(ranked) > QUIET_KEPT and sum(not one.is_crowded for one in ranked) < QUIET_KEPT:
        known = {one.id for one in ranked}
        more = _ranked(profile, session.execute(_quiet_vacancies(actor, profile).where(*_is_wanted(profile))))
        ranked = sorted([*ranked, *(one for one in more if one.id not in known)], key=_best_first)
    return ranked


def ranked_people(session: Session, actor: Actor, vacancy: Vacancy) -> list[tuple[Profile, scoring.Score]]:
    """Asked of the engine and scored, the best first; only people whom the actor may read."""
    page = engines.engine().find_profiles(criteria.profile_criteria(vacancy, actor))
    return _scored_people(session, actor, vacancy, Profile.public_id.in_([hit.public_id for hit in page.hits]))


def _stored_vacancies(session: Session, actor: Actor, profile: Profile, row: PersonSuggestions | None, limit: int) -> list[Ranked] | None:
    """From the ready list, scored again as everything is now; None when the list is missing, old, of another profile or used up."""
    if row is None or row.profile_version != profile.version or row.refreshed_at < clock.now() - FRESH_FOR:
        return None
    wanted = visible(actor, select(Vacancy)).where(Vacancy.id.in_(row.vacancy_ids), *_is_wanted(profile)).options(joinedload(Vacancy.employer))
    ranked = _ranked(profile, session.scalars(wanted))
    is_used_up = len(ranked) < min(limit, len(row.vacancy_ids))
    has_quiet = not ranked or any(not one.is_crowded for one in ranked)
    return None if is_used_up or not has_quiet else ranked


def _stored_people(session: Session, actor: Actor, vacancy: Vacancy, limit: int) -> list[tuple[Profile, scoring.Score]] | None:
    row = session.get(VacancyCandidates, vacancy.id)
    if row is None or row.vacancy_version != vacancy.version or row.refreshed_at < clock.now() - FRESH_FOR:
        return None
    found = _scored_people(session, actor, vacancy, Profile.id.in_(row.profile_ids))
    return None if len(found) < min(limit, len(row.profile_ids)) else found


def _is_wanted(profile: Profile) -> tuple[ColumnElement[bool], ...]:
    """Open, with a post left, and not taken away by the person."""
    dismissed = select(DismissedSuggestion.vacancy_id).where(DismissedSuggestion.jobseeker_id == profile.jobseeker_id)
    return IS_OPEN, Vacancy.id.not_in(dismissed)


def _ranked(profile: Profile, rows: Iterable[Any]) -> list[Ranked]:
    person = criteria.person_facts(profile)
    found = []
    for row in rows:
        post = criteria.post_facts(cast(Vacancy, row), profile)
        if scoring.is_reachable(person, post):
            crowded = is_crowded(row.applications, row.posts - row.posts_filled)
            found.append(Ranked(row.id, row.public_id, scoring.score(person, post), crowded, row if isinstance(row, Vacancy) else None))
    return sorted(found, key=_best_first)


def _scored_people(session: Session, actor: Actor, vacancy: Vacancy, condition: Any) -> list[tuple[Profile, scoring.Score]]:
    wanted = visible_profiles(actor, select(Profile)).where(condition, Profile.audience.in_(criteria.audiences_of(actor)), Profile.is_active)
    found = []
    for profile in session.scalars(wanted):
        person, post = criteria.person_facts(profile), criteria.post_facts(vacancy, profile)
        if scoring.is_reachable(person, post):
            found.append((profile, scoring.score(person, post)))
    return sorted(found, key=lambda pair: (-pair[1].total, pair[0].public_id))


def _scored_columns(actor: Actor) -> Select[Any]:
    return visible(actor, select(Vacancy)).with_only_columns(*(getattr(Vacancy, name) for name in SCORED_COLUMNS.split()))


def _quiet_vacancies(actor: Actor, profile: Profile) -> Select[Any]:
    """Those of the person's minor groups and regions with the fewest applications for each post."""
    minors = sorted({code[: criteria.MINOR_GROUP] for code in profile.occupation_codes})
    regions = sorted({profile.region_code, *profile.move_regions})
    each = func.cast(Vacancy.applications, Float) / (Vacancy.posts - Vacancy.posts_filled)
    wanted = _scored_columns(actor).where(each <= scoring.CROWDED_ABOVE)
    if minors:
        wanted = wanted.where(func.left(Vacancy.occupation_code, criteria.MINOR_GROUP).in_(minors))
    else:
        wanted = wanted.where(or_(Vacancy.skills_required.overlap(profile.skills), Vacancy.skills_wished.overlap(profile.skills)))
    if "*" not in profile.move_regions:
        wanted = wanted.where(or_(Vacancy.region_code.in_(regions), Vacancy.region_code.is_(None), Vacancy.is_remote & profile.wants_remote))
    return wanted.order_by(each, Vacancy.id).limit(criteria.STORED)


def _best_first(one: Ranked) -> tuple[int, str]:
    return -one.score.total, one.public_id


def best(ranked: Iterable[Ranked], most: int) -> Sequence[Ranked]:
    """What a ready list keeps: the best, and besides them quiet ones, so that what is shown can be balanced."""
    everything = list(ranked)
    quiet = [one for one in everything if not one.is_crowded][:QUIET_KEPT]
    kept = {one.id for one in (*everything[:most], *quiet)}
    return [one for one in everything if one.id in kept]
