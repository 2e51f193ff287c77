"""Households that move to a region that needs workers."""
