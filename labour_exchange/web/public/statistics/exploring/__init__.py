"""Any indicator laid out by regions or by a trait: what the reader chose, the page, its pictures and its files; published and live."""

from labour_exchange.web.public.statistics.exploring import views

__all__ = ["views"]
