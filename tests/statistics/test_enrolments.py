"""People in measures: counted once with their days, taken back when corrected, right in both regions after a move, and recounting gives the same."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.accounts.models import User
from labour_exchange.cases.operations.transfers import accept_transfer, ask_transfer
from labour_exchange.cases.states import TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.operations.erasure import erase_jobseeker
from labour_exchange.programmes.models.enrolments import Enrolment, ParticipationRecord
from labour_exchange.programmes.operations import participation
from labour_exchange.programmes.states import DropReason, EnrolmentState
from labour_exchange.statistics import queries
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact, FactTraits
from labour_exchange.statistics.periods import month_of
from tests.factories import jobseekers as people
from tests.factories import offices, programmes

DAY = datetime(2026, 10, 5, 7, tzinfo=UTC)
TODAY, OCTOBER = date(2026, 10, 5), month_of(date(2026, 10, 5))
HERE, THERE = "KZ-71", "KZ-75"
APPROVED, STARTED, COMPLETED, DROPPED = "enrolments_approved", "enrolments_started", "enrolments_completed", "enrolments_dropped_out"
Told = list[tuple[str, date, date, int]]


def after(days: int) -> datetime:
    return DAY + timedelta(days=days)


@pytest.fixture
def staff(session: ExchangeSession) -> tuple[Actor, Actor]:
    """An officer and an approver of Astana."""
    here = offices.office(session, HERE)
    return offices.officer(offices.staff(session, here)), offices.officer(offices.staff(session, here, approver=True))


@pytest.fixture
def begun(session: ExchangeSession, staff: tuple[Actor, Actor]) -> Enrolment:
    """Approved and begun on 5 October 2026, and counted."""
    with clock.hold(DAY):
        measure = programmes.measure(session)
        programmes.allocation(session, measure)
        made = programmes.started(session, measure, *staff)
        session.flush()
        collect(session)
    return made


def told(session: ExchangeSession) -> Told:
    """Facts as measure, day effective, day recorded and count; drawn again they are the same."""
    session.flush()
    collect(session)
    assert rebuild(session).is_equal
    facts = session.scalars(select(Fact).where(Fact.subject_kind == "enrolment").order_by(Fact.recorded_on, Fact.measure, Fact.count))
    return [(one.measure, one.effective_on, one.recorded_on, one.count) for one in facts]


def stands(session: ExchangeSession) -> dict[tuple[str, str | None], int]:
    """What is left of each measure and region."""
    session.flush()
    collect(session)
    assert rebuild(session).is_equal
    found: Counter[tuple[str, str | None]] = Counter()
    for one in session.scalars(select(Fact).where(Fact.subject_kind == "enrolment")):
        found[one.measure, one.region_code] += one.count
    return {cell: count for cell, count in found.items() if count}


def test_an_application_alone_is_not_counted(session: ExchangeSession, staff: tuple[Actor, Actor]) -> None:
    measure = programmes.measure(session)
    programmes.allocation(session, measure)
    programmes.prepared(session, measure, staff[0])
    assert told(session) == []
    assert session.scalars(select(FactTraits).where(FactTraits.subject_kind == "enrolment")).all() == []


def test_each_step_is_counted_once_with_its_days(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    with clock.hold(after(40)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=after(30).date())
        assert told(session) == [
            (APPROVED, TODAY, TODAY, 1),
            (STARTED, TODAY, TODAY, 1),
            (COMPLETED, after(30).date(), after(40).date(), 1),
        ]
        session.execute(text("INSERT INTO uncounted (subject_kind, subject_id) VALUES ('enrolment', :id), ('enrolment', :id)"), {"id": begun.id})
        assert (collect(session), collect(session, everything=True)) == (0, 0)


def test_a_fact_names_the_measure_and_the_person_as_first_counted(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    begun.jobseeker.sex, begun.jobseeker.region_code = "male", THERE
    with clock.hold(after(20)):
        participation.drop_out(session, staff[0], begun, ended_on=after(10).date(), reason=DropReason.ILLNESS)
        told(session)
    facts = session.scalars(select(Fact).where(Fact.subject_kind == "enrolment")).all()
    cells = {(one.programme_measure, one.sex, one.age_group, one.education, one.region_code, one.region_of_residence) for one in facts}
    assert len(cells) == 1
    (cell,) = cells
    assert (cell[0], cell[4], cell[5]) == (begun.measure.code, HERE, HERE)
    assert {one.measure: one.reason for one in facts} == {APPROVED: None, STARTED: None, DROPPED: "illness"}


def test_a_late_record_is_known_since_its_own_day(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    with clock.hold(after(60)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=after(20).date())
        told(session)
        asked = {after(59).date(): 0, after(60).date(): 1}
        found = {day: queries.indicator_value(session, "programme_completers", HERE, OCTOBER, as_known_on=day).value for day in asked}
        assert found == asked
        stock = {day: queries.indicator_value(session, "programme_participants", HERE, OCTOBER, as_known_on=day).value for day in asked}
    assert stock == {after(59).date(): 1, after(60).date(): 0}


def test_an_approval_that_is_withdrawn_is_taken_back(session: ExchangeSession, staff: tuple[Actor, Actor]) -> None:
    with clock.hold(DAY):
        measure = programmes.measure(session)
        programmes.allocation(session, measure)
        made = programmes.approved(session, measure, *staff, starts_on=after(9).date())
        told(session)
    with clock.hold(after(4)):
        participation.withdraw_enrolment(session, staff[0], made)
        assert told(session) == [(APPROVED, TODAY, TODAY, 1), (APPROVED, TODAY, after(4).date(), -1)]
    assert stands(session) == {}


def test_a_correction_takes_back_what_was_counted(session: ExchangeSession, begun: Enrolment) -> None:
    with clock.hold(after(8)):
        begun.started_on, begun.moved_at = after(2).date(), clock.now()
        assert told(session)[2:] == [(STARTED, TODAY, after(8).date(), -1), (STARTED, after(2).date(), after(8).date(), 1)]
    with clock.hold(after(9)):
        begun.state, begun.ended_on, begun.moved_at = EnrolmentState.COMPLETED, after(6).date(), clock.now()
        told(session)
    with clock.hold(after(10)):
        begun.state, begun.drop_reason, begun.moved_at = EnrolmentState.DROPPED_OUT, DropReason.ABSENT, clock.now()
        assert told(session)[-2:] == [(COMPLETED, after(6).date(), after(10).date(), -1), (DROPPED, after(6).date(), after(10).date(), 1)]
    begun.state, begun.started_on, begun.ended_on, begun.drop_reason = EnrolmentState.WITHDRAWN, None, None, None
    assert stands(session) == {}


def test_a_corrected_measure_moves_from_cell_to_cell(session: ExchangeSession, begun: Enrolment) -> None:
    other = programmes.measure(session, programmes.TRAINING)
    with clock.hold(after(3)):
        begun.measure_id, begun.moved_at = other.id, clock.now()
        told(session)
    found: Counter[str | None] = Counter()
    for one in session.scalars(select(Fact).where(Fact.measure == STARTED)):
        found[one.programme_measure] += one.count
    assert +found == {programmes.TRAINING: 1}


def test_what_changes_nothing_that_is_counted_adds_no_record(session: ExchangeSession, begun: Enrolment) -> None:
    count = len(session.scalars(select(ParticipationRecord)).all())
    begun.paid, begun.decline_reason, begun.moved_at = 0, "Nothing", clock.now()
    session.flush()
    assert len(session.scalars(select(ParticipationRecord)).all()) == count == 2


def test_counted_at_the_end_gives_the_facts_of_counting_each_time(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    for days, ended_on in ((11, 3), (12, 5), (13, 7)):
        with clock.hold(after(days)):
            begun.state, begun.ended_on, begun.moved_at = EnrolmentState.COMPLETED, after(ended_on).date(), clock.now()
            session.flush()
    rows = [one for one in told(session) if one[0] == COMPLETED]
    assert [sum(count for _m, _e, day, count in rows if day <= after(days).date()) for days in (10, 11, 12, 13)] == [0, 1, 1, 1]
    assert len(rows) == 5


def moved(session: ExchangeSession, person: Jobseeker) -> Actor:
    """The person's register goes to the other region, whose officer is given."""
    receiver = offices.officer(offices.staff(session, offices.office(session, THERE)))
    asked = ask_transfer(session, people.actor_of(person), person, to_region=THERE, reason=TransferReason.MOVED)
    accepted = accept_transfer(session, receiver, asked, lead=session.get_one(User, receiver.user_id))
    session.flush()
    participation.withdraw_what_is_left(session, {"transfer_id": accepted.id, "decision": accepted.state.value})
    return receiver


def test_what_has_begun_stays_with_the_region_that_pays(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    with clock.hold(after(3)):
        moved(session, begun.jobseeker)
        assert stands(session) == {(APPROVED, HERE): 1, (STARTED, HERE): 1}
    with clock.hold(after(30)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=after(29).date())
        assert stands(session) == {(APPROVED, HERE): 1, (STARTED, HERE): 1, (COMPLETED, HERE): 1}
    assert {one.region_of_residence for one in session.scalars(select(Fact).where(Fact.subject_kind == "enrolment"))} == {HERE}


def test_what_has_not_begun_is_counted_once_where_it_begins(session: ExchangeSession, staff: tuple[Actor, Actor]) -> None:
    with clock.hold(DAY):
        measure = programmes.measure(session, programmes.TRAINING)
        for region in (HERE, THERE):
            programmes.allocation(session, measure, region)
        left = programmes.approved(session, measure, *staff, starts_on=after(9).date(), amount=0)
        assert stands(session) == {(APPROVED, HERE): 1}
    with clock.hold(after(3)):
        receiver = moved(session, left.jobseeker)
        assert stands(session) == {}
        approver = offices.officer(offices.staff(session, offices.office(session, THERE), approver=True))
        programmes.started(session, measure, receiver, approver, left.jobseeker, amount=0)
        assert stands(session) == {(APPROVED, THERE): 1, (STARTED, THERE): 1}
        country = queries.indicator_value(session, "programme_entrants", None, OCTOBER).value
    assert country == 1


def test_a_record_that_names_another_region_is_right_in_both(session: ExchangeSession, begun: Enrolment) -> None:
    with clock.hold(after(5)):
        begun.region_code, begun.moved_at = THERE, clock.now()
        assert stands(session) == {(APPROVED, THERE): 1, (STARTED, THERE): 1}
        values = [queries.indicator_value(session, "programme_participants", region, OCTOBER).value for region in (HERE, THERE, None)]
    assert values == [0, 1, 1]


def test_figures_stay_when_the_person_is_erased(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    with clock.hold(after(30)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=after(29).date())
    before = told(session)
    with clock.hold(after(400)):
        erase_jobseeker(session, system_actor("test"), begun.jobseeker, reason="asked")
        session.flush()
    assert told(session) == before


def test_what_was_loaded_is_known_on_its_own_days(session: ExchangeSession, begun: Enrolment) -> None:
    columns = (
        "jobseeker_id, measure_id, terms_id, region_code, facts, findings, decline_reason, amount, committed, paid, is_demo, version, created_at"
    )
    session.execute(
        text(
            f"INSERT INTO enrolments (public_id, state, applied_on, starts_on, started_on, ended_on, {columns})"  # noqa: S608 - a constant
            f" SELECT 'loaded', 'completed', '2012-02-01', '2012-02-10', '2012-02-10', '2012-05-09', {columns} FROM enrolments WHERE id = :id"
        ),
        {"id": begun.id},
    )
    days = [(measure, effective, recorded) for measure, effective, recorded, _count in told(session) if effective.year == 2012]
    began, ended = date(2012, 2, 10), date(2012, 5, 9)
    assert days == [(APPROVED, began, began), (STARTED, began, began), (COMPLETED, ended, ended)]


def test_the_log_is_written_by_nobody_else_and_never_changed(session: ExchangeSession, begun: Enrolment) -> None:
    added = "INSERT INTO participation_records (enrolment_id, measure_id, region_code, state) VALUES (1, 1, 'KZ-71', 'started')"
    for statement in (added, "UPDATE participation_records SET state = 'completed'", "DELETE FROM participation_records"):
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text(statement))


def test_an_office_records_though_row_policies_hide_the_rest(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    stranger = offices.officer(offices.staff(session, offices.office(session, THERE)))
    session.flush()
    with acting_as(session, staff[0]), clock.hold(after(20)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=after(10).date())
        session.flush()
        assert len(session.scalars(select(ParticipationRecord)).all()) == 3
    with acting_as(session, stranger):
        assert session.scalars(select(ParticipationRecord)).all() == []
    assert stands(session)[COMPLETED, HERE] == 1


def test_the_worked_example_of_the_documentation(session: ExchangeSession, staff: tuple[Actor, Actor], begun: Enrolment) -> None:
    november = month_of(date(2026, 11, 1))
    with clock.hold(datetime(2026, 12, 4, 7, tzinfo=UTC)):
        participation.complete_enrolment(session, staff[0], begun, ended_on=date(2026, 11, 15))
        told(session)
    with clock.hold(datetime(2026, 12, 10, 7, tzinfo=UTC)):
        begun.ended_on, begun.moved_at = date(2026, 11, 20), clock.now()
        facts = [fact for fact in told(session) if fact[0] == COMPLETED]
        known = {
            day: queries.indicator_value(session, "programme_participants", HERE, november, as_known_on=date(2026, 12, day)).value for day in (3, 4)
        }
    first, late, corrected = date(2026, 11, 15), date(2026, 12, 4), date(2026, 12, 10)
    assert facts == [(COMPLETED, first, late, 1), (COMPLETED, first, corrected, -1), (COMPLETED, date(2026, 11, 20), corrected, 1)]
    assert known == {3: 1, 4: 0}
