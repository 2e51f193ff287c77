"""Pages on which the ministry makes reports and controls instructions; figures only, nobody's record."""

from labour_exchange.web.headquarters.oversight import control, instructions, reports

__all__ = ["control", "instructions", "reports"]
