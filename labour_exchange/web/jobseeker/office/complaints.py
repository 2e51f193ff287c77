"""Complaints of a jobseeker about how the employment service kept its promises."""

from labour_exchange.standards.access import COMPLAIN_AS_PERSON
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.standards.routes import add_complaining

add_complaining(blueprint, "jobseeker", COMPLAIN_AS_PERSON)
