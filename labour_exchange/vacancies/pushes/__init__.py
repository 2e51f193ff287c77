"""Vacancies that an agency's program sends, under the program's own ids and for employers that gave the agency a mandate."""
