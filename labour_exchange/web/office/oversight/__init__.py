"""Pages on which an office comments on draft reports and carries out what it was told."""

from labour_exchange.web.office.oversight import instructions, reports

__all__ = ["instructions", "reports"]
