"""Releases: figures frozen, signed by two, published at the announced minute, and recomputed by anybody who doubts them."""
