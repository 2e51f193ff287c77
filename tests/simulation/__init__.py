"""A small labour market whose truth is known, to compare policies of matching."""
