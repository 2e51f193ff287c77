"""Service standards in the small country of the access matrix: for each side a draft, one in discussion, a promise and a rating."""

from datetime import timedelta

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.offices.models import Office
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, Rating, RatingLink, ServiceComplaint, StandardVersion
from labour_exchange.standards.operations.complaints import issue_status_link
from labour_exchange.standards.rules.drafting import SHORTEST_DISCUSSION
from labour_exchange.standards.states import CommitmentState, Finding, Promise, RatingState
from tests.factories import jobseekers as people
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
    rating, service = _rated(session, side, person, office, discussed.standard_id, private)
    filed, escalated = _complaints(session, before, person, office, acting, (f"{private}-{side} complaint", f"{shared}-{side} complaint"))
    return {
        "draft standard": draft.public_id,
        "discussed standard": discussed.public_id,
        "remark": published.public_id,
        "waiting remark": waiting.public_id,
        "rating": rating.public_id,
        "service": service.public_id,
        "service complaint": filed.public_id,
        "escalated complaint": escalated.public_id,
    }


def _complaints(
    session: ExchangeSession, version: StandardVersion, person: Jobseeker, office: Office, acting: tuple[Actor, Actor], words: tuple[str, str]
) -> tuple[ServiceComplaint, ServiceComplaint]:
    """One that waits for the office, and one that the ministry has to answer: those words are the ministry's to read as well."""
    filed, escalated = (
        made.complaint(session, made.service(session, version, person, office.id, promise=promise), text=text)
        for promise, text in zip((Promise.REGISTRATION, Promise.VACANCY_CHECK), words, strict=True)
    )
    operations.answer_complaint(session, acting[1], escalated, finding=Finding.PARTLY, text=f"{words[1]} answered")
    operations.escalate_complaint(session, people.actor_of(person), escalated, why=f"{words[1]} taken further")
    issue_status_link(session, filed.id)
    issue_status_link(session, escalated.id)
    return filed, escalated


def _rated(session: ExchangeSession, side: str, person: Jobseeker, office: Office, standard_id: int, private: str) -> tuple[Rating, Commitment]:
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
        done_on=today,
        days=0,
        state=CommitmentState.KEPT,
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
    return rating, promise
