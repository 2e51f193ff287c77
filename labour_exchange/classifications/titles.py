"""Titles found by the beginnings of their words, in the order a reader expects."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from labour_exchange.foundation.collation import sort_key
from labour_exchange.foundation.texts import LANGUAGES, Text

Entry = TypeVar("Entry")

WORD = re.compile(r"[^\W_]+(?:[+#]+)?")


def words_of(text: str) -> list[str]:
    """Words in small letters, `ё` as `е`; `C++` and `C#` stay whole."""
    return WORD.findall(unicodedata.normalize("NFC", text).casefold().replace("ё", "е"))


def best_titles(typed: str, language: str, entries: Iterable[Entry], name_of: Callable[[Entry], Text], limit: int) -> list[Entry]:
    """Entries in whose title every typed word begins some word; titles in the reader's language and those that start so come first."""
    wanted = words_of(typed)
    if not wanted:
        return []
    found = []
    for entry in entries:
        name = name_of(entry)
        ranks = [rank + (3 if other != language else 0) for other in LANGUAGES if (rank := _rank(wanted, name.in_language(other))) is not None]
        if ranks:
            found.append((min(ranks), sort_key(name.in_language(language), language), entry))
    return [entry for _, _, entry in sorted(found, key=lambda item: item[:2])[:limit]]


def _rank(wanted: list[str], title: str) -> int | None:
    """0 when the title is what was typed, 1 when it starts so, 2 when every typed word begins one of its words, else None."""
    words = words_of(title)
    if words == wanted:
        return 0
    if not all(any(word.startswith(start) for word in words) for start in wanted):
        return None
    return 1 if " ".join(words).startswith(" ".join(wanted)) else 2
