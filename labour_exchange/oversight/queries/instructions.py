"""Instructions in the order in which they need somebody, their parts, their calendar, and who has to know of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.oversight.access import visible_instructions
from labour_exchange.oversight.bodies import BODIES
from labour_exchange.oversight.models.instructions import Escalation, Extension, Instruction, InstructionEvidence, OversightSession
from labour_exchange.oversight.rules import DUE_SOON_DAYS
from labour_exchange.oversight.states import RUNNING, UNFINISHED, EscalationLevel, InstructionState
from labour_exchange.territory.queries import region

URGENCY = (InstructionState.OVERDUE, InstructionState.REPORTED, InstructionState.OPEN, InstructionState.EXTENDED, InstructionState.DONE)


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on one instruction, the oldest first."""

    evidence: Sequence[InstructionEvidence]
    extensions: Sequence[Extension]
    escalations: Sequence[Escalation]

    @property
    def open_evidence(self) -> InstructionEvidence | None:
        return next((one for one in self.evidence if one.decision is None), None)

    @property
    def open_extension(self) -> Extension | None:
        return next((one for one in self.extensions if one.decision is None), None)


def responsible(instruction: Instruction) -> Text:
    """The name of who answers for it."""
    if instruction.region_code is not None:
        return region(instruction.region_code).name
    return BODIES[instruction.body_code or ""].name


def instructions(actor: Actor, *, states: Iterable[InstructionState] = tuple(InstructionState)) -> Select[tuple[Instruction]]:
    """Overdue ones first, then those whose evidence waits, then by due date."""
    urgency = case({state.value: place for place, state in enumerate(URGENCY)}, value=Instruction.state, else_=len(URGENCY))
    wanted = select(Instruction).options(joinedload(Instruction.session)).where(Instruction.state.in_(list(states)))
    return visible_instructions(actor, wanted.order_by(urgency, Instruction.due_on, Instruction.id))


def overdue(session: Session, actor: Actor) -> list[Instruction]:
    return list(session.scalars(instructions(actor, states=(InstructionState.OVERDUE,))))


def due_soon(session: Session, actor: Actor) -> list[Instruction]:
    """Running ones that are due within two weeks."""
    until = clock.today() + timedelta(days=DUE_SOON_DAYS)
    return list(session.scalars(instructions(actor, states=RUNNING).where(Instruction.due_on <= until)))


def in_calendar(session: Session, actor: Actor, first: date, last: date) -> dict[date, list[Instruction]]:
    """Unfinished ones by the day on which they are due."""
    wanted = instructions(actor, states=UNFINISHED).where(Instruction.due_on.between(first, last))
    found: dict[date, list[Instruction]] = {}
    for one in sorted(session.scalars(wanted), key=lambda one: (one.due_on, one.id)):
        found.setdefault(one.due_on, []).append(one)
    return found


def counts_by_state(session: Session, actor: Actor) -> dict[InstructionState, int]:
    seen = visible_instructions(actor, select(Instruction)).subquery()
    rows = session.execute(select(seen.c.state, func.count()).group_by(seen.c.state))
    return {InstructionState(state): count for state, count in rows}


def instruction_for(session: Session, actor: Actor, public_id: str) -> Instruction:
    """Raises NotFound."""
    found = session.scalars(instructions(actor).where(Instruction.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def parts_of(session: Session, instruction: Instruction) -> Parts:
    def rows(model: type[InstructionEvidence] | type[Extension] | type[Escalation]) -> list[object]:
        return list(session.scalars(select(model).where(model.instruction_id == instruction.id).order_by(model.id)))

    return Parts(rows(InstructionEvidence), rows(Extension), rows(Escalation))  # type: ignore[arg-type]


def sittings(session: Session) -> list[OversightSession]:
    """The latest first."""
    return list(session.scalars(select(OversightSession).order_by(OversightSession.held_on.desc(), OversightSession.id.desc())))


def sitting_by_public_id(session: Session, public_id: str) -> OversightSession:
    """Raises NotFound."""
    found = session.scalars(select(OversightSession).where(OversightSession.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def people_to_tell(session: Session, instruction: Instruction, level: EscalationLevel) -> list[int]:
    """Ids of the users of a level: staff of the region's offices or the analysts of the ministry; who gave it; all analysts."""
    if level is EscalationLevel.CONTROL:
        return [instruction.given_by_id]
    if level is EscalationLevel.RESPONSIBLE and instruction.region_code is not None:
        return staff_of_region(session, instruction.region_code)
    return analysts(session)


def staff_of_region(session: Session, region_code: str) -> list[int]:
    """Who works at an office of the region today."""
    today = clock.today()
    wanted = select(StaffMember.user_id).join(Office, Office.id == StaffMember.office_id).join(User, User.id == StaffMember.user_id)
    wanted = wanted.where(Office.region_code == region_code, User.state == UserState.ACTIVE, StaffMember.appointed_on <= today)
    return list(session.scalars(wanted.where(StaffMember.ended_on.is_(None) | (StaffMember.ended_on > today)).order_by(StaffMember.user_id)))


def analysts(session: Session) -> list[int]:
    return list(session.scalars(select(User.id).where(User.kind == ActorKind.ANALYST, User.state == UserState.ACTIVE).order_by(User.id)))
