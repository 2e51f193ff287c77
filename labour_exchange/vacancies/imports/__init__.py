"""Advertisements of job sites and agency systems, from a row of a file to a published vacancy with a receipt."""
