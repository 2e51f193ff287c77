"""The reports that a programme is judged by, counted from records."""
