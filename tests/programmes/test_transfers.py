"""A person's register moves to another region: what had not begun gives its place to the next, what has begun or is paid for goes on."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer, decline_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.operations import enrolments, participation, payments, training
from labour_exchange.programmes.operations.participation import withdraw_what_is_left
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.queries.staying import measures_staying
from labour_exchange.programmes.rules.participation import is_left_behind, may_have_begun
from labour_exchange.programmes.states import EnrolmentState, MeasureKind, PaymentKind, SeatState
from labour_exchange.subscriptions import REACTIONS
from tests.factories import programmes as made
from tests.programmes.conftest import Cast
from tests.programmes.test_relocations import Regions

DAY = timedelta(days=1)
HERE, THERE = "KZ-71", "KZ-75"


@pytest.mark.parametrize("state", EnrolmentState)
def test_only_what_has_not_begun_is_reached(state: EnrolmentState) -> None:
    is_reached = state in ("applied", "eligible", "prepared", "approved")
    assert is_left_behind(MeasureKind.TRAINING, state, is_bound=False) is is_reached
    assert not is_left_behind(MeasureKind.TRAINING, state, is_bound=True)
    assert not is_left_behind(MeasureKind.RELOCATION, state, is_bound=False)


@pytest.mark.parametrize(
    ("state", "days", "is_open"), [("approved", -1, True), ("approved", 0, True), ("approved", 1, False), ("prepared", 0, False)]
)
def test_an_approved_one_may_have_begun_from_its_first_day_on(state: str, days: int, is_open: bool) -> None:
    today = date(2026, 11, 28)
    assert may_have_begun(EnrolmentState(state), today + days * DAY, today) is is_open
    assert not may_have_begun(EnrolmentState(state), None, today)


class Training:
    """A course of one seat from tomorrow on, with a plan for it."""

    def __init__(self, session: Session, cast: Cast, *, starts_on: date | None = None) -> None:
        self.session, self.cast, self.measure = session, cast, made.measure(session, made.TRAINING)
        self.plan: Allocation = made.allocation(session, self.measure)
        first = starts_on or clock.today() + DAY
        self.course: Course = made.course(session, cast.officer, self.measure, seats=1, starts_on=first)

    def seated(self, state: EnrolmentState = EnrolmentState.APPROVED) -> Enrolment:
        found = made.eligible(self.session, self.measure, self.cast.officer)
        training.give_seat(self.session, self.cast.officer, found, self.course)
        if state is not EnrolmentState.ELIGIBLE:
            training.prepare_training(self.session, self.cast.officer, found)
        if state is EnrolmentState.APPROVED:
            enrolments.approve_enrolment(self.session, self.cast.approver, found)
        return found


def moved(session: Session, cast: Cast, person: Jobseeker) -> dict[str, object]:
    """The other region has accepted; gives what the event says."""
    asked = ask_transfer(session, cast.officer, person, to_region=THERE, reason=TransferReason.MOVED)
    accept_transfer(session, cast.stranger, asked, lead=session.get_one(User, cast.stranger.user_id))
    return {"transfer_id": asked.id, "jobseeker_id": person.id, "decision": "accepted"}


def announced(session: Session) -> list[tuple[int, bool]]:
    rows = session.scalars(select(RecordedEvent).where(RecordedEvent.kind == "enrolment_left_behind").order_by(RecordedEvent.id))
    return [(one.facts["enrolment_id"], one.facts["is_withdrawn"]) for one in rows]


def test_programmes_hear_of_a_transfer() -> None:
    assert withdraw_what_is_left in REACTIONS["transfer_decided"]


@pytest.mark.parametrize("state", [EnrolmentState.ELIGIBLE, EnrolmentState.PREPARED, EnrolmentState.APPROVED])
def test_a_seat_goes_to_whoever_waits_and_the_promise_back_to_the_plan(session: Session, cast: Cast, state: EnrolmentState) -> None:
    lesson = Training(session, cast)
    found, waiting = lesson.seated(state), made.eligible(session, lesson.measure, cast.officer)
    place = training.give_seat(session, cast.officer, waiting, lesson.course)
    assert (place.state, lesson.plan.committed) == (SeatState.WAITING, 50_000 if state is EnrolmentState.APPROVED else 0)
    facts = moved(session, cast, found.jobseeker)
    for _delivery in range(2):
        withdraw_what_is_left(session, facts)
    assert (found.state, waiting.state) == (EnrolmentState.WITHDRAWN, EnrolmentState.ELIGIBLE)
    assert (place.state, lesson.course.seats_taken) == (SeatState.SEATED, 1)
    assert (lesson.plan.places_taken, lesson.plan.committed, found.committed) == (0, 0, 0)
    assert disagreements(session) == []
    assert [one.reason for one in history(session, "enrolment", found.id) if one.action == "withdraw"] == ["transferred"]
    assert announced(session) == [(found.id, True)]


def test_whoever_waited_for_a_seat_leaves_the_list(session: Session, cast: Cast) -> None:
    lesson = Training(session, cast)
    first, second = lesson.seated(), made.eligible(session, lesson.measure, cast.officer)
    place = training.give_seat(session, cast.officer, second, lesson.course)
    withdraw_what_is_left(session, moved(session, cast, second.jobseeker))
    assert (first.state, second.state, place.state) == (EnrolmentState.APPROVED, EnrolmentState.WITHDRAWN, SeatState.LEFT)
    assert lesson.course.seats_taken == 1


def test_what_has_begun_goes_on_under_the_region_that_pays(session: Session, cast: Cast) -> None:
    lesson = Training(session, cast, starts_on=clock.today())
    found = participation.start_enrolment(session, cast.officer, lesson.seated())
    withdraw_what_is_left(session, moved(session, cast, found.jobseeker))
    assert (found.state, lesson.plan.committed, lesson.course.seats_taken) == (EnrolmentState.STARTED, 50_000, 1)
    assert announced(session) == []


def test_what_may_have_begun_is_left_to_its_office(session: Session, cast: Cast) -> None:
    found = Training(session, cast, starts_on=clock.today()).seated()
    withdraw_what_is_left(session, moved(session, cast, found.jobseeker))
    assert found.state is EnrolmentState.APPROVED
    assert announced(session) == [(found.id, False)]


@pytest.mark.parametrize("is_paid", [False, True])
def test_what_is_paid_or_waits_for_payment_goes_on(session: Session, cast: Cast, is_paid: bool) -> None:
    lesson = Training(session, cast)
    found = lesson.seated()
    payment = payments.prepare_payment(session, cast.officer, found, kind=PaymentKind.COURSE, amount=20_000)
    if is_paid:
        payments.approve_payment(session, cast.approver, payment)
    withdraw_what_is_left(session, moved(session, cast, found.jobseeker))
    assert (found.state, lesson.plan.committed, lesson.plan.paid) == (EnrolmentState.APPROVED, 50_000, 20_000 if is_paid else 0)


@pytest.mark.parametrize("is_signed", [False, True])
def test_a_job_that_three_have_agreed_on_goes_on(session: Session, cast: Cast, is_signed: bool) -> None:
    found = made.approved(session, cast.measure, cast.officer, cast.approver, starts_on=clock.today() + DAY)
    agreement = made.signed_agreement(session, found)
    agreement.employer_signed_at = agreement.employer_signed_at if is_signed else None
    session.flush()
    withdraw_what_is_left(session, moved(session, cast, found.jobseeker))
    assert found.state is (EnrolmentState.APPROVED if is_signed else EnrolmentState.WITHDRAWN)
    assert (agreement.post.posts_filled, cast.allocation.places_taken) == ((1, 1) if is_signed else (0, 0))


def test_the_move_itself_goes_on(session: Session) -> None:
    regions = Regions(session)
    found = enrolments.approve_enrolment(session, regions.destination, regions.prepared(session))
    asked = ask_transfer(session, regions.origin, found.jobseeker, to_region="KZ-59", reason=TransferReason.MOVED)
    accept_transfer(session, regions.arrivals, asked, lead=session.get_one(User, regions.arrivals.user_id))
    withdraw_what_is_left(session, {"transfer_id": asked.id, "decision": "accepted"})
    assert (found.state, regions.plan.places_taken) == (EnrolmentState.APPROVED, 1)


def test_a_declined_transfer_withdraws_nothing(session: Session, cast: Cast) -> None:
    found = Training(session, cast).seated()
    asked = ask_transfer(session, cast.officer, found.jobseeker, to_region=THERE, reason=TransferReason.MOVED)
    decline_transfer(session, cast.stranger, asked, reason="No address here")
    withdraw_what_is_left(session, {"transfer_id": asked.id, "decision": "declined"})
    assert found.state is EnrolmentState.APPROVED


def test_what_was_applied_for_after_coming_back_is_not_touched_by_an_event_heard_late(session: Session, cast: Cast) -> None:
    lesson = Training(session, cast)
    person = lesson.seated().jobseeker
    facts = moved(session, cast, person)
    withdraw_what_is_left(session, facts)
    back = ask_transfer(session, cast.stranger, person, to_region=HERE, reason=TransferReason.MOVED)
    accept_transfer(session, cast.officer, back, lead=session.get_one(User, cast.officer.user_id))
    again = made.eligible(session, lesson.measure, cast.officer, person)
    withdraw_what_is_left(session, facts)
    assert again.state is EnrolmentState.ELIGIBLE


@pytest.mark.parametrize("days", [0, 1])
def test_the_office_that_is_asked_reads_what_will_be_withdrawn(session: Session, cast: Cast, days: int) -> None:
    found = Training(session, cast, starts_on=clock.today() + days * DAY).seated()
    asked = ask_transfer(session, cast.officer, found.jobseeker, to_region=THERE, reason=TransferReason.MOVED)
    (shown,) = measures_staying(session, cast.stranger, asked)
    assert (shown.committed, shown.is_withdrawn) == (50_000, days == 1)
