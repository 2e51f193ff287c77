"""The inflectional suffixes of Kazakh, written once as patterns, and which layer may stand inside which.

In a pattern A is а or е and I is ы or і, by harmony; a first capital is a consonant chosen by the sound before it:
L л/д/т (plural), N н/д/т (genitive, accusative), D д/т, E н/д/т (ablative), G ғ/қ or г/к, M м/б/п. K is қ or к by harmony.
"""

from typing import NamedTuple

from search.analysis.kazakh.letters import KIND

# Sound before -> first consonant of the suffix, as kinds of letters.KIND.
_FIRST: dict[str, dict[str, str]] = {
    "L": {"л": "VG", "д": "LZN", "т": "T"},
    "N": {"н": "VN", "д": "GLZ", "т": "T"},
    "C": {"н": "V", "д": "GLZN", "т": "T"},
    "D": {"д": "VGLZN", "т": "T"},
    "E": {"н": "N", "д": "VGLZ", "т": "T"},
    "G": {"ғ": "VGLZN", "қ": "T"},
    "M": {"м": "VGLN", "б": "ZN", "п": "T"},
    "P": {"м": "VGLN", "б": "Z", "п": "T"},
}
_HARMONIC = {"b": {"A": "а", "I": "ы", "K": "қ", "Ғ": "ғ"}, "f": {"A": "е", "I": "і", "K": "к", "Ғ": "г"}}
_FRONT_GUTTURAL = {"ғ": "г", "қ": "к"}

AFTER_CONSONANT = "GLZNT"
AFTER_VOWEL = "V"

# layer: (patterns, what must stand before: "" for what the first consonant says)
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("person", "PIн Mыз", ""),
    ("person2", "сIң сIз сIңдAр сIздAр", AFTER_VOWEL + AFTER_CONSONANT),
    ("case", "NIң CI GA DA EAн Pен DAй Pенен", ""),
    ("case3", "н нA ндA нAн ндAй ншA", "3"),
    ("case12", "A шA", "12"),
    ("possessive3", "сI", AFTER_VOWEL),
    ("possessive3", "I", AFTER_CONSONANT),
    ("possessive12", "м ң", "M"),
    ("possessive12", "Iм Iң", AFTER_CONSONANT),
    ("possessive_plural", "мIз ңIз", AFTER_VOWEL),
    ("possessive_plural", "IмIз IңIз", AFTER_CONSONANT),
    ("plural", "LAр", ""),
    ("attribute", "DAғI NIкі", ""),
    ("attribute3", "ндAғI", "3"),
    ("comparative", "рAK рAҒ", AFTER_VOWEL),
    ("comparative", "IрAK IрAҒ", AFTER_CONSONANT),
    ("comparative", "LAу", ""),
    ("ordinal", "ншI", AFTER_VOWEL),
    ("ordinal", "IншI", AFTER_CONSONANT),
    ("past", "DI DIм DIң DIңIз DIңдAр DIңIздAр", ""),
    ("past_person", "DIK GAм GAң", ""),
    ("present", "AдI", AFTER_CONSONANT),
    ("present_person", "AмIн AмIз AсIң AсIз AсIңдAр AсIздAр Aм AмIс", AFTER_CONSONANT),
    ("present", "йдI", AFTER_VOWEL),
    ("present_person", "ймIн ймIз йсIң йсIз йсIңдAр йсIздAр йм", AFTER_VOWEL),
    ("present_и", "идI имIн имIз исIң исIз исIңдAр исIздAр", AFTER_CONSONANT),
    ("conditional", "сA сAм сAң сAңIз сAK сAңдAр сAңIздAр сAйшI", AFTER_VOWEL + AFTER_CONSONANT),
    ("participle", "GAн", ""),
    ("intention", "MAK MAKшI", ""),
    ("participle", "Aтын AтIн", AFTER_CONSONANT),
    ("participle", "йтIн", AFTER_VOWEL),
    ("participle_и", "итIн", AFTER_CONSONANT),
    ("nominalised", "DIK DIҒ", ""),
    ("aorist", "Aр", AFTER_CONSONANT),
    ("aorist", "р", AFTER_VOWEL),
    ("negative_aorist", "MAс", ""),
    ("gerund", "у", AFTER_VOWEL + AFTER_CONSONANT),
    ("converb", "Iп IппIн IптI IпсIң IпсIз IппIз IпсIңдAр IпсIздAр", AFTER_CONSONANT),
    ("converb", "п птI ппIн псIң псIз ппIз псIңдAр псIздAр", AFTER_VOWEL),
    ("converb", "GAлI GAншA GIм GIң GIсI GIмIз GIңIз GIлAрI", ""),
    ("converb_short", "A", AFTER_CONSONANT),
    ("converb_short", "й", AFTER_VOWEL),
    ("converb_и", "и", AFTER_CONSONANT),
    ("imperative", "сIн сIншI ңIз ңдAр ңIздAр йін йын йық йIK", AFTER_VOWEL),
    ("imperative", "сIн сIншI IңIз IңIздAр IңдAр AйIн AйIK", AFTER_CONSONANT),
    ("short_imperative", "ң", AFTER_VOWEL),
    ("short_imperative", "Iң AлIK", AFTER_CONSONANT),
    ("request", "шI", AFTER_VOWEL + AFTER_CONSONANT),
    ("optative", "GAй GIр", ""),
    ("negative_converb", "MAйIншA", ""),
    ("potential", "AрлIK AрлIKтAй", AFTER_CONSONANT),
    ("potential", "рлIK рлIKтAй", AFTER_VOWEL),
    ("negation", "MA", ""),
    # Voice is taken off roots of the list only: too many nouns and unlisted verbs end so.
    ("voice", "Iл Iн", AFTER_CONSONANT),
    ("voice", "л н т", AFTER_VOWEL),
    ("cooperative", "Iс", AFTER_CONSONANT),
    ("cooperative", "с", AFTER_VOWEL),
    ("voice", "DIр GIз", ""),
    ("voice", "тIр", AFTER_VOWEL + AFTER_CONSONANT),
)

_POSSESSIVES = ("possessive3", "possessive12", "possessive_plural")
_TURNED = ("participle", "participle_и", "gerund", "nominalised")  # forms of verbs that are inflected like nouns
_NOMINAL = ("plural", *_TURNED, "attribute", "ordinal", "comparative", "noun")
_VERBAL = ("negation", "voice", "verb")

# What may stand inside each layer, from the end of the word towards its stem.
_INSIDE: dict[str, tuple[str, ...]] = {
    "person": (*_POSSESSIVES, *_NOMINAL, "aorist", "negative_aorist", "intention", "case", "verb"),
    "person2": (*_POSSESSIVES, *_NOMINAL, "aorist", "negative_aorist", "intention", "case", "verb"),
    "case": (*_POSSESSIVES, *_NOMINAL, "attribute3", "aorist", "negative_aorist"),
    "case3": ("possessive3",),
    "case12": ("possessive12", "possessive_plural"),
    "possessive3": (*_NOMINAL, "aorist"),
    "possessive12": (*_NOMINAL, "aorist", "negative_aorist"),
    "possessive_plural": _NOMINAL,
    "plural": (*_TURNED, "attribute", "attribute3", "ordinal", "noun"),
    "attribute": (*_POSSESSIVES, *_NOMINAL),
    "attribute3": ("possessive3",),
    "comparative": ("noun",),
    "ordinal": ("noun",),
    "nominalised": ("participle", "participle_и", "negative_aorist"),
    "negation": ("voice", "cooperative", "verb"),
    "voice": ("voice", "verb"),
    "cooperative": ("verb",),
    # Nouns end in -ыс too, but not before these: күлісіп is күл, жұмысты is no verb.
    "participle": (*_VERBAL, "cooperative"),
    "intention": _VERBAL,
    "past": _VERBAL,
    "past_person": _VERBAL,
    "present": (*_VERBAL, "cooperative"),
    "present_person": _VERBAL,
    "conditional": (*_VERBAL, "participle"),
    "imperative": _VERBAL,
    "short_imperative": _VERBAL,
    "request": ("imperative", "conditional", *_VERBAL),
    "optative": _VERBAL,
    "converb": (*_VERBAL, "cooperative"),
    "converb_short": _VERBAL,
    "gerund": _VERBAL,
    "aorist": ("voice", "verb"),
    "negative_aorist": ("voice", "verb"),
    "negative_converb": ("voice", "verb"),
    "potential": ("voice", "verb"),
    "present_и": ("verb",),
    "participle_и": ("verb",),
    "converb_и": ("verb",),
}
INSIDE = {layer: frozenset(inside) for layer, inside in _INSIDE.items()}
OUTSIDE = frozenset((*INSIDE, "noun", "verb")) - {"voice", "cooperative"}

# Layers that are too short or too like the end of a plain word to be taken off a stem that is not in the list of roots.
ONLY_FROM_KNOWN_ROOTS = frozenset(
    ("possessive12", "comparative", "ordinal", "aorist", "converb_short", "converb_и", "negative_aorist", "voice", "cooperative")
    + ("person2", "person", "past_person", "present_person", "short_imperative", "request", "optative", "potential")
)
# Before these the y and the и have swallowed the last vowel of the stem: оқу, оқиды.
SWALLOWING = frozenset(("gerund", "present_и", "participle_и", "converb_и"))


class Suffix(NamedTuple):
    text: str
    layer: str
    before: str  # kinds of sounds, or "3" / "12" / "M" for what the possessive suffixes ask
    harmony: str


def _written(pattern: str, harmony: str) -> list[tuple[str, str]]:
    """The spellings of a pattern in one harmony, each with the kinds of sounds that call for it ("" for any)."""
    first, rest = pattern[0], pattern[1:]
    for sign, letter in _HARMONIC[harmony].items():
        rest = rest.replace(sign, letter)
    if harmony == "f":
        rest = rest.replace("ғ", "г").replace("ы", "і") if first != "P" else rest
    if first in _FIRST:
        chosen = _FIRST[first].items()
        return [((_FRONT_GUTTURAL.get(letter, letter) if harmony == "f" else letter) + rest, kinds) for letter, kinds in chosen]
    return [(_HARMONIC[harmony].get(first, first) + rest, "")]


def _all_suffixes() -> dict[str, tuple[Suffix, ...]]:
    table: dict[str, set[Suffix]] = {}
    for layer, patterns, before in _PATTERNS:
        for pattern in patterns.split():
            for side in ("b", "f"):
                for text, kinds in _written(pattern, side):
                    table.setdefault(text, set()).add(Suffix(text, layer, before or kinds, side))
    return {text: tuple(_without_harmony(found)) for text, found in table.items()}


def _without_harmony(found: set[Suffix]) -> list[Suffix]:
    """A spelling made by both harmonies (мен, у, п) goes with every word."""
    kept: list[Suffix] = []
    for suffix in sorted(found, key=lambda each: (each.layer, each.before, each.harmony)):
        twin = Suffix(suffix.text, suffix.layer, suffix.before, "f")
        if suffix.harmony == "b" and twin in found:
            kept.append(Suffix(suffix.text, suffix.layer, suffix.before, ""))
        elif Suffix(suffix.text, suffix.layer, suffix.before, "") not in kept:
            kept.append(suffix)
    return kept


_LETTERS_BEFORE = {"3": frozenset("ыі"), "12": frozenset("мңз"), "M": frozenset("аәеыія")}


def _letters_before(before: str) -> frozenset[str]:
    return _LETTERS_BEFORE.get(before) or frozenset(letter for letter, kind in KIND.items() if not before or kind in before)


# Each spelling with its readings: layer, letters it may follow, harmony and what may stand inside.
SUFFIXES: dict[str, tuple[tuple[str, frozenset[str], str, frozenset[str]], ...]] = {
    text: tuple((each.layer, _letters_before(each.before), each.harmony, INSIDE[each.layer]) for each in found)
    for text, found in _all_suffixes().items()
}
LONGEST = max(map(len, SUFFIXES))


def _lengths_by_end() -> dict[str, tuple[int, ...]]:
    """For the last two letters of a word, and for the last alone, how long the suffixes are that it may end in."""
    found: dict[str, set[int]] = {}
    for text in SUFFIXES:
        found.setdefault(text[-2:], set()).add(len(text))
    for end, lengths in found.items():
        if len(end) == 2 and end[-1] in found:
            lengths.add(1)
    return {end: tuple(sorted(lengths)) for end, lengths in found.items()}


LENGTHS = _lengths_by_end()
