"""From an application or a linked person to a placement, under a mandate; people followed up with their consent."""

from labour_exchange.web.agency.hiring import applications, candidates, followed, inspections, placements

__all__ = ["applications", "candidates", "followed", "inspections", "placements"]
