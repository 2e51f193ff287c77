"""A household's move: prepared where it leaves, approved and paid where it comes, seen by both, looked at after a year."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer
from labour_exchange.cases.queries.transfers import arriving
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.checks.queries import checks_of
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations import enrolments, participation, payments
from labour_exchange.programmes.queries.enrolments import enrolment_for, enrolments_to_approve
from labour_exchange.programmes.queries.money import disagreements, treasury_rows
from labour_exchange.programmes.queries.staying import measures_staying
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.programmes.relocations.operations import prepare_relocation, record_move
from labour_exchange.programmes.relocations.rules import MoveFacts, may_have_moved, move_errors
from labour_exchange.programmes.rules.details import MovingTerms
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import EnrolmentState, PaymentKind
from tests.factories import programmes
from tests.factories.offices import office, officer, staff

TERMS = MovingTerms(("KZ-59", "KZ-55"), 100, 1_000)
FAMILY = MoveFacts("KZ-59", 3, 1, 450_000, 900_000)


@pytest.mark.parametrize(
    ("move", "fields"),
    [
        (MoveFacts("KZ-59", 2, 1, 200, 1_000), []),
        (MoveFacts("KZ-59", 1, 0, 100, 0), []),
        (MoveFacts("KZ-59", 2, 2, 201, 1_001), ["children", "moving_cost", "housing_cost"]),
        (MoveFacts("KZ-71", 20, 0, 0, 0), ["to_region"]),
        (MoveFacts("KZ-55", 21, 0, 0, 0), ["to_region", "members"]),
        (MoveFacts("KZ-59", 0, 0, 0, 0), ["members"]),
        (MoveFacts("KZ-59", 1, 0, -1, -1), ["moving_cost", "housing_cost"]),
    ],
)
def test_the_caps_are_those_of_the_terms(move: MoveFacts, fields: list[str]) -> None:
    assert [one.field for one in move_errors(move, TERMS, from_region="KZ-55")] == fields


@pytest.mark.parametrize(("days", "is_right"), [(-1, False), (0, True), (10, True), (11, False)])
def test_nobody_moved_before_the_measure_or_tomorrow(days: int, is_right: bool) -> None:
    first = clock.today() - timedelta(days=10)
    assert may_have_moved(first + timedelta(days=days), first, clock.today()) is is_right


class Regions:
    """The office that a household leaves, and the one that receives it with its plan."""

    def __init__(self, session: Session) -> None:
        south, north = office(session, "KZ-61"), office(session, "KZ-59")
        self.measure: Measure = programmes.measure(session, "now-relocation")
        self.plan: Allocation = programmes.allocation(session, self.measure, "KZ-59")
        self.origin: Actor = officer(staff(session, south))
        self.origin_approver: Actor = officer(staff(session, south, approver=True))
        self.destination: Actor = officer(staff(session, north, approver=True))
        self.arrivals: Actor = officer(staff(session, north))

    def prepared(self, session: Session, move: MoveFacts = FAMILY) -> Enrolment:
        person = programmes.unemployed(session, "KZ-61")
        assert person.profile is not None
        person.profile.move_regions = ["KZ-59"]
        found = programmes.eligible(session, self.measure, self.origin, person)
        today = clock.today()
        return prepare_relocation(session, self.origin, found, move, starts_on=today, ends_on=today + timedelta(days=90))


@pytest.fixture
def regions(session: Session) -> Regions:
    return Regions(session)


def test_the_region_that_receives_approves_and_pays(session: Session, regions: Regions) -> None:
    found = regions.prepared(session)
    assert (found.amount, found.allocation_id, found.paying_region_code) == (1_350_000, regions.plan.id, "KZ-59")
    with pytest.raises(NotFound):
        enrolments.approve_enrolment(session, regions.origin_approver, found)
    assert list(session.scalars(enrolments_to_approve(regions.origin_approver))) == []
    assert list(session.scalars(enrolments_to_approve(regions.destination))) == [found]
    enrolments.approve_enrolment(session, regions.destination, found)
    payment = payments.prepare_payment(session, regions.origin, found, kind=PaymentKind.MOVING, amount=450_000)
    payments.approve_payment(session, regions.destination, payment)
    assert (regions.plan.places_taken, regions.plan.committed, regions.plan.paid) == (1, 1_350_000, 450_000)
    assert disagreements(session) == []
    today = clock.today()
    paid = {kind: len(list(treasury_rows(session, actor, since=today, until=today))) for kind, actor in vars(regions).items() if kind in ACTORS}
    assert paid == {"origin": 0, "destination": 1}


ACTORS = ("origin", "destination")


def test_what_the_terms_do_not_allow_is_named(session: Session, regions: Regions) -> None:
    with pytest.raises(InvalidInput) as refused:
        regions.prepared(session, MoveFacts("KZ-61", 1, 1, 150_001, 0))
    assert [one.field for one in refused.value.errors] == ["to_region", "children", "moving_cost"]


def test_each_wall_shows_the_move_to_both_regions_and_to_no_third(session: Session, regions: Regions) -> None:
    found, third = regions.prepared(session), officer(staff(session, office(session, "KZ-71"), approver=True))
    for actor in (regions.origin, regions.destination):
        assert enrolment_for(session, actor, found.public_id) == found
    with pytest.raises(NotFound):
        enrolment_for(session, third, found.public_id)
    seen = []
    for actor in (regions.origin, regions.arrivals, regions.destination, third):
        with acting_as(session, actor):
            rows = session.scalars(select(Relocation.id)).all(), session.scalars(select(Enrolment.id)).all()
        seen.append([len(one) for one in rows])
    assert seen == [[1, 1], [1, 1], [1, 1], [0, 0]]


def test_under_row_security_the_money_moves_although_one_side_cannot_read_the_plan(session: Session, regions: Regions) -> None:
    found = regions.prepared(session)
    with acting_as(session, regions.destination):
        enrolments.approve_enrolment(session, regions.destination, found)
    with acting_as(session, regions.origin):
        participation.withdraw_enrolment(session, regions.origin, found)
    session.refresh(regions.plan)
    assert (found.state, regions.plan.places_taken, regions.plan.committed) == (EnrolmentState.WITHDRAWN, 0, 0)


def test_whoever_came_is_noted_once_and_looked_at_after_a_year(session: Session, regions: Regions) -> None:
    found = enrolments.approve_enrolment(session, regions.destination, regions.prepared(session))
    with pytest.raises(Conflict, match="not_begun"):
        record_move(session, regions.arrivals, found, moved_on=clock.today())
    participation.start_enrolment(session, regions.origin, found)
    with pytest.raises(InvalidInput):
        record_move(session, regions.arrivals, found, moved_on=clock.today() + timedelta(days=1))
    moved: Any = record_move(session, regions.arrivals, found, moved_on=clock.today())
    assert moved.moved_on == clock.today()
    with pytest.raises(Conflict, match="moved_known"):
        record_move(session, regions.origin, found, moved_on=clock.today())
    assert [one.due_on for one in checks_of(session, regions.arrivals, found)] == [months_later(clock.today(), 12)]


def test_the_register_follows_a_household_that_moved(session: Session, regions: Regions) -> None:
    found = enrolments.approve_enrolment(session, regions.destination, regions.prepared(session))
    participation.start_enrolment(session, regions.origin, found)
    with acting_as(session, regions.arrivals):
        record_move(session, regions.arrivals, found, moved_on=clock.today())
        proposed = session.scalars(arriving(regions.arrivals)).one()
        assert (proposed.jobseeker_id, proposed.reason, proposed.from_region) == (found.jobseeker_id, TransferReason.RELOCATION, "KZ-61")
        assert measures_staying(session, regions.arrivals, proposed) == [], "the region that receives a household pays for its move"
        accept_transfer(session, regions.arrivals, proposed, lead=session.get_one(User, regions.arrivals.user_id))
        assert session.get_one(Jobseeker, found.jobseeker_id).region_code == "KZ-59"


def test_what_the_region_that_is_left_pays_for_stays_with_it(session: Session, regions: Regions) -> None:
    found = regions.prepared(session)
    found.receiving_region_code = None
    asked = ask_transfer(session, regions.origin, found.jobseeker, to_region="KZ-59", reason=TransferReason.MOVED)
    assert [(one.paying_region, one.state) for one in measures_staying(session, regions.arrivals, asked)] == [("KZ-61", EnrolmentState.PREPARED)]
    accept_transfer(session, regions.arrivals, asked, lead=session.get_one(User, regions.arrivals.user_id))
    assert found.region_code == "KZ-61"
    with pytest.raises(NotFound):
        measures_staying(session, regions.origin, asked)
