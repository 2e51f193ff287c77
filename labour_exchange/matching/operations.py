"""Take a suggestion away, call one of its reasons wrong, answer that, and forget everything about a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import new_public_id
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.matching import access
from labour_exchange.matching.models import Answer, ContestedReason, DismissedSuggestion, Fault, PersonSuggestions
from labour_exchange.vacancies.models import Vacancy


def dismiss_suggestion(session: Session, actor: Actor, vacancy: Vacancy, *, contested: str = "") -> None:
    """Show this vacancy to this person no more; doing it twice is doing it once."""
    if actor.jobseeker_id is None:
        raise NotFound
    values = {"jobseeker_id": actor.jobseeker_id, "vacancy_id": vacancy.id, "contested": contested, "dismissed_at": clock.now()}
    session.execute(insert(DismissedSuggestion).values(**values).on_conflict_do_nothing())


def contest_reason(session: Session, actor: Actor, vacancy: Vacancy, *, reason: str, fault: Fault) -> None:
    """Record that a reason is wrong; said again, it is asked again. A vacancy of no region is looked at where the person lives."""
    person = session.get(Jobseeker, actor.jobseeker_id) if actor.jobseeker_id is not None else None
    if person is None:
        raise NotFound
    said = {"fault": fault, "region_code": vacancy.region_code or person.region_code, "contested_at": clock.now()}
    asked_again = {"answer": None, "answered_at": None, "answered_by_id": None}
    key = {"jobseeker_id": person.id, "vacancy_id": vacancy.id, "reason": reason, "public_id": new_public_id()}
    statement = insert(ContestedReason).values(**key, **said)
    session.execute(statement.on_conflict_do_update(constraint="uq_contested_reasons_once", set_=said | asked_again))


def answer_contest(session: Session, actor: Actor, contested: ContestedReason, answer: Answer) -> int:
    """The office has looked: its answer stands for everybody who called the same reason of the same vacancy wrong; gives how many they are."""
    if not access.may_answer(actor, contested):
        raise NotFound
    same = select(ContestedReason.id).where(
        ContestedReason.vacancy_id == contested.vacancy_id,
        ContestedReason.reason == contested.reason,
        ContestedReason.region_code == contested.region_code,
        ContestedReason.fault == Fault.VACANCY,
        ContestedReason.answer.is_(None),
    )
    ids = list(session.scalars(same.with_for_update()))
    values = {"answer": answer, "answered_at": clock.now(), "answered_by_id": actor.user_id}
    session.execute(update(ContestedReason).where(ContestedReason.id.in_(ids)).values(**values))
    record_act(session, actor, "answer contested reason", "vacancy", contested.vacancy_id, reason=contested.reason, answer=answer.value)
    return len(ids)


def forget_suggestions(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to an erased person: nothing that was suggested to them, refused or contested by them is kept."""
    for table in (PersonSuggestions, DismissedSuggestion, ContestedReason):
        session.execute(delete(table).where(table.jobseeker_id == facts["jobseeker_id"]))
