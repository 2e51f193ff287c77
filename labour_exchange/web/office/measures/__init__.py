"""Pages of what single measures need: business plans and microcredits, checks after the money."""

from labour_exchange.web.office.measures import businesses, checks

__all__ = ["businesses", "checks"]
