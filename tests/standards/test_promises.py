"""Promises measured from registers once, figures of finished quarters, and ratings by who was served, once."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor
from labour_exchange.foundation.errors import Conflict, NotFound, Refusal
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import log_transition
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.operations import choose_topics
from labour_exchange.notifications.reactions.standards import ask_to_rate, warn_of_promises
from labour_exchange.notifications.states import MessageKind
from labour_exchange.offices.models import Office
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, Rating, RatingLink, ServiceFigure
from labour_exchange.standards.operations.ratings import issue_link
from labour_exchange.standards.queries import monitoring
from labour_exchange.standards.rules.promises import due_on, quarter_after, quarter_before, quarter_of
from labour_exchange.standards.states import CommitmentState, Promise, RatingState, RefusalCode
from tests.factories import standards as made
from tests.factories import vacancies
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff
from tests.factories.placements import hiring_employer


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def approver(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71"), approver=True))


def measured(session: Session) -> int:
    return operations.measure_commitments(session, session.flush)


def promise_of(session: Session, promise: Promise, subject_id: int) -> Commitment | None:
    found = select(Commitment).where(Commitment.promise == promise, Commitment.subject_id == subject_id).execution_options(populate_existing=True)
    return session.scalar(found)


def registration_of(session: Session, person: Jobseeker) -> Registration:
    return session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()


def test_a_vacancy_check_is_promised_kept_and_broken(session: Session, at_work: Actor, approver: Actor) -> None:
    made.in_force(session, at_work, approver, promise=Promise.VACANCY_CHECK, since=100)
    employer, _owner = hiring_employer(session, "KZ-71")
    vacancy = vacancies.submitted(session, by=employer, region_code="KZ-71")
    assert (measured(session), measured(session)) == (1, 0)
    one = promise_of(session, Promise.VACANCY_CHECK, vacancy.id)
    assert one is not None
    assert (one.state, one.employer_id, one.due_on) == (CommitmentState.OPEN, employer.id, due_on(clock.today(), 1))
    with clock.hold(datetime.combine(one.due_on + timedelta(days=1), time(12), clock.COUNTRY_ZONE)):
        measured(session)
        late = promise_of(session, Promise.VACANCY_CHECK, vacancy.id)
        assert late is not None
        assert (late.state, late.done_on) == (CommitmentState.BREACHED, None)
        vacancy.checked_at = clock.now()
        session.flush()
        assert (measured(session), measured(session)) == (1, 0)
        late = promise_of(session, Promise.VACANCY_CHECK, vacancy.id)
        assert late is not None
        assert (late.state, late.done_on) == (CommitmentState.BREACHED, clock.today())


def test_only_what_was_in_force_on_the_day_promises_anything(session: Session, at_work: Actor, approver: Actor) -> None:
    person = registered(session, "KZ-71")
    registration = registration_of(session, person)
    registration.registered_on = clock.today() - timedelta(days=30)
    session.flush()
    assert measured(session) == 0
    made.in_force(session, at_work, approver, promise=Promise.REFERRAL, days=10, since=5)
    assert measured(session) == 0
    elsewhere = registered(session, "KZ-75")
    today = registration_of(session, registered(session, "KZ-71"))
    assert measured(session) == 1
    assert promise_of(session, Promise.REFERRAL, today.id) is not None
    assert promise_of(session, Promise.REFERRAL, registration_of(session, elsewhere).id) is None


def test_registration_is_measured_by_what_the_log_says(session: Session, at_work: Actor, approver: Actor) -> None:
    made.in_force(session, at_work, approver, promise=Promise.REGISTRATION, since=100)
    slow, quick, unlogged = (registration_of(session, registered(session, "KZ-71")) for _ in range(3))
    slow.registered_on = clock.today() - timedelta(days=7)
    for one in (slow, quick):
        log_transition(session, at_work, "registration", one.id, "open", "", "active")
    session.flush()
    measured(session)
    states = [promise_of(session, Promise.REGISTRATION, one.id) for one in (slow, quick, unlogged)]
    assert [one and one.state for one in states] == [CommitmentState.BREACHED, CommitmentState.KEPT, None]
    told = session.scalar(select(func.count()).select_from(RecordedEvent).where(RecordedEvent.kind == "service_received"))
    assert told == 2


def served(session: Session, at_work: Actor, approver: Actor) -> tuple[Commitment, Jobseeker]:
    """A person whose registration was written down today."""
    made.in_force(session, at_work, approver, promise=Promise.REGISTRATION, since=100)
    person = registered(session, "KZ-71")
    registration = registration_of(session, person)
    log_transition(session, at_work, "registration", registration.id, "open", "", "active")
    measured(session)
    found = promise_of(session, Promise.REGISTRATION, registration.id)
    assert found is not None
    return found, person


def test_one_link_one_rating_of_nobody(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, person = served(session, at_work, approver)
    link = issue_link(session, commitment.id)
    assert link is not None
    assert link[0] == person.user_id
    assert issue_link(session, commitment.id) is None
    assert monitoring.rateable_service(session, link[1]) is not None
    rating = operations.rate_service(session, secret=link[1], points=4, words="  Quick. ", language="en")
    assert (rating.points, rating.words, rating.state, rating.region_code) == (4, "Quick.", RatingState.WAITING, "KZ-71")
    for secret in (link[1], "somebody's"):
        with pytest.raises(Refusal, match="link_used"):
            operations.rate_service(session, secret=secret, points=1, words="", language="en")
        assert monitoring.rateable_service(session, secret) is None
    assert session.scalar(select(func.count()).select_from(Rating)) == 1


def test_a_person_reads_own_promises_and_nobody_elses(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, person = served(session, at_work, approver)
    assert monitoring.promises_to(session, actor_of(person)) == [commitment]
    assert monitoring.promises_to(session, actor_of(registered(session, "KZ-71"))) == []
    assert monitoring.promises_to(session, VISITOR) == []


def test_a_link_ends_after_thirty_days_and_with_the_erased_person(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, person = served(session, at_work, approver)
    link = issue_link(session, commitment.id)
    assert link is not None
    with clock.hold(clock.now() + timedelta(days=30)), pytest.raises(Refusal, match="link_used"):
        operations.rate_service(session, secret=link[1], points=1, words="", language="en")
    operations.forget_links(session, {"jobseeker_id": person.id})
    session.flush()
    assert session.get(RatingLink, commitment.id) is None
    with pytest.raises(Refusal, match="link_used"):
        operations.rate_service(session, secret=link[1], points=1, words="", language="en")


def test_the_letter_holds_the_link_and_officers_are_warned_once_a_day(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, person = served(session, at_work, approver)
    ask_to_rate(session, {"commitment_id": commitment.id})
    ask_to_rate(session, {"commitment_id": commitment.id})
    letters = session.scalars(select(Message).where(Message.kind == MessageKind.SERVICE_TO_RATE)).all()
    assert [letter.user_id for letter in letters] == [person.user_id]
    secret = letters[0].path.rsplit("/", 1)[1]
    assert monitoring.rateable_service(session, secret) is not None
    assert session.scalars(monitoring.commitments_about_to_break(at_work)).all() == [], "a kept promise is none to warn of"
    commitment.state, commitment.done_on, commitment.days = CommitmentState.OPEN, None, None
    session.flush()
    assert len(session.scalars(monitoring.commitments_about_to_break(at_work)).all()) == 1
    for _again in range(2):
        warn_of_promises(session)
    warned = session.scalars(select(Message.user_id).where(Message.kind == MessageKind.PROMISES_DUE)).all()
    assert warned == [at_work.user_id]


def test_who_wants_no_reminders_is_not_asked(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, person = served(session, at_work, approver)
    assert person.user_id is not None
    choose_topics(session, actor_of(person), person.user_id, wanted=[])
    ask_to_rate(session, {"commitment_id": commitment.id})
    assert session.get(RatingLink, commitment.id) is None
    assert session.scalars(select(Message.id).where(Message.kind == MessageKind.SERVICE_TO_RATE)).all() == []


def test_words_are_moderated_and_answered_by_the_region_alone(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, _person = served(session, at_work, approver)
    link = issue_link(session, commitment.id)
    assert link is not None
    rating = operations.rate_service(session, secret=link[1], points=2, words="Slow.", language="en")
    elsewhere = officer(staff(session, office(session, "KZ-75")))
    for act in (
        lambda: operations.publish_words(session, elsewhere, rating),
        lambda: operations.refuse_words(session, elsewhere, rating, reason=RefusalCode.INSULT),
        lambda: operations.answer_rating(session, elsewhere, rating, answer="No."),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(Conflict):
        operations.answer_rating(session, at_work, rating, answer="Too early.")
    operations.publish_words(session, at_work, rating)
    operations.answer_rating(session, at_work, rating, answer="We are two now.")
    assert (rating.state, rating.answered_on) == (RatingState.PUBLISHED, clock.today())
    with pytest.raises(Conflict):
        operations.refuse_words(session, at_work, rating, reason=RefusalCode.INSULT)


def test_words_of_fewer_than_five_are_shown_to_nobody(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, _person = served(session, at_work, approver)
    place = session.get_one(Office, commitment.office_id)
    session.add_all(_rating(commitment, points, "Good." if points == 5 else "") for points in (5, 4, 3, 2))
    session.flush()
    assert monitoring.published_words(session, VISITOR, place) == []
    session.add(_rating(commitment, 1, ""))
    session.flush()
    assert [one.words for one in monitoring.published_words(session, VISITOR, place)] == ["Good."]


def _rating(of: Commitment, points: int, words: str) -> Rating:
    whose = {"standard_id": of.standard_id, "office_id": of.office_id, "region_code": of.region_code}
    return Rating(points=points, words=words, language="en", rated_on=clock.today(), state=RatingState.PUBLISHED, **whose)


def test_a_finished_quarter_is_counted_once_and_small_cells_are_withheld(session: Session, at_work: Actor, approver: Actor) -> None:
    commitment, _person = served(session, at_work, approver)
    quarter = quarter_before(quarter_of(clock.today()))
    rows = [_copy(commitment, number, quarter, CommitmentState.KEPT, number % 3) for number in range(1, 9)]
    session.add_all([*rows, *(_copy(commitment, 100 + number, quarter, CommitmentState.BREACHED, 9) for number in range(4))])
    session.flush()
    with clock.hold(datetime.combine(quarter_after(quarter) + timedelta(days=5), time(12), clock.COUNTRY_ZONE)):
        assert (operations.count_service_figures(session), operations.count_service_figures(session)) == (1, 0)
    stored = session.scalars(select(ServiceFigure)).one()
    assert (stored.kept, stored.breached, stored.median_days) == (8, 4, 2.0)
    shown = monitoring.public_figures(session, quarter)[0]
    assert (shown.total, shown.share, shown.ratings, shown.points) == (12, None, None, None)
    session.add(_copy(commitment, 200, quarter, CommitmentState.BREACHED, 9))
    session.flush()
    assert operations.count_service_figures(session) == 0


def _copy(of: Commitment, number: int, quarter: date, state: CommitmentState, days: int) -> Commitment:
    return Commitment(
        standard_id=of.standard_id,
        promise=of.promise,
        subject_id=-number,
        jobseeker_id=of.jobseeker_id,
        office_id=of.office_id,
        region_code=of.region_code,
        promised_on=quarter,
        due_on=quarter + timedelta(days=1),
        done_on=quarter + timedelta(days=days),
        days=days,
        state=state,
    )
