"""Pages for employers."""

from labour_exchange.web.employer import candidates, company, duplicates, hiring, home, mandates, vacancies, writing
from labour_exchange.web.employer.blueprint import blueprint

__all__ = ["blueprint", "candidates", "company", "duplicates", "hiring", "home", "mandates", "vacancies", "writing"]
