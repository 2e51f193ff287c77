"""Standards of the ministry: written, discussed, approved by a second person."""

from labour_exchange.standards.access import KEEP_NATIONAL_STANDARDS
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.standards.routes import add_desk

add_desk(blueprint, "headquarters", keep=KEEP_NATIONAL_STANDARDS, approve=KEEP_NATIONAL_STANDARDS)
