"""The map of the regions as tiles, and arrows between them."""
