"""Every route by every kind of actor on every relation to the record: exactly the tabled answers, and nothing changed by a denied one."""

from flask import Flask

from labour_exchange.foundation.access import EVERYBODY, action_of
from tests.access.matrix import Inquiry, addresses, cells
from tests.access.table import EXCEPTIONS, KINDS_OF_AREA, TABLE

FEWEST_CELLS = 1500


def test_every_route_is_in_the_table(app: Flask) -> None:
    assert {route.endpoint for route, _ in addresses(app)} - set(TABLE) == set()
    assert set(TABLE) - {route.endpoint for route, _ in addresses(app)} == set()


def test_every_page_declares_the_kinds_of_its_area(app: Flask) -> None:
    wrong = {}
    for route, _ in addresses(app):
        expected = EXCEPTIONS.get(route.endpoint) or KINDS_OF_AREA.get(route.endpoint.split(".")[0])
        action = action_of(app.view_functions[route.endpoint])
        assert action is not None
        if expected and action.kinds != expected:
            wrong[route.endpoint] = sorted(action.kinds)
        if action.kinds == EVERYBODY:
            assert action.public_because, route.endpoint
    assert wrong == {}


def test_every_answer_is_the_tabled_one(app: Flask, inquiry: Inquiry) -> None:
    asked = list(cells(app, inquiry.world))
    assert len(asked) >= FEWEST_CELLS
    unexpected = list(inquiry.unexpected(asked))
    assert not unexpected, "\n".join(unexpected)
