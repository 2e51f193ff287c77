"""A person, an employer, an office and the ministry in a real browser, from registration to a figure."""
