"""The state programme."""
