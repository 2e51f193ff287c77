"""Tests of case work."""
