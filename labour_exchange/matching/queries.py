"""Suggestions for a jobseeker and candidates for a vacancy: retrieved by the engine, scored here, the best first."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Profile
from labour_exchange.matching import access, criteria, explanations, scoring
from labour_exchange.matching.models import DismissedSuggestion
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_public_id


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


def suggestions_for(session: Session, actor: Actor, limit: int = 10) -> list[Suggestion]:
    """The vacancies that meet the actor's own profile best; none while there is no profile."""
    profile = own_profile(session, actor)
    if profile is None or not (profile.occupation_codes or profile.skills):
        return []
    vacancies = _retrieved_vacancies(session, actor, profile)
    dismissed = set(session.scalars(select(DismissedSuggestion.vacancy_id).where(DismissedSuggestion.jobseeker_id == profile.jobseeker_id)))
    found = [explain_pair(profile, vacancy) for vacancy in vacancies if vacancy.id not in dismissed and vacancy.posts_left > 0]
    return sorted((pair for pair in found if pair), key=_best_first)[:limit]


def candidates_for(session: Session, actor: Actor, vacancy: Vacancy, limit: int = 20) -> list[Candidate]:
    """The profiles that meet a vacancy best, of those the actor may read; raises NotFound when the vacancy is not the actor's."""
    if not access.may_read_candidates(actor, vacancy):
        raise NotFound
    page = engines.engine().find_profiles(criteria.profile_criteria(vacancy, actor))
    wanted = select(Profile).where(
        Profile.public_id.in_([hit.public_id for hit in page.hits]), Profile.audience.in_(criteria.audiences_of(actor)), Profile.is_active
    )
    found = []
    for profile in session.scalars(wanted):
        pair = explain_pair(profile, vacancy)
        if pair:
            found.append(Candidate(profile, pair.score, pair.reasons))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.profile.public_id))[:limit]


def own_profile(session: Session, actor: Actor) -> Profile | None:
    return session.scalars(select(Profile).where(Profile.jobseeker_id == actor.jobseeker_id)).one_or_none()


def explain_pair(profile: Profile, vacancy: Vacancy) -> Suggestion | None:
    """Score one pair and say why; None when the person could not work there at all."""
    person, post = criteria.person_facts(profile), criteria.post_facts(vacancy, profile)
    if not scoring.is_reachable(person, post):
        return None
    scored = scoring.score(person, post)
    reasons = tuple(ShownReason(reason.name, explanations.explain(reason), reason.weight, reason.field) for reason in scored.reasons)
    return Suggestion(vacancy, scored.total, reasons)


def _retrieved_vacancies(session: Session, actor: Actor, profile: Profile) -> Iterable[Vacancy]:
    public_ids = [hit.public_id for question in criteria.vacancy_criteria(profile) for hit in engines.engine().find_vacancies(question).hits]
    return vacancies_by_public_id(session, actor, public_ids).values()


def _best_first(suggestion: Suggestion) -> tuple[int, str]:
    return -suggestion.score, suggestion.vacancy.public_id
