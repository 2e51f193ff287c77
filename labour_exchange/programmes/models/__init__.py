"""What is stored of the programme."""
