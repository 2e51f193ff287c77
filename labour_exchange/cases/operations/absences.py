"""Who stands in for an absent colleague, from one day to another."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases import access
from labour_exchange.cases.models import Absence
from labour_exchange.cases.queries import possible_leads
from labour_exchange.cases.rules.absences import AbsenceDays, problems
from labour_exchange.cases.texts import cases as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.records.audit import record_act


def record_absence(session: Session, actor: Actor, days: AbsenceDays, *, absent: User, substitute: User) -> Absence:
    """A colleague of the same office has the absent officer's cases in the queue, both days included.

    Raises InvalidInput, Conflict(already_away).
    """
    colleagues = {one.id for one in possible_leads(session, actor)} if actor.is_office_staff else set()
    if actor.office_id is None or absent.id not in colleagues:
        raise NotFound
    wrong = problems(days, clock.today())
    if absent.id == substitute.id or substitute.id not in colleagues:
        wrong.append(FieldError("substitute", texts.NO_COLLEAGUE))
    if wrong:
        raise InvalidInput(wrong)
    # Two that exclude each other would wait for each other in the index: the absent colleague is taken first.
    session.execute(select(User.id).where(User.id == absent.id).with_for_update(key_share=True))
    made = Absence(office_id=actor.office_id, absent_id=absent.id, substitute_id=substitute.id, from_on=days.from_on, until_on=days.until_on)
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.ALREADY_AWAY, field="from_on") from None
    record_act(session, actor, "record absence", "user", absent.id, substitute_id=substitute.id)
    return made


def cancel_absence(session: Session, actor: Actor, absence: Absence) -> None:
    """The colleague is back, or never left: nobody stands in any more."""
    if not access.may_cancel(actor, absence):
        raise NotFound
    record_act(session, actor, "cancel absence", "user", absence.absent_id, substitute_id=absence.substitute_id)
    session.delete(absence)
    session.flush()
