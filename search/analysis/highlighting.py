"""Which pieces of a text a query matched, by the same terms by which it was found."""

import re
from collections.abc import Collection
from functools import lru_cache

from search.analysis.normalisation import tokens
from search.analysis.words import STOP_WORDS, readings

# A word as it stands in a text, with what belongs to it: "C++", "1С", "газоэлектросварщик".
_PIECE = re.compile(r"\w[\w+#]*")


def matched_pieces(text: str, terms: Collection[str], surfaces: Collection[str] = ()) -> list[tuple[str, bool]]:
    """The text in pieces, in order and complete, each with whether it matched: a word that has one of the terms or one of the normalised surfaces."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _PIECE.finditer(text):
        if _is_matched(match.group(), terms, surfaces):
            if match.start() > end:
                pieces.append((text[end : match.start()], False))
            pieces.append((match.group(), True))
            end = match.end()
    if end < len(text):
        pieces.append((text[end:], False))
    return pieces


def first_match(text: str, terms: Collection[str]) -> int | None:
    """Where the first matched word begins; None when none is there."""
    return next((match.start() for match in _PIECE.finditer(text) if _is_matched(match.group(), terms, ())), None)


def _is_matched(piece: str, terms: Collection[str], surfaces: Collection[str]) -> bool:
    return any(token in surfaces or not read.isdisjoint(terms) for token, read in _read(piece))


# The words of a page are mostly words of the pages before it.
@lru_cache(maxsize=100_000)
def _read(piece: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((token, frozenset(readings(token))) for token in tokens(piece) if token not in STOP_WORDS)
