"""The stem of a token as it stands in a text: with capitals, hyphens, apostrophes, digits and punctuation."""

import re

from search.analysis.kazakh.roots import roots
from search.analysis.kazakh.stemmer import stem
from search.analysis.kazakh.suffixes import LONGEST, SUFFIXES
from search.analysis.normalisation import normalise

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_JOINED = re.compile(r"(?P<head>.*[^\W_])[-'](?P<tail>[^\W_]+)")
# An ending written on at once: 100ге, facebookте.
_FOREIGN = re.compile(r"(?P<head>[0-9]+|[a-z][a-z0-9]+)(?P<tail>[^\W0-9a-z_]+)")
_ORDINAL = re.compile("[сн]?[ыі]?н?(?:шы|ші)")
_PARTICLES = frozenset(("ақ", "ау", "ай", "мыс", "міс", "шы", "ші"))
_OF_NOUNS = frozenset(
    ("case", "case3", "case12", "possessive3", "possessive12", "possessive_plural", "plural", "attribute", "attribute3", "person", "person2")
)


def stem_of_token(token: str) -> str:
    """АҚШ-тың -> ақш, 5-ші -> 5, ата-аналардың -> ата-ана, бармай-ақ -> бар; one without letters and digits is left as it is."""
    whole = normalise(token)
    word = _EDGES.sub("", whole)
    if not word:
        return whole or token.strip()
    if word in roots().words or word in roots().uninflected:
        return word
    joined = _JOINED.fullmatch(word) or _FOREIGN.fullmatch(word)
    if joined is None:
        return stem(word) if word.isalpha() else word
    head, tail = joined["head"], joined["tail"]
    if head[-1].isdigit() and _ORDINAL.fullmatch(tail):
        return head
    if tail in _PARTICLES:
        return stem_of_token(head)
    if head[-1] in "пм" and len(head) < 4 and tail.startswith(head[:-1]) and tail.isalpha():
        # A strengthened adjective: жап-жаңа is жаңа.
        return stem(tail)
    if _is_ending(tail, _OF_NOUNS):
        # Abbreviations and foreign names have no endings of their own before the hyphen: АҚШ-тың, but барған-ды.
        return head if not head.isalpha() or head.isascii() or token.strip()[: len(head)].isupper() else stem(head)
    for length in range(1, len(tail)):
        # Such pairs are nouns: түр-түсіне is no form of түсін.
        if {word[:-length], tail[:-length]} & roots().words and _is_ending(word[-length:], _OF_NOUNS):
            return word[:-length]
    if "'" in word and (head + tail).isalpha():
        cut = len(head + tail) - len(stem(head + tail))
        return word[:-cut] if 0 < cut < len(tail) else word
    # A doubled word (бірте-бірте) is a word of its own.
    return word if head == tail or not tail.isalpha() else f"{word[: -len(tail)]}{stem(tail)}"


def _is_ending(tail: str, allowed: frozenset[str]) -> bool:
    """Whether the whole of it can be endings of a noun: -тың, -лардың, -ндағы."""
    for length in range(1, min(LONGEST, len(tail)) + 1):
        for layer, _, _, inside in SUFFIXES.get(tail[-length:], ()):
            if layer in allowed and layer in _OF_NOUNS:
                rest = tail[:-length]
                if _is_ending(rest, inside) if rest else "noun" in inside or layer in ("case3", "attribute3"):
                    return True
    return False
