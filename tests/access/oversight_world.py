"""Reports and instructions in the small country of the access matrix: for each side a draft, an instruction of its region and one of a department."""

from datetime import timedelta

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.oversight.models.instructions import Escalation
from labour_exchange.oversight.operations import instructions, reports
from labour_exchange.oversight.operations.instructions import InstructionFacts
from labour_exchange.oversight.states import EscalationLevel
from tests.factories.oversight import analyst

SHARED = "zqshared"
PERIODS = {"home": "2020-H1", "neighbour": "2021-H1", "away": "2022-H1"}


def filled(session: Session, side: str, officer: Actor) -> dict[str, dict[str, str | int]]:
    """What leads to each record, by its name in the table."""
    ministry, today = analyst(session), clock.today()
    draft = reports.open_report(session, ministry, "half_year", PERIODS[side], comments_until=today + timedelta(days=30))
    reports.comment_on_line(session, officer, draft, "employed", text=f"{SHARED}-{side}-comment")
    sitting = instructions.record_sitting(session, ministry, held_on=today, body=f"{SHARED}-{side}-body", title=f"{SHARED}-{side}-session")
    words = {"text_kk": f"{SHARED}-{side}-kk", "text_ru": f"{SHARED}-{side}-ru", "text_en": f"{SHARED}-{side}-en", "due_on": today}
    told = instructions.give_instruction(session, ministry, sitting, InstructionFacts(region_code=officer.region_code, **words))
    own = instructions.give_instruction(session, ministry, sitting, InstructionFacts(body_code="law", **words))
    instructions.ask_extension(session, officer, told, until_on=today + timedelta(days=9), reason=f"{SHARED}-{side}-reason")
    instructions.give_evidence(session, officer, told, text=f"{SHARED}-{side}-evidence")
    session.add(Escalation(instruction_id=told.id, level=EscalationLevel.RESPONSIBLE, due_on=today, escalated_on=today, told=1))
    session.flush()
    return {
        "report": {"public_id": draft.public_id},
        "name of a draft report": {"name": draft.name},
        "instruction": {"public_id": told.public_id},
        "department instruction": {"public_id": own.public_id},
        "sitting": {"public_id": sitting.public_id},
    }
