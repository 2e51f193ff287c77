"""The individual plan written, changed, agreed by the person; its steps done, dropped, taken up again."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.cases import access
from labour_exchange.cases.events import PlanAgreed, PlanChanged
from labour_exchange.cases.models import Case, Plan, PlanRevision, PlanStep
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.rules import LONGEST_REASON
from labour_exchange.cases.rules.plans import StepFacts, goal_problems, step_problems
from labour_exchange.cases.states import STEP_LIFECYCLE, CaseState, StepState
from labour_exchange.cases.texts import cases as case_texts
from labour_exchange.cases.texts import plans as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act

ERASED = "erased"
"""What stands for words when the person is erased."""


def write_goals(session: Session, actor: Actor, case: Case, plan: Plan | None, *, goals: str, revision: int) -> Plan:
    """Begin the plan, or write its goals anew; `revision` is the one that was read, 0 for none.

    Raises InvalidInput, StaleVersion when a colleague was faster, Conflict when the case is closed.
    """
    _require_open(actor, case)
    wrong = goal_problems(goals)
    if wrong:
        raise InvalidInput(wrong)
    if plan is None:
        return _begin(session, actor, case, goals.strip())
    hold_as_read(session, plan, revision)
    plan.goals = goals.strip()
    return _revised(session, actor, plan)


def add_step(session: Session, actor: Actor, plan: Plan, facts: StepFacts, *, revision: int) -> PlanStep:
    """Raises InvalidInput, StaleVersion, Conflict when the case is closed."""
    _require_open(actor, plan.case)
    wrong = step_problems(facts, clock.today())
    if wrong:
        raise InvalidInput(wrong)
    hold_as_read(session, plan, revision)
    made = PlanStep(plan_id=plan.id, jobseeker_id=plan.jobseeker_id, region_code=plan.region_code, state=StepState.OPEN)
    made.what, made.doer, made.due_on = facts.what.strip(), facts.doer, facts.due_on  # type: ignore[assignment]
    session.add(made)
    _revised(session, actor, plan)
    return made


def change_step(session: Session, actor: Actor, plan: Plan, step: PlanStep, facts: StepFacts, *, revision: int) -> PlanStep:
    """Write an open step anew. Raises InvalidInput, StaleVersion, Conflict when the step or the case is no longer open."""
    _require_open(actor, plan.case)
    wrong = step_problems(facts, clock.today(), was_due_on=step.due_on)
    if wrong:
        raise InvalidInput(wrong)
    hold_as_read(session, plan, revision)
    session.refresh(step)
    if step.state is not StepState.OPEN:
        raise Conflict(NOT_ALLOWED_NOW)
    step.what, step.doer, step.due_on = facts.what.strip(), facts.doer, facts.due_on  # type: ignore[assignment]
    _revised(session, actor, plan)
    return step


def move_step(session: Session, actor: Actor, plan: Plan, step: PlanStep, act: str, *, reason: str = "") -> PlanStep:
    """`finish`, `drop` (with a reason, which the person reads) or `reopen`. Raises InvalidInput without a reason, Conflict out of turn."""
    _require_open(actor, plan.case)
    hold(session, plan)
    session.refresh(step)
    written = checked_reason(reason) if act == "drop" else ""
    STEP_LIFECYCLE.after(step.state, act)
    step.reason, step.ended_on = written, None if act == "reopen" else clock.today()
    move(session, actor, step, STEP_LIFECYCLE, act)
    record_act(session, actor, f"{act} step", "plan", plan.id, step_id=step.id)
    return step


def agree_to_plan(session: Session, actor: Actor, plan: Plan, *, revision: int) -> Plan:
    """The person has read the plan and agrees. Raises StaleVersion when it has changed since, Conflict(no_steps)."""
    if not access.may_agree(actor, plan):
        raise NotFound
    hold_as_read(session, plan, revision)
    if plan.case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
    if not any(step.state is StepState.OPEN for step in plan.steps):
        raise Conflict(texts.NO_STEPS)
    if plan.is_agreed:
        return plan
    plan.agreed_revision, plan.agreed_at = plan.revision, clock.now()
    text = session.scalars(select(PlanRevision).where(PlanRevision.plan_id == plan.id, PlanRevision.revision == plan.revision)).one()
    text.agreed_at = plan.agreed_at
    session.flush()
    record_act(session, actor, "agree to plan", "plan", plan.id, revision=plan.revision)
    record(session, actor, PlanAgreed(plan.id, plan.jobseeker_id, plan.revision))
    return plan


def hold_as_read(session: Session, plan: Plan, revision: int) -> None:
    """Raises StaleVersion when the plan is no longer what was read."""
    hold(session, plan)
    if plan.revision != revision:
        raise StaleVersion


def checked_reason(reason: str) -> str:
    """A reason as it is kept. Raises InvalidInput."""
    written = reason.strip()
    if not written:
        raise InvalidInput([FieldError("reason", case_texts.REASON_MISSING)])
    if len(written) > LONGEST_REASON:
        raise InvalidInput([FieldError("reason", case_texts.REASON_TOO_LONG, {"most": LONGEST_REASON})])
    return written


def forget_plan_words(session: Session, case_ids: Iterable[int]) -> None:
    """The person is erased: the words of their plans go, the states and days stay."""
    for plan in session.scalars(select(Plan).where(Plan.case_id.in_(list(case_ids)))):
        plan.goals = ""
        for step in plan.steps:
            step.what, step.reason = "", ERASED if step.state is StepState.DROPPED else ""
        for text in session.scalars(select(PlanRevision).where(PlanRevision.plan_id == plan.id)):
            text.goals, text.steps = "", []


def _begin(session: Session, actor: Actor, case: Case, goals: str) -> Plan:
    made = Plan(case_id=case.id, case=case, jobseeker_id=case.jobseeker_id, region_code=case.region_code, goals=goals, revision=1, steps=[])
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise StaleVersion from None
    _keep_text(session, actor, made)
    return made


def _revised(session: Session, actor: Actor, plan: Plan) -> Plan:
    plan.revision += 1
    session.flush()
    session.refresh(plan, ["steps"])
    _keep_text(session, actor, plan)
    return plan


def _keep_text(session: Session, actor: Actor, plan: Plan) -> None:
    steps = [{"what": one.what, "doer": one.doer.value, "due_on": one.due_on.isoformat()} for one in plan.steps if one.state is not StepState.DROPPED]
    session.add(
        PlanRevision(
            plan_id=plan.id,
            jobseeker_id=plan.jobseeker_id,
            region_code=plan.region_code,
            revision=plan.revision,
            goals=plan.goals,
            steps=steps,
            written_by_id=actor.user_id,
            written_at=clock.now(),
        )
    )
    session.flush()
    record_act(session, actor, "write plan", "plan", plan.id, revision=plan.revision)
    record(session, actor, PlanChanged(plan.id, plan.jobseeker_id, plan.revision))


def _require_open(actor: Actor, case: Case) -> None:
    if not access.may_keep(actor, case):
        raise NotFound
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
