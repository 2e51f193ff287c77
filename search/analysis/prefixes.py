"""Names found by how they begin, while somebody is still typing: sorted once, then two look-ups in an array."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from search.analysis.forgiveness import in_other_layouts
from search.analysis.normalisation import normalise
from search.analysis.transliteration import kazakh_in_cyrillic, russian_in_cyrillic

_HIGHEST = "\U0010ffff"
_MOST_WEIGHED = 3000
SHORTEST_OF_OTHER_ALPHABET = 3


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing. `weight` orders names that fit equally well, the smallest first; `language` is empty for a name of no language."""

    text: str
    kind: str
    code: str
    language: str = ""
    weight: int = 0


class PrefixIndex:
    """Immutable once built, so threads share it."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = tuple(dict.fromkeys(names))
        keys = sorted((key, number, start > 0) for number, name in enumerate(self._names) for start, key in enumerate(_beginnings(name.text)))
        self._keys = [key for key, _number, _is_later in keys]
        self._places = [(number, is_later) for _key, number, is_later in keys]

    def __len__(self) -> int:
        return len(self._names)

    def find(self, typed: str, language: str, limit: int) -> list[Name]:
        """Names of which some word begins as typed, each thing once: first words before later ones, the asked language before others.

        Several words are looked up as they stand together, then each for itself in any order.
        """
        wanted = normalise(typed)
        if not wanted or limit < 1:
            return []
        together = self._best(self._range(wanted), language, limit)
        parts = wanted.split(" ")
        if together or len(parts) == 1:
            return together
        longest = max(parts, key=len)
        others = [part for part in parts if part != longest]
        fitting = [place for place in self._range(longest) if all(_has_word(self._names[place[0]].text, part) for part in others)]
        return self._best(fitting, language, limit)

    def _range(self, wanted: str) -> list[tuple[int, bool]]:
        start = bisect_left(self._keys, wanted)
        end = bisect_left(self._keys, wanted + _HIGHEST, lo=start)
        return self._places[start : min(end, start + _MOST_WEIGHED)]

    def _best(self, places: list[tuple[int, bool]], language: str, limit: int) -> list[Name]:
        def order(place: tuple[int, bool]) -> tuple[bool, bool, int, int, str]:
            name = self._names[place[0]]
            return (name.language not in ("", language), place[1], name.weight, len(name.text), name.text)

        best: dict[tuple[str, str], Name] = {}
        for number, _is_later in nsmallest(limit * 8, places, key=order):
            name = self._names[number]
            best.setdefault((name.kind, name.code), name)
        return list(best.values())[:limit]


def other_spellings(typed: str) -> list[str]:
    """The same keys in another layout, and Latin letters spelt out in Cyrillic: what to look for when nothing begins as typed."""
    words = typed.split()
    layouts = [" ".join(variant) for variant in zip(*(in_other_layouts(word) for word in words), strict=False)]
    spelt = [*kazakh_in_cyrillic(typed.lower()), *russian_in_cyrillic(typed.lower())] if len(typed) >= SHORTEST_OF_OTHER_ALPHABET else []
    return list(dict.fromkeys((*layouts, *spelt)))


def _beginnings(text: str) -> list[str]:
    """The name from each of its words on."""
    parts = normalise(text).split(" ")
    return [" ".join(parts[start:]) for start in range(len(parts)) if parts[start]]


def _has_word(text: str, beginning: str) -> bool:
    return any(part.startswith(beginning) for part in normalise(text).split(" "))
