"""Regions, districts and the distances between them."""
