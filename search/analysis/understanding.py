"""What a typed query says: occupations, skills, places and conditions, and the words that are left to be matched as text."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.concepts import Concept, Lexicon, lexicon
from search.analysis.concepts.driving import by_category
from search.analysis.forgiveness import Vocabulary, forgive, in_other_layouts, stop_word_meant, vocabulary_of
from search.analysis.normalisation import normalise, tokens
from search.analysis.query_words import is_plain, only_says_a_job
from search.analysis.recognisers import Conditions, asked
from search.analysis.recognisers.spans import without
from search.analysis.spoken import EnglishHeard, with_letters_read
from search.analysis.transliteration import russian_in_cyrillic
from search.analysis.words import STOP_WORDS, Word, readings, words

Places = Callable[[str], list[tuple[str, str, str]]]

# Letters of the Kazakh layout stand on the keys of digits: "2r3vi3" is "әкімші".
_LETTERS_AMONG_DIGITS = re.compile(r"(?=.*[^\W\d_]{2})(?:\d[^\W\d_]|[^\W\d_]\d)")

_CYRILLIC = re.compile("[а-ӿ]", re.IGNORECASE)
# "1s" is "1с".
_DIGITS_AND_LATIN = re.compile(r"(\d+)([a-z]+)")

# A concept below this explains too little of the query to stand for the words it was read from.
STANDS_FOR_ITS_WORDS = 0.5
# Another reading of a whole query is taken when it names an occupation nearly for certain, and surer than the words as they stand.
NEARLY_CERTAIN = 0.85


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
    wishes = asked(text)
    found_places = places(without(text, wishes.spans)) if places else []
    place_words = {token for surface, *_ in found_places for token in tokens(surface)}
    corrected, rest = _forgiven(without(text, wishes.spans), entries, seen, place_words)
    if corrected:
        # What was typed in another layout may name a place or a condition only now.
        found_places = places(rest) if places else []
        again = asked(rest)
        if not wishes.spans and again.spans:
            wishes, rest = again, without(rest, again.spans)
        place_words = {token for surface, *_ in found_places for token in tokens(surface)}
    left = " ".join(_without_places(tokens(rest), found_places)) if found_places else rest
    concepts = entries.recognise(left, beside=text)
    otherwise = _read_otherwise(left, concepts, entries, is_spelt_out=_is_spelt_out(corrected)) if corrected else None
    if otherwise:
        corrected = [*corrected, (left, otherwise)]
        left, concepts = otherwise, entries.recognise(otherwise, beside=text)
    concepts = by_category(concepts, wishes.licences)
    covered = {position for each in concepts if each.score >= STANDS_FOR_ITS_WORDS for position in range(each.start, each.end)}
    is_more = bool(wishes.spans or found_places)
    kept = (
        {position: word for position, word in enumerate(words(left)) if position in covered or _asks(word, is_more=is_more)} if left.strip() else {}
    )
    matched = {position: _with_twin(word, entries, seen) for position, word in kept.items()}
    return Understanding(
        words=tuple(word for position, word in matched.items() if position not in covered),
        all_words=tuple(matched.values()),
        occupations=tuple(each for each in concepts if each.kind == "occupation"),
        skills=tuple(each for each in concepts if each.kind == "skill"),
        conditions=wishes,
        places=tuple(found_places),
        corrected=tuple(corrected),
    )


def _asks(word: Word, *, is_more: bool) -> bool:
    """Whether the word asks something of a vacancy. Words that only join others are looked for when there is nothing else."""
    return not only_says_a_job(word.surface) and not (is_more and word.surface in STOP_WORDS)


def _with_twin(word: Word, entries: Lexicon, seen: Vocabulary | None) -> Word:
    """The word, matched by its English spelling too where advertisements have no other."""
    twin = _heard_by(entries).twin(word.surface, is_read=seen is None or seen.knows(word.surface))
    return word if twin is None else Word(word.surface, tuple(dict.fromkeys((*word.terms, *readings(twin)))))


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
    named, chunks = with_letters_read(text.split(), _heard_by(entries), lambda word: entries.knows(word) or (seen is not None and seen.knows(word)))
    corrected += named

    def is_known(token: str) -> bool:
        return is_plain(token) or token in places or token[0].isdigit() or entries.knows(token) or (seen is not None and seen.knows(token))

    for chunk in chunks:
        found = tokens(chunk)
        if all(map(is_known, found)) and not any(_letters_of_code(token, entries) for token in found) and not _LETTERS_AMONG_DIGITS.search(chunk):
            kept.append(chunk)
            continue
        used = _as_typed_keys(chunk, known, seen)
        if used is not None:
            corrected.append((chunk, used))
            kept.append(used)
            continue
        for token in found:
            better = _letters_of_code(token, entries)
            if better is None and not is_known(token):
                better = forgive(token, known) or (forgive(token, seen) if seen is not None else None)
            if better is not None:
                corrected.append((token, better))
            kept.append(better or token)
    if _is_spelt_out(corrected):
        kept = [stop_word_meant(word) or word for word in kept]
    return corrected, " ".join(kept)


def _is_spelt_out(corrected: list[tuple[str, str]]) -> bool:
    """Whether Cyrillic words were typed in Latin letters."""
    return any(not _CYRILLIC.search(typed) and _CYRILLIC.search(used) for typed, used in corrected)


def _read_otherwise(left: str, concepts: Sequence[Concept], entries: Lexicon, *, is_spelt_out: bool) -> str | None:
    """All words in one language, when only together they name an occupation: "пайтон девелопер" is "python developer", "master po remontu" мастер."""
    typed = [token for token in tokens(left) if token not in STOP_WORDS]
    best = max((each.score for each in concepts if each.kind == "occupation"), default=0.0)
    covered = {position for each in concepts if each.score >= STANDS_FOR_ITS_WORDS for position in range(each.start, each.end)}
    if len(typed) < 2 or (best >= STANDS_FOR_ITS_WORDS and len(covered) >= len(words(left))):
        return None
    readings = [" ".join(phrase) for phrase in _heard_by(entries).phrases(typed)]
    if is_spelt_out:
        readings.append(" ".join(_spelt_out(token, entries) for token in tokens(left)))
    scored = [(max((each.score for each in entries.recognise(one) if each.kind == "occupation"), default=0.0), one) for one in readings]
    score, chosen = max(scored, key=lambda entry: entry[0], default=(0.0, ""))
    return chosen if score >= NEARLY_CERTAIN and score > best and chosen != left else None


def _spelt_out(token: str, entries: Lexicon) -> str:
    """A word that English has too, beside words that were Cyrillic: "pediatr" and "master" are what they sound like."""
    spellings = russian_in_cyrillic(token) if token.isascii() and token.isalpha() else []
    return next((each for each in spellings if entries.knows(each)), token)


def _letters_of_code(token: str, entries: Lexicon) -> str | None:
    """A number with Latin letters that is known with Cyrillic ones only."""
    parts = _DIGITS_AND_LATIN.fullmatch(token)
    if parts is None or entries.knows(token):
        return None
    return next((parts[1] + each for each in russian_in_cyrillic(parts[2]) if entries.knows(parts[1] + each)), None)


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


@lru_cache(maxsize=2)
def _heard_by(entries: Lexicon) -> EnglishHeard:
    return EnglishHeard(entries.surfaces)
