"""Who stands in for whom: days at the edges, colleagues of the office only, one at a time, and the queue of those days."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations import cancel_absence, record_absence
from labour_exchange.cases.queries import absence_for, absences_at_office, cases_standing
from labour_exchange.cases.rules.absences import AbsenceDays, problems
from labour_exchange.cases.states import Standing
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.offices.models import StaffMember
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

DAY = timedelta(days=1)
TODAY = date(2026, 11, 28)


@pytest.fixture
def pair(session: Session) -> tuple[StaffMember, StaffMember]:
    """Two colleagues of one office."""
    place = office(session, "KZ-71")
    return staff(session, place), staff(session, place)


def days_from(first: int, last: int) -> AbsenceDays:
    return AbsenceDays(clock.today() + first * DAY, clock.today() + last * DAY)


@pytest.mark.parametrize(
    ("from_on", "until_on", "wrong"),
    [
        (TODAY, TODAY, []),
        (TODAY - DAY, TODAY, []),
        (TODAY + DAY, TODAY, ["days_reversed"]),
        (TODAY - DAY, TODAY - DAY, ["absence_over"]),
        (TODAY + DAY, TODAY + DAY, []),
        (None, TODAY, ["first_day_missing"]),
        (TODAY, None, ["last_day_missing"]),
        (None, None, ["first_day_missing", "last_day_missing"]),
    ],
)
def test_which_days_an_absence_may_have(from_on: date | None, until_on: date | None, wrong: list[str]) -> None:
    assert [one.message.code for one in problems(AbsenceDays(from_on, until_on), TODAY)] == wrong


def test_the_substitute_has_the_work_on_those_days_only(session: Session, pair: tuple[StaffMember, StaffMember]) -> None:
    away, stand_in = pair
    one = case(session, officer(away), due_on=clock.today() + 10 * DAY)
    record_absence(session, officer(away), days_from(1, 2), absent=away.user, substitute=stand_in.user)
    noon, seen = clock.now(), []
    for count in range(4):
        with clock.hold(noon + count * DAY):
            seen.append(session.scalars(cases_standing(officer(stand_in), Standing.LATER, is_own=True)).all())
    assert seen == [[], [one], [one], []]


def test_by_a_colleague_of_the_office_and_one_at_a_time(session: Session, pair: tuple[StaffMember, StaffMember]) -> None:
    away, stand_in = pair
    stranger, actor = staff(session, office(session, "KZ-75")).user, officer(away)
    for wrong in (stranger, away.user):
        with pytest.raises(InvalidInput, match="invalid_input"):
            record_absence(session, actor, days_from(0, 1), absent=away.user, substitute=wrong)
    record_absence(session, actor, days_from(0, 1), absent=away.user, substitute=stand_in.user)
    with pytest.raises(Conflict, match="already_away"):
        record_absence(session, actor, days_from(1, 5), absent=away.user, substitute=stand_in.user)
    record_absence(session, actor, days_from(2, 2), absent=away.user, substitute=stand_in.user)
    assert len(absences_at_office(session, actor)) == 2


def test_a_cancelled_absence_ends_the_standing_in(session: Session, pair: tuple[StaffMember, StaffMember]) -> None:
    away, stand_in = pair
    case(session, officer(away))
    made = record_absence(session, officer(away), days_from(0, 1), absent=away.user, substitute=stand_in.user)
    due = cases_standing(officer(stand_in), Standing.DUE_TODAY, is_own=True)
    assert len(session.scalars(due).all()) == 1
    cancel_absence(session, officer(stand_in), made)
    assert session.scalars(due).all() == []
    record_absence(session, officer(away), days_from(0, 1), absent=away.user, substitute=stand_in.user)


def test_nobody_of_another_office_and_no_person(session: Session, pair: tuple[StaffMember, StaffMember]) -> None:
    away, stand_in = pair
    made = record_absence(session, officer(away), days_from(0, 1), absent=away.user, substitute=stand_in.user)
    strangers: list[Actor] = [officer(staff(session, office(session, "KZ-75"))), actor_of(registered(session))]
    for stranger in strangers:
        assert absences_at_office(session, stranger) == []
        with pytest.raises(NotFound):
            absence_for(session, stranger, made.public_id)
        with pytest.raises(NotFound):
            cancel_absence(session, stranger, made)
        with pytest.raises(NotFound):
            record_absence(session, stranger, days_from(3, 4), absent=session.get_one(User, made.absent_id), substitute=stand_in.user)
