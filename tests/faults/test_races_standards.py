"""The same link pressed twice, a promise measured by two workers, two drafts begun: at the same instant, and one of each is made."""

from collections import Counter
from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, system_actor
from labour_exchange.jobseekers.models import Registration
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, ComplaintAnswer, Rating, ServiceComplaint, Standard, StandardVersion
from labour_exchange.standards.operations.ratings import issue_link
from labour_exchange.standards.states import CommitmentState, Finding, Promise
from tests.factories import standards as made
from tests.factories.jobseekers import registered
from tests.factories.offices import office, officer, staff
from tests.faults.test_races_placements import AT_ONCE, ROUNDS, Act, at_once


def desk(session: Session) -> tuple[Actor, Actor]:
    place = office(session, "KZ-71")
    return officer(staff(session, place)), officer(staff(session, place, approver=True))


def rating(secret: str) -> tuple[Actor, Act]:
    return VISITOR, lambda session: operations.rate_service(session, secret=secret, points=5, words="", language="en")


def measuring() -> tuple[Actor, Act]:
    return system_actor("measure"), lambda session: operations.measure_commitments(session, session.flush)


def beginning(actor: Actor, standard_id: int) -> tuple[Actor, Act]:
    return actor, lambda session: operations.begin_version(session, actor, session.get_one(Standard, standard_id), made.draft_facts())


def test_a_link_is_exchanged_for_one_rating(app: Flask, committed: Session) -> None:
    writer, second = desk(committed)
    version = made.in_force(committed, writer, second, promise=Promise.REGISTRATION)
    for number in range(ROUNDS):
        person, today = registered(committed, "KZ-71"), clock.today()
        facts = {"standard_id": version.standard_id, "promise": Promise.REGISTRATION, "subject_id": -1 - number, "state": CommitmentState.KEPT}
        days = {"promised_on": today, "due_on": today, "done_on": today, "days": 0}
        promise = Commitment(jobseeker_id=person.id, office_id=writer.office_id, region_code="KZ-71", **facts, **days)
        committed.add(promise)
        committed.flush()
        link = issue_link(committed, promise.id)
        assert link is not None
        committed.commit()
        assert Counter(at_once(app, [rating(link[1]) for _ in range(AT_ONCE)])) == {"done": 1, "link_used": AT_ONCE - 1}
    assert committed.scalar(select(func.count()).select_from(Rating)) == ROUNDS


def complaining(secret: str) -> tuple[Actor, Act]:
    return VISITOR, lambda session: operations.complain_by_link(session, secret=secret, facts=made.complaint_facts(), language="en")


def answering(actor: Actor, complaint_id: int) -> tuple[Actor, Act]:
    facts = {"finding": Finding.JUSTIFIED, "text": "We apologised."}
    return actor, lambda session: operations.answer_complaint(session, actor, session.get_one(ServiceComplaint, complaint_id), **facts)


def test_a_link_gives_one_complaint_that_is_answered_once(app: Flask, committed: Session) -> None:
    writer, second = desk(committed)
    version = made.in_force(committed, writer, second, promise=Promise.REGISTRATION)
    assert writer.office_id is not None
    for _ in range(ROUNDS):
        service = made.service(committed, version, registered(committed, "KZ-71"), writer.office_id)
        link = issue_link(committed, service.id)
        assert link is not None
        committed.commit()
        assert Counter(at_once(app, [complaining(link[1]) for _ in range(AT_ONCE)])) == {"done": 1, "link_used": AT_ONCE - 1}
        filed = committed.scalars(select(ServiceComplaint.id).where(ServiceComplaint.commitment_id == service.id)).one()
        committed.commit()
        done = at_once(app, [answering(one, filed) for one in (writer, second) * (AT_ONCE // 2)])
        assert Counter(done) == {"done": 1, "not_allowed_now": AT_ONCE // 2 * 2 - 1}
    assert committed.scalar(select(func.count()).select_from(ComplaintAnswer)) == ROUNDS


def test_a_promise_is_written_once_by_many_workers(app: Flask, committed: Session) -> None:
    writer, second = desk(committed)
    made.in_force(committed, writer, second, promise=Promise.REFERRAL, days=10, since=30)
    for _ in range(ROUNDS):
        person = registered(committed, "KZ-71")
        committed.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one().registered_on = clock.today() - timedelta(days=3)
        committed.commit()
        assert Counter(at_once(app, [measuring() for _ in range(AT_ONCE)])) == {"done": AT_ONCE}
        written = select(func.count()).select_from(Commitment).where(Commitment.jobseeker_id == person.id)
        assert committed.scalar(written) == 1
        committed.rollback()


def test_a_standard_has_one_unfinished_version(app: Flask, committed: Session) -> None:
    writer, second = desk(committed)
    for _ in range(ROUNDS):
        version = made.in_force(committed, writer, second)
        committed.commit()
        tried = Counter(at_once(app, [beginning(writer, version.standard_id) for _ in range(AT_ONCE)]))
        assert tried == {"done": 1, "draft_exists": AT_ONCE - 1}
        assert committed.scalar(select(func.count()).select_from(StandardVersion).where(StandardVersion.standard_id == version.standard_id)) == 2
        committed.rollback()
