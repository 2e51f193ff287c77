"""What other systems follow: the change feed, its snapshot, and the same as an exchange of vacancies."""
