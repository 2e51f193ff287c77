"""Published statistics: the country by region, one region, the definitions, and the same as files."""

from labour_exchange.web.public.statistics import exploring, flows, forecasts, releases, views

__all__ = ["exploring", "flows", "forecasts", "releases", "views"]
