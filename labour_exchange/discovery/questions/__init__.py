"""What somebody typed and chose becomes criteria, with what was understood of it."""

from labour_exchange.discovery.questions.query import Question, SearchQuery, Understood, without_filters
from labour_exchange.discovery.questions.reading import LONGEST_TEXT, question_of, understanding_of

__all__ = ["LONGEST_TEXT", "Question", "SearchQuery", "Understood", "question_of", "understanding_of", "without_filters"]
