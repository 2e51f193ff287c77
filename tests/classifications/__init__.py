"""The shared vocabularies."""
