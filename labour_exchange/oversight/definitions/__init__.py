"""The reports that can be made, by their code, in the order in which they are offered."""

from labour_exchange.oversight.definitions.definition import Definition
from labour_exchange.oversight.definitions.past import HALF_YEAR_2017, YEAR_2012
from labour_exchange.oversight.definitions.present import HALF_YEAR, YEAR

EVERY = (HALF_YEAR, YEAR, HALF_YEAR_2017, YEAR_2012)
DEFINITIONS: dict[str, Definition] = {one.code: one for one in EVERY}
