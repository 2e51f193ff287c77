"""Standards of the region: written, discussed, approved by a second person."""

from labour_exchange.standards.access import APPROVE_STANDARD, KEEP_STANDARDS
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.standards.routes import add_desk

add_desk(blueprint, "office", keep=KEEP_STANDARDS, approve=APPROVE_STANDARD)
