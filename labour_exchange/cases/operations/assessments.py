"""How much help a person needs: decided by the rules whenever facts change, or by an officer with a reason."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from labour_exchange.cases import access
from labour_exchange.cases.events import EffortAssessed
from labour_exchange.cases.models import Case, EffortAssessment
from labour_exchange.cases.queries import latest_assessment
from labour_exchange.cases.rules import LONGEST_REASON
from labour_exchange.cases.rules.profiling import RULES_VERSION, EffortDecision, ProfilingFacts, effort_group
from labour_exchange.cases.states import CaseState, EffortGroup
from labour_exchange.cases.texts import cases as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker, Profile, WorkHistory
from labour_exchange.jobseekers.queries import open_registration_of

PORTION = 500
ERASED = "erased"
"""What stands for the words of an officer when the person is erased."""


def assess(session: Session, actor: Actor, case: Case) -> EffortAssessment:
    """Decide by the rules. An officer's own decision stands; a decision that would say the same again is not written twice."""
    latest = latest_assessment(session, case)
    decided = effort_group(facts_of(session, actor, case), clock.today())
    if latest is not None and (latest.is_override or _says_the_same(latest, decided)):
        return latest
    return _write(session, actor, case, decided, before=latest)


def override_effort(session: Session, actor: Actor, case: Case, *, group: EffortGroup, reason: str) -> EffortAssessment:
    """An officer decides otherwise than the rules, and says why. Raises InvalidInput without a reason, Conflict when the case is closed."""
    _require_open(actor, case)
    written = reason.strip()
    if not written:
        raise InvalidInput([FieldError("reason", texts.REASON_MISSING)])
    if len(written) > LONGEST_REASON:
        raise InvalidInput([FieldError("reason", texts.REASON_TOO_LONG, {"most": LONGEST_REASON})])
    made = _write(session, actor, case, EffortDecision(group, ()), before=latest_assessment(session, case), reason=written)
    record_act(session, actor, "override effort group", "case", case.id, group=group.value)
    return made


def return_to_rules(session: Session, actor: Actor, case: Case) -> EffortAssessment:
    """Let the rules decide again after an officer's own decision; without one nothing changes."""
    _require_open(actor, case)
    latest = latest_assessment(session, case)
    if latest is None or not latest.is_override:
        return assess(session, actor, case)
    record_act(session, actor, "return effort group to rules", "case", case.id)
    return _write(session, actor, case, effort_group(facts_of(session, actor, case), clock.today()), before=latest)


def assess_again(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to what changes the facts of one person: the profile, or a period on the register."""
    case = session.scalars(select(Case).where(Case.jobseeker_id == facts["jobseeker_id"], Case.closed_on.is_(None))).one_or_none()
    if case is not None:
        assess(session, system_actor("assess_again"), case)


def assess_open_cases(session: Session, commit: Callable[[], None], *, portion: int = PORTION) -> int:
    """What runs each night, for time and age move by themselves; `commit` is called after each portion, so that no lock lasts the night."""
    actor, last, assessed = system_actor("assess_open_cases"), 0, 0
    while True:
        wanted = select(Case).where(Case.closed_on.is_(None), Case.id > last).order_by(Case.id).limit(portion)
        found = session.scalars(wanted).all()
        for case in found:
            assess(session, actor, case)
        if not found:
            return assessed
        last, assessed = found[-1].id, assessed + len(found)
        commit()


def forget_grounds(session: Session, case: Case) -> None:
    """Empty what officers wrote of a person who was erased, and the conditions, which tell of age and disability; the groups stay."""
    decided = update(EffortAssessment).where(EffortAssessment.case_id == case.id)
    session.execute(decided.values(rule_codes=[]))
    session.execute(decided.where(EffortAssessment.is_override).values(reason=ERASED))


def facts_of(session: Session, actor: Actor, case: Case) -> ProfilingFacts:
    """What the conditions read, from the person's record and profile; without a registration time counts from the case."""
    person = session.get_one(Jobseeker, case.jobseeker_id)
    profile = session.scalars(select(Profile).where(Profile.jobseeker_id == person.id)).one_or_none()
    registration = open_registration_of(session, actor, person)
    return ProfilingFacts(
        born_on=person.born_on,
        registered_on=registration.registered_on if registration else case.opened_on,
        education_level=profile.education_level if profile else None,
        experience_months=profile.experience_months if profile else 0,
        worked_until=_worked_until(session, profile) if profile else None,
        has_disability=person.has_disability,
    )


def _worked_until(session: Session, profile: Profile) -> date | None:
    """The end of the latest job; a job without an end is still held."""
    ended = select(func.max(func.coalesce(WorkHistory.ended_on, clock.today()))).where(WorkHistory.profile_id == profile.id)
    return session.scalar(ended)


def _says_the_same(latest: EffortAssessment, decided: EffortDecision) -> bool:
    same = latest.group is decided.group and tuple(latest.rule_codes) == decided.rule_codes
    return same and latest.rules_version == RULES_VERSION


def _write(
    session: Session, actor: Actor, case: Case, decided: EffortDecision, *, before: EffortAssessment | None, reason: str = ""
) -> EffortAssessment:
    made = EffortAssessment(
        case_id=case.id,
        jobseeker_id=case.jobseeker_id,
        region_code=case.region_code,
        group=decided.group,
        rule_codes=list(decided.rule_codes),
        rules_version=RULES_VERSION,
        is_override=bool(reason),
        reason=reason,
        assessed_by_id=actor.user_id,
        assessed_at=clock.now(),
    )
    session.add(made)
    session.flush()
    if before is None or before.group is not made.group:
        record(session, actor, EffortAssessed(case.id, case.jobseeker_id, made.group.value))
    return made


def _require_open(actor: Actor, case: Case) -> None:
    if not access.may_keep(actor, case):
        raise NotFound
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
