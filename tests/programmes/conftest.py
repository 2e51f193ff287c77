"""An office with its officer and approver, a measure with a plan for the region: the cast of most of these tests."""

from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from tests.factories import programmes
from tests.factories.offices import office, officer, staff


@dataclass
class Cast:
    """Who acts, all in one region, with a plan of ten places and ten million tenge for social jobs."""

    measure: Measure
    allocation: Allocation
    officer: Actor
    approver: Actor
    second_approver: Actor
    stranger: Actor
    """An approver of another region."""


@pytest.fixture
def cast(session: Session) -> Cast:
    return make_cast(session)


def make_cast(session: Session, region_code: str = "KZ-71") -> Cast:
    place, elsewhere = office(session, region_code), office(session, "KZ-75")
    measure = programmes.measure(session)
    return Cast(
        measure,
        programmes.allocation(session, measure, region_code),
        officer(staff(session, place)),
        officer(staff(session, place, approver=True)),
        officer(staff(session, place, approver=True)),
        officer(staff(session, elsewhere, approver=True)),
    )
