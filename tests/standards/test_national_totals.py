"""Totals of promises over all offices: nothing of an office that its own line withholds can be told from them, and the ministry reads all."""

from datetime import date
from itertools import product

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.standards.models import ServiceFigure, Standard
from labour_exchange.standards.queries.monitoring import NationalFigure, national_figures
from labour_exchange.standards.rules.complaints import ComplaintFigure
from labour_exchange.standards.rules.promises import SMALLEST_SHOWN, adds_nothing, national, national_ratings
from labour_exchange.standards.states import Promise
from tests.factories import programmes as made
from tests.factories.offices import office
from tests.web.test_programme_pages import page, signed_in

QUARTER = date(2026, 7, 1)
Few = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda ends: (min(ends), max(ends)))


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ([], (0, None)),
        ([(40, 10)], (50, 0.8)),
        ([(40, 10), (30, 0)], (80, 70 / 80)),
        ([(40, 10), (2, 1)], (None, None)),
        ([(40, 10), (2, 1), (1, 0)], (None, None)),
        ([(40, 10), (2, 1), (1, 1)], (55, None)),
        ([(40, 10), (30, 2)], (82, None)),
        ([(40, 10), (30, 2), (30, 3)], (115, 100 / 115)),
        ([(40, 10), (30, 1), (30, 1)], (112, None)),
    ],
)
def test_a_total_is_told_when_it_opens_no_office(figures: list[tuple[int, int]], told: tuple[int | None, float | None]) -> None:
    assert national(figures) == told


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ([(10, 40)], (10, 4.0)),
        ([(10, 40), (3, 9)], (None, None)),
        ([(10, 40), (3, 9), (1, 5)], (14, 54 / 14)),
        ([(4, 20)], (None, None)),
        ([(10, 40), (0, 0), (0, 0)], (None, None)),
    ],
)
def test_ratings_too(figures: list[tuple[int, int]], told: tuple[int | None, float | None]) -> None:
    assert national_ratings(figures) == told


@given(st.lists(Few, max_size=4), st.data())
def test_a_reader_who_tries_every_possibility_learns_nothing(known: list[tuple[int, int]], data: st.DataObject) -> None:
    true = [data.draw(st.integers(low, high)) for low, high in known]
    possible = [one for one in product(*(range(low, high + 1) for low, high in known)) if sum(one) == sum(true)]
    left = [(min(values), max(values)) for values in zip(*possible, strict=True)]
    assert adds_nothing(known, sum(true)) is (left == known)


def counted(session: ExchangeSession) -> None:
    """A quarter of two offices, one of which is too small to be shown."""
    standard = session.scalars(select(Standard).where(Standard.promise == Promise.REGISTRATION, Standard.region_code.is_(None))).first()
    if standard is None:
        standard = Standard(promise=Promise.REGISTRATION, region_code=None, created_at=clock.now())
        session.add(standard)
        session.flush()
    days = {"median_days": None, "days_of_nine_in_ten": None, "counted_at": clock.now()}
    for region, kept, breached, ratings, points in (("KZ-71", 40, 10, 10, 40), ("KZ-75", 2, 1, 3, 9)):
        row = {"standard_id": standard.id, "office_id": office(session, region).id, "kept": kept, "breached": breached}
        session.add(ServiceFigure(quarter=QUARTER, ratings=ratings, points=points, **row, **days))
    session.flush()


def test_the_public_and_the_ministry(session: ExchangeSession) -> None:
    counted(session)
    assert national_figures(session, QUARTER) == [NationalFigure(Promise.REGISTRATION, None, None, None, None)]
    assert national_figures(session, QUARTER, is_public=False) == [
        NationalFigure(Promise.REGISTRATION, 53, 42 / 53, 13, 49 / 13, ComplaintFigure(0, 0.0))
    ]
    assert SMALLEST_SHOWN == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_pages_show_all_offices_together(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    counted(session)
    session.commit()
    public = client.get(f"/{language}/standards/monitoring").get_data(as_text=True)
    withheld = {"kk": "жасырылған", "ru": "не показано", "en": "withheld"}[language]
    assert withheld in public
    assert "79,2" not in public
    assert "79.2" not in public
    shown = page(signed_in(client, session, made.analyst(session)), f"/{language}/headquarters/promises")
    assert ">53<" in shown
    assert {"kk": "79,2", "ru": "79,2", "en": "79.2"}[language] in shown
