"""What the pages of offices, of the ministry and of the sides of a placement share about inspections."""
