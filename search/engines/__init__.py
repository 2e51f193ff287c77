"""Engines that answer criteria: one promise, two ways to keep it, and a fallback from one to the other."""
