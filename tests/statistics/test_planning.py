"""What plans rest on, read from facts and records: flows with their margins, what regions lack, and what places promise there."""

from datetime import UTC, date, datetime, timedelta

import pytest

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.recommending.rules import EMPLOYED_WITHIN_MONTHS
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.programmes.states import EnrolmentState
from labour_exchange.statistics.periods import read_period
from labour_exchange.statistics.planning.flows import FlowKind, flows, region_to_read
from labour_exchange.statistics.planning.rules import ENOUGH
from labour_exchange.statistics.planning.scenarios import Asked, scenario
from labour_exchange.statistics.planning.shortages import GROUP_DIGITS, shortage_groups, worst_by_region
from tests.factories import programmes as made
from tests.factories.offices import office, officer, staff
from tests.factories.placements import hiring_employer, open_vacancy
from tests.programmes.conftest import Cast, make_cast
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
AUTUMN = read_period("2026-Q4")


@pytest.fixture(autouse=True)
def november() -> object:
    with clock.hold(NOW):
        yield


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


def placed(session: ExchangeSession, home: str, work: str, count: int, day: str = "2026-10-05") -> None:
    put(session, "placements_confirmed", work, day, count, region_of_residence=home, region_of_work=work)


def analyst(session: ExchangeSession) -> Actor:
    return made.analyst(session)


def test_flows_are_confirmed_placements_by_home_and_work(session: ExchangeSession) -> None:
    for home, work, count in (("KZ-71", "KZ-71", 50), ("KZ-11", "KZ-71", 9), ("KZ-71", "KZ-11", 4), ("KZ-75", "KZ-71", 9)):
        placed(session, home, work, count)
    placed(session, "KZ-11", "KZ-71", -2)
    placed(session, "KZ-11", "KZ-71", 100, "2026-09-30")
    put(session, "placements_declared", "KZ-71", "2026-10-05", 70, region_of_residence="KZ-11", region_of_work="KZ-71")
    found = flows(session, analyst(session), FlowKind.WORK, AUTUMN)
    assert found.counts == {("KZ-71", "KZ-71"): 50, ("KZ-11", "KZ-71"): 7, ("KZ-71", "KZ-11"): 4, ("KZ-75", "KZ-71"): 9}
    assert (found.arriving("KZ-71"), found.leaving("KZ-71"), found.between("KZ-75", "KZ-11")) == (16, 4, 0)
    assert found.largest(2) == [(("KZ-75", "KZ-71"), 9), (("KZ-11", "KZ-71"), 7)]
    assert found.largest(9, "KZ-11") == [(("KZ-11", "KZ-71"), 7), (("KZ-71", "KZ-11"), 4)]


def test_an_office_reads_flows_of_its_region_only(session: ExchangeSession, cast: Cast) -> None:
    placed(session, "KZ-11", "KZ-71", 9)
    placed(session, "KZ-11", "KZ-75", 30)
    found = flows(session, cast.officer, FlowKind.WORK, AUTUMN, region_to_read(cast.officer, ""))
    assert found.counts == {("KZ-11", "KZ-71"): 9}
    for region in ("", "KZ-75"):
        with pytest.raises(NotFound):
            flows(session, cast.officer, FlowKind.WORK, AUTUMN, region)
    for wanted in ("KZ-75", "KZ-99"):
        with pytest.raises(NotFound):
            region_to_read(cast.officer, wanted)


def test_moves_are_counted_in_people_once_they_came(session: ExchangeSession) -> None:
    cast = make_cast(session)
    for moved_on, members in ((date(2026, 10, 3), 4), (date(2026, 11, 2), 2), (date(2026, 9, 3), 5), (None, 7)):
        enrolment = made.started(session, cast.measure, cast.officer, cast.approver)
        facts = {"children": 1, "moving_cost": 1, "housing_cost": 0, "moved_on": moved_on}
        session.add(Relocation(enrolment_id=enrolment.id, from_region="KZ-71", to_region="KZ-59", members=members, **facts))
        cast.allocation.places += 1
    session.flush()
    ministry = analyst(session)
    with acting_as(session, ministry):
        assert flows(session, ministry, FlowKind.MOVES, AUTUMN).counts == {("KZ-71", "KZ-59"): 6}


def test_a_group_lacks_people_and_names_its_courses(session: ExchangeSession, cast: Cast) -> None:
    employer, _ = hiring_employer(session)
    vacancy = open_vacancy(session, employer, posts=8)
    code = vacancy.occupation_code or ""
    person = made.unemployed(session)
    assert person.profile is not None
    person.profile.occupation_codes = [code]
    free = made.course(session, cast.officer, made.measure(session, "now-training"), occupation_code=code)
    session.flush()
    ministry, today = analyst(session), clock.today()
    (found,) = [one for one in shortage_groups(session, ministry, today) if one.group_code == code[:GROUP_DIGITS]]
    assert (found.posts, found.people, found.lacking, found.tightness) == (8, 1, 7, 8.0)
    assert (found.courses, found.free_seats) == ((free,), free.seats)
    assert worst_by_region(session, ministry, today)["KZ-71"].group_code == code[:GROUP_DIGITS]
    assert [one.lacking for one in shortage_groups(session, cast.officer, today, "KZ-71")] == [7]
    assert shortage_groups(session, ministry, today, "KZ-75") == []
    for act in (lambda: shortage_groups(session, cast.officer, today), lambda: worst_by_region(session, cast.officer, today)):
        with pytest.raises(NotFound):
            act()


def left(session: ExchangeSession, cast: Cast, count: int, *, days_ago: int, completed: bool = True) -> list[Enrolment]:
    """People of the office's region who left the measure so many days ago, each paid a hundred thousand tenge."""
    found = []
    for _ in range(count):
        cast.allocation.places, cast.allocation.planned = cast.allocation.places + 1, cast.allocation.planned + 1_000_000
        one = made.started(session, cast.measure, cast.officer, cast.approver)
        one.started_on, one.ended_on = clock.today() - timedelta(days=days_ago + 60), clock.today() - timedelta(days=days_ago)
        one.state = EnrolmentState.COMPLETED if completed else EnrolmentState.DROPPED_OUT
        if not completed:
            one.drop_reason = "illness"
        one.paid = min(one.committed, 100_000)
        found.append(one)
    session.flush()
    return found


def test_a_region_speaks_for_itself_from_twenty_people_on_and_else_the_country(session: ExchangeSession, cast: Cast) -> None:
    left(session, cast, ENOUGH - 1, days_ago=400)
    left(session, cast, 3, days_ago=30 * EMPLOYED_WITHIN_MONTHS - 10)
    ministry, code = analyst(session), cast.measure.code
    (silent,) = scenario(session, ministry, [Asked("KZ-71", code, 10)])
    assert (silent.can_be_said, silent.people, set(silent.outcomes.values()), silent.cost) == (False, ENOUGH - 1, {None}, None)
    left(session, cast, 1, days_ago=400, completed=False)
    here, there = scenario(session, ministry, [Asked("KZ-71", code, 10), Asked("KZ-75", code, 10)])
    assert (here.can_be_said, here.is_national, here.people) == (True, False, ENOUGH)
    assert (there.can_be_said, there.is_national, there.people) == (True, True, ENOUGH)
    completed = here.outcomes["completed"]
    assert completed is not None
    assert completed.expected == pytest.approx(10 * 19.5 / 21)
    assert here.cost is not None
    assert here.cost.expected == pytest.approx(1_000_000, rel=0.2)
    assert here.allocation is not None
    assert here.allocation.id == cast.allocation.id
    assert there.allocation is None


def test_an_office_asks_for_its_own_region_only(session: ExchangeSession, cast: Cast) -> None:
    stranger = officer(staff(session, office(session, "KZ-59")))
    with pytest.raises(NotFound):
        scenario(session, stranger, [Asked("KZ-71", cast.measure.code, 10)])
    (answer,) = scenario(session, cast.officer, [Asked("KZ-71", cast.measure.code, 10)])
    assert answer.people == 0
