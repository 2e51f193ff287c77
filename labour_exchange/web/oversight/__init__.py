"""What the pages of the ministry, of offices and of the public share about reports and instructions."""
