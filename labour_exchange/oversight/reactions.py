"""What people are told of reports and instructions, each in the words of their own language."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.queries.instructions import people_to_tell, responsible, staff_of_region
from labour_exchange.oversight.states import INSTRUCTION_LIFECYCLE, EscalationLevel, InstructionState
from labour_exchange.oversight.texts.labels import INSTRUCTION_STATES
from labour_exchange.territory.queries import regions

Facts = Mapping[str, Any]


def ask_regions_to_comment(session: Session, facts: Facts) -> None:
    """Reaction to report_opened."""
    report = session.get_one(Report, facts["report_id"])
    if report.comments_until is None:
        return
    named = {"report": DEFINITIONS[report.definition_code].name, "until": _day(report.comments_until)}
    for region in regions():
        for user_id in staff_of_region(session, region.iso_code):
            path, occasion = f"/office/reports/{report.public_id}", f"report:{report.id}:{user_id}"
            compose_message(session, MessageKind.REPORT_TO_COMMENT, user_id, occasion=occasion, path=path, **named)


def tell_of_instruction(session: Session, facts: Facts) -> None:
    """Reaction to instruction_given."""
    instruction = session.get_one(Instruction, facts["instruction_id"])
    _tell(session, MessageKind.INSTRUCTION_GIVEN, instruction, people_to_tell(session, instruction, EscalationLevel.RESPONSIBLE), "given")


def tell_of_overdue(session: Session, facts: Facts) -> None:
    """Reaction to instruction_overdue: to the people of the level that the event names. What is no longer overdue is no news."""
    instruction = session.get_one(Instruction, facts["instruction_id"])
    if instruction.state is not InstructionState.OVERDUE:
        return
    level = EscalationLevel(facts["level"])
    days = (clock.today() - instruction.due_on).days
    people = people_to_tell(session, instruction, level)
    _tell(session, MessageKind.INSTRUCTION_OVERDUE, instruction, people, f"{level}:{instruction.due_on}", days=days)


def ask_to_check_evidence(session: Session, facts: Facts) -> None:
    """Reaction to instruction_reported: to who gave it."""
    instruction = session.get_one(Instruction, facts["instruction_id"])
    people = people_to_tell(session, instruction, EscalationLevel.CONTROL)
    _tell(session, MessageKind.INSTRUCTION_REPORTED, instruction, people, f"reported:{_moves(session, instruction)}")


def tell_of_decision(session: Session, facts: Facts) -> None:
    """Reaction to instruction_decided."""
    instruction = session.get_one(Instruction, facts["instruction_id"])
    people = people_to_tell(session, instruction, EscalationLevel.RESPONSIBLE)
    said = f"decided:{_moves(session, instruction)}:{instruction.due_on}"
    _tell(session, MessageKind.INSTRUCTION_DECIDED, instruction, people, said, state=INSTRUCTION_STATES[InstructionState(facts["state"])])


def _tell(session: Session, kind: MessageKind, instruction: Instruction, people: Iterable[int], occasion: str, **values: object) -> None:
    said = {"instruction": instruction.text, "who": responsible(instruction), "until": _day(instruction.due_on), **values}
    for user_id in people:
        area = "office" if session.get_one(User, user_id).kind in OFFICE_STAFF else "headquarters"
        path = f"/{area}/instructions/{instruction.public_id}"
        compose_message(session, kind, user_id, occasion=f"instruction:{instruction.id}:{occasion}:{user_id}", path=path, **said)


def _moves(session: Session, instruction: Instruction) -> int:
    """How often it has moved so far, which tells one evidence from the next."""
    return len(history(session, INSTRUCTION_LIFECYCLE.name, instruction.id))


def _day(day: object) -> str:
    return f"{day:%d.%m.%Y}"
