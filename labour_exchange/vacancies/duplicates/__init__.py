"""One vacancy that several bring: found, shown once with its sources, and led by whom the employer chooses."""
