"""What changes in the programme."""
