"""Rows that say what was done: who did or read what, and which acts were asked for already."""
