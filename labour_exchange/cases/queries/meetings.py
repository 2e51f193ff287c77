"""Find contacts and appointments: of a case, one by its address, those of an officer's day."""

from datetime import datetime, time, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.cases.access import visible_appointments
from labour_exchange.cases.models import Appointment, Case, Contact
from labour_exchange.cases.queries.cases import case_for, stood_in_for
from labour_exchange.cases.states import OPEN_APPOINTMENTS, AppointmentState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.models import Office

LOADED = (joinedload(Appointment.case).joinedload(Case.jobseeker), joinedload(Appointment.officer))


def contacts_of(session: Session, actor: Actor, case: Case) -> list[Contact]:
    """The contact log, the latest first; raises NotFound for a case out of scope."""
    case_for(session, actor, case.public_id)
    wanted = select(Contact).options(joinedload(Contact.written_by)).where(Contact.case_id == case.id)
    return list(session.scalars(wanted.order_by(Contact.held_on.desc(), Contact.id.desc())))


def appointment_for(session: Session, actor: Actor, public_id: str) -> Appointment:
    """Raises NotFound for an appointment that is not this actor's."""
    wanted = visible_appointments(actor, select(Appointment)).options(*LOADED).where(Appointment.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def appointments_of(session: Session, actor: Actor, case: Case) -> list[Appointment]:
    """The appointments of a case, the latest first, without those that were given up for another."""
    wanted = visible_appointments(actor, select(Appointment)).options(*LOADED).where(Appointment.case_id == case.id)
    wanted = wanted.where(Appointment.state != AppointmentState.MOVED)
    return list(session.scalars(wanted.order_by(Appointment.starts_at.desc(), Appointment.id.desc())))


def appointments_to_settle(actor: Actor, *, is_own: bool) -> Select[tuple[Appointment]]:
    """Open appointments of today and earlier, and those that the person asks to move; the officer's or the region's."""
    tomorrow = datetime.combine(clock.today() + timedelta(days=1), time(), clock.COUNTRY_ZONE)
    wanted = visible_appointments(actor, select(Appointment)).options(*LOADED).where(Appointment.state.in_(OPEN_APPOINTMENTS))
    wanted = wanted.where(or_(Appointment.starts_at < tomorrow, Appointment.state == AppointmentState.MOVE_ASKED))
    if is_own:
        wanted = wanted.where(or_(Appointment.officer_id == actor.user_id, Appointment.officer_id.in_(stood_in_for(actor))))
    return wanted.order_by(Appointment.starts_at, Appointment.id)


def usual_place(session: Session, actor: Actor) -> str:
    """Where the officer met somebody last, for the next form; for whoever has met nobody the address of the office."""
    wanted = visible_appointments(actor, select(Appointment)).with_only_columns(Appointment.place).where(Appointment.officer_id == actor.user_id)
    address = select(Office.address).where(Office.id == actor.office_id)
    return session.scalar(wanted.order_by(Appointment.id.desc()).limit(1)) or session.scalar(address) or ""
