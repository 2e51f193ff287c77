"""The regions, districts and names of places."""
