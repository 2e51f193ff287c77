"""Saved searches: what a person looks for, matched against every new vacancy, told in one letter."""
