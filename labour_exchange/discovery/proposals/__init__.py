"""Words that are used and that the lexicon does not know, and what its keepers decided about them."""
