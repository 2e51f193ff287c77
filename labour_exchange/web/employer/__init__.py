"""Pages for employers."""

from labour_exchange.web.employer import candidates, company, hiring, home, mandates, subsidised, vacancies, writing
from labour_exchange.web.employer.blueprint import blueprint

__all__ = ["blueprint", "candidates", "company", "hiring", "home", "mandates", "subsidised", "vacancies", "writing"]
