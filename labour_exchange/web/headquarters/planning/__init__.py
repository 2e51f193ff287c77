"""Pages for whoever plans: flows between regions, occupations that lack people, and what further places promise."""

from labour_exchange.web.headquarters.planning import flows, scenarios, shortages

__all__ = ["flows", "scenarios", "shortages"]
