"""A place to try the programming interface: throw-away agencies, and invented people who apply to their vacancies."""
