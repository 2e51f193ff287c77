"""Complaints about an agency: filed, answered within the right of reply, decided by the ministry."""

from sqlalchemy.orm import Session

from labour_exchange.agencies import access, rules, texts
from labour_exchange.agencies.events import ComplaintDecided, ComplaintFiled, ComplaintReplied
from labour_exchange.agencies.models import Agency, Complaint
from labour_exchange.agencies.operations.licences import suspend_licence
from labour_exchange.agencies.queries import licence_of
from labour_exchange.agencies.states import COMPLAINT_LIFECYCLE, LICENCE_LIFECYCLE, ComplaintCategory, ComplaintEffect, ComplaintState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act

LONGEST_TEXT = 4000


def file_complaint(session: Session, actor: Actor, agency: Agency, *, category: ComplaintCategory, text: str) -> Complaint:
    """Say what an agency did. The agency reads the words, never the name of whoever wrote them. Raises InvalidInput."""
    if not access.may_complain(actor):
        raise NotFound
    _refuse_empty("text", text)
    complaint = Complaint(
        agency_id=agency.id,
        user_id=actor.user_id,
        complainant=actor.kind,
        category=category,
        text=text.strip(),
        state=ComplaintState.FILED,
        filed_at=clock.now(),
        reply_due_on=rules.reply_due_on(clock.today()),
    )
    session.add(complaint)
    session.flush()
    log_transition(session, actor, COMPLAINT_LIFECYCLE.name, complaint.id, "file", "", complaint.state)
    record(session, actor, ComplaintFiled(complaint.id, agency.id))
    return complaint


def reply_to_complaint(session: Session, actor: Actor, complaint: Complaint, *, reply: str) -> Complaint:
    """The agency's one answer. It may come after the due date while nothing is decided. Raises InvalidInput, Conflict."""
    if not access.may_reply(actor, complaint):
        raise NotFound
    _refuse_empty("reply", reply)
    complaint = _held(session, complaint)
    move(session, actor, complaint, COMPLAINT_LIFECYCLE, "reply")
    complaint.reply, complaint.replied_at = reply.strip(), clock.now()
    session.flush()
    record(session, actor, ComplaintReplied(complaint.id, complaint.agency_id))
    return complaint


def decide_complaint(session: Session, actor: Actor, complaint: Complaint, *, effect: ComplaintEffect | None, reason: str) -> Complaint:
    """Uphold with an effect or, without one, find it unproven; both sides read the reason.

    A suspension stops the licence in the same transaction. Raises InvalidInput, Conflict(reply_awaited, not_allowed_now).
    """
    if not access.may_decide(actor):
        raise NotFound
    _refuse_empty("decision", reason)
    complaint = _held(session, complaint)
    if not rules.may_be_decided(complaint.state, complaint.reply_due_on, clock.today()):
        raise Conflict(texts.REPLY_AWAITED if complaint.state not in rules.FINISHED else texts.COMPLAINT_DECIDED)
    if effect is not None and effect not in rules.lawful_effects(complaint.category):
        raise InvalidInput([FieldError("effect", texts.EFFECT_TOO_MILD)])
    before, action = complaint.state, "uphold" if effect else "dismiss"
    complaint.state = COMPLAINT_LIFECYCLE.after(before, action)
    complaint.decided_at, complaint.decision, complaint.effect = clock.now(), reason.strip(), effect
    session.flush()
    log_transition(session, actor, COMPLAINT_LIFECYCLE.name, complaint.id, action, before, complaint.state)
    record_act(session, actor, "decide complaint", "agency_complaint", complaint.id, effect=effect.value if effect else "")
    record(session, actor, ComplaintDecided(complaint.id, complaint.agency_id, complaint.state.value))
    if effect is ComplaintEffect.SUSPENSION:
        licence = licence_of(session, complaint.agency_id)
        if licence is not None and LICENCE_LIFECYCLE.allows(licence.state, "suspend"):
            suspend_licence(session, actor, licence, reason=reason, logged_as=f"complaint {complaint.public_id}")
    return complaint


def _refuse_empty(field: str, words: str) -> None:
    if not words.strip():
        raise InvalidInput([FieldError(field, texts.WORDS_MISSING)])
    if len(words) > LONGEST_TEXT:
        raise InvalidInput([FieldError(field, texts.TOO_LONG, {"most": LONGEST_TEXT})])


def _held(session: Session, complaint: Complaint) -> Complaint:
    return session.get_one(Complaint, complaint.id, with_for_update=True, populate_existing=True)
