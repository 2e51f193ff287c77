"""A moment in the working day at which the tests of this part stand, so that due dates and periods are plain."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from labour_exchange.foundation import clock

NOON = datetime(2026, 11, 9, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def held() -> Iterator[None]:
    with clock.hold(NOON):
        yield
