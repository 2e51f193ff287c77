"""A complaint about how a promise was kept: filed by who was served, answered by the office, taken further once to the ministry."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.standards import access
from labour_exchange.standards.events import (
    ServiceComplaintAnswered,
    ServiceComplaintEscalated,
    ServiceComplaintFiled,
    ServiceComplaintWithdrawn,
)
from labour_exchange.standards.models import Commitment, ComplaintAnswer, ComplaintLink, RatingLink, ServiceComplaint
from labour_exchange.standards.queries.complaints import complaint_by_link, version_promised
from labour_exchange.standards.rules import complaints as rules
from labour_exchange.standards.rules.drafting import LONGEST_TEXT
from labour_exchange.standards.states import COMPLAINT_LIFECYCLE, WAITING, ComplaintState, Finding, Instance
from labour_exchange.standards.texts import LINK_USED, TEXT_MISSING, TEXT_TOO_LONG
from labour_exchange.standards.texts import complaints as texts

CLERK = system_actor("complaints")
"""Who complains by a link is a visitor, and visitors write no rows."""


def complain_by_link(session: Session, *, secret: str, facts: rules.ComplaintFacts, language: str) -> tuple[ServiceComplaint, str]:
    """Complain about the service that the link to rate was sent for: once, whether it was rated or not. Gives the secret by which it is followed.

    Raises Refusal(link_used), InvalidInput, Conflict(not_complainable, complained_already).
    """
    with acting_as(session, CLERK):
        used = update(RatingLink).where(
            RatingLink.secret_hash == secret_hash(secret), RatingLink.complained_on.is_(None), RatingLink.expires_at > clock.now()
        )
        commitment_id = session.scalar(used.values(complained_on=clock.today()).returning(RatingLink.commitment_id))
        if commitment_id is None:
            raise Refusal(LINK_USED)
        made = _file(session, CLERK, session.get_one(Commitment, commitment_id), facts, language)
        return made, issue_status_link(session, made.id)


def complain(session: Session, actor: Actor, commitment: Commitment, facts: rules.ComplaintFacts, *, language: str) -> ServiceComplaint:
    """Complain as the person or employer who was promised it. Raises InvalidInput, Conflict(not_complainable, complained_already)."""
    if not access.may_follow(actor, commitment):
        raise NotFound
    # Whom a complaint names is looked up among the staff, whom a person does not see.
    with acting_as(session, CLERK):
        return _file(session, actor, commitment, facts, language)


def answer_complaint(session: Session, actor: Actor, complaint: ServiceComplaint, *, finding: Finding, text: str) -> ServiceComplaint:
    """The answer of the office, or of the ministry once it was taken further: what was found and what was done.

    Raises InvalidInput, Conflict(complaint_second_person, not_allowed_now).
    """
    is_ministry = not actor.is_office_staff
    if not text.strip():
        raise InvalidInput([FieldError("text", TEXT_MISSING)])
    if len(text.strip()) > LONGEST_TEXT:
        raise InvalidInput([FieldError("text", TEXT_TOO_LONG, {"most": LONGEST_TEXT})])
    complaint = _held(session, complaint)
    if is_ministry and any(one.answered_by_id == actor.user_id for one in complaint.answers):
        raise Conflict(texts.SECOND_PERSON)
    if not (access.may_decide_complaint(actor, complaint) if is_ministry else access.may_answer_complaint(actor, complaint)):
        raise NotFound
    instance = Instance.MINISTRY if is_ministry else Instance.OFFICE
    move(session, actor, complaint, COMPLAINT_LIFECYCLE, "decide" if is_ministry else "answer", reason=finding.value)
    made = ComplaintAnswer(instance=instance, finding=finding, text=text.strip(), answered_by_id=actor.user_id or 0, answered_on=clock.today())
    complaint.answers.append(made)
    session.flush()
    record_act(session, actor, "answer complaint", "service_complaint", complaint.id, finding=finding.value, instance=instance.value)
    record(session, actor, ServiceComplaintAnswered(complaint.id, instance.value))
    return complaint


def escalate_complaint(session: Session, actor: Actor, complaint: ServiceComplaint, *, why: str) -> ServiceComplaint:
    """Take it further to the ministry, once. Raises InvalidInput, Conflict(too_late_to_escalate, not_allowed_now)."""
    if not access.may_follow(actor, complaint):
        raise NotFound
    errors = rules.text_errors("why", why)
    if errors:
        raise InvalidInput(errors)
    complaint = _held(session, complaint)
    COMPLAINT_LIFECYCLE.after(complaint.state, "escalate")
    answered_on = next((one.answered_on for one in complaint.answers), None)
    if not rules.may_be_escalated(complaint.state, complaint.due_on, answered_on, clock.today()):
        raise Conflict(texts.TOO_LATE_TO_ESCALATE)
    complaint.escalation, complaint.escalated_on = why.strip(), clock.today()
    complaint.due_on = rules.answer_due_on(clock.today(), complaint.of_version.complaint_days)
    move(session, actor, complaint, COMPLAINT_LIFECYCLE, "escalate")
    record(session, actor, ServiceComplaintEscalated(complaint.id))
    return complaint


def withdraw_complaint(session: Session, actor: Actor, complaint: ServiceComplaint) -> ServiceComplaint:
    """While somebody owes an answer. Raises Conflict."""
    if not access.may_follow(actor, complaint):
        raise NotFound
    complaint = _held(session, complaint)
    move(session, actor, complaint, COMPLAINT_LIFECYCLE, "withdraw")
    record(session, actor, ServiceComplaintWithdrawn(complaint.id))
    return complaint


def escalate_by_link(session: Session, *, secret: str, why: str) -> ServiceComplaint:
    """`escalate_complaint` for who holds the link. Raises Refusal(link_used) as well."""
    with acting_as(session, CLERK):
        return escalate_complaint(session, CLERK, _of_link(session, secret), why=why)


def withdraw_by_link(session: Session, *, secret: str) -> ServiceComplaint:
    with acting_as(session, CLERK):
        return withdraw_complaint(session, CLERK, _of_link(session, secret))


def issue_status_link(session: Session, complaint_id: int) -> str:
    """The secret of one more link to follow it by; those given before still work."""
    secret = new_secret()
    session.add(ComplaintLink(complaint_id=complaint_id, secret_hash=secret_hash(secret), expires_at=clock.now() + rules.LINK_LIFETIME))
    session.flush()
    return secret


def forget_complaint_links(session: Session) -> None:
    """Delete links past their end; runs by the clock."""
    session.execute(delete(ComplaintLink).where(ComplaintLink.expires_at < clock.now()))


def forget_complaints(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: words go, and what waits for an answer ends; that there was a complaint, and its finding, stay as figures."""
    own = select(ServiceComplaint).where(ServiceComplaint.jobseeker_id == facts["jobseeker_id"])
    found = session.scalars(own.with_for_update()).all()
    for complaint in found:
        if complaint.state in WAITING:
            move(session, CLERK, complaint, COMPLAINT_LIFECYCLE, "withdraw", reason="erased")
        complaint.text = complaint.officer = complaint.escalation = ""
    numbers = [one.id for one in found]
    session.execute(update(ComplaintAnswer).where(ComplaintAnswer.complaint_id.in_(numbers)).values(text=""))
    session.execute(delete(ComplaintLink).where(ComplaintLink.complaint_id.in_(numbers)))


def _file(session: Session, actor: Actor, commitment: Commitment, facts: rules.ComplaintFacts, language: str) -> ServiceComplaint:
    today, version = clock.today(), version_promised(session, commitment)
    if version is None or not rules.may_be_complained_about(commitment.state, commitment.due_on, commitment.done_on, today):
        raise Conflict(texts.NOT_COMPLAINABLE)
    errors = rules.problems(facts, len(version.paragraphs))
    if errors:
        raise InvalidInput(errors)
    due = rules.answer_due_on(today, version.complaint_days)
    made = ServiceComplaint(
        commitment_id=commitment.id,
        version_id=version.id,
        paragraph=facts.paragraph,
        jobseeker_id=commitment.jobseeker_id,
        employer_id=commitment.employer_id,
        office_id=commitment.office_id,
        region_code=commitment.region_code,
        language=language,
        text=facts.text.strip(),
        remedy=facts.remedy,
        officer=facts.officer.strip(),
        named_ids=_named(session, commitment.region_code, facts.officer),
        channel=facts.channel,
        state=ComplaintState.FILED,
        filed_on=today,
        first_due_on=due,
        due_on=due,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.COMPLAINED_ALREADY) from None
    log_transition(session, actor, COMPLAINT_LIFECYCLE.name, made.id, "file", "", made.state)
    record(session, actor, ServiceComplaintFiled(made.id))
    return made


def _named(session: Session, region_code: str, officer: str) -> list[int]:
    """Users who work in the region, or did, whose name was typed."""
    if not officer.strip():
        return []
    wanted = select(User.id, User.display_name).join(StaffMember, StaffMember.user_id == User.id).join(Office, Office.id == StaffMember.office_id)
    # The ministry's staff have no region, and may be meant as well.
    rows = session.execute(wanted.where(or_(Office.region_code == region_code, Office.region_code.is_(None))))
    return sorted(row.id for row in rows if rules.names(officer, row.display_name))


def _of_link(session: Session, secret: str) -> ServiceComplaint:
    found = complaint_by_link(session, secret)
    if found is None:
        raise Refusal(LINK_USED)
    return found


def _held(session: Session, complaint: ServiceComplaint) -> ServiceComplaint:
    return session.get_one(ServiceComplaint, complaint.id, with_for_update=True, populate_existing=True)
