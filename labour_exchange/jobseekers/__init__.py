"""People registered as looking for work, and the profile they share."""
