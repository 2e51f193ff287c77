"""A period on the register that goes to another region: each region keeps what happened in it, and nobody is on two registers or on none."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer, decline_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.operations import registrations
from labour_exchange.jobseekers.states import EndReason
from labour_exchange.placements.operations.applications import withdraw
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff
from tests.factories.placements import application, hiring_employer, open_vacancy

SYSTEM = system_actor("test")
FROM, TO = "KZ-61", "KZ-59"
STOCK = {"opened": 1, "returned": 1, "moved": 1, "lapsed": -1, "ended": -1}


@pytest.fixture
def receivers(session: ExchangeSession) -> tuple[Actor, Actor]:
    """An officer where the person lives now, and one of the region to be left, for whoever comes back."""
    return tuple(officer(staff(session, office(session, region))) for region in (TO, FROM))  # type: ignore[return-value]


@pytest.fixture
def person(session: ExchangeSession, receivers: tuple[Actor, Actor]) -> Jobseeker:
    return registered(session, FROM)


def moved(session: ExchangeSession, person: Jobseeker, receiver: Actor) -> None:
    assert receiver.region_code is not None
    asked = ask_transfer(session, actor_of(person), person, to_region=receiver.region_code, reason=TransferReason.MOVED)
    accept_transfer(session, receiver, asked, lead=session.get_one(User, receiver.user_id))
    session.flush()


def register_of(session: ExchangeSession, person: Jobseeker) -> Registration:
    return session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()


def counted(session: ExchangeSession) -> dict[str, dict[str, int]]:
    """Sums by region and measure, as stored; they are what the registers give when everything is drawn again."""
    session.flush()
    collect(session)
    found: dict[str, dict[str, int]] = {}
    for fact in session.scalars(select(Fact).where(Fact.subject_kind == "registration")):
        here = found.setdefault(fact.region_code or "", {})
        name = fact.measure.removeprefix("registrations_")
        here[name] = here.get(name, 0) + fact.count
    assert rebuild(session).is_equal
    return found


def stock(sums: dict[str, int]) -> int:
    return sum(STOCK.get(name, 0) * count for name, count in sums.items())


def test_the_one_region_gives_what_the_other_gets(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    assert counted(session) == {FROM: {"opened": 1}}
    with clock.hold(clock.now() + timedelta(days=3)):
        moved(session, person, receivers[0])
        assert counted(session) == {FROM: {"opened": 1, "moved": -1}, TO: {"moved": 1}}
        fact = session.scalars(select(Fact).where(Fact.measure == "registrations_moved")).first()
        assert fact is not None
        assert fact.effective_on == clock.today()
    with clock.hold(clock.now() + timedelta(days=9)):
        registrations.end_registration(session, SYSTEM, register_of(session, person), reason=EndReason.PLACED)
        sums = counted(session)
    assert sums == {FROM: {"opened": 1, "moved": -1}, TO: {"moved": 1, "ended": 1}}
    assert [stock(one) for one in sums.values()] == [0, 0]


def test_there_and_back_is_counted_both_times(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    for days, receiver in zip((2, 5), receivers, strict=True):
        with clock.hold(clock.now() + timedelta(days=days)):
            moved(session, person, receiver)
    sums = counted(session)
    assert sums == {FROM: {"opened": 1, "moved": 0}, TO: {"moved": 0}}
    assert (stock(sums[FROM]), stock(sums[TO])) == (1, 0)


def test_who_has_lapsed_is_on_no_register_to_be_taken_from(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    with clock.hold(clock.now() + timedelta(days=100)):
        registrations.lapse_registration(session, SYSTEM, register_of(session, person))
        session.flush()
    with clock.hold(clock.now() + timedelta(days=101)):
        moved(session, person, receivers[0])
        assert counted(session) == {FROM: {"opened": 1, "lapsed": 1}}
    with clock.hold(clock.now() + timedelta(days=102)):
        registrations.renew_registration(session, SYSTEM, register_of(session, person))
        sums = counted(session)
    assert sums == {FROM: {"opened": 1, "lapsed": 1}, TO: {"returned": 1}}


def test_who_lapsed_before_lapsed_there(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    with clock.hold(clock.now() + timedelta(days=100)):
        registrations.lapse_registration(session, SYSTEM, register_of(session, person))
        session.flush()
    with clock.hold(clock.now() + timedelta(days=101)):
        registrations.renew_registration(session, SYSTEM, register_of(session, person))
        session.flush()
    with clock.hold(clock.now() + timedelta(days=102)):
        moved(session, person, receivers[0])
        sums = counted(session)
    assert sums == {FROM: {"opened": 1, "lapsed": 1, "returned": 1, "moved": -1}, TO: {"moved": 1}}


def test_an_open_application_stays_counted_where_it_was_sent(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    sent = application(session, open_vacancy(session, hiring_employer(session)[0]), person)
    counted(session)
    with clock.hold(clock.now() + timedelta(days=3)):
        moved(session, person, receivers[0])
        session.refresh(sent)
        assert sent.region_code == TO
        counted(session)
        withdraw(session, actor_of(person), sent)
        counted(session)
    facts = session.scalars(select(Fact).where(Fact.subject_kind == "application")).all()
    assert {(one.measure, one.region_code, one.region_of_residence) for one in facts} == {
        ("applications", FROM, FROM),
        ("applications_closed", FROM, FROM),
    }


def test_a_declined_transfer_moves_nobody(session: ExchangeSession, person: Jobseeker, receivers: tuple[Actor, Actor]) -> None:
    asked = ask_transfer(session, actor_of(person), person, to_region=TO, reason=TransferReason.MOVED)
    decline_transfer(session, receivers[0], asked, reason="Nobody of this name lives here.")
    assert counted(session) == {FROM: {"opened": 1}}
