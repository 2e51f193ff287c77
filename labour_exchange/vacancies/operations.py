"""Draft, change, submit, publish, pause, fill, withdraw, expire, check and reject vacancies."""

from dataclasses import asdict, fields

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.agencies.queries import may_act_for
from labour_exchange.agencies.states import Scope
from labour_exchange.employers.access import may_keep
from labour_exchange.employers.models import Employer
from labour_exchange.employers.rules import is_trusted
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.vacancies import access, rules, texts
from labour_exchange.vacancies.events import VacancyClosed, VacancyPublished, VacancyRejected, VacancySubmitted
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, RejectionCode, VacancySource, VacancyState

EXPIRED_AT_ONCE = 500
# An offer made in time can be accepted after the vacancy's last day.
FILLABLE = (VacancyState.PUBLISHED, VacancyState.SUSPENDED, VacancyState.EXPIRED)
CHANGEABLE = frozenset(VacancyState) - {VacancyState.FILLED}


def draft_vacancy(session: Session, actor: Actor, employer: Employer, facts: rules.VacancyFacts) -> Vacancy:
    """Store a draft, which may still lack what a reader needs; raises InvalidInput for what cannot be stored at all."""
    is_agency = actor.kind is ActorKind.AGENCY
    if not (_is_mandated(session, actor, employer.id) if is_agency else may_keep(actor, employer)):
        raise NotFound
    _refuse(rules.draft_errors(facts, clock.today()))
    origin = {"source": VacancySource.AGENCY, "agency_id": actor.organisation_id} if is_agency else {"source": VacancySource.DIRECT}
    vacancy = Vacancy(**_columns(facts), **origin, employer_id=employer.id, created_at=clock.now())
    session.add(vacancy)
    session.flush()
    return vacancy


def change_vacancy(session: Session, actor: Actor, vacancy: Vacancy, facts: rules.VacancyFacts, *, version: int) -> Vacancy:
    """Change what a vacancy says. A published one of a verified employer stays published and is checked again; others go back to the queue.

    Raises InvalidInput, StaleVersion.
    """
    _require_keeper(session, actor, vacancy)
    if vacancy.state not in CHANGEABLE:
        raise Conflict(texts.NOT_CHANGEABLE)
    if vacancy.version != version:
        raise StaleVersion
    _refuse(rules.draft_errors(facts, clock.today()) if vacancy.state is VacancyState.DRAFT else rules.field_errors(facts, clock.today()))
    if facts.posts < vacancy.posts_filled:
        raise InvalidInput([FieldError("posts", texts.POSTS_BELOW_FILLED, {"filled": vacancy.posts_filled})])
    for name, value in _columns(facts).items():
        setattr(vacancy, name, value)
    vacancy.checked_at = None
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    if VACANCY_LIFECYCLE.allows(vacancy.state, "recheck") and not (vacancy.employer and is_trusted(vacancy.employer.state)):
        vacancy.submitted_at = clock.now()
        move(session, actor, vacancy, VACANCY_LIFECYCLE, "recheck")
        record(session, actor, VacancySubmitted(vacancy.id))
    return vacancy


def submit_vacancy(session: Session, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Hand the vacancy in: a verified employer's is published at once and checked within a working day, any other is checked first.

    Raises InvalidInput when it still lacks something.
    """
    _require_keeper(session, actor, vacancy)
    _refuse(rules.field_errors(facts_of(vacancy), clock.today()))
    vacancy.submitted_at = clock.now()
    vacancy.rejection_code, vacancy.rejection_note = None, ""
    if vacancy.employer and is_trusted(vacancy.employer.state):
        return _publish(session, actor, vacancy, "publish")
    move(session, actor, vacancy, VACANCY_LIFECYCLE, "submit")
    record(session, actor, VacancySubmitted(vacancy.id))
    return vacancy


def approve_vacancy(session: Session, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Say that a vacancy was read and is fit to be published."""
    _require_checker(actor, vacancy)
    vacancy.checked_at, vacancy.checked_by_id = clock.now(), actor.user_id
    record_act(session, actor, "approve vacancy", "vacancy", vacancy.id)
    if vacancy.state is VacancyState.SUBMITTED:
        return _publish(session, actor, vacancy, "publish")
    session.flush()
    return vacancy


def reject_vacancy(session: Session, actor: Actor, vacancy: Vacancy, *, code: RejectionCode, note: str) -> Vacancy:
    """Reject with a code and words for the employer; raises InvalidInput when the words are missing for `other`."""
    _require_checker(actor, vacancy)
    if code is RejectionCode.OTHER and not note.strip():
        raise InvalidInput([FieldError("note", texts.REASON_MISSING)])
    vacancy.rejection_code, vacancy.rejection_note = code, note.strip()
    vacancy.checked_at, vacancy.checked_by_id = clock.now(), actor.user_id
    _close(session, actor, vacancy, "reject", reason=code)
    record_act(session, actor, "reject vacancy", "vacancy", vacancy.id, reason=code)
    record(session, actor, VacancyRejected(vacancy.id, code))
    return vacancy


def pause_vacancy(session: Session, actor: Actor, vacancy: Vacancy) -> Vacancy:
    _require_keeper(session, actor, vacancy)
    move(session, actor, vacancy, VACANCY_LIFECYCLE, "suspend")
    return vacancy


def resume_vacancy(session: Session, actor: Actor, vacancy: Vacancy) -> Vacancy:
    _require_keeper(session, actor, vacancy)
    move(session, actor, vacancy, VACANCY_LIFECYCLE, "resume")
    return vacancy


def withdraw_vacancy(session: Session, actor: Actor, vacancy: Vacancy, *, reason: str) -> Vacancy:
    _require_keeper(session, actor, vacancy)
    _close(session, actor, vacancy, "withdraw", reason=reason)
    return vacancy


def renew_vacancy(session: Session, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Publish an expired or withdrawn vacancy again; its stated last day is forgotten when it has passed."""
    _require_keeper(session, actor, vacancy)
    if vacancy.posts_left == 0:
        raise Conflict(texts.POSTS_FILLED)
    if vacancy.apply_by_on and vacancy.apply_by_on < clock.today():
        vacancy.apply_by_on = None
    return _publish(session, actor, vacancy, "renew")


def take_post(session: Session, actor: Actor, vacancy_id: int) -> None:
    """Count one post as filled, and the vacancy as filled with the last: one guarded update, so it can never pass the number of posts.

    Raises Conflict(posts_filled).
    """
    taken = session.execute(
        update(Vacancy)
        .where(Vacancy.id == vacancy_id, Vacancy.posts_filled < Vacancy.posts, Vacancy.state.in_(FILLABLE))
        .values(posts_filled=Vacancy.posts_filled + 1, version=Vacancy.version + 1)
        .returning(Vacancy.posts_filled, Vacancy.posts, Vacancy.state)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if taken is None:
        raise Conflict(texts.POSTS_FILLED)
    vacancy = session.get_one(Vacancy, vacancy_id, populate_existing=True)
    if taken.posts_filled == taken.posts:
        _close(session, actor, vacancy, "fill")


def free_post(session: Session, actor: Actor, vacancy_id: int) -> None:
    """Give a post back after an annulled placement; a filled vacancy stays closed until its employer opens it again."""
    session.execute(
        update(Vacancy)
        .where(Vacancy.id == vacancy_id, Vacancy.posts_filled > 0)
        .values(posts_filled=Vacancy.posts_filled - 1, version=Vacancy.version + 1)
        .execution_options(synchronize_session=False)
    )
    session.get_one(Vacancy, vacancy_id, populate_existing=True)


def expire_vacancies(session: Session, actor: Actor) -> int:
    """Close what was open for long enough; gives how many. Run daily, and again until it gives 0."""
    today = clock.today()
    wanted = (
        select(Vacancy)
        .where(Vacancy.state.in_([VacancyState.PUBLISHED, VacancyState.SUSPENDED]), Vacancy.apply_by_on < today)
        .order_by(Vacancy.id)
        .limit(EXPIRED_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    due = list(session.scalars(wanted))
    for vacancy in due:
        _close(session, actor, vacancy, "expire")
    return len(due)


def _publish(session: Session, actor: Actor, vacancy: Vacancy, action: str) -> Vacancy:
    move(session, actor, vacancy, VACANCY_LIFECYCLE, action)
    vacancy.published_at = vacancy.published_at or clock.now()
    vacancy.closed_at = None
    vacancy.apply_by_on = rules.expires_on(vacancy.apply_by_on, clock.today(), is_import=vacancy.source is VacancySource.IMPORT)
    session.flush()
    record(session, actor, VacancyPublished(vacancy.id))
    return vacancy


def _close(session: Session, actor: Actor, vacancy: Vacancy, action: str, *, reason: str = "") -> None:
    before = vacancy.state
    vacancy.state = VACANCY_LIFECYCLE.after(before, action)
    vacancy.closed_at = clock.now()
    session.flush()
    log_transition(session, actor, VACANCY_LIFECYCLE.name, vacancy.id, action, before, vacancy.state, reason=reason)
    record(session, actor, VacancyClosed(vacancy.id, vacancy.state.value))


def _require_keeper(session: Session, actor: Actor, vacancy: Vacancy) -> None:
    """The employer's people; of an agency that brought it, only while its licence and the employer's mandate let it post."""
    if not access.may_keep(actor, vacancy):
        raise NotFound
    if actor.kind is ActorKind.AGENCY and not _is_mandated(session, actor, vacancy.employer_id):
        raise NotFound


def _is_mandated(session: Session, actor: Actor, employer_id: int | None) -> bool:
    ids = actor.organisation_id, employer_id
    return ids[0] is not None and ids[1] is not None and may_act_for(session, ids[0], ids[1], Scope.POST, clock.today())


def _require_checker(actor: Actor, vacancy: Vacancy) -> None:
    if not access.may_check(actor, vacancy):
        raise NotFound


def facts_of(vacancy: Vacancy) -> rules.VacancyFacts:
    """What the stored vacancy says, as its employer would say it again."""
    values = {field.name: getattr(vacancy, field.name) for field in fields(rules.VacancyFacts)}
    return rules.VacancyFacts(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def _refuse(errors: list[FieldError]) -> None:
    if errors:
        raise InvalidInput(errors)


def _columns(facts: rules.VacancyFacts) -> dict[str, object]:
    columns = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(facts).items()}
    return columns | {"occupation_codes": [facts.occupation_code] if facts.occupation_code else []}
