"""A service rated once by who received it, without a name; words moderated and answered by the office."""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.employers.models import EmployerMember, MemberRole
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.standards import access, texts
from labour_exchange.standards.events import ServiceRated
from labour_exchange.standards.models import Commitment, Rating, RatingLink
from labour_exchange.standards.rules import promises as rules
from labour_exchange.standards.rules.drafting import LONGEST_TEXT
from labour_exchange.standards.states import RATING_LIFECYCLE, RatingState, RefusalCode

CLERK = system_actor("ratings")
"""Who rates is a visitor, and visitors write no rows."""


def issue_link(session: Session, commitment_id: int) -> tuple[int, str] | None:
    """The user to write to and the secret of the one link for this service; None for who has no account, was asked lately, or has one."""
    commitment = session.get_one(Commitment, commitment_id)
    user_id, today = served_user(session, commitment_id), clock.today()
    if user_id is None or session.get(RatingLink, commitment_id) is not None or not rules.may_be_asked(_last_asked(session, commitment), today):
        return None
    secret = new_secret()
    session.add(
        RatingLink(commitment_id=commitment_id, secret_hash=secret_hash(secret), issued_on=today, expires_at=clock.now() + rules.LINK_LIFETIME)
    )
    session.flush()
    return user_id, secret


def rate_service(session: Session, *, secret: str, points: int, words: str, language: str) -> Rating:
    """Exchange the link for a rating: once. Raises Refusal(link_used), InvalidInput."""
    if len(words) > LONGEST_TEXT:
        raise InvalidInput([FieldError("words", texts.TEXT_TOO_LONG, {"most": LONGEST_TEXT})])
    with acting_as(session, CLERK):
        used = update(RatingLink).where(
            RatingLink.secret_hash == secret_hash(secret), RatingLink.used_on.is_(None), RatingLink.expires_at > clock.now()
        )
        commitment_id = session.scalar(used.values(used_on=clock.today()).returning(RatingLink.commitment_id))
        if commitment_id is None:
            raise Refusal(texts.LINK_USED)
        commitment = session.get_one(Commitment, commitment_id)
        rating = Rating(
            standard_id=commitment.standard_id,
            office_id=commitment.office_id,
            region_code=commitment.region_code,
            points=points,
            words=words.strip(),
            language=language,
            rated_on=clock.today(),
            state=RatingState.WAITING if words.strip() else RatingState.PUBLISHED,
        )
        session.add(rating)
        session.flush()
        record(session, CLERK, ServiceRated(rating.id))
    return rating


def publish_words(session: Session, actor: Actor, rating: Rating) -> Rating:
    _require_office(actor, rating)
    move(session, actor, rating, RATING_LIFECYCLE, "publish")
    record_act(session, actor, "publish rating", "rating", rating.id)
    return rating


def refuse_words(session: Session, actor: Actor, rating: Rating, *, reason: RefusalCode) -> Rating:
    """The words are kept back; the points count all the same, so that an office cannot refuse a bad mark."""
    _require_office(actor, rating)
    if not RATING_LIFECYCLE.allows(rating.state, "refuse"):
        raise Conflict(NOT_ALLOWED_NOW)
    rating.refusal = reason
    move(session, actor, rating, RATING_LIFECYCLE, "refuse", reason=reason.value)
    record_act(session, actor, "refuse rating", "rating", rating.id, reason=reason.value)
    return rating


def answer_rating(session: Session, actor: Actor, rating: Rating, *, answer: str) -> Rating:
    """The office's answer, read beside published words. Raises InvalidInput, Conflict for words that are not published."""
    _require_office(actor, rating)
    if not answer.strip():
        raise InvalidInput([FieldError("answer", texts.TEXT_MISSING)])
    if rating.state is not RatingState.PUBLISHED or not rating.words:
        raise Conflict(NOT_ALLOWED_NOW)
    rating.answer, rating.answered_on = answer.strip(), clock.today()
    session.flush()
    record_act(session, actor, "answer rating", "rating", rating.id)
    return rating


def served_user(session: Session, commitment_id: int) -> int | None:
    """The sign-in of who was served: the person, or the owner of the employer."""
    commitment = session.get_one(Commitment, commitment_id)
    if commitment.jobseeker_id is not None:
        return session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == commitment.jobseeker_id))
    owners = select(EmployerMember.user_id).where(EmployerMember.employer_id == commitment.employer_id, EmployerMember.role == MemberRole.OWNER)
    return session.scalar(owners.order_by(EmployerMember.id).limit(1))


def _last_asked(session: Session, commitment: Commitment) -> date | None:
    same = (
        Commitment.jobseeker_id == commitment.jobseeker_id
        if commitment.jobseeker_id is not None
        else Commitment.employer_id == commitment.employer_id
    )
    return session.scalar(select(func.max(RatingLink.issued_on)).join(Commitment, Commitment.id == RatingLink.commitment_id).where(same))


def _require_office(actor: Actor, rating: Rating) -> None:
    if not access.may_answer(actor, rating):
        raise NotFound
