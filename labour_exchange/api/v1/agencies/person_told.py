"""From rows about people to what a program is told: an allowlist for each."""

from typing import Any

from labour_exchange.api.language import language
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.jobseekers.queries import SharedProfile, shared_profile
from labour_exchange.matching.queries import Candidate
from labour_exchange.placements.models import Approach, Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.states import InvitationState
from labour_exchange.vacancies.models import Vacancy


def person(one: Jobseeker | None) -> dict[str, Any] | None:
    return {name: getattr(one, name) or "" for name in ("family_name", "given_name", "phone")} if one else None


def profile(one: Profile | None) -> dict[str, Any] | None:
    if one is None:
        return None
    shared: SharedProfile = shared_profile(one)
    same = ("headline", "summary", "skills", "licences", "experience_months", "pay_from", "hours", "employment_kinds", "wants_remote")
    jobs = [{"occupation": job.occupation_code, **{name: getattr(job, name) for name in job.__slots__}} for job in shared.work_history]
    places = {"region": shared.region_code, "district": shared.district_code}
    facts = {name: getattr(shared, name) for name in same}
    return {"id": shared.public_id, "occupations": shared.occupation_codes, **places, **facts, "work_history": jobs}


def vacancy(one: Vacancy | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"id": one.public_id, "source": (one.source_name or "").rpartition("/")[2], "external_id": one.external_id or "", "title": one.title}


def application(one: JobApplication) -> dict[str, Any]:
    return _approach(one) | {"person": person(one.jobseeker), "profile": profile(one.jobseeker.profile)}


def invitation(one: Invitation) -> dict[str, Any]:
    """Row security keeps the person from whoever has not been accepted; the state says it once more."""
    is_accepted = one.state is InvitationState.ACCEPTED and one.jobseeker is not None
    return _approach(one) | {
        "candidate": one.jobseeker.profile.public_id if is_accepted and one.jobseeker.profile else None,
        "person": person(one.jobseeker) if is_accepted else None,
        "expires_on": one.expires_on,
    }


def referral(one: Referral) -> dict[str, Any]:
    return _approach(one) | {"person": person(one.jobseeker), "expires_on": one.expires_on}


def offer(one: Offer) -> dict[str, Any]:
    names = ("starts_on", "answer_by_on", "pay", "note", "created_at", "answered_at")
    return {"id": one.public_id, "vacancy": vacancy(one.vacancy), "state": one.state.value} | {name: getattr(one, name) for name in names}


def candidate(one: Candidate) -> dict[str, Any]:
    reasons = [reason.text.in_language(language()) for reason in one.reasons]
    return {"profile": profile(one.profile), "score": round(one.score, 1), "reasons": reasons}


def placement(one: Placement) -> dict[str, Any]:
    names = ("kind", "source", "month", "effective_on", "recorded_at")
    told = {"id": one.public_id, "vacancy": vacancy(one.vacancy), "state": one.state.value, "declared_by": one.declared_by.value}
    evidence = [{name: getattr(row, name) for name in names} for row in one.evidence]
    return told | {"started_on": one.started_on, "declared_on": one.declared_on, "evidence": evidence}


def _approach(one: Approach) -> dict[str, Any]:
    names = ("note", "answer_note", "created_at", "answered_at", "closed_at")
    facts = {name: getattr(one, name) for name in names}
    return {"id": one.public_id, "vacancy": vacancy(one.vacancy), "state": one.state.value} | facts  # type: ignore[attr-defined]
