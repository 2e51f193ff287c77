"""Subsidised jobs: offered by an employer, agreed on by three, claimed month by month, stopped when contributions stop."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, SubsidisedPost
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.enrolments import prepare_enrolment
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.operations.places import take_post_if_free
from labour_exchange.programmes.queries.definitions import terms_on
from labour_exchange.programmes.rules.subsidies import rate_periods, schedule
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE, POST_LIFECYCLE, SUBSIDISED, EnrolmentState, MeasureState, PostState
from labour_exchange.programmes.texts import refusals
from labour_exchange.territory.queries import is_region


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What an employer offers; `pay` is tenge a month."""

    title: str
    region_code: str
    posts: int
    pay: int
    months: int


def offer_posts(session: Session, actor: Actor, employer: Employer, measure: Measure, facts: PostFacts) -> SubsidisedPost:
    """Apply to a measure with jobs. Raises InvalidInput, Conflict(employer_unverified, measure_closed)."""
    if not access.may_offer_jobs(actor, employer):
        raise NotFound
    if employer.state is not EmployerState.VERIFIED:
        raise Conflict(refusals.EMPLOYER_UNVERIFIED)
    terms = terms_on(session, measure.id, clock.today())
    if terms is None or measure.kind not in SUBSIDISED or measure.state is not MeasureState.OPEN:
        raise Conflict(refusals.MEASURE_CLOSED)
    errors = [
        FieldError(field, message, values)
        for field, message, values, is_right in (
            ("title", refusals.TITLE_MISSING, {}, bool(facts.title.strip())),
            ("region_code", refusals.REGION_WRONG, {}, is_region(facts.region_code)),
            ("posts", refusals.POSTS_WRONG, {}, facts.posts > 0),
            ("pay", refusals.PAY_WRONG, {}, facts.pay > 0),
            ("months", refusals.MONTHS_WRONG, {"most": terms.most_months}, 1 <= facts.months <= terms.most_months),
        )
        if not is_right
    ]
    if errors:
        raise InvalidInput(errors)
    offered = {"title": facts.title.strip(), "region_code": facts.region_code, "posts": facts.posts, "pay": facts.pay, "months": facts.months}
    made = SubsidisedPost(employer_id=employer.id, measure_id=measure.id, submitted_by_id=actor.user_id, created_at=clock.now(), **offered)
    session.add(made)
    session.flush()
    log_transition(session, actor, POST_LIFECYCLE.name, made.id, "submit", "", made.state)
    return made


def decide_posts(session: Session, actor: Actor, post: SubsidisedPost, *, is_accepted: bool, reason: str = "") -> SubsidisedPost:
    """The office of the region accepts the offer, or refuses it with a reason. Raises InvalidInput, Conflict."""
    if not access.may_keep_region(actor, post.region_code):
        raise NotFound
    if not is_accepted and not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    post = hold(session, post)
    post.decided_by_id, post.reason = actor.user_id, reason.strip()
    move(session, actor, post, POST_LIFECYCLE, "accept" if is_accepted else "refuse", reason=reason.strip())
    record_act(session, actor, "accept posts" if is_accepted else "refuse posts", "subsidised post", post.id, reason=reason.strip())
    return post


def draw_agreement(session: Session, actor: Actor, enrolment: Enrolment, post: SubsidisedPost, *, starts_on: date, ends_on: date) -> Agreement:
    """Bring a person and a job together, and put it before the approver with the sum of the monthly schedule.

    Raises InvalidInput, Conflict(posts_filled, not_allowed_now).
    """
    if not access.may_prepare(actor, enrolment) or post.region_code != enrolment.region_code:
        raise NotFound
    if post.measure_id != enrolment.measure_id or post.state is not PostState.ACCEPTED:
        raise Conflict(refusals.POST_NOT_OPEN)
    planned = schedule(starts_on, ends_on, post.pay, rate_periods(enrolment.terms.rate_periods)) if starts_on <= ends_on else ()
    prepare_enrolment(session, actor, enrolment, starts_on=starts_on, ends_on=ends_on, amount=sum(one.amount for one in planned))
    agreement = session.scalars(select(Agreement).where(Agreement.enrolment_id == enrolment.id)).one_or_none()
    if agreement is None or agreement.post_id != post.id:
        if not take_post_if_free(session, post.id):
            raise Conflict(refusals.POSTS_FILLED)
        if agreement is not None:
            raise Conflict(refusals.POST_NOT_OPEN)
        agreement = Agreement(enrolment_id=enrolment.id, drawn_at=clock.now())
        session.add(agreement)
    agreement.post_id, agreement.pay, agreement.starts_on, agreement.ends_on = post.id, post.pay, starts_on, ends_on
    # Whoever had signed other dates signs anew.
    agreement.person_signed_at = agreement.employer_signed_at = agreement.office_signed_at = None
    enrolment.employer_id = post.employer_id
    session.flush()
    record_act(session, actor, "draw agreement", "enrolment", enrolment.id)
    return agreement


def sign_agreement(session: Session, actor: Actor, agreement: Agreement) -> Agreement:
    """One of the three signs, once the approver has approved; signing twice is signing once. Raises Conflict(not_allowed_now)."""
    enrolment, now = hold(session, agreement.enrolment), clock.now()
    if enrolment.state is not EnrolmentState.APPROVED:
        ENROLMENT_LIFECYCLE.after(enrolment.state, "start")
    agreement = hold(session, agreement)
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id == enrolment.jobseeker_id:
        agreement.person_signed_at = agreement.person_signed_at or now
    elif actor.kind is ActorKind.EMPLOYER and actor.organisation_id == enrolment.employer_id:
        agreement.employer_signed_at = agreement.employer_signed_at or now
    elif actor.kind is not ActorKind.SYSTEM and access.may_prepare(actor, enrolment):
        agreement.office_signed_at = agreement.office_signed_at or now
    else:
        raise NotFound
    session.flush()
    record_act(session, actor, "sign agreement", "enrolment", enrolment.id)
    return agreement
