"""Who writes, discusses, approves and rates; and which standards, remarks, promises and ratings an actor may see."""

from sqlalchemy import Select, false, or_

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, public
from labour_exchange.standards.models import Commitment, Rating, Remark, Standard, StandardVersion
from labour_exchange.standards.states import PUBLIC_STATES, RatingState, RemarkState, VersionState

READ_STANDARDS = public("read service standards", "What a public service promises is for everybody.")
SEND_REMARK = public("send a remark on a draft", "A draft is discussed by everybody; an account is not needed.")
CONFIRM_REMARK = public("confirm a remark", "The letter may be opened where nobody is signed in.")
RATE_SERVICE = public("rate a service received", "The link proves that the service was received; who rates stays unknown.")
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
