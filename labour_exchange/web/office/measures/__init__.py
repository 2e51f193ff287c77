"""Pages of what single measures need: businesses, checks after the money, moves, projects, outcomes, recommendations."""

from labour_exchange.web.office.measures import businesses, checks, outcomes, projects, recommending, relocations

__all__ = ["businesses", "checks", "outcomes", "projects", "recommending", "relocations"]
