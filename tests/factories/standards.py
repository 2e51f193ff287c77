"""Standards for tests, at each point of their way."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, Remark, RemarkSender, ServiceComplaint, StandardVersion
from labour_exchange.standards.operations.remarks import issue_confirmation
from labour_exchange.standards.rules.complaints import ComplaintFacts
from labour_exchange.standards.rules.drafting import SHORTEST_DISCUSSION, DraftFacts
from labour_exchange.standards.states import CommitmentState, ComplaintChannel, Promise, RemarkKind, Remedy


def said(words: str) -> dict[str, str]:
    return {"kk": f"{words} kk", "ru": f"{words} ru", "en": f"{words} en"}


def draft_facts(
    title: str = "Registration", *, paragraphs: tuple[str, ...] = ("Come to the office.", "You get an answer."), days: int = 1
) -> DraftFacts:
    by_language = {code: "\n\n".join(f"{one} {code}" for one in paragraphs) for code in ("kk", "ru", "en")}
    return DraftFacts(said(title), said("Everybody"), said("Identity card"), by_language, days)


def draft(session: Session, officer: Actor, facts: DraftFacts | None = None, *, promise: Promise | None = None) -> StandardVersion:
    return operations.begin_standard(session, officer, facts or draft_facts(), promise=promise)


def discussed(session: Session, officer: Actor, facts: DraftFacts | None = None, *, promise: Promise | None = None) -> StandardVersion:
    """A version that people discuss from today."""
    version = draft(session, officer, facts, promise=promise)
    return operations.open_discussion(session, officer, version, until_on=clock.today() + SHORTEST_DISCUSSION)


def remark(session: Session, version: StandardVersion, *, text: str = "Say by when.", paragraph: int = 1, address: str = "a@example.kz") -> Remark:
    """A remark whose sender has confirmed the address."""
    words = {"paragraph": paragraph, "kind": RemarkKind.REMARK, "text": text, "language": "en"}
    made = operations.send_remark(session, version, address=address, **words)  # type: ignore[arg-type]
    link = issue_confirmation(session, made.id)
    assert link is not None
    return operations.confirm_remark(session, secret=link[2])


def close_discussion(session: Session, version: StandardVersion) -> None:
    """Let the closing day have been yesterday."""
    session.flush()
    yesterday = clock.today() - timedelta(days=1)
    session.execute(update(StandardVersion).where(StandardVersion.id == version.id).values(discussed_until_on=yesterday))
    session.refresh(version)


def in_force(session: Session, officer: Actor, approver: Actor, *, promise: Promise | None = None, days: int = 1, since: int = 0) -> StandardVersion:
    """A version in force since so many days, with nobody's remarks."""
    version = discussed(session, officer, draft_facts(days=days), promise=promise)
    close_discussion(session, version)
    operations.publish_report(session, officer, version, report="Nobody wrote.")
    operations.approve_version(session, approver, version, from_on=clock.today())
    version.in_force_from = clock.today() - timedelta(days=since)
    session.flush()
    return version


def service(
    session: Session, version: StandardVersion, person: Jobseeker, at: int, *, promise: Promise = Promise.REFERRAL, ago: int = 0, late: bool = False
) -> Commitment:
    """What the person was promised by the version and got so many days ago, at the office of this number; `late`: and did not get."""
    day = clock.today() - timedelta(days=ago)
    found = Commitment(
        standard_id=version.standard_id,
        promise=promise,
        subject_id=person.id,
        jobseeker_id=person.id,
        office_id=at,
        region_code=person.region_code,
        promised_on=day,
        due_on=day,
        done_on=None if late else day,
        days=None if late else 0,
        state=CommitmentState.BREACHED if late else CommitmentState.KEPT,
    )
    session.add(found)
    session.flush()
    return found


def complaint_facts(text: str = "I waited three weeks and nobody called.", **facts: Any) -> ComplaintFacts:
    return ComplaintFacts(text, **{"remedy": Remedy.EXPLANATION, "channel": ComplaintChannel.LETTER} | facts)


def complaint(session: Session, service: Commitment, **facts: Any) -> ServiceComplaint:
    """Filed by the person who was promised it."""
    actor = Actor(ActorKind.JOBSEEKER, jobseeker_id=service.jobseeker_id)
    return operations.complain(session, actor, service, complaint_facts(**facts), language="en")


def sender_of(session: Session, remark_id: int) -> RemarkSender:
    return session.get_one(RemarkSender, remark_id)
