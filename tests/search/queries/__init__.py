"""Tests of what is pure in search: queries, ranking, cursors, documents."""
