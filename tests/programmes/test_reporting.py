"""The reports say what a recount in Python says, line by line, of a small country drawn with the generator of the full scale."""

from datetime import date
from random import Random
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import text

from config import Settings
from labour_exchange.cases.operations.undertakings import record_paper_signature
from labour_exchange.cases.rules.contracts import PaperSignature
from labour_exchange.commands.demo.programme.load import fill_small
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.offices.models import Office
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.reporting.counting import CONTRACTS, counts_of
from labour_exchange.programmes.reporting.definitions import HALF_YEAR_LINES, LINES, YEAR_LINES
from labour_exchange.programmes.reporting.figures import figures, figures_by_region, growth_percent, plan_after, ratio, share_percent
from labour_exchange.programmes.reporting.periods import ReportCode, Span
from tests.factories import cases
from tests.factories.offices import office, staff
from tests.factories.offices import officer as actor_of
from tests.programmes import small_country

Rows = dict[str, list[dict[str, Any]]]
TOOK_PART = {"started", "completed", "dropped_out"}
H1 = date(2017, 1, 1), date(2017, 6, 30)


@pytest.fixture
def country(app: Flask, committed: ExchangeSession) -> Rows:
    settings: Settings = app.config["SETTINGS"]
    small_country.draw(committed, settings)
    return small_country.rows(settings)


def began(rows: Rows, first: date, last: date, region: str | None) -> list[dict[str, Any]]:
    return [
        one
        for one in rows["enrolments"]
        if one["started_on"] and first <= one["started_on"] <= last and one["state"] in TOOK_PART and region in (None, one["region_code"])
    ]


def people(found: list[dict[str, Any]]) -> set[int]:
    return {one["jobseeker_id"] for one in found}


def recount_half_year(rows: Rows, region: str | None) -> dict[str, int]:
    first, last = H1
    since: dict[int, date] = {}
    for one in began(rows, first, last, region):
        since[one["jobseeker_id"]] = min(since.get(one["jobseeker_id"], last), one["started_on"])
    real = [one for one in rows["placements"] if one["state"] != "annulled" and one["started_on"] <= last]
    placed = [one for one in real if one["jobseeker_id"] in since and one["started_on"] >= since[one["jobseeker_id"]]]
    licensed = {
        one["agency_id"] for one in rows["licences"] if one["granted_on"] <= last <= one["expires_on"] and one["state"] in ("granted", "expired")
    }
    connected = [one for one in rows["agencies"] if one["connected_on"] and one["connected_on"] <= last and region in (None, one["region_code"])]
    running = {one["region_of_work"] for one in real if one["started_on"] >= first and one["channel"] != "programme"}
    return {
        "covered": len(since),
        "employed": len(people(placed)),
        "permanent": len(people([one for one in placed if one["employment_kind"] == "permanent"])),
        "employed_through_exchange": len(people([one for one in placed if one["channel"] != "programme"])),
        "agencies_connected": len([one for one in connected if one["id"] in licensed]),
        "regions_running": len(running if region is None else running & {region}),
    }


def counts_of_year(rows: Rows, year: int, region: str | None) -> dict[str, int]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    part = began(rows, first, last, region)
    jobs: dict[int, list[dict[str, Any]]] = {}
    for one in rows["placements"]:
        if one["state"] != "annulled" and one["started_on"] <= last:
            jobs.setdefault(one["jobseeker_id"], []).append(one)
    trained = [one for one in part if one["kind"] == "training" and one["number"] == 1]
    finished = [one for one in trained if one["state"] == "completed" and one["ended_on"] <= last]
    subsidised = [one for one in part if one["kind"] in ("social_job", "youth_practice")]
    moved = [one for one in part if one["kind"] == "relocation"]
    known = {one["id"]: one for one in rows["enrolments"]}
    loans = [
        one
        for one in rows["payments"]
        if one["kind"] == "loan"
        and one["state"] == "paid"
        and first <= one["paid_on"] <= last
        and region in (None, known[one["enrolment_id"]]["region_code"])
    ]
    of_region = {
        name: [one for one in rows[name] if region in (None, one["region_code"])] for name in ("archived_contracts", "posts", "reported_facilities")
    }
    return {
        "participants": len(people(part)),
        "social_contracts": len([one for one in of_region["archived_contracts"] if first <= one["signed_on"] <= last]),
        "rural_low_income": len(people([one for one in part if one["facts"]["category"] == "low_income" and one["facts"]["is_rural"]])),
        "trained": len(people(trained)),
        "finished": len(people(finished)),
        "trained_employed": len(
            people([one for one in finished if any(job["started_on"] >= one["ended_on"] for job in jobs.get(one["jobseeker_id"], []))])
        ),
        "subsidised": len(people(subsidised)),
        "employers": len({one["employer_id"] for one in subsidised if one["employer_id"]}),
        "second": len(people([one for one in part if one["kind"] == "training" and one["number"] == 2])),
        "credits": len({one["enrolment_id"] for one in loans}),
        "kzt": sum(one["amount"] for one in loans),
        "moved": len(
            people(
                [
                    one
                    for one in moved
                    if any(
                        job["started_on"] >= one["started_on"] and job["region_of_work"] != one["region_code"]
                        for job in jobs.get(one["jobseeker_id"], [])
                    )
                ]
            )
        ),
        "rural_jobs": sum(one["posts"] for one in of_region["posts"] if one["kind"] == "rural_jobs" and one["created_at"].year == year),
        "rural_employed": len(people([one for one in part if one["kind"] == "rural_jobs"])),
        "facilities": len([one for one in of_region["reported_facilities"] if first <= one["completed_on"] <= last]),
    }


def recount_year(rows: Rows, year: int, region: str | None) -> dict[str, float | None]:
    now, before = counts_of_year(rows, year, region), counts_of_year(rows, year - 1, region)

    def times(name: str) -> float | None:
        return round(now[name] / before[name], 1) if before[name] else None

    def grown(name: str) -> int | None:
        return round(100 * now[name] / before[name] - 100) if before[name] else None

    return {
        "participants": now["participants"],
        "participants_growth_percent": grown("participants"),
        "social_contracts_growth_percent": grown("social_contracts"),
        "rural_low_income_ratio": times("rural_low_income"),
        "trained": now["trained"],
        "trained_employed": now["trained_employed"],
        "trained_employed_percent": round(100 * now["trained_employed"] / now["finished"]) if now["finished"] else None,
        "subsidised_and_youth_practice": now["subsidised"],
        "employers_creating_subsidised_jobs_ratio": times("employers"),
        "second_direction_trained": now["second"],
        "microcredits": now["credits"],
        "microcredit_kzt": now["kzt"],
        "microcredit_ratio": times("kzt"),
        "moved_and_employed": now["moved"],
        "rural_jobs": now["rural_jobs"],
        "rural_employed": now["rural_employed"],
        "facilities": now["facilities"],
    }


def test_every_line_of_both_reports_equals_a_recount_from_the_rows(country: Rows, committed: ExchangeSession) -> None:
    assert figures(committed, "half-year", 2017) == recount_half_year(country, None)
    assert figures(committed, "year", 2012) == recount_year(country, 2012, None)
    regions = sorted({one["region_code"] for one in country["enrolments"]})
    assert len(regions) > 10
    for region in regions:
        assert figures(committed, "half-year", 2017, region) == recount_half_year(country, region)
        assert figures(committed, "year", 2012, region) == recount_year(country, 2012, region)
    together = figures_by_region(committed, "half-year", 2017)
    assert {place: together[place] for place in regions if place in together} == {
        place: figures(committed, "half-year", 2017, place) for place in regions if place in together
    }


def test_the_small_country_is_a_thousandth_of_the_large_one(country: Rows, committed: ExchangeSession) -> None:
    found = figures(committed, "half-year", 2017)
    assert [found[key] for key in ("covered", "employed", "permanent", "employed_through_exchange")] == [290, 243, 158, 160]
    assert found["agencies_connected"] == 45
    year = figures(committed, "year", 2012)
    assert (year["trained"], year["trained_employed"], year["trained_employed_percent"]) == (63, 20, 83)
    # 80 people became 132: 66 per cent at full size, 65 when each measure is rounded to a thousandth.
    assert (year["participants_growth_percent"], year["microcredit_kzt"], year["microcredit_ratio"]) == (65, 12_400_000, 3.5)


def test_the_ledger_of_the_drawn_years_agrees_and_the_next_plan_is_counted(country: Rows, committed: ExchangeSession) -> None:
    assert disagreements(committed) == []
    plan = plan_after(committed, 2017)
    next_year = [one for one in country["plans"] if one["starts_on"].year == 2018]
    assert plan[None] == {"places": sum(one["places"] for one in next_year), "kzt": sum(one["planned"] for one in next_year)}
    assert plan["p2017-training"]["places"] == sum(one["places"] for one in next_year if one["code"] == "p2017-training") > 0


def test_what_did_not_happen_or_was_taken_back_is_not_counted(country: Rows, committed: ExchangeSession) -> None:
    before = figures(committed, "half-year", 2017)
    assert any(one["state"] == "refused" for one in country["enrolments"])
    assert any(one["state"] == "annulled" for one in country["placements"])
    committed.execute(
        text("UPDATE placements SET state = 'annulled' WHERE id = (SELECT min(placement_id) FROM enrolments WHERE started_on >= '2017-01-01')")
    )
    after = figures(committed, "half-year", 2017)
    assert after["employed"] == before["employed"] - 1  # type: ignore[operator]
    assert after["covered"] == before["covered"]
    committed.rollback()


def test_the_demo_of_make_run_has_last_years_half_year(app: Flask, committed: ExchangeSession) -> None:
    settings, year = app.config["SETTINGS"], clock.today().year - 1
    small_country.prepare(committed, settings)
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        fill_small(owner, Random(1), clock.now(), lambda words: None)
    found = figures(committed, "half-year", year)
    assert [found[key] for key in ("covered", "employed", "employed_through_exchange")] == [726, 608, 400]
    assert disagreements(committed) == []
    assert figures(committed, "half-year", year - 1)["covered"] == 0


@pytest.mark.parametrize(
    ("now", "before", "grown", "times"),
    [(166, 100, 66, 1.7), (100, 100, 0, 1.0), (50, 100, -50, 0.5), (5, 0, None, None), (0, 5, -100, 0.0), (35, 10, 250, 3.5)],
)
def test_growth_and_ratio(now: int, before: int, grown: int | None, times: float | None) -> None:
    assert growth_percent(now, before) == grown
    assert ratio(now, before) == times


def test_a_share_of_nobody_is_no_share() -> None:
    assert share_percent(20_000, 24_390) == 82
    assert share_percent(0, 0) is None


def test_every_report_has_a_definition_of_each_line() -> None:
    assert set(LINES) == set(ReportCode)
    for lines in (HALF_YEAR_LINES, YEAR_LINES):
        assert len({line.key for line in lines}) == len(lines)


def test_contracts_signed_here_are_counted_too(session: ExchangeSession) -> None:
    officer = actor_of(staff(session, office(session, "KZ-71")))
    approver = actor_of(staff(session, session.get_one(Office, officer.office_id), approver=True))
    today = clock.today()
    for number in range(2):
        contract = cases.approved_contract(session, officer, approver, cases.case(session, officer))
        if number:
            record_paper_signature(session, officer, contract, PaperSignature(today, "17"))
    assert counts_of(session, (CONTRACTS,), Span("today", today, today), None) == {None: {"social_contracts": 1}, "KZ-71": {"social_contracts": 1}}
