"""The stem of a word in one of the three languages, and a guess at the language of a text."""

import re
import threading
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

from search.analysis import kazakh
from search.analysis.kazakh.letters import SPECIFIC as KAZAKH_LETTERS
from search.analysis.normalisation import TEXTS_IN_HAND, tokens

LANGUAGES = ("kk", "ru", "en")

_SNOWBALL = {"ru": "russian", "en": "english"}
_stemmers = threading.local()


@cache
def common_words() -> dict[str, frozenset[str]]:
    """The sections of data/common_words.txt: "stop ru", "tell ru" and the same for kk and en."""
    sections: dict[str, set[str]] = {}
    current = ""
    for line in (Path(__file__).parent / "data" / "common_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif not line.startswith("#"):
            sections.setdefault(current, set()).update(line.split())
    return {name: frozenset(found) for name, found in sections.items()}


_RUSSIAN_SIGN = re.compile("[щъэ]|(?:ый|ий|ая|ой|ое|ые|ого|его|ых|ение|ание|ость|ости|тель|щик|чик|ция)$")


def _snowball(language: str) -> Stemmer.Stemmer:
    """PyStemmer's objects are not thread-safe, so each thread has its own; the cache lies outside of them."""
    found: Stemmer.Stemmer | None = getattr(_stemmers, language, None)
    if found is None:
        found = Stemmer.Stemmer(_SNOWBALL[language], 0)
        setattr(_stemmers, language, found)
    return found


@lru_cache(maxsize=400_000)
def stem(word: str, language: str) -> str:
    """The stem of a normalised word; `language` is kk, ru or en. Raises KeyError for another language."""
    if language == "kk":
        return kazakh.stem(word)
    found: str = _snowball(language).stemWord(word)
    return found


def _tells(word: str, language: str) -> bool:
    lists = common_words()
    return word in lists[f"tell {language}"] or word in lists[f"stop {language}"]


@lru_cache(maxsize=100_000)
def _evidence(word: str) -> str:
    if word.isascii():
        return "en" if word.isalpha() and (len(word) > 2 or _tells(word, "en")) else ""
    if not KAZAKH_LETTERS.isdisjoint(word) or _tells(word, "kk"):
        return "kk"
    return "ru" if _tells(word, "ru") or _RUSSIAN_SIGN.search(word) else ""


def language_of_tokens(found: Iterable[str]) -> str | None:
    """ "kk", "ru", "en" or None, as `guess_language` gives it."""
    return _language_of(tuple(found))


@lru_cache(maxsize=TEXTS_IN_HAND)
def _language_of(found: tuple[str, ...]) -> str | None:
    told = [_evidence(token) for token in found]
    if all(map(str.isascii, found)):
        return "en" if "en" in told else None
    counts = {language: told.count(language) for language in ("kk", "ru")}
    if counts["kk"] == counts["ru"] == 0:
        return None
    # A name in the other language does not make a text uncertain; a quarter of its words does.
    if counts["kk"] >= 3 * counts["ru"]:
        return "kk"
    return "ru" if counts["ru"] > 4 * counts["kk"] else None


def guess_language(text: str) -> str | None:
    """ "kk", "ru" or "en" by letters, frequent words and endings; None when nothing decides or two languages are mixed."""
    return language_of_tokens(tokens(text))
