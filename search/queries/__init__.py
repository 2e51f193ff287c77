"""Criteria become queries: pure functions, no network."""
