"""What the agency brings: vacancies written on the site or sent as files."""

from labour_exchange.web.agency.supply import feed, vacancies, writing

__all__ = ["feed", "vacancies", "writing"]
