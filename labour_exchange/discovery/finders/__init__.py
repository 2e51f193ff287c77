"""Ask the engine, then load only the rows that the actor may see."""

from labour_exchange.discovery.engines import is_reduced

__all__ = ["is_reduced"]
