"""Words typed in the wrong keyboard layout, in the other alphabet or with a slip, led back to words that are known."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.analysis.transliteration import SPOKEN_ENGLISH, kazakh_in_cyrillic, russian_in_cyrillic, sound, unstressed
from search.analysis.words import STOP_WORDS, readings

_ENGLISH_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю."
# The Kazakh layout is the Russian one with its own letters on the row of digits.
_KAZAKH_DIGITS = dict(zip("2345890-=", "әіңғүұқөһ", strict=True))
_TO_RUSSIAN = str.maketrans(_ENGLISH_KEYS, _RUSSIAN_KEYS)
_TO_KAZAKH = str.maketrans({**dict(zip(_ENGLISH_KEYS, _RUSSIAN_KEYS, strict=True)), **_KAZAKH_DIGITS, "`": "(", "/": "№"})
_TO_ENGLISH = str.maketrans({**dict(zip(_RUSSIAN_KEYS, _ENGLISH_KEYS, strict=True)), **{letter: key for key, letter in _KAZAKH_DIGITS.items()}})

_LONGEST_STOP_WORD = 3
_SHORTEST_FOR_ONE_SLIP = 4
_SHORTEST_FOR_TWO_SLIPS = 8


class Vocabulary(Collection[str]):
    """Known words, ready to be asked for like ones: by stem, by sound and by length. Immutable, so threads share it."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = frozenset(known)
        self._stems = frozenset(term for word in self._words for term in readings(word))
        self._sounds: dict[tuple[str, bool], str] = {}
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._words):
            self._sounds.setdefault((sound(word), word.isascii()), word)
            self._by_length.setdefault(len(word), []).append(word)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def knows(self, word: str) -> bool:
        """Whether the word stands here, in any of its forms."""
        return word in self._words or any(term in self._stems for term in readings(word))

    def sounding_like(self, word: str) -> str | None:
        """A Cyrillic word before a Latin one: who types an unknown word in Latin letters spells out a Cyrillic one."""
        heard = sound(word)
        return self._sounds.get((heard, False)) or self._sounds.get((heard, True))

    def of_length(self, least: int, most: int) -> list[str]:
        return [word for length in range(least, most + 1) for word in self._by_length.get(length, ())]


_vocabularies: WeakKeyDictionary[frozenset[str], Vocabulary] = WeakKeyDictionary()


def vocabulary_of(known: Collection[str]) -> Vocabulary:
    if isinstance(known, Vocabulary):
        return known
    if not isinstance(known, frozenset):
        return Vocabulary(known)
    found = _vocabularies.get(known)
    if found is None:
        found = _vocabularies.setdefault(known, Vocabulary(known))
    return found


def in_other_layouts(typed: str) -> list[str]:
    """What the same keys give in the Russian, the Kazakh and the English layout."""
    lowered = typed.lower()
    found = [lowered.translate(_TO_RUSSIAN), lowered.translate(_TO_KAZAKH), lowered.translate(_TO_ENGLISH)]
    return [word for word in dict.fromkeys(found) if word != lowered and word.replace("-", "").isalpha()]


def stop_word_meant(typed: str) -> str | None:
    """The short word of other keys or another alphabet: "d" and "v" are "в" beside words that were led back to Cyrillic."""
    if len(typed) > _LONGEST_STOP_WORD or not typed.isascii():
        return None
    return next((word for word in (*in_other_layouts(typed), *russian_in_cyrillic(typed.lower())) if word in STOP_WORDS), None)


def slips_allowed(word: str) -> int:
    return 0 if len(word) < _SHORTEST_FOR_ONE_SLIP else 1 if len(word) < _SHORTEST_FOR_TWO_SLIPS else 2


@lru_cache(maxsize=20_000)
def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """The known word at the smallest edit distance (a swap of neighbours counts once); of equals the one that sounds alike, then begins alike."""
    allowed = slips_allowed(word)
    if not allowed or word.isdigit():
        return None
    near = extract(word, vocabulary.of_length(len(word) - allowed, len(word) + allowed), scorer=OSA.distance, score_cutoff=allowed, limit=20)
    # Forms of short words differ by a letter too: a word of up to six letters never becomes another in the first.
    near = [entry for entry in near if len(word) > 6 or entry[0][0] == word[0]]
    if not near:
        return None
    heard = unstressed(word)
    return min(near, key=lambda entry: (entry[1], unstressed(entry[0]) != heard, entry[0][0] != word[0], abs(len(entry[0]) - len(word)), entry[0]))[0]


def forgive(word: str, known: Collection[str]) -> str | None:
    """The known word that was meant, or None when the word is known already or nothing is near enough.

    Tried in this order: the other keyboard layouts; the other alphabet, spelt out, then by sound (so too Kazakh typed with Russian letters only);
    slips of the fingers, one in words of 4 to 7 letters, two in longer ones. `word` is lower case as typed ("cdfhobr", "dänekerleuşi"); pass a
    `Vocabulary` where many words are asked.
    """
    vocabulary = vocabulary_of(known)
    typed = word.lower()
    if vocabulary.knows(typed):
        return None
    spoken = SPOKEN_ENGLISH.get(typed)
    if spoken is not None and vocabulary.knows(spoken):
        return spoken
    for other in in_other_layouts(typed):
        if len(other) > 2 and vocabulary.knows(other):
            return other
    if len(typed) < 3 or typed[0].isdigit():
        return None
    spelt = [*kazakh_in_cyrillic(typed), *russian_in_cyrillic(typed)]
    # A word as it stands in the vocabulary comes before one that only shares a stem with it.
    for other in (*(each for each in spelt if each in vocabulary), *(each for each in spelt if vocabulary.knows(each))):
        return other
    by_sound = vocabulary.sounding_like(typed)
    if by_sound is not None:
        return by_sound
    for candidate in (typed, *spelt[-1:], *in_other_layouts(typed)[:1]):
        near = _nearest(candidate, vocabulary)
        if near is not None:
            return near
    return None
