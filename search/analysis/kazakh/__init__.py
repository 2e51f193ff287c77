"""A light stemmer for Kazakh: `stem` takes inflection off a word form, `root` also the common derivations."""

from search.analysis.kazakh.stemmer import root, stem

__all__ = ["root", "stem"]
