"""Migrations up and down, empty and on loaded data."""
