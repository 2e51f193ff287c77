"""Words as they are matched: the same terms for queries and documents, in every reading a word may have."""

from dataclasses import dataclass
from functools import lru_cache

from search.analysis import kazakh
from search.analysis.kazakh.letters import SPECIFIC as KAZAKH_LETTERS
from search.analysis.normalisation import tokens
from search.analysis.stemming import common_words, language_of_tokens, stem

STOP_WORDS = common_words()["stop ru"] | common_words()["stop kk"] | common_words()["stop en"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as typed (normalised), and every term it is matched by."""

    surface: str
    terms: tuple[str, ...]


@lru_cache(maxsize=400_000)
def readings(surface: str) -> tuple[str, ...]:
    """Every term of a normalised word.

    Latin has the English stem; Cyrillic the Kazakh stem and root and, unless it has specifically Kazakh letters, the Russian stem first.
    """
    if surface.isascii() or not any("а" <= letter <= "ӿ" for letter in surface):
        return (stem(surface, "en"),)
    found = [] if not KAZAKH_LETTERS.isdisjoint(surface) else [stem(surface, "ru")]
    found += (stem(surface, "kk"), kazakh.root(surface))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=400_000)
def _word(surface: str, only_russian: bool) -> Word:
    if only_russian and not surface.isascii() and KAZAKH_LETTERS.isdisjoint(surface):
        return Word(surface, readings(surface)[:1])
    return Word(surface, readings(surface))


def content(found: list[str]) -> list[str]:
    """The tokens that are no stop words; all of them when nothing else is there."""
    return [token for token in found if token not in STOP_WORDS] or found


def words(text: str, language: str | None = None) -> tuple[Word, ...]:
    """The words of a text in order, without stop words (unless nothing else is there).

    Only in text that is certainly Russian (said, or guessed) do words without Kazakh letters have a single reading, the Russian one, which they have
    in every text: the same word always shares a term with itself, whatever language its text is taken for.
    """
    found = tokens(text)
    only_russian = (language or language_of_tokens(found)) == "ru"
    return tuple(_word(token, only_russian) for token in content(found))


def document_terms(text: str, language: str | None = None) -> tuple[str, ...]:
    """The distinct terms of all words, sorted."""
    return tuple(sorted({term for word in words(text, language) for term in word.terms}))
