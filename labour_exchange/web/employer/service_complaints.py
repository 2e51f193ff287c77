"""Complaints of an employer about how the employment service kept its promises."""

from labour_exchange.standards.access import COMPLAIN_AS_EMPLOYER
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.standards.routes import add_complaining

add_complaining(blueprint, "employer", COMPLAIN_AS_EMPLOYER)
