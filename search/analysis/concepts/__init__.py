"""Occupations and skills recognised in texts of three languages, by the lexicon in data/."""

from search.analysis.concepts.lexicon import Lexicon, extend_lexicon, lexicon
from search.analysis.concepts.occupations import recognise_occupation
from search.analysis.concepts.scores import Concept
from search.analysis.concepts.terms import Term, terms_in

__all__ = ["Concept", "Lexicon", "Term", "extend_lexicon", "lexicon", "recognise_occupation", "terms_in"]
