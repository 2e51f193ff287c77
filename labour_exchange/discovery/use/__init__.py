"""What is searched and read, counted by day without any person, address or session."""
