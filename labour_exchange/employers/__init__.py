"""Employers and their establishments."""
