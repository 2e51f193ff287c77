"""Whether a reading may be believed whose stem stands in no list."""

from search.analysis.kazakh.letters import KIND, VOWELS, harmony, is_possible_stem, looks_borrowed, syllables
from search.analysis.kazakh.suffixes import ONLY_FROM_KNOWN_ROOTS

# Stem, noun or verb, and the layers from the end of the word inwards.
Reading = tuple[str, str, tuple[str, ...]]

_INSTRUMENTS = ("қышы", "ғышы", "кіші", "гіші")


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


def is_plausible(reading: Reading, form: str) -> bool:
    found, sort, layers = reading
    if not layers:
        return True
    # "Without doing" is safe to read: no plain word ends in -май.
    unsafe = layers == ("negation",) or not ONLY_FROM_KNOWN_ROOTS.isdisjoint(layers)
    if (unsafe and layers != ("converb_short", "negation")) or not is_possible_stem(found):
        return False
    count = syllables(found)
    if len(found) < 3 or (count < 2 and len(layers) == 1 and len(form) - len(found) < 2):
        return False
    cut = form[len(found) :]
    if layers[-1] in ("possessive3", "possessive_plural"):
        if _is_adjective_or_trade(form[: len(found) + 1]):
            return False
        # облысы is облыс with -ы, not "облы" with -сы; after -шы and -гі it is the other way round: сатушысы.
        if cut.startswith(("сы", "сі")) and (found[-1] in "и" or (found[-1] in "ыі" and found[-2] not in "шғгқк")):
            return False
        # дейінгі and соңғы end in -ғы/-гі; only loans in -инг have г there.
        if found[-1] in "ғгқк" and found[-2] not in VOWELS and not found.endswith("инг"):
            return False
    if form[len(found) - 1 :].startswith(("вті", "вты")):
        return False
    if sort == "verb":
        return _is_plausible_verb(reading, cut, count)
    return not (layers == ("case",) and count < 2 and len(found) < 4)


def _is_plausible_verb(reading: Reading, cut: str, count: int) -> bool:
    found, _, layers = reading
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
    if layers[-1] == "present" and found[-1] in "лдт" and found[-2] not in "ыі":
        # Verbs made from nouns end in -ла, -да, -та: егеледі is егеле in the past, not "егел" in the present; but алаңдат is a causative.
        return found[-1] == "т" and found[-2] in "ае" and found[-3] in "лдтн"
    return True
