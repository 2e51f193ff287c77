"""People in measures are for staff: laid out for them by everything that is counted, and refused to the public under every name."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.errors import Refusal
from labour_exchange.statistics.exploring import REASONS, Dimension, live_grid, public_grid
from labour_exchange.statistics.indicators import ENTRIES
from labour_exchange.statistics.periods import months_until, read_period
from labour_exchange.statistics.queries import public_by_region, public_rows
from labour_exchange.statistics.releases.contents import RELEASED
from labour_exchange.web.public.statistics.drawing import FAMILIES, LISTED
from labour_exchange.web.public.statistics.exploring.reasons import WORDS
from tests.factories import programmes
from tests.statistics.facts import put

OCTOBER = read_period("2026-10")
MONTHS = months_until(OCTOBER, 2)
STAFF_ONLY = {code for code, entry in ENTRIES.items() if entry.is_for_staff}


@pytest.fixture(autouse=True)
def november() -> Iterator[None]:
    with clock.hold(datetime(2026, 11, 20, 6, tzinfo=UTC)):
        yield


@pytest.fixture
def taken(session: ExchangeSession) -> None:
    """People in measures of two regions, by sex and measure, and how they left."""
    programmes.measure(session)
    rows = (
        ("enrolments_started", "KZ-71", "2026-09-05", 30, {"sex": "female", "programme_measure": "now-training"}),
        ("enrolments_started", "KZ-75", "2026-10-05", 12, {"sex": "male", "programme_measure": "now-social-jobs"}),
        ("enrolments_completed", "KZ-71", "2026-10-20", 9, {"sex": "female", "programme_measure": "now-training"}),
        ("enrolments_dropped_out", "KZ-71", "2026-10-21", 3, {"sex": "female", "programme_measure": "now-training", "reason": "found_work"}),
        ("enrolments_dropped_out", "KZ-71", "2026-10-22", 1, {"sex": "female", "programme_measure": "now-training", "reason": "illness"}),
    )
    for measure, region, day, count, dimensions in rows:
        put(session, measure, region, day, count, **dimensions)


@pytest.mark.usefixtures("taken")
def test_staff_lay_out_the_stock_and_its_flows(session: ExchangeSession) -> None:
    stock = live_grid(session, "programme_participants", Dimension.REGION, MONTHS)
    assert [figure.value for figure in stock.groups["KZ-71"]] == [30, 17]
    assert [figure.value for figure in stock.total] == [30, 29]
    by_measure = live_grid(session, "programme_participants", Dimension.MEASURE, MONTHS)
    assert {code: figures[-1].value for code, figures in by_measure.groups.items() if figures[-1].value} == {
        "now-training": 17,
        "now-social-jobs": 12,
    }
    rate = live_grid(session, "programme_completion_rate", Dimension.SEX, MONTHS, region="KZ-71")
    assert rate.groups["female"][-1].value == pytest.approx(100 * 9 / 13)
    why = live_grid(session, "programme_dropouts", Dimension.REASON, MONTHS)
    assert {code: figures[-1].value for code, figures in why.groups.items() if figures[-1].value} == {"found_work": 3, "illness": 1}


def test_why_people_left_the_register_is_told_to_staff(session: ExchangeSession) -> None:
    for measure, reason, count in (("registrations_ended", "placed", 7), ("registrations_ended", "retired", 2), ("registrations_lapsed", None, 4)):
        put(session, measure, "KZ-71", "2026-10-05", count, **({"reason": reason} if reason else {}))
    why = live_grid(session, "registrations_outflow", Dimension.REASON, MONTHS, region="KZ-71")
    assert {code: figures[-1].value for code, figures in why.groups.items() if figures[-1].value} == {"placed": 7, "retired": 2, "": 4}
    assert why.total[-1].value == 13


def test_every_reason_has_its_words() -> None:
    for measure, codes in REASONS.items():
        assert set(codes) <= set(WORDS[measure])


def test_what_is_for_staff_is_what_counts_people_in_measures() -> None:
    counting = {code for code, entry in ENTRIES.items() if any(term.measure.startswith("enrolments_") for term in getattr(entry, "terms", ()))}
    assert counting == STAFF_ONLY
    assert len(STAFF_ONLY) == 7


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("code", sorted(STAFF_ONLY))
def test_the_public_is_refused(session: ExchangeSession, code: str) -> None:
    with pytest.raises(Refusal, match="indicator_for_staff"):
        public_by_region(session, code, OCTOBER)
    with pytest.raises(Refusal, match="indicator_for_staff"):
        public_rows(session, code, MONTHS)
    for dimension in Dimension:
        with pytest.raises(ValueError, match=code):
            public_grid(session, code, dimension, MONTHS)


def test_no_list_of_the_public_names_them() -> None:
    offered = {*LISTED, *RELEASED, *(code for family in FAMILIES for code in family.codes)}
    assert not offered & STAFF_ONLY
