"""Readings of a Kazakh word form, layer by layer from its end, and the choice between them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from search.analysis.kazakh.letters import VOWELS, harmony, syllables, with_voiceless_end
from search.analysis.kazakh.plausibility import Reading, is_plausible
from search.analysis.kazakh.roots import Roots, roots
from search.analysis.kazakh.suffixes import LENGTHS, OUTSIDE, SUFFIXES, SWALLOWING

_MOST_LAYERS = 7
# я and ю after a vowel hide the й of the stem, after и nothing: қояды is қой-ады, нығаю is нығай-у, жияды is жи-ады.
_HIDDEN_GLIDE = re.compile("(?<=[аәеоөұүыі])[яю]|(?<=^.и)[яю]|(?<=^..и)[яю]")
_GLIDES = {"я": "йа", "ю": "йу"}
# The four verbs of posture are the only ones that take the endings of persons on the bare stem: отырмын.
_POSTURES = frozenset(("отыр", "тұр", "жүр", "жатыр"))


def _readings(word: str) -> Iterator[Reading]:
    pending: list[tuple[str, frozenset[str], tuple[str, ...]]] = [(word, OUTSIDE, ())]
    while pending:
        form, allowed, layers = pending.pop()
        if "noun" in allowed:
            yield form, "noun", layers
        if "verb" in allowed:
            yield form, "verb", layers
        if len(layers) >= _MOST_LAYERS:
            continue
        for length in LENGTHS.get(form[-2:]) or LENGTHS.get(form[-1], ()):
            if length > len(form) - 2:
                break
            found = SUFFIXES.get(form[-length:])
            if found is None:
                continue
            inner = form[:-length]
            last = inner[-2] if inner[-1] == "ь" else inner[-1]
            sound = None
            for layer, after, side, inside in found:
                if layer in allowed and last in after:
                    if side:
                        sound = harmony(inner) if sound is None else sound
                        if sound and sound != side:
                            continue
                    pending.append((inner, inside, (*layers, layer)))


def _with_lost_vowel(stem_found: str, listed: frozenset[str]) -> str | None:
    """халқ -> халық, қорқ -> қорық: the narrow vowel that a root of the list loses before a vowel."""
    if len(stem_found) < 3 or stem_found[-1] not in "нлқкзсгғбп" or (stem_found[-2] in VOWELS and stem_found[-2] not in "уи"):
        return None
    plain = with_voiceless_end(stem_found)
    for vowel in "ыі":
        restored = f"{plain[:-1]}{vowel}{plain[-1]}"
        if restored in listed:
            return restored
    return None


def _known_verb(found: str, layers: tuple[str, ...], lists: Roots) -> str | None:
    verbs = lists.verbs
    if not layers:
        return found if found in verbs else None
    last = layers[-1]
    if last in ("person", "person2"):
        return ("жат" if found == "жатыр" else found) if found in _POSTURES else None
    # оқиды is оқы, and ашу is аш though there is a verb ашы.
    if found in verbs and (last == "gerund" or last not in SWALLOWING):
        return found
    if last in SWALLOWING:
        for narrow in (found + "ы", found + "і"):
            if narrow in verbs:
                return narrow
    plain = with_voiceless_end(found)
    if plain in verbs:
        return plain
    # Between vowels п becomes у before -ып: тауып is тап.
    if found[-1] == "у" and last == "converb" and found[:-1] + "п" in verbs:
        return found[:-1] + "п"
    restored = lists.stems.get(found)
    return restored if restored in verbs else None


def _known_noun(found: str, layers: tuple[str, ...], lists: Roots) -> str | None:
    if not layers:
        return found if found in lists.words else None
    plain = with_voiceless_end(found)
    if "ordinal" in layers:
        return plain if plain in lists.numerals else lists.stems.get(found)
    if "comparative" in layers:
        return plain if plain in lists.adjectives else None
    if layers == ("person2",) and (found not in lists.adjectives or plain in lists.numerals):
        # On a bare noun -сыз/-сіз means "without" far more often than "you are": тәжірибесіз is a word of its own.
        return None
    if plain in lists.words:
        return plain
    if found in lists.words:
        return found
    if found[-1] == "г" and found[:-1] + "к" in lists.words:
        return found[:-1] + "к"
    # Loans lose their soft sign before a vowel: рублі.
    if found[-1] in "лнр" and found + "ь" in lists.words:
        return found + "ь"
    # Loans take a vowel before their suffixes (объектілер) or lose their last consonant (журналистер).
    if found.endswith("кті") and found[:-1] in lists.words:
        return found[:-1]
    if found[-1] == "с" and (found + "т" in lists.words or found + "с" in lists.words):
        return found + "т" if found + "т" in lists.words else found + "с"
    return lists.stems.get(plain) or lists.stems.get(found) or _with_lost_vowel(found, lists.words)


def _known(reading: Reading, lists: Roots) -> str | None:
    """The root as listed, or None."""
    found, sort, layers = reading
    return _known_verb(found, layers, lists) if sort == "verb" else _known_noun(found, layers, lists)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without its inflection: мектептеріміздегілерге -> мектеп, барғандардың -> бар. The word must be normalised."""
    lists = roots()
    if word in lists.forms:
        return lists.forms[word]
    if len(word) < 3 or word in lists.words or word in lists.uninflected or _is_lacking(word, lists):
        return word
    best = word
    best_key: tuple[int, float, int] = (-1, 0, 0)
    for form, reading in _all_readings(word):
        found, _, layers = reading
        listed = _known(reading, lists)
        if listed is not None:
            # Of listed roots the longest is the most specific one: бастады is баста, not бас.
            doubt = _doubt(reading, listed, lists)
            key: tuple[int, float, int] = (int(doubt < _MOST_DOUBT), len(found) - doubt, -len(layers))
        elif best_key[0] < 1 and is_plausible(reading, form):
            key = (0, len(form) - len(found), -len(layers))
        else:
            continue
        if key > best_key:
            best, best_key = listed or _plain(reading), key
    return best


def _is_lacking(word: str, lists: Roots) -> bool:
    """Whether it is a noun with "without": хабарсыз, but қаласыз is rather "you stay"."""
    return word.endswith(("сыз", "сіз")) and word[-4:-3] not in "ае" and word[:-3] in lists.words and word[:-3] not in lists.adjectives


def _all_readings(word: str) -> Iterator[tuple[str, Reading]]:
    """Every reading, with the spelling that was read."""
    for reading in _readings(word):
        yield word, reading
    if ("я" in word or "ю" in word) and _HIDDEN_GLIDE.search(word):
        spelt_out = _HIDDEN_GLIDE.sub(lambda match: _GLIDES[match[0]].lstrip("й" if word[match.start() - 1] == "и" else ""), word)
        for reading in _readings(spelt_out):
            if reading[1] == "verb" and reading[2]:
                yield spelt_out, reading


# Forms that are rarer than they look, each with how many letters longer its root must be to be believed.
_RARE = {"short_imperative": 3, "request": 2, "voice": 3, "converb_short": 1.5}
_MOST_DOUBT = 100  # a reading that even one of an unlisted stem is better than


def _doubt(reading: Reading, listed: str, lists: Roots) -> float:
    """How many letters longer a root must be to be believed in a reading that is rarer than it looks."""
    found, sort, layers = reading
    if sort == "noun":
        return _doubt_of_noun(found, listed, layers, lists)
    if not layers:
        # A bare imperative.
        return 4 if len(found) > 3 else 0
    # Words in -ма are nouns (тіркеме), -шы on what is a noun too is a trade (емші), -тық after a noun in -т an adjective (санаттық).
    trade = layers[0] == "request" and (layers[1:2] == ("negation",) or found in lists.words)
    if layers == ("negation",) or layers[0] == "optative" or trade or (layers[0] == "past_person" and "voice" in layers):
        return _MOST_DOUBT
    # жолдар is "roads", жолда "on the road" and жолдан "from the road", though there is a verb жолда.
    if "aorist" in layers:
        return _MOST_DOUBT if found.endswith(("да", "де", "та", "те", "ла", "ле", "ы", "і")) else 2
    # ашып is аш, not ашы; атады is ат, not ата in the past; құрылды is құр.
    if layers[-1] in ("converb", "past", "imperative", "voice") and found[-1] in "аеыі" and with_voiceless_end(found[:-1]) in lists.verbs:
        return 1.5 + (_RARE["voice"] if "voice" in layers else 0)
    # сөйлесе is "if one speaks", not сөйлес.
    doubt = max(_RARE.get(layers[0], 0), _RARE["voice"] if layers[-1] in ("voice", "cooperative") else 0)
    return 0 if doubt == _RARE["converb_short"] and "negation" in layers else doubt


def _doubt_of_noun(found: str, listed: str, layers: tuple[str, ...], lists: Roots) -> float:
    if layers and layers[-1] == "possessive12":
        # талаптың is "of the demand", not "thy demanding one".
        # The voiced end of құлағым shows that it is no wish (құла).
        voiced = found[-1] in "бгғ" and found[-2] in VOWELS
        return 3 if found[-1] in "ыі" else 1.5 if len(layers) == 1 and not voiced else 0
    if layers and layers[-1] == "possessive3" and found in lists.adjectives:
        return 1.5
    return 1 if len(listed) > len(found) else 0


# Passives of longer verbs: абаттандырыл, көбейтіл, пайдаланыл, дайындал.
_PASSIVES = ("рыл", "ріл", "тыл", "тіл", "ланыл", "леніл", "даныл", "деніл", "дал", "дел", "тал", "тел")


def _plain(reading: Reading) -> str:
    found, sort, layers = reading
    found = with_voiceless_end(found)
    if found.endswith("кті"):
        # Loans take a vowel before their suffixes: объектілер.
        return found[:-1]
    if sort == "verb" and syllables(found) > 2 and found.endswith(_PASSIVES):
        return found[:-1] if found[-2] in "ае" else found[:-2]
    if sort == "verb" and layers and len(found) > 3 and found[-1] in "ыі":
        return found[:-1]
    # Before -і the end of a loan is written simply: машинист, машинисі; процесс, процесі.
    if found.endswith(("ст", "сс")) and syllables(found) > 1:
        return found[:-1]
    return found
