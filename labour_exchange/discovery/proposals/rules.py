"""Which words are proposed: used often enough, by several, and known neither as work nor as a place nor as a plain word."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from search.analysis.normalisation import tokens
from search.analysis.query_words import is_plain
from search.analysis.stemming import language_of_tokens

SHORTEST, LONGEST = 3, 30
LEAST_ADVERTISEMENTS, LEAST_EMPLOYERS = 3, 2  # What one employer writes may be its own name.
LEAST_SEARCHES = 5
MOST_GUESSES = 3


@dataclass(slots=True)
class WordUse:
    """How often an unknown word is used. `guesses`: the unit groups of the advertisements that have it in their title."""

    searches: int = 0
    advertisements: int = 0
    employers: set[object] = field(default_factory=set)
    guesses: Counter[str] = field(default_factory=Counter)

    @property
    def is_frequent(self) -> bool:
        is_advertised = self.advertisements >= LEAST_ADVERTISEMENTS and len(self.employers) >= LEAST_EMPLOYERS
        return is_advertised or self.searches >= LEAST_SEARCHES

    @property
    def best_guesses(self) -> list[str]:
        return [code for code, _count in sorted(self.guesses.items(), key=lambda one: (-one[1], one[0]))[:MOST_GUESSES]]


@dataclass(frozen=True, slots=True)
class Advertised:
    """What is read of one advertisement."""

    title: str
    language: str
    employer: object
    occupation_code: str | None


Known = Callable[[str], bool]


def unknown_words(
    advertisements: Iterable[Advertised], searches: Iterable[tuple[str, str, int]], is_known: Known
) -> Mapping[tuple[str, str], WordUse]:
    """Frequent unknown words by (word, language), from titles and from (text, language, how often searched)."""
    found: dict[tuple[str, str], WordUse] = defaultdict(WordUse)
    for one in advertisements:
        for word in _candidates(one.title, is_known):
            use = found[(word, _language(word, one.language))]
            use.advertisements += 1
            use.employers.add(one.employer)
            if one.occupation_code:
                use.guesses[one.occupation_code] += 1
    for text, language, count in searches:
        for word in _candidates(text, is_known):
            found[(word, _language(word, language))].searches += count
    return {key: use for key, use in found.items() if use.is_frequent}


def _candidates(text: str, is_known: Known) -> set[str]:
    return {word for word in tokens(text) if SHORTEST <= len(word) <= LONGEST and word.isalpha() and not is_plain(word) and not is_known(word)}


def _language(word: str, otherwise: str) -> str:
    """What the word itself says; Cyrillic without a sign is of the text's language, and never English."""
    said = language_of_tokens([word])
    if said:
        return said
    if word.isascii():
        return "en"
    return otherwise if otherwise in ("kk", "ru") else "ru"
