"""Pages for private employment agencies."""

from labour_exchange.web.agency import home, keys, mandates, vacancies, webhooks
from labour_exchange.web.agency.blueprint import blueprint

__all__ = ["blueprint", "home", "keys", "mandates", "vacancies", "webhooks"]
