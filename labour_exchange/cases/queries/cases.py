"""Find a case, a person's own case, and what stands in an officer's queue."""

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.models import User
from labour_exchange.cases.access import visible_absences, visible_cases
from labour_exchange.cases.models import Absence, Case, EffortAssessment
from labour_exchange.cases.states import CaseState, Standing
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.models import Office
from labour_exchange.offices.queries import staff_of

LOADED = (joinedload(Case.jobseeker), joinedload(Case.lead))


def case_for(session: Session, actor: Actor, public_id: str) -> Case:
    """Raises NotFound for a case that is not this actor's."""
    found = session.scalar(visible_cases(actor, select(Case)).options(*LOADED).where(Case.public_id == public_id))
    if found is None:
        raise NotFound
    return found


def latest_case_of(session: Session, actor: Actor, jobseeker_id: int) -> Case | None:
    """The open case of a person, else the one that was closed last, as far as the actor may see it."""
    wanted = visible_cases(actor, select(Case)).options(*LOADED).where(Case.jobseeker_id == jobseeker_id)
    return session.scalars(wanted.order_by(Case.id.desc()).limit(1)).one_or_none()


def latest_assessment(session: Session, case: Case) -> EffortAssessment | None:
    """The decision on the effort group that holds."""
    wanted = select(EffortAssessment).where(EffortAssessment.case_id == case.id).order_by(EffortAssessment.id.desc())
    return session.scalars(wanted.limit(1)).first()


def assessments_of(session: Session, actor: Actor, case: Case) -> list[EffortAssessment]:
    """The decisions on the effort group, the one that holds first; raises NotFound for a case out of scope."""
    case_for(session, actor, case.public_id)
    wanted = select(EffortAssessment).where(EffortAssessment.case_id == case.id).order_by(EffortAssessment.id.desc())
    return list(session.scalars(wanted))


def cases_standing(actor: Actor, standing: Standing, *, is_own: bool = False) -> Select[tuple[Case]]:
    """The cases of the region that stand so today, or only those the actor leads or stands in for."""
    wanted = visible_cases(actor, select(Case)).options(*LOADED).where(_stands(standing))
    return wanted.where(or_(Case.lead_id == actor.user_id, Case.lead_id.in_(stood_in_for(actor)))) if is_own else wanted


def count_standing(session: Session, actor: Actor, standing: Standing, *, is_own: bool = False) -> int:
    wanted = cases_standing(actor, standing, is_own=is_own).with_only_columns(Case.id)
    return session.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def possible_leads(session: Session, actor: Actor, case: Case | None = None) -> list[User]:
    """Colleagues of the actor's office, and whoever leads the case now."""
    office = session.get(Office, actor.office_id) if actor.office_id is not None else None
    found = [member.user for member in staff_of(session, actor, office)] if office else []
    if case is not None and case.lead_id not in {one.id for one in found}:
        found.append(session.get_one(User, case.lead_id))
    return found


def absences_at_office(session: Session, actor: Actor) -> list[Absence]:
    """Absences at the actor's office that have not ended, the first to begin first."""
    wanted = visible_absences(actor, select(Absence)).options(joinedload(Absence.absent), joinedload(Absence.substitute))
    return list(session.scalars(wanted.where(Absence.until_on >= clock.today()).order_by(Absence.from_on, Absence.id)))


def absence_for(session: Session, actor: Actor, public_id: str) -> Absence:
    """Raises NotFound for an absence at another office."""
    found = session.scalar(visible_absences(actor, select(Absence)).where(Absence.public_id == public_id))
    if found is None:
        raise NotFound
    return found


def stood_in_for(actor: Actor) -> Select[tuple[int]]:
    """Colleagues who are away today and whose work the actor does."""
    today = clock.today()
    away = select(Absence.absent_id).where(Absence.office_id == actor.office_id, Absence.substitute_id == actor.user_id)
    return away.where(Absence.from_on <= today, Absence.until_on >= today)


def _stands(standing: Standing) -> ColumnElement[bool]:
    """The same as rules.standing, asked of the database."""
    today, is_waiting = clock.today(), Case.state == CaseState.WAITING_FOR_PERSON
    conditions = {
        Standing.OVERDUE: Case.due_on < today,
        Standing.WAITING: and_(is_waiting, Case.due_on >= today),
        Standing.DUE_TODAY: and_(~is_waiting, Case.due_on == today),
        Standing.LATER: and_(~is_waiting, Case.due_on > today),
    }
    return and_(Case.closed_on.is_(None), conditions[standing])
