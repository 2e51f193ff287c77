"""Words of queries that say no more than "a job", and plain words that are never taken for slips."""

from functools import cache
from pathlib import Path

from search.analysis.words import STOP_WORDS

_FILE = Path(__file__).parent / "data" / "query_words.txt"


@cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    current = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif not line.startswith("#"):
            sections.setdefault(current, set()).update(line.split())
    return {name: frozenset(found) for name, found in sections.items()}


def only_says_a_job(surface: str) -> bool:
    """Whether the normalised word asks nothing of a vacancy: "ищу", "работу", "керек", "looking"."""
    return surface in _sections()["job"]


def is_plain(surface: str) -> bool:
    """Whether the normalised word is one that everybody knows, whatever the lexicon knows."""
    return surface in STOP_WORDS or surface in _sections()["plain"] or surface in _sections()["job"]
