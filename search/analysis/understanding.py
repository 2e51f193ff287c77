"""What a typed query says: occupations, skills, places and conditions, and the words that are left to be matched as text."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.concepts import Concept, Lexicon, lexicon
from search.analysis.forgiveness import Vocabulary, forgive, in_other_layouts, stop_word_meant, vocabulary_of
from search.analysis.normalisation import normalise, tokens
from search.analysis.recognisers import Conditions, conditions
from search.analysis.recognisers.spans import without
from search.analysis.words import STOP_WORDS, Word, words

Places = Callable[[str], list[tuple[str, str, str]]]

# Letters of the Kazakh layout stand on the keys of digits: "2r3vi3" is "әкімші".
_LETTERS_AMONG_DIGITS = re.compile(r"(?=.*[^\W\d_]{2})(?:\d[^\W\d_]|[^\W\d_]\d)")

# A concept below this explains too little of the query to stand for the words it was read from.
STANDS_FOR_ITS_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Understanding:
    """`words` are those left to be matched as text; `all_words` also those a concept stands for. `corrected` pairs are (typed, used)."""

    words: tuple[Word, ...]
    all_words: tuple[Word, ...]
    occupations: tuple[Concept, ...]
    skills: tuple[Concept, ...]
    conditions: Conditions
    places: tuple[tuple[str, str, str], ...]  # (surface, region code, district code)
    corrected: tuple[tuple[str, str], ...]


def understand(text: str, *, places: Places | None = None, vocabulary: Collection[str] = ()) -> Understanding:
    """Read a query. `places` finds (surface, region code, district code) in a text.

    `vocabulary` holds words seen in documents, which are never corrected. Words that neither the lexicon nor the vocabulary nor the places know are
    forgiven (other layout, other alphabet, slips).
    """
    entries = lexicon()
    seen = vocabulary_of(vocabulary) if vocabulary else None
    asked = conditions(text)
    found_places = places(without(text, asked.spans)) if places else []
    place_words = {token for surface, *_ in found_places for token in tokens(surface)}
    corrected, rest = _forgiven(without(text, asked.spans), entries, seen, place_words)
    if corrected:
        # What was typed in another layout may name a place or a condition only now.
        found_places = places(rest) if places else []
        again = conditions(rest)
        if not asked.spans and again.spans:
            asked, rest = again, without(rest, again.spans)
        place_words = {token for surface, *_ in found_places for token in tokens(surface)}
    left = " ".join(_without_places(tokens(rest), found_places)) if found_places else rest
    concepts = entries.recognise(left, beside=text)
    all_words = words(left) if left.strip() else ()
    covered = {position for each in concepts if each.score >= STANDS_FOR_ITS_WORDS for position in range(each.start, each.end)}
    return Understanding(
        words=tuple(word for position, word in enumerate(all_words) if position not in covered),
        all_words=all_words,
        occupations=tuple(each for each in concepts if each.kind == "occupation"),
        skills=tuple(each for each in concepts if each.kind == "skill"),
        conditions=asked,
        places=tuple(found_places),
        corrected=tuple(corrected),
    )


def _without_places(found: list[str], places: list[tuple[str, str, str]]) -> list[str]:
    """The tokens without those of each place, taken out where they stand together."""
    for surface, *_ in places:
        name = tokens(surface)
        for start in range(len(found) - len(name) + 1):
            if name and found[start : start + len(name)] == name:
                found = found[:start] + found[start + len(name) :]
                break
    return found


def _forgiven(text: str, entries: Lexicon, seen: Vocabulary | None, places: set[str]) -> tuple[list[tuple[str, str]], str]:
    """(typed, used) pairs, and the text with the used words in place."""
    corrected: list[tuple[str, str]] = []
    kept: list[str] = []
    known = _known_to(entries)

    def is_known(token: str) -> bool:
        return token in STOP_WORDS or token in places or token[0].isdigit() or entries.knows(token) or (seen is not None and seen.knows(token))

    for chunk in text.split():
        found = tokens(chunk)
        if all(map(is_known, found)) and not _LETTERS_AMONG_DIGITS.search(chunk):
            kept.append(chunk)
            continue
        used = _as_typed_keys(chunk, known, seen)
        if used is not None:
            corrected.append((chunk, used))
            kept.append(used)
            continue
        for token in found:
            better = None if is_known(token) else forgive(token, known) or (forgive(token, seen) if seen is not None else None)
            if better is not None:
                corrected.append((token, better))
            kept.append(better or token)
    if any(typed.isascii() and not used.isascii() for typed, used in corrected):
        kept = [stop_word_meant(word) or word for word in kept]
    return corrected, " ".join(kept)


def _as_typed_keys(chunk: str, known: Vocabulary, seen: Vocabulary | None) -> str | None:
    """The chunk in another keyboard layout, where б, ю, ж, э and х are marks that would cut the word: ",e[ufknth" is "бухгалтер"."""
    for typed in dict.fromkeys((chunk, chunk.rstrip(".,;:!?"))):
        for other in in_other_layouts(typed):
            parts = [part for part in normalise(other).split("-") if part]
            if parts and len(other) > 2 and all(known.knows(part) or (seen is not None and seen.knows(part)) for part in parts):
                return other
    return None


@lru_cache(maxsize=2)
def _known_to(entries: Lexicon) -> Vocabulary:
    return vocabulary_of(entries.surfaces)
