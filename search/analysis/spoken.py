"""English as it is heard and written in Cyrillic: names of letters ("эйч ар") and words by their consonants ("продакт", "девелопер")."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from search.analysis.transliteration import SPOKEN_ENGLISH, sound

# The names of Latin letters, as Russian and Kazakh speakers write them down.
_LETTERS = {
    "эй": "a", "би": "b", "си": "c", "ди": "d", "эф": "f", "джи": "g", "эйч": "h", "ай": "i", "джей": "j", "кей": "k", "кэй": "k", "эл": "l",
    "эль": "l", "эм": "m", "эн": "n", "оу": "o", "пи": "p", "кью": "q", "ар": "r", "эс": "s", "ти": "t", "ю": "u", "ви": "v", "икс": "x",
    "экс": "x", "уай": "y", "зед": "z", "зи": "z", "и": "e",
}  # fmt: skip
_LONGEST_NAME = 4
_LEAST_LETTERS, _MOST_LETTERS = 2, 5
_LEAST_CONSONANTS = 3
_MOST_HEARD = 3
_MOST_PHRASES = 12

# What English spellings sound like to somebody who writes them down by ear; the order matters.
_ENGLISH = (
    (r"tion\b|sion\b", "shn"), (r"ture\b", "chr"), (r"tch", "ch"), (r"^wr", "r"), (r"^kn", "n"), (r"igh", "i"), (r"ph", "f"), (r"ck", "k"),
    (r"qu", "kv"), (r"x", "ks"), (r"th", "t"), (r"dg(?=e)", "j"), (r"g(?=[eiy])", "j"), (r"(?<=a)g(?=e)", "j"), (r"c(?=[eiy])", "s"),
    (r"c(?!h)", "k"), (r"q", "k"), (r"w", "v"),
)  # fmt: skip
_VOWELS = re.compile("[aeiouyh](?<!sh)(?<!ch)")
_CYRILLIC_VOWELS = re.compile("[аәеёиіоөуұүыэюя]")
_PLAIN = str.maketrans("бвгдзйклмнпрстфх", "bvgdzjklmnprstfh")
_TWICE = re.compile(r"(.)\1+")


class EnglishHeard:
    """Known English words, to be found by what is heard of them. Immutable, so threads share it."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = frozenset(word for word in known if word.isascii() and word.isalpha())
        self._by_consonants: dict[str, list[str]] = {}
        for word in sorted(self._words):
            self._by_consonants.setdefault(_consonants_of_english(word), []).append(word)

    def of_letters(self, words: list[str]) -> str | None:
        """The abbreviation whose letters the words name one after the other: эйч, ар -> hr."""
        spelt = _letters("".join(words))
        return spelt if spelt is not None and _LEAST_LETTERS <= len(spelt) <= _MOST_LETTERS and spelt in self._words else None

    def like(self, word: str) -> list[str]:
        """English words with the consonants that are heard in a Cyrillic one, the most alike first."""
        heard = _consonants_of_cyrillic(word)
        if len(heard) < _LEAST_CONSONANTS or word.isascii():
            return []
        spelt = sound(word)
        found = [each for each in self._by_consonants.get(heard, ()) if _starts_alike(each, spelt)]
        return sorted(found, key=lambda each: (Levenshtein.distance(each, spelt), each))[:_MOST_HEARD]

    def twin(self, word: str, *, is_read: bool) -> str | None:
        """The English spelling of one Cyrillic word: of an abbreviation without vowels always (смм), of others when no text has them so (продакт)."""
        if word.isascii():
            return None
        spelt = word.translate(_PLAIN)
        if len(word) <= _MOST_LETTERS and spelt in self._words and not _CYRILLIC_VOWELS.search(word):
            return spelt
        if is_read:
            return None
        return SPOKEN_ENGLISH.get(word) or next((each for each in self.like(word) if Levenshtein.distance(each, sound(word)) <= len(each) / 2), None)

    def phrases(self, words: list[str]) -> list[list[str]]:
        """Readings of a whole query in English; none unless every word has one."""
        choices = [[word] if word.isascii() else self.like(word) for word in words]
        return [list(chosen) for chosen in islice(product(*choices), _MOST_PHRASES)] if all(choices) else []


def with_letters_read(words: list[str], heard: EnglishHeard, is_known: Callable[[str], bool]) -> tuple[list[tuple[str, str]], list[str]]:
    """What was put for what, and the words with named letters put together, the longest run first; a known word stays one."""
    found: list[tuple[str, str]] = []
    kept: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(_MOST_LETTERS, len(words) - position), 0, -1):
            run = [word.lower() for word in words[position : position + length]]
            # A single short word is a word ("ай", "ар"); a long one may be letters written together ("эйчар").
            may_name = length > 1 or (len(run[0]) > _LONGEST_NAME and not is_known(run[0]))
            short = heard.of_letters(run) if may_name else None
            if short is not None:
                found.append((" ".join(run), short))
                kept.append(short)
                position += length
                break
        else:
            kept.append(words[position])
            position += 1
    return found, kept


@lru_cache(maxsize=2000)
def _letters(text: str) -> str | None:
    """Latin letters whose names the text consists of, in the longest names that fit."""
    if not text:
        return ""
    for length in range(min(_LONGEST_NAME, len(text)), 0, -1):
        letter = _LETTERS.get(text[:length])
        rest = _letters(text[length:]) if letter is not None else None
        if letter is not None and rest is not None:
            return letter + rest
    return None


def _starts_alike(word: str, spelt: str) -> bool:
    """A word that begins with a vowel is heard with one, whichever that is."""
    return (word[0] in "aeiouy") == (spelt[:1] in "aeiou")


def _consonants_of_english(word: str) -> str:
    for pattern, heard in _ENGLISH:
        word = re.sub(pattern, heard, word)
    return _consonants(word)


def _consonants_of_cyrillic(word: str) -> str:
    return _consonants(sound(word))


def _consonants(heard: str) -> str:
    """Without vowels and doubling; s and z are one, as a hearer writes either."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", heard.replace("ts", "s").replace("z", "s")))
