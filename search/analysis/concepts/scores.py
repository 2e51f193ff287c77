"""How sure a recognised concept is: how much of the title it explains, how closely, and where."""

import re
from dataclasses import dataclass

from search.analysis.concepts.positions import Place
from search.analysis.concepts.terms import Term
from search.analysis.concepts.titles import title_words
from search.analysis.normalisation import normalise, tokens
from search.analysis.words import STOP_WORDS, Word


@dataclass(frozen=True, slots=True)
class Concept:
    """An occupation (unit group code) or a skill found in a text; `start` and `end` count words of `words(text)`, end not included."""

    kind: str
    id: str
    score: float
    surface: str
    start: int
    end: int


# A name of the concept is surer than what people call it.
_SORT = {"name": 1.0, "synonym": 0.99, "abbreviation": 0.95, "spoken": 0.95}
# "инженер" in a title that goes on to say which one.
_MOST_OF_IT = 0.85
_GENERIC = 0.5
_OBLIQUE = re.compile(r"(?:(?<![ыи])е|а|я|у|ю|ом|ем|ой|ей|ов|ев|ам|ям|ами|ями|ого|ому)$")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


class Title:
    """The words of a text with the weight each has in saying what the text is about."""

    def __init__(self, text: str, found: tuple[Word, ...], known: frozenset[str], generic: frozenset[str]) -> None:
        self.found = found
        self.generic = generic
        inside = _words_in_brackets(text) if "(" in text or "[" in text else []
        self.weights = [self._weight(word, known) for word in found]
        for position, word in enumerate(found):
            if word.surface in inside:
                self.weights[position] *= 0.5
        self.total = sum(self.weights) or 1.0
        # How many telling words stand before each: "срочно требуется" keeps nobody from being the first.
        telling = [word.surface not in title_words().aside for word in found]
        self.before = [sum(telling[:position]) for position in range(len(found))]

    @staticmethod
    def _weight(word: Word, known: frozenset[str]) -> float:
        lists = title_words()
        if word.surface in lists.aside:
            return 0.1
        if lists.spelt_out.get(word.surface, word.surface) in lists.ranks:
            return 0.3
        if word.surface[0].isdigit() and word.surface[-1].isdigit():
            return 0.1
        return 1.0 if any(term in known for term in word.terms) else 0.4

    def score(self, term: Term, place: Place) -> float:
        """Between 0 and 1: 1 for a text that is exactly the name of the concept."""
        share = min(1.0, sum(self.weights[position] for position in place.positions) / self.total)
        value = _SORT.get(term.sort, 0.98) * place.fit * (0.5 + 0.5 * share)
        if share < _MOST_OF_IT and self._is_generic(term):
            value *= _GENERIC
        start = self.before[min(place.positions)]
        value *= max(0.85, 1.0 - 0.02 * start)
        surfaces = tuple(self.found[position].surface for position in place.positions)
        if surfaces == term.surfaces:
            return value
        # "помощник юриста" is no lawyer: in Russian a later word in an oblique case only says whose or what.
        if start and term.language == "ru" and _OBLIQUE.search(surfaces[0]) and not _OBLIQUE.search(term.surfaces[0]):
            return value * 0.72
        return value * 0.98

    def _is_generic(self, term: Term) -> bool:
        telling = [key for key, surface in zip(term.key, term.surfaces, strict=True) if surface not in title_words().ranks]
        return len(telling) <= 1 and self.generic.issuperset(telling)


def _words_in_brackets(text: str) -> list[str]:
    return [token for part in _BRACKETS.findall(normalise(text)) for token in tokens(part) if token not in STOP_WORDS]
