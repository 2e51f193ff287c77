"""The two reports by which the programmes were judged take their figures from the programme's own count, and the next year's plan beside them."""

from flask import Flask

from config import Settings
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.programmes.reporting.figures import figures, plan_after
from tests.factories import oversight
from tests.programmes import small_country

KEYS_2017 = ("covered", "employed", "permanent", "employed_through_exchange", "agencies_connected", "regions_running")


def test_lines_say_what_the_programme_counts(app: Flask, committed: ExchangeSession) -> None:
    settings: Settings = app.config["SETTINGS"]
    small_country.draw(committed, settings)
    half_year, told = oversight.draft(committed, "half_year_2017", "2017-H1"), figures(committed, "half-year", 2017)
    shown = queries.lines_of(committed, half_year)
    assert [one.figures.fact for one in shown[:6]] == [told[key] for key in KEYS_2017]
    assert shown[0].figures.next_plan == plan_after(committed, 2017)[None]["places"] > 0
    assert shown[0].figures.plan > 0  # type: ignore[operator]
    assert all(one.is_reported for one in shown[6:])
    in_region = queries.lines_of(committed, half_year, "KZ-75")
    assert [one.figures.fact for one in in_region[:6]] == [figures(committed, "half-year", 2017, "KZ-75")[key] for key in KEYS_2017]
    year, counted = oversight.draft(committed, "year_2012", "2012"), figures(committed, "year", 2012)
    facts = {one.line.source.key: one.figures.fact for one in queries.lines_of(committed, year) if one.line.source}  # type: ignore[union-attr]
    assert len(facts) == 15
    assert {key: float(value) for key, value in facts.items() if value is not None} == {
        key: float(value) for key, value in counted.items() if key in facts and value is not None
    }
