"""A transition table, and the moves through it with their log."""
