"""Every indicator's worked example is computed, every entry is whole, and nothing is said too early."""

from datetime import date

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.statistics.indicators import CATALOGUE, CROSSINGS, ENTRIES, ESTIMATES
from labour_exchange.statistics.indicators.definition import Crossing, Entry, Estimate, Indicator
from labour_exchange.statistics.periods import Period, month_of, months_until, read_period
from labour_exchange.statistics.planning.flows import FlowKind, Flows

WANTED = {
    "registered_jobseekers",
    "registrations_inflow",
    "registrations_outflow",
    "vacancies_notified",
    "vacancies_outstanding",
    "vacancies_filled",
    "vacancies_cancelled",
    "applications",
    "referrals",
    "placements_declared",
    "placements_confirmed",
    "placements_permanent",
    "placements_sustained_3",
    "placements_sustained_6",
    "placements_sustained_12",
    "transition_rate",
    "fill_rate",
    "tightness",
    "retention_3",
    "retention_6",
    "retention_12",
    "placements_ended",
    "placements_disputed",
    "placements_annulled",
    "placements_by_agencies",
    "outflow_to_work",
    "unanswered_rate",
    "answer_rate",
    "days_to_answer",
    "applications_hired_rate",
    "referrals_hired_rate",
    "referrals_refused_rate",
    "referrals_by_agencies",
    "agencies_connected",
    "work_elsewhere_rate",
    "programme_approved",
    "programme_entrants",
    "programme_completers",
    "programme_dropouts",
    "programme_completion_rate",
    "programme_dropout_rate",
    "programme_participants",
}
ESTIMATED = {"time_to_fill", "mismatch", "plan_fulfilment"}


def test_the_catalogue_holds_what_was_promised() -> None:
    assert set(CATALOGUE) >= WANTED
    assert set(ESTIMATES) == ESTIMATED
    assert not set(CATALOGUE) & set(ESTIMATES)


@pytest.mark.parametrize("indicator", CATALOGUE.values(), ids=lambda one: one.code)
def test_the_worked_example_comes_out(indicator: Indicator) -> None:
    example = indicator.example
    assert indicator.value(example.numerator, example.denominator) == pytest.approx(example.result)
    shown = f"{example.result:g}"
    assert shown in example.words.en
    assert shown.replace(".", ",") in example.words.kk
    assert shown.replace(".", ",") in example.words.ru


@pytest.mark.parametrize("entry", ESTIMATES.values(), ids=lambda one: one.code)
def test_the_worked_example_of_a_method_comes_out(entry: Estimate) -> None:
    assert entry.method(*entry.example.given) == pytest.approx(entry.example.result)
    shown = f"{entry.example.result:g}"
    assert shown in entry.example.words.en
    assert shown.replace(".", ",") in entry.example.words.kk
    assert shown.replace(".", ",") in entry.example.words.ru


@pytest.mark.parametrize(
    "code", ["time_to_fill", "tightness", "mismatch", "transition_rate", "retention_3", "retention_6", "retention_12", "programme_participants"]
)
def test_a_method_names_its_literature(code: str) -> None:
    assert ENTRIES[code].literature


@pytest.mark.parametrize("indicator", ENTRIES.values(), ids=lambda one: one.code)
def test_an_entry_speaks_three_languages(indicator: Entry) -> None:
    for text in (indicator.name, indicator.formula, indicator.source, indicator.caveat, indicator.example.words):
        assert len({text.kk, text.ru, text.en}) == 3
    assert indicator.version >= 1


def test_retention_is_said_only_when_it_can_be_observed() -> None:
    july = read_period("2026-07")
    assert not CATALOGUE["retention_6"].is_observable(july, date(2027, 1, 24))
    assert CATALOGUE["retention_6"].is_observable(july, date(2027, 1, 25))


def test_a_share_of_nothing_is_not_zero() -> None:
    assert CATALOGUE["confirmed_share"].value((0,), (0,)) is None
    assert CATALOGUE["tightness"].value((5, 0, 0), (3, 0, 0, 0, 3)) is None


def test_what_was_sustained_is_said_only_when_contributions_can_have_been_seen() -> None:
    sustained, july = CATALOGUE["placements_sustained_3"], read_period("2026-07")
    # The third month of work that began in July is September; its contributions are paid by 25 October.
    assert not sustained.is_observable(july, date(2026, 10, 24))
    assert sustained.is_observable(july, date(2026, 10, 25))
    assert CATALOGUE["placements_declared"].is_observable(july, date(2026, 7, 1))


@pytest.mark.parametrize(
    ("code", "first", "length"),
    [("2026-10", date(2026, 10, 1), 1), ("2026-Q4", date(2026, 10, 1), 3), ("2026-H2", date(2026, 7, 1), 6), ("2026", date(2026, 1, 1), 12)],
)
def test_periods_are_read_and_written(code: str, first: date, length: int) -> None:
    period = read_period(code)
    assert (period.first, period.length, period.code) == (first, length, code)


@pytest.mark.parametrize("code", ["", "2026-13", "2026-Q5", "26-10", "2026-10-01", "1600-01", "next month"])
def test_what_is_no_period_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        read_period(code)


def test_months_run_over_the_turn_of_the_year() -> None:
    assert [month.code for month in months_until(read_period("2026-02"), 4)] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert month_of(date(2026, 2, 17)).last_day == date(2026, 2, 28)
    assert Period(date(2026, 1, 1)).previous.code == "2025-12"
    assert read_period("2026-H1").year_before.code == "2025-H1"


@pytest.mark.parametrize("crossing", CROSSINGS.values(), ids=lambda one: one.code)
def test_the_example_of_a_matrix_counts_who_comes_from_elsewhere(crossing: Crossing) -> None:
    pairs, region = crossing.example.given
    assert isinstance(pairs, dict)
    found = Flows(FlowKind.WORK, read_period("2026-H1"), pairs)
    assert found.arriving(str(region)) == crossing.example.result
    assert all(crossing.name.in_language(language) for language in LANGUAGES)
