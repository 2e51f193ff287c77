"""An employer says that an import knows it by name; an office of its region decides."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.employers import access, texts
from labour_exchange.employers.events import EmployerClaimed
from labour_exchange.employers.models import Employer, EmployerClaim
from labour_exchange.employers.rules import is_trusted
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE, EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act


def claim_employer(session: Session, actor: Actor, claimant: Employer, claimed: Employer, *, reason: str) -> EmployerClaim:
    """Say that an employer known from advertisements is this one. Only a verified employer may: a name alone proves nothing.

    Raises InvalidInput without a reason, Conflict(not_verified, not_claimable, claimed_already).
    """
    if not access.may_keep(actor, claimant):
        raise NotFound
    if not is_trusted(claimant.state):
        raise Conflict(texts.NOT_VERIFIED)
    if claimed.state is not EmployerState.UNCLAIMED:
        raise Conflict(texts.NOT_CLAIMABLE)
    if not reason.strip():
        raise InvalidInput([FieldError("reason", texts.CLAIM_REASON_MISSING)])
    claim = EmployerClaim(
        employer_id=claimed.id, claimant_id=claimant.id, reason=reason.strip(), claimed_by_user_id=actor.user_id, claimed_at=clock.now()
    )
    try:
        with session.begin_nested():
            session.add(claim)
    except IntegrityError:
        raise Conflict(texts.CLAIMED_ALREADY) from None
    return claim


def decide_claim(session: Session, actor: Actor, claim: EmployerClaim, *, is_accepted: bool, answer: str) -> EmployerClaim:
    """Accept a claim, and the advertisements become the claimant's; or refuse it, saying why.

    The claimed one stays as the name under which its source knows the claimant, so that the next import finds it.
    Raises InvalidInput when a refusal gives no reason, Conflict(claim_decided, not_claimable).
    """
    if not access.may_verify(actor, claim.claimant):
        raise NotFound
    if claim.decided_at is not None:
        raise Conflict(texts.CLAIM_DECIDED)
    if not is_accepted and not answer.strip():
        raise InvalidInput([FieldError("answer", texts.ANSWER_MISSING)])
    claim.decided_at, claim.is_accepted, claim.answer = clock.now(), is_accepted, answer.strip()
    if is_accepted:
        if claim.employer.state is not EmployerState.UNCLAIMED:
            raise Conflict(texts.NOT_CLAIMABLE)
        move(session, actor, claim.employer, EMPLOYER_LIFECYCLE, "claim")
        claim.employer.claimed_by_id = claim.claimant_id
        record(session, actor, EmployerClaimed(claim.employer_id, claim.claimant_id))
    record_act(session, actor, "decide claim", "employer", claim.claimant_id, claimed=claim.employer_id, is_accepted=is_accepted)
    session.flush()
    return claim
