"""Applications: sent by the jobseeker, answered by the employer."""

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements import access
from labour_exchange.placements.events import ApplicationAnswered, ApplicationClosed, ApplicationSent
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations.locking import hold
from labour_exchange.placements.rules.approaches import note_errors
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, ApplicationState
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.models import Vacancy


def apply(session: Session, actor: Actor, vacancy: Vacancy, *, note: str) -> JobApplication:
    """Apply for an open vacancy; by applying the person lets the employer see name and contact.

    Raises Conflict(vacancy_not_open_now, nobody_answers, already_applied) or InvalidInput.
    """
    if not access.may_apply(actor):
        raise NotFound
    jobseeker = session.get_one(Jobseeker, actor.jobseeker_id)
    refuse_closed(vacancy)
    refuse_errors(note_errors(note))
    made = session.scalar(
        insert(JobApplication)
        .values(
            jobseeker_id=jobseeker.id,
            vacancy_id=vacancy.id,
            employer_id=vacancy.employer_id,
            region_code=jobseeker.region_code,
            note=note.strip(),
            created_at=clock.now(),
        )
        .on_conflict_do_nothing(constraint="uq_job_applications_jobseeker_vacancy")
        .returning(JobApplication.id)
    )
    if made is None:
        raise Conflict(refusals.ALREADY_APPLIED)
    application = session.get_one(JobApplication, made)
    count = update(Vacancy).where(Vacancy.id == vacancy.id).values(applications=Vacancy.applications + 1)
    session.execute(count.execution_options(synchronize_session=False))
    log_transition(session, actor, APPLICATION_LIFECYCLE.name, application.id, "send", "", application.state)
    record(session, actor, ApplicationSent(application.id))
    return application


def see(session: Session, actor: Actor, application: JobApplication) -> JobApplication:
    """Note that the employer has opened it; opening it again changes nothing."""
    _require_employer(session, actor, application)
    if application.state is ApplicationState.SENT:
        application = hold(session, application)
        if application.state is ApplicationState.SENT:
            move(session, actor, application, APPLICATION_LIFECYCLE, "see")
    return application


def invite_to_interview(session: Session, actor: Actor, application: JobApplication, *, note: str) -> JobApplication:
    """Invite to an interview, saying when and where. Raises InvalidInput, Conflict."""
    _require_employer(session, actor, application)
    refuse_errors(note_errors(note, is_required=True))
    return _answer(session, actor, application, "interview", note)


def decline(session: Session, actor: Actor, application: JobApplication, *, note: str) -> JobApplication:
    """Decline with a reason that the person reads. Raises InvalidInput, Conflict."""
    _require_employer(session, actor, application)
    refuse_errors(note_errors(note, is_required=True))
    return _answer(session, actor, application, "decline", note)


def withdraw(session: Session, actor: Actor, application: JobApplication) -> JobApplication:
    """The person takes the application back."""
    if not access.is_person(actor, application):
        raise NotFound
    return close_application(session, actor, hold(session, application), "withdraw")


def close_application(session: Session, actor: Actor, application: JobApplication, action: str, *, reason: str = "") -> JobApplication:
    """End an application without an answer of the employer; the caller holds the row."""
    application.closed_at = clock.now()
    move(session, actor, application, APPLICATION_LIFECYCLE, action, reason=reason)
    record(session, actor, ApplicationClosed(application.id, application.state))
    return application


def count_answer(session: Session, application: JobApplication) -> None:
    """Note the employer's first answer, and count it in the share of answered applications that its vacancies show."""
    if application.answered_at is None:
        application.answered_at = clock.now()
        count_due(session, application.employer_id, answered=1)


def count_due(session: Session, employer_id: int | None, *, answered: int) -> None:
    """Count one application that was due for an answer; a plain UPDATE, so that staff editing the employer are not disturbed."""
    values = {"applications_due": Employer.applications_due + 1, "applications_answered": Employer.applications_answered + answered}
    session.execute(update(Employer).where(Employer.id == employer_id).values(values).execution_options(synchronize_session=False))


def refuse_closed(vacancy: Vacancy) -> None:
    """Raise Conflict unless somebody on the exchange can still be reached through this vacancy."""
    if not vacancy.is_open or vacancy.posts_left < 1 or (vacancy.apply_by_on is not None and vacancy.apply_by_on < clock.today()):
        raise Conflict(refusals.VACANCY_NOT_OPEN)
    if vacancy.employer is None or vacancy.employer.state is EmployerState.UNCLAIMED:
        raise Conflict(refusals.NOBODY_ANSWERS)


def refuse_errors(errors: list[FieldError]) -> None:
    if errors:
        raise InvalidInput(errors)


def application_of(session: Session, jobseeker_id: int, vacancy_id: int) -> JobApplication | None:
    """The application of this person for this vacancy, if there is one that the actor may see; its row is held."""
    wanted = select(JobApplication).where(JobApplication.jobseeker_id == jobseeker_id, JobApplication.vacancy_id == vacancy_id)
    return session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).one_or_none()


def _answer(session: Session, actor: Actor, application: JobApplication, action: str, note: str) -> JobApplication:
    application = hold(session, application)
    count_answer(session, application)
    application.answer_note = note.strip()
    if action == "decline":
        application.closed_at = clock.now()
    move(session, actor, application, APPLICATION_LIFECYCLE, action)
    record(session, actor, ApplicationAnswered(application.id, application.state))
    return application


def _require_employer(session: Session, actor: Actor, application: JobApplication) -> None:
    if not access.speaks_for_employer(session, actor, application):
        raise NotFound
