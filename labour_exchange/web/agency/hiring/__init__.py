"""From an application or a linked person to a placement, under a mandate."""

from labour_exchange.web.agency.hiring import applications, candidates, inspections, placements

__all__ = ["applications", "candidates", "inspections", "placements"]
