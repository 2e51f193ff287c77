"""Alphabetical order in Kazakh, Russian and English."""

import unicodedata

# The 42 Kazakh letters in their order. The 33 Russian ones keep theirs inside it, so one order serves both languages,
# and a Kazakh name in a Russian list stands where a Kazakh reader looks for it.
CYRILLIC_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
# Letters become code points of the private area, in order and above digits and Latin letters: a plain byte-wise comparison sorts them.
FIRST_CODE_POINT = 0xE000
CYRILLIC_ORDER = {ord(letter): chr(FIRST_CODE_POINT + place) for place, letter in enumerate(CYRILLIC_ALPHABET)}
IGNORED = dict.fromkeys(map(ord, "\"'«»“”„’ʼ`().,"))


def sort_key(text: str, language: str) -> str:
    """A key that orders texts alphabetically when compared character by character, as Python and a `C` collation do."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(IGNORED).replace("-", " ").strip()
    if language == "en":
        decomposed = unicodedata.normalize("NFD", folded)
        return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    if language == "ru":
        folded = folded.replace("ё", "е")
    return folded.translate(CYRILLIC_ORDER)
