"""Evidence becomes facts, each once; late evidence and annulment add deltas; recounting gives the same."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from labour_exchange.agencies.models import Agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.jobseekers.models import Registration
from labour_exchange.jobseekers.operations import registrations
from labour_exchange.jobseekers.operations.erasure import erase_jobseeker
from labour_exchange.jobseekers.states import EndReason
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.operations import applications
from labour_exchange.placements.states import EvidenceKind, EvidenceSource
from labour_exchange.statistics import collection
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact, FactMonth, FactTraits
from labour_exchange.statistics.periods import read_period
from labour_exchange.statistics.queries import indicator_value
from labour_exchange.vacancies import operations as vacancies
from tests.factories import jobseekers as people
from tests.factories import placements as situations

SYSTEM = system_actor("test")
DAY = datetime(2026, 10, 5, 7, tzinfo=UTC)


def total(session: ExchangeSession, measure: str, *, known_on: date | None = None, **where: object) -> int:
    wanted = select(Fact.count).where(Fact.measure == measure).filter_by(**where)
    return sum(session.scalars(wanted.where(Fact.recorded_on <= known_on) if known_on else wanted))


def prove(
    session: ExchangeSession, placement: Placement, kind: str, *, month: int = 0, at: datetime | None = None, **facts: object
) -> PlacementEvidence:
    """One more row of the ledger, as a register's file brings it."""
    given = {"source": EvidenceSource.PENSION_REGISTER, "effective_on": placement.started_on, "recorded_at": at or clock.now()}
    row = PlacementEvidence(placement_id=placement.id, kind=EvidenceKind(kind), month=month, **given | facts)
    session.add(row)
    session.flush()
    return row


@pytest.fixture
def placed(session: ExchangeSession) -> Placement:
    """A placement declared on 5 October 2026 in Astana by somebody from Turkistan, counted on that day."""
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer, posts=2)
        person = people.with_profile(session, "KZ-61")
        made = situations.placement(session, vacancy, actor, person)
        session.flush()
        collect(session)
    return made


def test_a_declared_placement_is_counted_with_what_it_is(session: ExchangeSession, placed: Placement) -> None:
    fact = session.scalars(select(Fact).where(Fact.measure == "placements_declared")).one()
    assert (fact.effective_on, fact.recorded_on, fact.count) == (date(2026, 10, 5), date(2026, 10, 5), 1)
    assert (fact.region_code, fact.region_of_work, fact.region_of_residence) == ("KZ-71", "KZ-71", "KZ-61")
    assert (fact.channel, fact.occupation_major, fact.occupation_unit) == ("self_service", "7", "7411")
    assert (fact.sex, fact.age_group, fact.education, fact.employment_kind, fact.disability) == ("female", "35-44", 4, "permanent", False)
    assert total(session, "posts_filled") == 1
    assert total(session, "placements_confirmed") == 0


def test_counting_again_adds_nothing(session: ExchangeSession, placed: Placement) -> None:
    before = session.scalar(select(text("count(*)")).select_from(Fact))
    assert collect(session) == 0
    assert collect(session, everything=True) == 0
    assert session.scalar(select(text("count(*)")).select_from(Fact)) == before


def test_the_same_evidence_twice_counts_once(session: ExchangeSession, placed: Placement) -> None:
    prove(session, placed, "contract", source=EvidenceSource.CONTRACT_REGISTER, reference="first file")
    prove(session, placed, "contract", source=EvidenceSource.CONTRACT_REGISTER, reference="second file")
    prove(session, placed, "confirmed", source=EvidenceSource.JOBSEEKER)
    collect(session)
    prove(session, placed, "confirmed", source=EvidenceSource.OFFICE)
    collect(session)
    assert total(session, "placements_confirmed") == 1
    assert total(session, "placements_contract") == 1
    assert rebuild(session).is_equal


def test_late_evidence_adds_a_delta_and_rewrites_nothing(session: ExchangeSession, placed: Placement) -> None:
    before = {(fact.measure, fact.entry): (fact.recorded_on, fact.count) for fact in session.scalars(select(Fact))}
    prove(session, placed, "contribution", month=3, at=DAY + timedelta(days=110))
    collect(session)
    late = session.scalars(select(Fact).where(Fact.measure == "placements_month_3")).one()
    assert (late.effective_on, late.recorded_on) == (date(2026, 10, 5), date(2027, 1, 23))
    after = {(fact.measure, fact.entry): (fact.recorded_on, fact.count) for fact in session.scalars(select(Fact))}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_annulment_takes_back_what_was_counted(session: ExchangeSession, placed: Placement) -> None:
    prove(session, placed, "confirmed", source=EvidenceSource.JOBSEEKER, at=DAY + timedelta(days=1))
    collect(session)
    prove(session, placed, "annulled", source=EvidenceSource.OFFICE, at=DAY + timedelta(days=40), reason="Nobody worked there.")
    collect(session)
    for measure in ("placements_declared", "placements_confirmed", "posts_filled"):
        assert total(session, measure) == 0
        assert total(session, measure, known_on=date(2026, 10, 31)) == 1
    assert total(session, "placements_annulled") == 1
    annulled = session.scalars(select(Fact).where(Fact.measure == "placements_annulled")).one()
    assert (annulled.effective_on, annulled.reason) == (date(2026, 11, 14), None)
    assert rebuild(session).is_equal


def test_facts_are_never_changed(session: ExchangeSession, placed: Placement) -> None:
    for statement in ("UPDATE facts SET count = 2", "DELETE FROM facts", "DELETE FROM facts_202610", "DELETE FROM fact_traits"):
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text(statement))


def test_many_at_once_are_counted_the_same(session: ExchangeSession, placed: Placement, monkeypatch: pytest.MonkeyPatch) -> None:
    collect(session)
    monkeypatch.setattr(collection, "MANY", 0)
    prove(session, placed, "confirmed", source=EvidenceSource.JOBSEEKER)
    collect(session)
    assert total(session, "placements_confirmed") == 1
    assert rebuild(session).is_equal
    assert session.scalar(text("SHOW enable_nestloop")) == "on", "only for the counting itself"


def test_a_person_who_is_erased_stays_counted_in_the_same_cell(session: ExchangeSession, placed: Placement) -> None:
    with clock.hold(DAY + timedelta(days=200)):
        erase_jobseeker(session, SYSTEM, placed.jobseeker, reason="asked")
        session.flush()
        prove(session, placed, "confirmed", source=EvidenceSource.EMPLOYER)
        collect(session)
    confirmed = session.scalars(select(Fact).where(Fact.measure == "placements_confirmed")).one()
    assert (confirmed.sex, confirmed.age_group, confirmed.education) == ("female", "35-44", 4)
    assert rebuild(session).is_equal


def test_recounting_finds_what_was_not_counted_and_what_nothing_supports(session: ExchangeSession, placed: Placement) -> None:
    assert rebuild(session).is_equal
    session.execute(text("UPDATE placements SET region_of_work = 'KZ-10' WHERE id = :id"), {"id": placed.id})
    found = rebuild(session)
    assert (found.missing, found.extra, found.is_equal) == (3, 3, False)
    session.execute(text("UPDATE fact_months SET count = count + 1 WHERE measure = 'referrals' OR measure = 'placements_declared'"))
    assert rebuild(session).wrong_months == 1


def test_a_registration_flows_in_lapses_returns_and_flows_out(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        person = people.with_profile(session, "KZ-10")
        office = people.office(session, "KZ-10")
        opened = registrations.open_registration(
            session, SYSTEM, person, category=people.Category.UNEMPLOYED, is_rural=False, office_id=office.id, on=date(2026, 9, 28)
        )
    with clock.hold(DAY + timedelta(days=70)):
        registrations.lapse_registration(session, SYSTEM, opened)
    with clock.hold(DAY + timedelta(days=75)):
        registrations.renew_registration(session, SYSTEM, opened)
    with clock.hold(DAY + timedelta(days=80)):
        registrations.end_registration(session, SYSTEM, opened, reason=EndReason.PLACED)
    session.flush()
    collect(session)
    facts = {fact.measure: fact for fact in session.scalars(select(Fact).order_by(Fact.entry))}
    assert facts["registrations_opened"].effective_on == date(2026, 9, 28)
    assert facts["registrations_opened"].recorded_on == date(2026, 10, 5)
    assert facts["registrations_lapsed"].effective_on == date(2026, 12, 14)
    assert facts["registrations_returned"].effective_on == date(2026, 12, 19)
    assert (facts["registrations_ended"].effective_on, facts["registrations_ended"].reason) == (date(2026, 12, 24), "placed")
    assert {fact.region_code for fact in facts.values()} == {"KZ-10"}
    assert rebuild(session).is_equal


def test_a_period_that_ends_after_it_lapsed_leaves_the_register_once(session: ExchangeSession) -> None:
    person = people.registered(session)
    row = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    registrations.lapse_registration(session, SYSTEM, row)
    registrations.end_registration(session, SYSTEM, row, reason=EndReason.NOT_RENEWED)
    session.flush()
    collect(session)
    assert [total(session, f"registrations_{what}") for what in ("opened", "lapsed", "ended", "ended_lapsed")] == [1, 1, 0, 1]


def test_a_vacancy_is_notified_once_and_its_posts_open_and_close(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer, posts=3)
        collect(session)
    with clock.hold(DAY + timedelta(days=10)):
        vacancies.pause_vacancy(session, actor, vacancy)
    with clock.hold(DAY + timedelta(days=12)):
        vacancies.resume_vacancy(session, actor, vacancy)
        vacancy.posts = 5
    with clock.hold(DAY + timedelta(days=40)):
        vacancies.withdraw_vacancy(session, actor, vacancy, reason="no money")
    session.flush()
    collect(session)
    assert [total(session, measure) for measure in ("vacancies_notified", "posts_notified", "posts_reopened", "posts_closed")] == [1, 3, 3, 6]
    closed = session.scalars(select(Fact).where(Fact.measure == "posts_closed").order_by(Fact.effective_on)).all()
    assert [(fact.effective_on.month, fact.reason) for fact in closed] == [(10, "suspended"), (11, "withdrawn")]
    months = (read_period("2026-10"), read_period("2026-11"))
    assert [indicator_value(session, "vacancies_cancelled", None, month).value for month in months] == [0, 1]
    assert rebuild(session).is_equal


def test_a_vacancy_loaded_closed_opens_and_closes_on_the_days_its_row_names(session: ExchangeSession) -> None:
    employer, _actor = situations.hiring_employer(session)
    situations.open_vacancy(session, employer, published_at=DAY, closed_at=DAY + timedelta(days=30), state="expired")
    situations.open_vacancy(session, employer, published_at=DAY, duplicate_of_id=situations.open_vacancy(session, employer).id)
    situations.open_vacancy(session, employer, published_at=None, state="draft")
    collect(session)
    assert total(session, "posts_notified") == 2
    assert session.scalars(select(Fact.effective_on).where(Fact.measure == "posts_closed")).all() == [date(2026, 11, 4)]
    assert total(session, "vacancies_cancelled", reason="expired") == total(session, "vacancies_cancelled") == 1


def test_a_vacancy_is_cancelled_once_also_from_a_pause(session: ExchangeSession) -> None:
    with clock.hold(DAY):
        employer, actor = situations.hiring_employer(session)
        paused, open_one = (situations.open_vacancy(session, employer, posts=3) for _ in range(2))
    with clock.hold(DAY + timedelta(days=10)):
        vacancies.pause_vacancy(session, actor, paused)
    for days, one in ((20, paused), (30, open_one)):
        with clock.hold(DAY + timedelta(days=days)):
            vacancies.withdraw_vacancy(session, actor, one, reason="no money")
            session.flush()
            collect(session)
    rows = session.scalars(select(Fact).where(Fact.measure == "vacancies_cancelled").order_by(Fact.effective_on)).all()
    assert [(fact.subject_id, fact.count, fact.reason) for fact in rows] == [(paused.id, 1, "withdrawn"), (open_one.id, 1, "withdrawn")]
    assert rebuild(session).is_equal


def test_applications_and_their_answers_are_counted(session: ExchangeSession) -> None:
    employer, actor = situations.hiring_employer(session)
    vacancy = situations.open_vacancy(session, employer)
    first = situations.application(session, vacancy, people.jobseeker(session, "KZ-10"))
    situations.application(session, vacancy)
    collect(session)
    applications.decline(session, actor, first, note="We need a licence.")
    session.flush()
    collect(session)
    assert total(session, "applications") == 2
    assert total(session, "applications_answered", region_code="KZ-10", region_of_work="KZ-71") == 1


def test_what_a_person_does_is_queued_though_row_policies_hide_it_from_others(session: ExchangeSession) -> None:
    employer, _actor = situations.hiring_employer(session)
    vacancy, person = situations.open_vacancy(session, employer), people.jobseeker(session)
    session.flush()
    with acting_as(session, people.actor_of(person)):
        applications.apply(session, people.actor_of(person), vacancy, note="")
        session.flush()
    collect(session)
    assert total(session, "applications") == 1


def test_monthly_sums_follow_the_facts(session: ExchangeSession, placed: Placement) -> None:
    row = session.scalars(select(FactMonth).where(FactMonth.measure == "placements_declared")).one()
    assert (row.month, row.region_code, row.channel, row.count) == (date(2026, 10, 1), "KZ-71", "self_service", 1)


def test_evidence_that_is_rolled_back_is_not_counted(session: ExchangeSession, placed: Placement) -> None:
    nested = session.begin_nested()
    prove(session, placed, "confirmed")
    nested.rollback()
    assert collect(session) == 0
    assert session.scalars(select(FactTraits.subject_id).where(FactTraits.subject_kind == "placement")).all() == [placed.id]


def test_an_agency_is_named_by_what_it_brought(session: ExchangeSession) -> None:
    agency = Agency(bin=situations.bin_number(), name="Invented Agency", region_code="KZ-75", created_at=clock.now())
    session.add(agency)
    session.flush()
    employer, _actor = situations.hiring_employer(session)
    situations.open_vacancy(session, employer, agency_id=agency.id, posts=4)
    collect(session)
    assert total(session, "posts_notified", agency_id=agency.id) == 4
