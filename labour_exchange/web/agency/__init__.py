"""Pages for private employment agencies."""

from labour_exchange.web.agency import duplicates, home, mandates, vacancies
from labour_exchange.web.agency.blueprint import blueprint

__all__ = ["blueprint", "duplicates", "home", "mandates", "vacancies"]
