"""What changes approaches, offers, placements and their evidence; one noun a module."""
