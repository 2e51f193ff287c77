"""What became of applications and referrals, days until answers, agencies connected, and the sums by trait."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, text

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.placements.operations import applications
from labour_exchange.statistics import queries
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact, FactMonthGroup
from labour_exchange.statistics.periods import read_period
from tests.factories import jobseekers as people
from tests.factories import placements as situations
from tests.statistics.facts import put

DAY = datetime(2026, 10, 5, 7, tzinfo=UTC)


def facts_of(session: ExchangeSession, measure: str) -> list[Fact]:
    return list(session.scalars(select(Fact).where(Fact.measure == measure).order_by(Fact.subject_id)))


def test_what_became_of_an_application_belongs_to_the_day_it_was_sent(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer)
        late, same_day = (situations.application(session, vacancy, people.jobseeker(session, "KZ-10")) for _ in range(2))
        applications.decline(session, actor, same_day, note="We need a licence.")
    with clock.hold(DAY + timedelta(days=9)):
        applications.decline(session, actor, late, note="We need a licence.")
    session.flush()
    collect(session)
    closed = {fact.subject_id: fact for fact in facts_of(session, "applications_closed")}
    assert {fact.reason for fact in closed.values()} == {"declined"}
    assert (closed[late.id].effective_on, closed[late.id].recorded_on) == (date(2026, 10, 5), date(2026, 10, 14))
    # An answer on the same day waited no day, and a fact of nothing is none.
    assert [(fact.subject_id, fact.count) for fact in facts_of(session, "applications_answer_days")] == [(late.id, 9)]
    assert queries.indicator_value(session, "days_to_answer", "KZ-10", read_period("2026-10")).value == 4.5
    assert rebuild(session).is_equal


def test_an_agency_counts_from_the_day_it_is_connected_and_in_the_region_it_had_then(session: ExchangeSession) -> None:
    agency = Agency(bin=situations.bin_number(), name="Invented Agency", region_code="KZ-75", created_at=DAY)
    trial = Agency(bin=situations.bin_number(), name="Trial", region_code="KZ-75", created_at=DAY, is_sandbox=True, connected_on=DAY.date())
    session.add_all([agency, trial])
    session.flush()
    collect(session)
    assert facts_of(session, "agencies_connected") == []
    agency.connected_on = date(2026, 10, 6)
    session.flush()
    collect(session)
    agency.region_code = "KZ-10"
    session.flush()
    assert [(fact.region_code, fact.effective_on) for fact in facts_of(session, "agencies_connected")] == [("KZ-75", date(2026, 10, 6))]
    assert rebuild(session).is_equal
    with clock.hold(datetime(2026, 11, 5, 7, tzinfo=UTC)):
        row = queries.public_by_region(session, "agencies_connected", read_period("2026-10"))
    assert (row.regions["KZ-75"].value, row.country.value) == (1, 1)


def test_somebody_from_another_region_is_told_apart(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer, posts=2)
        for home in ("KZ-61", "KZ-71"):
            situations.placement(session, vacancy, actor, people.with_profile(session, home))
        session.flush()
        collect(session)
    assert [fact.region_of_residence for fact in facts_of(session, "placements_from_elsewhere")] == ["KZ-61"]
    assert queries.indicator_value(session, "work_elsewhere_rate", "KZ-71", read_period("2026-10")).value == 50
    homes = select(FactMonthGroup.value, FactMonthGroup.count).where(FactMonthGroup.dimension == "region_of_residence")
    rows = session.execute(homes.where(FactMonthGroup.measure == "placements_declared").order_by(FactMonthGroup.value))
    assert [tuple(row) for row in rows] == [("KZ-61", 1), ("KZ-71", 1)]


def test_sums_by_trait_follow_the_facts_and_recounting_finds_a_wrong_one(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        people.registered(session)
        session.flush()
        collect(session)
    assert rebuild(session).is_equal
    session.execute(text("UPDATE fact_month_groups SET count = 7 WHERE dimension = 'sex'"))
    assert rebuild(session).wrong_months == 1


def test_outcomes_of_referrals_are_shares_of_those_made(session: ExchangeSession) -> None:
    put(session, "referrals", "KZ-71", "2026-10-05", 60)
    for state, count in (("hired", 21), ("refused_by_person", 9), ("refused_by_employer", 6), ("expired", 4)):
        put(session, "referrals_closed", "KZ-71", "2026-10-05", count, reason=state)
    october = read_period("2026-10")
    assert queries.indicator_value(session, "referrals_hired_rate", "KZ-71", october).value == 35
    assert queries.indicator_value(session, "referrals_refused_rate", "KZ-71", october).value == 25
