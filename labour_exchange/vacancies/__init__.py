"""Jobs that employers want filled."""
