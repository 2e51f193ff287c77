"""Reports, sessions and instructions for tests, made by the operations, as in life."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.operations import instructions, reports
from labour_exchange.oversight.operations.instructions import InstructionFacts
from tests.factories import offices
from tests.factories.accounts import user


def analyst(session: Session) -> Actor:
    return Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id)


def officer(session: Session, region_code: str = "KZ-71", **facts: Any) -> Actor:
    """Of an office of the region that is made for it."""
    return offices.officer(offices.staff(session, offices.office(session, region_code), **facts))


def draft(session: Session, code: str = "half_year", period: str = "2017-H1", **facts: Any) -> Report:
    return reports.open_report(session, analyst(session), code, period, **facts)


def frozen(session: Session, **facts: Any) -> Report:
    return reports.freeze_report(session, analyst(session), draft(session, **facts))


def published(session: Session, **facts: Any) -> Report:
    """Frozen and signed by two people."""
    report = frozen(session, **facts)
    for signer in (analyst(session), analyst(session)):
        reports.sign_report(session, signer, report)
    return reports.publish_report(session, analyst(session), report)


def instruction(session: Session, *, region_code: str | None = "KZ-71", days: int = 10, due_on: date | None = None, **facts: Any) -> Instruction:
    """Due in so many days, given to a region, or with `body_code` and no region to a department."""
    actor = analyst(session)
    sitting = instructions.record_sitting(session, actor, held_on=clock.today(), body="Ministry", title="Half-year results")
    due = due_on or clock.today() + timedelta(days=days)
    given = {"text_kk": "Жоспарды орындаңыз.", "text_ru": "Выполните план.", "text_en": "Carry out the plan.", "due_on": due}
    return instructions.give_instruction(session, actor, sitting, InstructionFacts(region_code=region_code, **given | facts))
