"""The sounds of Kazakh as its spelling shows them: vowel harmony, kinds of consonants, how a word may end."""

BACK = frozenset("аоұыя")
FRONT = frozenset("әеөүіэ")
# These go with either kind of suffix: the vowel before them decides, or nothing does.
NEUTRAL = frozenset("уиюё")
VOWELS = BACK | FRONT | NEUTRAL
SPECIFIC = frozenset("әғқңөұүһі")
_LOAN_LETTERS = frozenset("вфхцчщъьэёю")

# Kinds of final sounds, each with the first consonants of the suffixes that may follow.
KIND: dict[str, str] = (
    dict.fromkeys("аәеоөұүыіэяюё", "V")
    | dict.fromkeys("уийр", "G")
    | {"л": "L"}
    | dict.fromkeys("жз", "Z")
    | dict.fromkeys("мнң", "N")
    # Voiced stops end only loan words, where they sound voiceless: заводтар, клубқа.
    | dict.fromkeys("пткқсшчщцфхһбвгдғ", "T")
)

_VOICED_LAST = {"б": "п", "г": "к", "ғ": "қ"}
_SONORANTS = frozenset("лрнймуи")
_VOICELESS = frozenset("пткқсшцф")
_LOAN_ENDINGS = (
    "ст",
    "кт",
    "тр",
    "др",
    "бр",
    "кс",
    "фт",
    "пт",
    "рд",
    "нд",
    "льм",
    "рм",
    "рн",
    "рг",
    "нг",
    "рш",
    "рв",
    "лм",
    "рл",
    "нс",
    "нц",
    "дж",
    "вт",
    "йн",
    "зм",
    "ск",
    "рз",
    "рц",
    "вр",
    "кл",
    "гр",
    "мб",
)


def harmony(word: str) -> str:
    """ "b" for back, "f" for front, "" when the word allows both."""
    for letter in reversed(word):
        if letter in BACK:
            # With back vowels к and г end loans only, which go either way: банктің, педагогы.
            return "" if word.endswith(("к", "г")) else "b"
        if letter in FRONT:
            return "f"
        # A final у leaves the choice to the vowel before it (сату, көру); elsewhere it belongs to loans, which go either way (ресурс).
        if letter in "июь" or (letter == "у" and not word.endswith("у")):
            return ""
    return ""


def syllables(word: str) -> int:
    return sum(map(VOWELS.__contains__, word))


def is_possible_stem(word: str) -> bool:
    """Whether a Kazakh or borrowed word can end like this: two consonants only after л, р, н, й or in known loan endings."""
    word = word.removesuffix("ь")
    if word.endswith(("ұ", "ү", "ө")):
        return False
    if len(word) < 2 or word[-1] in VOWELS or word[-2] in VOWELS:
        return syllables(word) > 0
    if word[-2] in _SONORANTS and word[-1] in _VOICELESS and word[-2:] not in ("лш", "йш", "мш"):
        return syllables(word) > 0
    return word.endswith(_LOAN_ENDINGS) and syllables(word) > 0


def with_voiceless_end(word: str) -> str:
    """кітаб -> кітап, жүрег -> жүрек: the form that stands without a suffix. Loans in б change too ("клуп"), all their forms alike."""
    last = word[-1:]
    # With back vowels and after н the letter г is found in loans only: геолог and тренинг stay.
    if last not in _VOICED_LAST or (last == "г" and (harmony(word[:-1]) == "b" or word.endswith("нг"))):
        return word
    return word[:-1] + _VOICED_LAST[last]


def looks_borrowed(word: str) -> bool:
    return not _LOAN_LETTERS.isdisjoint(word)
