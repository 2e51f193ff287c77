"""Who writes, discusses, approves, rates and complains; and which standards, remarks, promises, ratings and complaints an actor may see."""

from sqlalchemy import Select, all_, false, literal, or_

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for, public
from labour_exchange.standards.models import Commitment, Rating, Remark, ServiceComplaint, Standard, StandardVersion
from labour_exchange.standards.states import PUBLIC_STATES, ComplaintState, Instance, RatingState, RemarkState, VersionState

READ_STANDARDS = public("read service standards", "What a public service promises is for everybody.")
SEND_REMARK = public("send a remark on a draft", "A draft is discussed by everybody; an account is not needed.")
CONFIRM_REMARK = public("confirm a remark", "The letter may be opened where nobody is signed in.")
RATE_SERVICE = public("rate a service received", "The link proves that the service was received; who rates stays unknown.")
COMPLAIN_BY_LINK = public("complain about a service received", "The link proves that the service was received; an account is not needed.")
COMPLAIN_AS_PERSON = action_for("complain about a service as the person", ActorKind.JOBSEEKER)
COMPLAIN_AS_EMPLOYER = action_for("complain about a service as the employer", ActorKind.EMPLOYER)
ANSWER_COMPLAINTS = Action("answer complaints about services of the own region", OFFICE_STAFF)
DECIDE_COMPLAINTS = Action("decide complaints about services that were taken further", MINISTRY)
KEEP_STANDARDS = Action("keep standards of the own region", OFFICE_STAFF)
APPROVE_STANDARD = Action("approve a standard of the own region", frozenset({ActorKind.APPROVER}))
KEEP_NATIONAL_STANDARDS = Action("keep standards of the ministry", MINISTRY)
READ_ALL_PROMISES = Action("read totals of promises", MINISTRY)
READ_OWN_PROMISES = Action("read promises of the own region", OFFICE_STAFF)


def is_of_body(actor: Actor, region_code: str | None) -> bool:
    """Staff of the region's offices; for what has no region, the ministry."""
    if region_code is None:
        return actor.kind in MINISTRY
    return actor.is_office_staff and actor.region_code == region_code


def may_keep(actor: Actor, standard: Standard) -> bool:
    return is_of_body(actor, standard.region_code)


def may_approve(actor: Actor, version: StandardVersion) -> bool:
    """A second person of the body: an approver of the region, or somebody else of the ministry."""
    if not is_of_body(actor, version.standard.region_code) or actor.kind is ActorKind.OFFICE:
        return False
    return version.state is VersionState.DISCUSSION and actor.user_id not in version.writer_ids


def may_moderate(actor: Actor, remark: Remark) -> bool:
    """The body whose draft it is, once the address is confirmed."""
    return remark.state is not RemarkState.UNCONFIRMED and is_of_body(actor, remark.region_code)


def may_answer(actor: Actor, rating: Rating) -> bool:
    """An office of the region that was rated."""
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == rating.region_code


def may_follow(actor: Actor, service: Commitment | ServiceComplaint) -> bool:
    """Who received the service complains about it, and takes the complaint further; the exchange does it for who holds a link."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    if actor.kind is ActorKind.JOBSEEKER:
        return actor.jobseeker_id is not None and actor.jobseeker_id == service.jobseeker_id
    return actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None and actor.organisation_id == service.employer_id


def may_answer_complaint(actor: Actor, complaint: ServiceComplaint) -> bool:
    """An office of the region, but nobody whom the complaint names."""
    is_of_region = actor.is_office_staff and actor.region_code is not None and actor.region_code == complaint.region_code
    return is_of_region and actor.user_id not in complaint.named_ids


def may_decide_complaint(actor: Actor, complaint: ServiceComplaint) -> bool:
    """The ministry, once it was taken further: nobody whom it names, and nobody who answered the first time."""
    if actor.kind not in MINISTRY or complaint.escalated_on is None:
        return False
    return actor.user_id not in (*complaint.named_ids, *(one.answered_by_id for one in complaint.answers if one.instance is Instance.OFFICE))


def visible_versions(actor: Actor, wanted: Select[tuple[StandardVersion]]) -> Select[tuple[StandardVersion]]:
    """What was published, and for the body also its drafts; the select joins Standard."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    shown = StandardVersion.state.in_(PUBLIC_STATES)
    if actor.kind in MINISTRY:
        return wanted.where(or_(shown, Standard.region_code.is_(None)))
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(or_(shown, Standard.region_code == actor.region_code))
    return wanted.where(shown)


def visible_remarks(actor: Actor, wanted: Select[tuple[Remark]]) -> Select[tuple[Remark]]:
    """What is published or was refused with its reason; for the body also what waits for it."""
    confirmed = Remark.state != RemarkState.UNCONFIRMED
    shown = Remark.state.in_((RemarkState.PUBLISHED, RemarkState.REFUSED))
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind in MINISTRY:
        return wanted.where(or_(shown, confirmed & Remark.region_code.is_(None)))
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(or_(shown, confirmed & (Remark.region_code == actor.region_code)))
    return wanted.where(shown)


def visible_commitments(actor: Actor, wanted: Select[tuple[Commitment]]) -> Select[tuple[Commitment]]:
    """The person's or employer's own, and those of the office's region."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(Commitment.jobseeker_id == actor.jobseeker_id)
    if actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None:
        return wanted.where(Commitment.employer_id == actor.organisation_id)
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Commitment.region_code == actor.region_code)
    return wanted.where(false())


def visible_ratings(actor: Actor, wanted: Select[tuple[Rating]]) -> Select[tuple[Rating]]:
    """What was published; for the rated office's region also what waits for moderation or was refused."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    shown = Rating.state == RatingState.PUBLISHED
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(or_(shown, Rating.region_code == actor.region_code))
    return wanted.where(shown)


def visible_complaints(actor: Actor, wanted: Select[tuple[ServiceComplaint]]) -> Select[tuple[ServiceComplaint]]:
    """One's own; those of the region; for the ministry those taken further. Nobody reads one that names them."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None:
        return wanted.where(ServiceComplaint.jobseeker_id == actor.jobseeker_id)
    if actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None:
        return wanted.where(ServiceComplaint.employer_id == actor.organisation_id)
    unnamed = wanted.where(literal(actor.user_id or 0) != all_(ServiceComplaint.named_ids))
    if actor.is_office_staff and actor.region_code is not None:
        return unnamed.where(ServiceComplaint.region_code == actor.region_code)
    if actor.kind in MINISTRY:
        return unnamed.where(ServiceComplaint.state.in_((ComplaintState.ESCALATED, ComplaintState.DECIDED)))
    return wanted.where(false())
