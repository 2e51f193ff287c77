"""The Kazakh roots and exceptions of our own lists, by class."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent.parent / "data"
_INFLECTED_LIKE_NOUNS = ("nouns", "adjectives", "numerals", "names")


class Roots(NamedTuple):
    verbs: frozenset[str]
    words: frozenset[str]  # everything that takes the endings of nouns
    adjectives: frozenset[str]
    numerals: frozenset[str]
    uninflected: frozenset[str]
    forms: dict[str, str]  # whole forms that no rule gives
    stems: dict[str, str]  # what is left of a root before its endings


@cache
def roots() -> Roots:
    """The lists in data/kazakh_roots.txt and data/kazakh_exceptions.tsv."""
    lists: dict[str, set[str]] = {}
    current = ""
    for line in (_DATA / "kazakh_roots.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif not line.startswith("#"):
            lists.setdefault(current, set()).update(line.split())
    forms: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in (_DATA / "kazakh_exceptions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        found, kind, written = line.split("\t")
        (forms if kind == "word" else stems).update(dict.fromkeys(written.split(), found))
    return Roots(
        verbs=frozenset(lists["verbs"]),
        words=frozenset(word for name in _INFLECTED_LIKE_NOUNS for word in lists[name]),
        adjectives=frozenset(lists["adjectives"]),
        numerals=frozenset(lists["numerals"]),
        uninflected=frozenset(lists["uninflected"]),
        forms=forms,
        stems=stems,
    )
