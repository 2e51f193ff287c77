"""Pages on which the ministry makes reports, controls instructions and oversees inspections; figures only, nobody's record."""

from labour_exchange.web.headquarters.oversight import control, inspections, instructions, reports

__all__ = ["control", "inspections", "instructions", "reports"]
