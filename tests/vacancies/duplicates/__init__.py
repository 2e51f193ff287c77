"""Vacancies that several bring."""
