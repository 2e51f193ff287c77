"""A standard begun, its versions written, put to discussion, approved by a second person, brought into force and replaced."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.standards import access, texts
from labour_exchange.standards.events import DiscussionOpened, StandardApproved, StandardInForce
from labour_exchange.standards.models import Standard, StandardVersion
from labour_exchange.standards.queries.discussions import discussion_of
from labour_exchange.standards.rules import drafting as rules
from labour_exchange.standards.states import VERSION_LIFECYCLE, Promise, VersionState


def begin_standard(session: Session, actor: Actor, facts: rules.DraftFacts, *, promise: Promise | None) -> StandardVersion:
    """A standard of the actor's body with its first draft. Raises InvalidInput, Conflict(promise_taken)."""
    standard = Standard(region_code=actor.region_code if actor.is_office_staff else None, promise=promise, created_at=clock.now())
    if not access.may_keep(actor, standard):
        raise NotFound
    _refuse_problems(facts)
    try:
        with session.begin_nested():
            session.add(standard)
    except IntegrityError:
        raise Conflict(texts.PROMISE_TAKEN, field="promise") from None
    return _add_version(session, actor, standard, facts)


def begin_version(session: Session, actor: Actor, standard: Standard, facts: rules.DraftFacts) -> StandardVersion:
    """A new draft of a standard that has versions. Raises InvalidInput, Conflict(draft_exists)."""
    if not access.may_keep(actor, standard):
        raise NotFound
    _refuse_problems(facts)
    return _add_version(session, actor, standard, facts)


def write_version(session: Session, actor: Actor, version: StandardVersion, facts: rules.DraftFacts, *, read: int) -> StandardVersion:
    """Change a draft, or take remarks over after the discussion; whoever wrote in it does not approve it.

    Raises InvalidInput, StaleVersion, Conflict while it is discussed and once it is approved.
    """
    _require_keeper(actor, version)
    if version.version != read:
        raise StaleVersion
    if not rules.may_be_written(version.state, version.discussed_until_on, clock.today()):
        raise Conflict(NOT_ALLOWED_NOW)
    _refuse_problems(facts)
    if version.state is VersionState.DISCUSSION and version.discussed is None:
        version.discussed = version.paragraphs
    _fill(version, actor, facts)
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    record_act(session, actor, "write standard", "standard_version", version.id)
    return version


def open_discussion(session: Session, actor: Actor, version: StandardVersion, *, until_on: date | None) -> StandardVersion:
    """Publish a draft until a closing day. Raises InvalidInput."""
    _require_keeper(actor, version)
    problem = rules.closing_day_problem(until_on, clock.today())
    if problem:
        raise InvalidInput([FieldError("until_on", problem)])
    version.discussed_until_on, version.published_at = until_on, clock.now()
    move(session, actor, version, VERSION_LIFECYCLE, "publish")
    record_act(session, actor, "open discussion", "standard_version", version.id)
    record(session, actor, DiscussionOpened(version.id))
    return version


def publish_report(session: Session, actor: Actor, version: StandardVersion, *, report: str) -> StandardVersion:
    """The closing report, once every remark is answered. Raises InvalidInput, Conflict with what still stands before it."""
    _require_keeper(actor, version)
    if version.state is not VersionState.DISCUSSION:
        raise Conflict(NOT_ALLOWED_NOW)
    if not report.strip() or len(report) > rules.LONGEST_TEXT:
        raise InvalidInput([FieldError("report", texts.TEXT_TOO_LONG if report.strip() else texts.TEXT_MISSING, {"most": rules.LONGEST_TEXT})])
    _refuse_obstacles(session, version, has_report=True)
    version.report, version.reported_at = report.strip(), clock.now()
    record_act(session, actor, "publish closing report", "standard_version", version.id)
    session.flush()
    return version


def approve_version(session: Session, actor: Actor, version: StandardVersion, *, from_on: date | None) -> StandardVersion:
    """A second person of the body approves; it comes into force on the day, today at once.

    Raises Conflict(second_person) for who wrote in it, Conflict with what still stands before it, InvalidInput.
    """
    if not access.is_of_body(actor, version.standard.region_code):
        raise NotFound
    if actor.user_id in version.writer_ids:
        raise Conflict(texts.SECOND_PERSON)
    if version.state is not VersionState.DISCUSSION:
        raise Conflict(NOT_ALLOWED_NOW)
    if not access.may_approve(actor, version):
        raise NotFound
    version = session.get_one(StandardVersion, version.id, with_for_update=True, populate_existing=True)
    _refuse_obstacles(session, version, has_report=version.reported_at is not None)
    today = clock.today()
    if from_on is None or from_on < today:
        raise InvalidInput([FieldError("from_on", texts.START_TOO_EARLY)])
    before, version.state = version.state, VERSION_LIFECYCLE.after(version.state, "approve")
    version.approved_by_id, version.approved_at, version.in_force_from = actor.user_id, clock.now(), from_on
    session.flush()
    log_transition(session, actor, VERSION_LIFECYCLE.name, version.id, "approve", before, version.state)
    record_act(session, actor, "approve standard", "standard_version", version.id)
    record(session, actor, StandardApproved(version.id))
    if from_on == today:
        _bring_into_force(session, actor, version)
    return version


def withdraw_version(session: Session, actor: Actor, version: StandardVersion) -> StandardVersion:
    """Give a draft up."""
    _require_keeper(actor, version)
    move(session, actor, version, VERSION_LIFECYCLE, "withdraw")
    record_act(session, actor, "withdraw standard", "standard_version", version.id)
    return version


def bring_due_into_force(session: Session) -> int:
    """Approved versions whose day has come replace the ones before; the daily job, which may run again."""
    due = select(StandardVersion).where(StandardVersion.state == VersionState.APPROVED, StandardVersion.in_force_from <= clock.today())
    found = session.scalars(due.with_for_update(skip_locked=True)).all()
    for version in found:
        _bring_into_force(session, system_actor("bring_standards_into_force"), version)
    return len(found)


def _bring_into_force(session: Session, actor: Actor, version: StandardVersion) -> None:
    earlier = session.scalar(
        select(StandardVersion).where(StandardVersion.standard_id == version.standard_id, StandardVersion.state == VersionState.IN_FORCE)
    )
    if earlier is not None:
        earlier.replaced_on = version.in_force_from
        move(session, actor, earlier, VERSION_LIFECYCLE, "replace")
    move(session, actor, version, VERSION_LIFECYCLE, "bring_into_force")
    record(session, actor, StandardInForce(version.standard_id, version.id))


def _add_version(session: Session, actor: Actor, standard: Standard, facts: rules.DraftFacts) -> StandardVersion:
    numbers = session.scalars(select(StandardVersion.number).where(StandardVersion.standard_id == standard.id)).all()
    version = StandardVersion(standard_id=standard.id, number=max(numbers, default=0) + 1, state=VersionState.DRAFT)
    _fill(version, actor, facts)
    try:
        with session.begin_nested():
            session.add(version)
    except IntegrityError:
        raise Conflict(texts.DRAFT_EXISTS) from None
    log_transition(session, actor, VERSION_LIFECYCLE.name, version.id, "begin", "", version.state)
    record_act(session, actor, "begin standard", "standard_version", version.id)
    return version


def _fill(version: StandardVersion, actor: Actor, facts: rules.DraftFacts) -> None:
    version.title, version.audience, version.documents = facts.text("title"), facts.text("audience"), facts.text("documents")
    version.paragraphs, version.term_days, version.complaint_days = facts.numbered(), facts.term_days or 0, facts.complaint_days or 0
    version.prepared_by_id, version.changed_at = actor.user_id, clock.now()
    version.writer_ids = sorted({*(version.writer_ids or ()), *([actor.user_id] if actor.user_id is not None else ())})


def _refuse_problems(facts: rules.DraftFacts) -> None:
    found = rules.problems(facts)
    if found:
        raise InvalidInput(found)


def _refuse_obstacles(session: Session, version: StandardVersion, *, has_report: bool) -> None:
    found = discussion_of(session, version)
    before = rules.obstacles(found, until_on=version.discussed_until_on, has_report=has_report, today=clock.today())
    if before:
        raise Conflict(before[0])


def _require_keeper(actor: Actor, version: StandardVersion) -> None:
    if not access.may_keep(actor, version.standard):
        raise NotFound
