"""A light stemmer for Kazakh: `stem` takes inflection off a word form, `root` also the common derivations."""

from search.analysis.kazakh.derivation import root
from search.analysis.kazakh.stemmer import stem
from search.analysis.kazakh.written_tokens import stem_of_token

__all__ = ["root", "stem", "stem_of_token"]
