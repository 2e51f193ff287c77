"""Flows as they may be shown to anybody: the matrix with its margins, small cells withheld and others that would give them away. It loads scipy."""

from labour_exchange.statistics.disclosure.suppression import protect
from labour_exchange.statistics.disclosure.tables import Published, flat, table_of
from labour_exchange.statistics.planning.flows import Flows
from labour_exchange.territory.queries import regions

TOTAL = "KZ"


def published_flows(found: Flows) -> Published:
    """The table of one period on its own: what other periods and pages tell of the same cells is not weighed here."""
    codes = [region.iso_code for region in regions()]
    return protect(table_of((flat("residence", TOTAL, codes), flat("work", TOTAL, codes)), dict(found.counts)))
