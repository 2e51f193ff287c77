"""Service standards in the small country of the access matrix: for each side a draft, one in discussion, a promise and a rating."""

from datetime import timedelta

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.offices.models import Office
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, Rating, RatingLink
from labour_exchange.standards.rules.drafting import SHORTEST_DISCUSSION
from labour_exchange.standards.states import CommitmentState, Promise, RatingState
from tests.factories import standards as made


def filled(
    session: ExchangeSession, side: str, person: Jobseeker, office: Office, acting: tuple[Actor, Actor], words: tuple[str, str]
) -> dict[str, str]:
    """Public ids by the names the table knows; `words` begin what only the region reads and what everybody may."""
    (private, shared), (officer, approver) = words, acting
    draft = made.draft(session, officer, made.draft_facts(f"{private}-{side} draft"))
    before = made.in_force(session, officer, approver)
    discussed = operations.begin_version(session, officer, before.standard, made.draft_facts(f"{shared}-{side} standard"))
    operations.open_discussion(session, officer, discussed, until_on=clock.today() + SHORTEST_DISCUSSION)
    published = made.remark(session, discussed, text=f"{shared}-{side} remark", address=f"{side}@example.kz".lower())
    operations.publish_remark(session, officer, published)
    waiting = made.remark(session, discussed, text=f"{private}-{side} remark", address=f"{side}2@example.kz".lower())
    rating = _rated(session, side, person, office, discussed.standard_id, private)
    return {
        "draft standard": draft.public_id,
        "discussed standard": discussed.public_id,
        "remark": published.public_id,
        "waiting remark": waiting.public_id,
        "rating": rating.public_id,
    }


def _rated(session: ExchangeSession, side: str, person: Jobseeker, office: Office, standard_id: int, private: str) -> Rating:
    today = clock.today()
    promise = Commitment(
        standard_id=standard_id,
        promise=Promise.REFERRAL,
        subject_id=person.id,
        jobseeker_id=person.id,
        office_id=office.id,
        region_code=office.region_code or "",
        promised_on=today,
        due_on=today,
        state=CommitmentState.OPEN,
    )
    rating = Rating(
        standard_id=standard_id,
        office_id=office.id,
        region_code=office.region_code or "",
        points=3,
        words=f"{private}-{side} words",
        language="en",
        rated_on=today,
        state=RatingState.WAITING,
    )
    session.add_all([promise, rating])
    session.flush()
    session.add(RatingLink(commitment_id=promise.id, secret_hash=f"{private}-{side}", issued_on=today, expires_at=clock.now() + timedelta(days=1)))
    session.flush()
    return rating
