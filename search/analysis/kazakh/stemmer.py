"""Readings of a Kazakh word form, layer by layer from its end, and the choice between them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from search.analysis.kazakh.letters import KIND, VOWELS, harmony, is_possible_stem, looks_borrowed, syllables, with_voiceless_end
from search.analysis.kazakh.suffixes import INSIDE, LONGEST, ONLY_FROM_KNOWN_ROOTS, OUTSIDE, SUFFIXES, Suffix

_DATA = Path(__file__).parent.parent / "data"
_POSSESSIVE_VOWELS = frozenset("аәеыія")


class Roots(NamedTuple):
    verbs: frozenset[str]
    words: frozenset[str]
    particles: frozenset[str]
    forms: dict[str, str]
    stems: dict[str, str]


class Reading(NamedTuple):
    stem: str
    sort: str  # noun or verb
    layers: tuple[str, ...]


@cache
def roots() -> Roots:
    """The lists in data/kazakh_roots.txt and data/kazakh_exceptions.tsv."""
    lists: dict[str, set[str]] = {"verbs": set(), "words": set(), "particles": set()}
    current = ""
    for line in (_DATA / "kazakh_roots.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif not line.startswith("#"):
            lists[current].update(line.split())
    forms: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in (_DATA / "kazakh_exceptions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        form, stem_of_form, kind = line.split("\t")
        (forms if kind == "word" else stems)[form] = stem_of_form
    return Roots(frozenset(lists["verbs"]), frozenset(lists["words"]), frozenset(lists["particles"]), forms, stems)


def _fits(suffix: Suffix, inner: str, sound: str) -> bool:
    """Harmony and assimilation between the suffix and what stands before it; `sound` is the harmony of `inner`."""
    if suffix.harmony and sound and suffix.harmony != sound:
        return False
    before = suffix.before
    if inner[-1] == "ь":
        inner = inner[:-1]
    if before == "3":
        return inner[-1] in "ыі"
    if before == "12":
        return inner[-1] in "мңз"
    if before == "M":
        return inner[-1] in _POSSESSIVE_VOWELS
    return not before or KIND.get(inner[-1], "") in before


def _readings(form: str, allowed: tuple[str, ...], layers: tuple[str, ...]) -> Iterator[Reading]:
    if "noun" in allowed:
        yield Reading(form, "noun", layers)
    if "verb" in allowed:
        yield Reading(form, "verb", layers)
    if len(layers) > 7:
        return
    for length in range(1, min(LONGEST, len(form) - 2) + 1):
        found = SUFFIXES.get(form[-length:])
        if found is None:
            continue
        inner = form[:-length]
        sound = harmony(inner)
        for suffix in found:
            if suffix.layer in allowed and _fits(suffix, inner, sound):
                yield from _readings(inner, INSIDE[suffix.layer], (*layers, suffix.layer))


_INSTRUMENTS = ("қышы", "ғышы", "кіші", "гіші")


def _known(reading: Reading, lists: Roots) -> str | None:
    """The root as listed, or None."""
    stem_found = reading.stem
    if reading.layers == ("negation",):
        # анықтама and сызба are nouns far more often than "do not".
        return None
    if reading.sort == "verb":
        if not reading.layers:
            return stem_found if stem_found in lists.verbs else None
        narrow = "ы" if harmony(stem_found) == "b" else "і"
        last = reading.layers[-1]
        # The у of the verbal noun and the и of the present swallow a final ы or і: оқу, оқиды.
        if last in ("gerund", "present_и", "participle_и", "converb_и") and stem_found + narrow in lists.verbs:
            return stem_found + narrow
        plain = with_voiceless_end(stem_found)
        return stem_found if stem_found in lists.verbs else plain if plain in lists.verbs else None
    if reading.layers == ("person2",):
        # On a bare noun -сыз/-сіз means "without" far more often than "you are": тәжірибесіз is a word of its own.
        return None
    plain = with_voiceless_end(stem_found) if reading.layers else stem_found
    if plain in lists.words:
        return plain
    if stem_found in lists.words:
        return stem_found
    return lists.stems.get(plain) or lists.stems.get(stem_found) if reading.layers else None


def _is_adjective_or_trade(form: str) -> bool:
    """Words in -лы/-лі (тәжірибелі) and -шы/-ші (балташы): their last vowel is no possessive, but that of жылытқышы is."""
    if len(form) < 5 or form.endswith(_INSTRUMENTS):
        return False
    end, before = form[-2:], form[-3]
    if end in ("шы", "ші"):
        return before in "аәеиоөуүыіяюйрлнмз"
    if end in ("лы", "лі") and KIND.get(before) in ("V", "G"):
        # Borrowed nouns in -ал are commoner than adjectives: материалы, филиалы.
        return not (before == "а" and harmony(form) == "b" and syllables(form) > 3)
    return False


def _is_plausible(reading: Reading, form: str) -> bool:
    """Whether a reading of an unlisted stem may be believed."""
    found, layers = reading.stem, reading.layers
    if not layers:
        return True
    if not is_possible_stem(found) or layers == ("negation",) or not ONLY_FROM_KNOWN_ROOTS.isdisjoint(layers):
        return False
    count = syllables(found)
    if len(found) < 3 or (count < 2 and len(layers) == 1 and len(form) - len(found) < 2):
        return False
    cut = form[len(found) :]
    if layers[-1] in ("possessive3", "possessive_plural"):
        if _is_adjective_or_trade(form[: len(found) + 1]):
            return False
        # облысы is облыс with -ы, not "облы" with -сы; after -шы and -гі it is the other way round: сатушысы.
        if cut.startswith(("сы", "сі")) and (found[-1] in "ои" or (found[-1] in "ыі" and found[-2] not in "шғгқк")):
            return False
        # дейінгі and соңғы end in -ғы/-гі; only loans in -инг have г there.
        if found[-1] in "ғгқк" and found[-2] not in VOWELS and not found.endswith("инг"):
            return False
    if form[len(found) - 1 :].startswith(("вті", "вты")):
        return False
    if reading.sort == "verb":
        return _is_plausible_verb(reading, cut, count)
    return not (layers == ("case",) and count < 2 and len(found) < 4)


def _is_plausible_verb(reading: Reading, cut: str, count: int) -> bool:
    found, layers = reading.stem, reading.layers
    # Short verbs are listed, and loans become verbs only with ету.
    if looks_borrowed(found) or count < 2:
        return False
    # Verbs in а or е that no list knows are made from nouns: -ла, -да, -та, -на.
    if found[-1] in VOWELS and not (found[-1] in "ыі" or (found[-1] in "ае" and found[-2] in "лдтн")):
        return False
    if layers[-1].startswith("gerund"):
        return len(found) >= 4
    if layers[-1] in ("converb", "conditional") and found[-1] in "ыі":
        return False
    if cut.startswith(("атында", "етінде")):
        return False
    # Verbs made from nouns end in -ла, -да, -та: егеледі is егеле in the past, not "егел" in the present.
    return not (layers[-1] == "present" and found[-1] in "лдт" and found[-2] not in "ыі")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without its inflection: мектептеріміздегілерге -> мектеп, барғандардың -> бар. The word must be normalised."""
    lists = roots()
    if word in lists.forms:
        return lists.forms[word]
    if len(word) < 3 or word in lists.words or word in lists.particles:
        return word
    best, best_key = word, (-1, 0, 0)
    for reading in _readings(word, OUTSIDE, ()):
        listed = _known(reading, lists)
        if listed is not None:
            # Of listed roots the longest is the most specific one: бастады is баста, not бас.
            key = (1, len(reading.stem) - _doubt(reading), -len(reading.layers))
        elif _is_plausible(reading, word):
            key = (0, len(word) - len(reading.stem), -len(reading.layers))
        else:
            continue
        if key > best_key:
            best, best_key = listed or _plain(reading), key
    return best


def _doubt(reading: Reading) -> int:
    """How many letters longer a root must be to be believed in a reading that is rarer than it looks."""
    if reading.sort != "verb":
        return 0
    # жолдар is "roads", жолда "on the road" and жолдан "from the road", though there is a verb жолда.
    if "aorist" in reading.layers and reading.stem.endswith(("да", "де", "та", "те")):
        return len(reading.stem)
    if not reading.layers or "voice" in reading.layers:
        return 3 if reading.stem[-1] in "ае" or "voice" in reading.layers else 0
    # сөйлесе is "if one speaks", not сөйлес.
    return 2 if "converb_short" in reading.layers else 0


def _plain(reading: Reading) -> str:
    found = with_voiceless_end(reading.stem)
    if found.endswith("кті"):
        # Loans take a vowel before their suffixes: объектілер.
        return found[:-1]
    if reading.sort == "verb" and reading.layers and len(found) > 3 and found[-1] in "ыі":
        return found[:-1]
    # Before -і the end of a loan is written simply: машинист, машинисі; процесс, процесі.
    if found.endswith(("ст", "сс")) and syllables(found) > 1:
        return found[:-1]
    return found


_AGENT = ("ушы", "уші")
_TRADE = ("шы", "ші")
_ABSTRACT = ("лық", "лік", "дық", "дік", "тық", "тік")


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The stem without the common derivations: сатушы -> сат, инженерлік -> инженер, балташы -> балта.

    Derivation changes the meaning more than inflection does, so short bases are left alone: жұмысшы is not жұмыс.
    """
    found = stem(word)
    for endings, shortest in ((_ABSTRACT, 5), (_AGENT, 3), (_TRADE, 5)):
        if found.endswith(endings):
            base = found[: -len(endings[0])]
            lists = roots()
            if endings is _AGENT:
                if base in lists.verbs or (len(base) >= 4 and syllables(base) >= 2):
                    return with_voiceless_end(base)
            elif (
                len(base) >= shortest
                and base[-1] not in "оөұүу"
                and syllables(base) >= 2
                and base + endings[0] not in lists.words
                and found not in lists.words
            ):
                found = with_voiceless_end(base)
    return found
