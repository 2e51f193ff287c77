"""Placements by measure of the state programme: late, changed and removed links are new evidence, and recounting gives the same."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.states import EvidenceKind, EvidenceSource
from labour_exchange.programmes.models.enrolments import Enrolment, OutcomeLink
from labour_exchange.programmes.operations.participation import record_outcome
from labour_exchange.programmes.states import EnrolmentState
from labour_exchange.statistics import queries
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.exploring import Dimension, live_grid
from labour_exchange.statistics.models import Fact
from labour_exchange.statistics.periods import read_period
from tests.factories import jobseekers as people
from tests.factories import offices, programmes
from tests.factories import placements as situations
from tests.factories.programmes import SOCIAL_JOBS, TRAINING

SYSTEM = system_actor("test")
DAY = datetime(2026, 10, 5, 7, tzinfo=UTC)
OCTOBER = read_period("2026-10")
DECLARED = "placements_declared"


def after(days: int) -> datetime:
    return DAY + timedelta(days=days)


def cells(session: ExchangeSession, measure: str = DECLARED, *, known_on: date | None = None) -> dict[str | None, int]:
    """What is counted of each measure of the programme, without what cancels out."""
    wanted = select(Fact.programme_measure, Fact.count).where(Fact.measure == measure)
    found: Counter[str | None] = Counter()
    for code, count in session.execute(wanted.where(Fact.recorded_on <= known_on) if known_on else wanted):
        found[code] += count
    return {code: count for code, count in found.items() if count}


@pytest.fixture
def placed(session: ExchangeSession) -> Placement:
    """Declared on 5 October 2026 in Astana and counted on that day, when nobody knew of a measure."""
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        made = situations.placement(session, situations.open_vacancy(session, employer, posts=9), actor, people.with_profile(session, "KZ-71"))
        session.flush()
        collect(session)
    return made


def ended(session: ExchangeSession, placement: Placement, code: str = TRAINING) -> Enrolment:
    """The person's part in a measure that ended before the placement began."""
    officer = offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    with clock.hold(DAY):
        found = programmes.eligible(session, programmes.measure(session, code), officer, placement.jobseeker)
    found.state, found.started_on, found.ended_on = EnrolmentState.COMPLETED, date(2026, 8, 1), date(2026, 9, 30)
    session.flush()
    return found


def link(session: ExchangeSession, enrolment: Enrolment, placement: Placement | None, days: int) -> None:
    """The office says so many days later what came of the measure, and it is counted."""
    officer = offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    with clock.hold(after(days)):
        record_outcome(session, officer, enrolment, placement=placement)
        session.flush()
        collect(session)


def prove(session: ExchangeSession, placement: Placement, kind: str, days: int, month: int = 0) -> None:
    given = {"source": EvidenceSource.PENSION_REGISTER, "effective_on": placement.started_on, "recorded_at": after(days)}
    session.add(PlacementEvidence(placement_id=placement.id, kind=EvidenceKind(kind), month=month, **given))
    session.flush()
    with clock.hold(after(days)):
        collect(session)


def another(session: ExchangeSession, person: Jobseeker) -> Placement:
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        return situations.placement(session, situations.open_vacancy(session, employer), actor, person)


def test_a_link_told_later_moves_the_placement_from_one_cell_to_the_other(session: ExchangeSession, placed: Placement) -> None:
    before = {(fact.measure, fact.entry): (fact.recorded_on, fact.count, fact.programme_measure) for fact in session.scalars(select(Fact))}
    assert cells(session) == {None: 1}
    link(session, ended(session, placed), placed, 15)
    rows = session.scalars(select(Fact).where(Fact.measure == DECLARED).order_by(Fact.recorded_on, Fact.count)).all()
    told = [(fact.recorded_on, fact.count, fact.programme_measure) for fact in rows]
    assert told == [(date(2026, 10, 5), 1, None), (date(2026, 10, 20), -1, None), (date(2026, 10, 20), 1, TRAINING)]
    assert {fact.effective_on for fact in rows} == {date(2026, 10, 5)}
    now = {(fact.measure, fact.entry): (fact.recorded_on, fact.count, fact.programme_measure) for fact in session.scalars(select(Fact))}
    assert before.items() <= now.items(), "nothing that was counted is rewritten"
    assert rebuild(session).is_equal


def test_the_worked_example_of_the_documentation(session: ExchangeSession, placed: Placement) -> None:
    found = ended(session, placed)
    link(session, found, placed, 15)
    link(session, found, None, 30)
    asked = {date(2026, 10, 19): 0, date(2026, 10, 31): 1, date(2026, 11, 4): 0}
    with clock.hold(after(60)):
        told = {day: queries.indicator_value(session, DECLARED, None, OCTOBER, as_known_on=day, programme_measure=TRAINING).value for day in asked}
        today = queries.indicator_value(session, DECLARED, None, OCTOBER, programme_measure=TRAINING).value
    assert (told, today) == (asked, 0)
    assert len(session.scalars(select(Fact).where(Fact.measure == DECLARED)).all()) == 5
    assert rebuild(session).is_equal


def test_as_known_on_a_day_before_the_link_the_measure_is_not_stated(session: ExchangeSession, placed: Placement) -> None:
    link(session, ended(session, placed), placed, 15)
    assert cells(session, known_on=date(2026, 10, 19)) == {None: 1}
    assert cells(session, known_on=date(2026, 10, 20)) == {TRAINING: 1}
    for day, count in ((date(2026, 10, 19), 0), (date(2026, 10, 20), 1)):
        with clock.hold(after(60)):
            found = queries.indicator_value(session, DECLARED, "KZ-71", OCTOBER, as_known_on=day, programme_measure=TRAINING)
        assert found.value == count


def test_a_link_that_is_changed_and_removed_leaves_each_cell_as_it_stands(session: ExchangeSession, placed: Placement) -> None:
    found = ended(session, placed)
    other = another(session, placed.jobseeker)
    link(session, found, placed, 15)
    link(session, found, other, 20)
    by_placement = select(Fact.subject_id, Fact.count).where(Fact.measure == DECLARED, Fact.programme_measure == TRAINING)
    stands: Counter[int] = Counter()
    for subject_id, count in session.execute(by_placement):
        stands[subject_id] += count
    assert (stands[placed.id], stands[other.id]) == (0, 1)
    assert rebuild(session).is_equal
    link(session, found, None, 30)
    assert cells(session) == {None: 2}
    assert cells(session, known_on=date(2026, 10, 20)).get(TRAINING) == 1
    link(session, found, placed, 40)
    assert cells(session) == {None: 1, TRAINING: 1}
    assert rebuild(session).is_equal


def test_of_two_measures_the_one_recorded_last_counts_until_it_is_taken_back(session: ExchangeSession, placed: Placement) -> None:
    trained, employed = ended(session, placed), ended(session, placed, SOCIAL_JOBS)
    link(session, trained, placed, 15)
    link(session, employed, placed, 16)
    assert cells(session) == {SOCIAL_JOBS: 1}
    link(session, employed, None, 17)
    assert cells(session) == {TRAINING: 1}
    link(session, trained, None, 18)
    assert cells(session) == {None: 1}
    assert rebuild(session).is_equal


def test_taking_back_a_link_that_no_longer_counted_adds_nothing(session: ExchangeSession, placed: Placement) -> None:
    trained, employed = ended(session, placed), ended(session, placed, SOCIAL_JOBS)
    link(session, trained, placed, 15)
    link(session, employed, placed, 16)
    count = len(session.scalars(select(Fact)).all())
    link(session, trained, None, 17)
    assert len(session.scalars(select(Fact)).all()) == count
    assert cells(session) == {SOCIAL_JOBS: 1}
    assert rebuild(session).is_equal


def test_evidence_after_the_link_is_of_the_measure_on_its_own_day(session: ExchangeSession, placed: Placement) -> None:
    link(session, ended(session, placed), placed, 15)
    prove(session, placed, "contribution", 110, month=3)
    assert cells(session, "placements_month_3") == {TRAINING: 1}
    assert cells(session, "placements_month_3", known_on=after(109).date()) == {}
    assert rebuild(session).is_equal


@pytest.mark.parametrize("is_linked_first", [True, False])
def test_an_annulment_takes_back_every_cell(session: ExchangeSession, placed: Placement, is_linked_first: bool) -> None:
    found = ended(session, placed)
    if is_linked_first:
        link(session, found, placed, 15)
        assert cells(session) == {TRAINING: 1}
    prove(session, placed, "annulled", 40)
    if not is_linked_first:
        link(session, found, placed, 50)
    assert cells(session) == {}
    assert cells(session, "placements_annulled") == {TRAINING: 1}
    assert rebuild(session).is_equal


def test_the_same_told_and_counted_again_adds_nothing(session: ExchangeSession, placed: Placement) -> None:
    found = ended(session, placed)
    link(session, found, placed, 15)
    count = len(session.scalars(select(Fact)).all())
    link(session, found, placed, 25)
    session.execute(text("INSERT INTO uncounted (subject_kind, subject_id) VALUES ('placement', :id), ('placement', :id)"), {"id": placed.id})
    assert collect(session) == 0
    assert collect(session, everything=True) == 0
    assert len(session.scalars(select(Fact)).all()) == count
    assert len(session.scalars(select(OutcomeLink)).all()) == 1


def test_counted_once_at_the_end_gives_the_same_facts_as_counted_each_time(session: ExchangeSession, placed: Placement) -> None:
    found = ended(session, placed)
    officer = offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    for days, outcome in ((15, placed), (16, None), (17, placed)):
        with clock.hold(after(days)):
            record_outcome(session, officer, found, placement=outcome)
    session.flush()
    collect(session)
    assert cells(session) == {TRAINING: 1}
    assert [cells(session, known_on=after(days).date()) for days in (15, 16)] == [{TRAINING: 1}, {None: 1}]
    assert rebuild(session).is_equal


def test_a_loader_is_logged_too_and_a_change_without_an_instant_is_known_since_now(session: ExchangeSession, placed: Placement) -> None:
    found = ended(session, placed)
    session.execute(
        text("UPDATE enrolments SET outcome = 'placement', placement_id = :placement, outcome_at = :told WHERE id = :id"),
        {"placement": placed.id, "told": after(15), "id": found.id},
    )
    session.execute(text("UPDATE enrolments SET outcome = 'none', placement_id = NULL WHERE id = :id"), {"id": found.id})
    rows = session.scalars(select(OutcomeLink).order_by(OutcomeLink.id)).all()
    assert [(row.is_made, row.placement_id) for row in rows] == [(True, placed.id), (False, placed.id)]
    assert rows[0].recorded_at == after(15)
    assert rows[1].recorded_at != after(15)


def test_the_log_is_written_by_nobody_else_and_never_changed(session: ExchangeSession, placed: Placement) -> None:
    link(session, ended(session, placed), placed, 15)
    added = (
        "INSERT INTO outcome_links (enrolment_id, placement_id, measure_id, is_made, recorded_at) SELECT enrolment_id, placement_id, 1, true, now()"
    )
    for statement in (f"{added} FROM outcome_links", "UPDATE outcome_links SET is_made = false", "DELETE FROM outcome_links"):
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text(statement))


def test_an_office_tells_the_outcome_though_row_policies_hide_the_rest(session: ExchangeSession, placed: Placement) -> None:
    found, officer = ended(session, placed), offices.officer(offices.staff(session, offices.office(session, "KZ-71")))
    session.flush()
    with acting_as(session, officer), clock.hold(after(15)):
        record_outcome(session, officer, found, placement=placed)
        session.flush()
    collect(session)
    assert cells(session) == {TRAINING: 1}


def test_a_grid_by_measure_adds_up_to_the_whole(session: ExchangeSession, placed: Placement) -> None:
    link(session, ended(session, placed), placed, 15)
    another(session, people.with_profile(session, "KZ-71"))
    with clock.hold(after(30)):
        collect(session)
        grid = live_grid(session, DECLARED, Dimension.MEASURE, (OCTOBER.previous, OCTOBER))
        here = live_grid(session, DECLARED, Dimension.MEASURE, (OCTOBER,), region="KZ-75")
    known = {code: figures[-1].value for code, figures in grid.groups.items() if figures[-1].value}
    assert known.get(TRAINING) == 1
    assert sum(known.values()) == grid.total[-1].value
    assert here.total[-1].value == 0
