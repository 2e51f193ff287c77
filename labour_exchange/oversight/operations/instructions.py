"""Instructions: given at a session, carried out with evidence that a second person accepts, moved by another person, escalated when overdue."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.oversight import rules
from labour_exchange.oversight.access import may_answer, may_give_instructions
from labour_exchange.oversight.bodies import OWN_BODIES
from labour_exchange.oversight.events import InstructionDecided, InstructionGiven, InstructionOverdue, InstructionReported
from labour_exchange.oversight.models.instructions import Escalation, Extension, Instruction, InstructionEvidence, OversightSession
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.queries.instructions import parts_of, people_to_tell
from labour_exchange.oversight.states import INSTRUCTION_LIFECYCLE, RUNNING, Decision, InstructionState
from labour_exchange.oversight.texts import refusals
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.territory.queries import is_region

CLOCK = system_actor("escalate instructions")


@dataclass(frozen=True, slots=True)
class InstructionFacts:
    """What is told to one body: a department by its code, or the office of a region."""

    text_kk: str
    text_ru: str
    due_on: date
    text_en: str = ""
    body_code: str | None = None
    region_code: str | None = None
    measure: Measure | None = None


def record_sitting(session: Session, actor: Actor, *, held_on: date, body: str, title: str, report: Report | None = None) -> OversightSession:
    """Write down that a body sat. Raises InvalidInput."""
    if not may_give_instructions(actor):
        raise NotFound
    _refuse_empty(body=body, title=title)
    made = OversightSession(
        held_on=held_on, body=body.strip(), title=title.strip(), report_id=report.id if report else None, recorded_by_id=_who(actor)
    )
    session.add(made)
    session.flush()
    record_act(session, actor, "record session", "oversight_session", made.id)
    return made


def give_instruction(session: Session, actor: Actor, sitting: OversightSession, facts: InstructionFacts) -> Instruction:
    """Raises InvalidInput for a text that is missing, an unknown body, or a due date that has passed."""
    if not may_give_instructions(actor):
        raise NotFound
    _refuse_empty(text_kk=facts.text_kk, text_ru=facts.text_ru)
    is_known = facts.body_code in OWN_BODIES if facts.region_code is None else facts.body_code is None and is_region(facts.region_code)
    errors = [] if is_known else [FieldError("responsible", refusals.UNKNOWN_BODY)]
    if facts.due_on < clock.today():
        errors.append(FieldError("due_on", refusals.DAY_PASSED))
    if errors:
        raise InvalidInput(errors)
    made = Instruction(
        session_id=sitting.id,
        text_kk=facts.text_kk.strip(),
        text_ru=facts.text_ru.strip(),
        text_en=facts.text_en.strip(),
        body_code=facts.body_code,
        region_code=facts.region_code,
        measure_id=facts.measure.id if facts.measure else None,
        due_on=facts.due_on,
        first_due_on=facts.due_on,
        state=INSTRUCTION_LIFECYCLE.initial,
        given_by_id=_who(actor),
        given_at=clock.now(),
    )
    session.add(made)
    session.flush()
    log_transition(session, actor, INSTRUCTION_LIFECYCLE.name, made.id, "give", "", made.state)
    record(session, actor, InstructionGiven(made.id))
    return made


def give_evidence(session: Session, actor: Actor, instruction: Instruction, *, text: str, reference: str = "") -> InstructionEvidence:
    """Say what shows that it is done, and let a second person check it. Raises InvalidInput, Conflict(not_allowed_now)."""
    if not may_answer(actor, instruction):
        raise NotFound
    _refuse_empty(text=text)
    _lock(session, instruction)
    move(session, actor, instruction, INSTRUCTION_LIFECYCLE, "report")
    made = InstructionEvidence(
        instruction_id=instruction.id, text=text.strip(), reference=reference.strip(), given_by_id=_who(actor), given_at=clock.now()
    )
    session.add(made)
    session.flush()
    record(session, actor, InstructionReported(instruction.id))
    return made


def decide_evidence(session: Session, actor: Actor, instruction: Instruction, *, is_accepted: bool, reason: str = "") -> Instruction:
    """A second person closes the instruction, or returns the evidence with a reason; then the due date holds as before.

    Raises InvalidInput, Conflict(same_person, already_decided).
    """
    if not may_give_instructions(actor):
        raise NotFound
    _lock(session, instruction)
    evidence = parts_of(session, instruction).open_evidence
    if evidence is None:
        raise Conflict(refusals.ALREADY_DECIDED)
    if evidence.given_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    if not is_accepted:
        _refuse_empty(reason=reason)
    evidence.decision, evidence.reason = Decision.ACCEPTED if is_accepted else Decision.REFUSED, reason.strip()
    evidence.decided_by_id, evidence.decided_at = _who(actor), clock.now()
    if is_accepted:
        instruction.done_on = clock.today()
    move(session, actor, instruction, INSTRUCTION_LIFECYCLE, "accept" if is_accepted else "return", reason=reason.strip())
    if not is_accepted and rules.is_overdue(instruction.due_on, clock.today()):
        move(session, CLOCK, instruction, INSTRUCTION_LIFECYCLE, "fall_overdue")
    record(session, actor, InstructionDecided(instruction.id, instruction.state.value))
    return instruction


def ask_extension(session: Session, actor: Actor, instruction: Instruction, *, until_on: date, reason: str) -> Extension:
    """Ask for a later date; another person decides. Raises InvalidInput, Conflict(already_asked, not_allowed_now)."""
    if not may_answer(actor, instruction):
        raise NotFound
    _refuse_empty(reason=reason)
    _lock(session, instruction)
    INSTRUCTION_LIFECYCLE.after(instruction.state, "extend")
    if until_on <= max(instruction.due_on, clock.today()):
        raise InvalidInput([FieldError("until_on", refusals.NOT_LATER)])
    if parts_of(session, instruction).open_extension is not None:
        raise Conflict(refusals.ALREADY_ASKED)
    made = Extension(
        instruction_id=instruction.id,
        from_on=instruction.due_on,
        until_on=until_on,
        reason=reason.strip(),
        asked_by_id=_who(actor),
        asked_at=clock.now(),
    )
    session.add(made)
    session.flush()
    return made


def decide_extension(session: Session, actor: Actor, instruction: Instruction, *, is_accepted: bool) -> Instruction:
    """Another person moves the due date, or leaves it. Raises Conflict(same_person, already_decided, not_allowed_now)."""
    if not may_give_instructions(actor):
        raise NotFound
    _lock(session, instruction)
    asked = parts_of(session, instruction).open_extension
    if asked is None:
        raise Conflict(refusals.ALREADY_DECIDED)
    if asked.asked_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    asked.decision = Decision.ACCEPTED if is_accepted else Decision.REFUSED
    asked.decided_by_id, asked.decided_at = _who(actor), clock.now()
    if is_accepted:
        if rules.is_overdue(asked.until_on, clock.today()):
            raise Conflict(refusals.NOT_LATER)
        instruction.due_on = asked.until_on
        move(session, actor, instruction, INSTRUCTION_LIFECYCLE, "extend", reason=asked.reason)
    session.flush()
    record(session, actor, InstructionDecided(instruction.id, instruction.state.value))
    return instruction


def escalate_overdue(session: Session) -> int:
    """Let what is late become overdue, and tell each level once for each due date; gives how many were told. Runs every morning."""
    today, told = clock.today(), 0
    late = select(Instruction).where(Instruction.due_on < today, Instruction.state.in_((*RUNNING, InstructionState.OVERDUE)))
    for instruction in session.scalars(late.order_by(Instruction.id).with_for_update(skip_locked=True)):
        if instruction.state is not InstructionState.OVERDUE:
            move(session, CLOCK, instruction, INSTRUCTION_LIFECYCLE, "fall_overdue")
        for level in rules.escalations_due(instruction.due_on, today):
            people = len(people_to_tell(session, instruction, level))
            row = {"instruction_id": instruction.id, "level": level, "due_on": instruction.due_on, "escalated_on": today, "told": people}
            once = insert(Escalation).values(row).on_conflict_do_nothing(constraint="uq_instruction_escalations_once").returning(Escalation.id)
            if session.scalar(once) is not None:
                record(session, CLOCK, InstructionOverdue(instruction.id, level.value))
                told += people
    return told


def escalate(session: Session) -> None:
    """What runs every morning."""
    escalate_overdue(session)


def _lock(session: Session, instruction: Instruction) -> None:
    """A page reads the session along by an outer join, which cannot be locked; so the row is read again by itself."""
    session.get_one(Instruction, instruction.id, with_for_update=True, populate_existing=True)


def _refuse_empty(**texts: str) -> None:
    errors = [FieldError(name, refusals.WORDS_MISSING) for name, text in texts.items() if not text.strip()]
    if errors:
        raise InvalidInput(errors)


def _who(actor: Actor) -> int:
    """The person behind an act that only people do."""
    if actor.user_id is None:
        raise NotFound
    return actor.user_id
