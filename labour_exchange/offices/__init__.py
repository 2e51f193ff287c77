"""The public employment service network: regional and local offices, staff, jurisdiction."""
