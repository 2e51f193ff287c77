"""Latin spellings of Russian and Kazakh words in Cyrillic, and a key under which both spellings of a word meet."""

import re
import unicodedata

_RUSSIAN = {
    "shch": "щ", "sch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц", "yu": "ю", "ju": "ю", "iu": "ю", "ya": "я",
    "ja": "я", "ia": "я", "yo": "е", "jo": "е", "ye": "е", "ph": "ф", "ck": "к", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф",
    "g": "г", "h": "х", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с",
    "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з", "'": "ь",
}  # fmt: skip
# The alphabet of 2021, and the earlier letters that people still use.
_KAZAKH = {
    "shch": "щ", "ä": "ә", "á": "ә", "ğ": "ғ", "ǵ": "ғ", "ñ": "ң", "ń": "ң", "ŋ": "ң", "ö": "ө", "ó": "ө", "ü": "ү", "ú": "ү", "ū": "ұ",
    "ş": "ш", "ı": "і", "sh": "ш", "ch": "ч", "ç": "ч", "zh": "ж", "j": "ж", "kh": "х", "ts": "ц", "yu": "ю", "ya": "я", "q": "қ", "y": "ы",
    "i": "і", "u": "у", "ý": "у", "w": "у", "h": "х", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "v": "в", "x": "х", "z": "з", "'": "",
}  # fmt: skip
_LONGEST = 4

# English terms as they are heard and written in Cyrillic; neither letters nor sounds lead back from these.
SPOKEN_ENGLISH = {
    "пайтон": "python", "питон": "python", "джава": "java", "джаваскрипт": "javascript", "пхп": "php", "ларавел": "laravel", "реакт": "react",
    "ангуляр": "angular", "девелопер": "developer", "девопс": "devops", "фронтенд": "frontend", "бэкенд": "backend", "бекенд": "backend",
    "линукс": "linux", "докер": "docker", "эксель": "excel", "фотошоп": "photoshop", "автокад": "autocad", "фигма": "figma", "юикс": "ux",
    "андроид": "android", "юнити": "unity", "голанг": "golang", "эйчар": "hr",
}  # fmt: skip

# Cyrillic letters by sound, in the same signs that Latin spellings come to.
_SOUNDS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "э": "e", "ж": "j", "з": "z", "и": "i", "й": "i",
    "ы": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN_SOUNDS = (
    ("ş", "sh"), ("ı", "i"), ("ŋ", "n"), ("shch", "sh"), ("sch", "sh"), ("zh", "j"), ("kh", "h"), ("tz", "ts"), ("ph", "f"), ("ck", "k"), ("dj", "j"),
    ("x", "ks"), ("w", "v"), ("q", "k"), ("y", "i"), ("'", ""),
)  # fmt: skip
_LONE_C = re.compile(r"c(?!h)")
_SOFT_C = re.compile(r"c(?=[eiy])")
_TWICE = re.compile(r"(.)\1+")


def _spelt(word: str, letters: dict[str, str]) -> str | None:
    found: list[str] = []
    position = 0
    while position < len(word):
        for length in range(min(_LONGEST, len(word) - position), 0, -1):
            piece = letters.get(word[position : position + length])
            if piece is not None:
                found.append(piece)
                position += length
                break
        else:
            return None
    return "".join(found)


def russian_in_cyrillic(word: str) -> list[str]:
    """Likely Cyrillic spellings of a Russian word in Latin letters; none when it has other letters."""
    spelt = _spelt(word, _RUSSIAN)
    if spelt is None:
        return []
    variants = [spelt]
    # "y" is й after a vowel or at the end of an adjective; "sch" may be ш, "e" at the start э, "j" й or ж.
    after_vowel = re.sub("(?<=[аеиоуыэюя])ы", "й", spelt)
    variants += [after_vowel, after_vowel.replace("щ", "ш"), after_vowel.replace("дж", "ж"), after_vowel.replace("дж", "й")]
    variants += [re.sub("^е", "э", after_vowel), re.sub("тел(?=[^ь]|$)", "тель", after_vowel), re.sub("л(?=[нщ])", "ль", after_vowel)]
    return list(dict.fromkeys(variants))


def kazakh_in_cyrillic(word: str) -> list[str]:
    """The Cyrillic spelling of a word in Kazakh Latin; none when it has other letters."""
    spelt = _spelt(word, _KAZAKH)
    if spelt is None:
        return []
    return list(dict.fromkeys((spelt, spelt.replace("і", "и"), re.sub("(?<=[аәеоөуұүі])і", "й", spelt))))


# Vowels that sound alike without stress, and consonants that sound alike at the end of a syllable.
_UNSTRESSED = str.maketrans("оеэяыіүұөәқғңбвгдз", "аиииииууаакгнпфктс")


def unstressed(word: str) -> str:
    """The word as it is heard by somebody who does not know its spelling: бухголтер is бухгалтер."""
    return word.translate(_UNSTRESSED)


def sound(word: str) -> str:
    """Spellings of one word in either alphabet and with or without diacritics have one key: сварщик, svarshchik and svarshik."""
    if word.isascii() or not any("а" <= letter <= "ӿ" for letter in word):
        key = word.lower()
        for written, heard in _LATIN_SOUNDS[:3]:
            key = key.replace(written, heard)
        key = "".join(letter for letter in unicodedata.normalize("NFD", key) if not unicodedata.combining(letter))
        for written, heard in _LATIN_SOUNDS[3:]:
            key = key.replace(written, heard)
        key = _LONE_C.sub("k", _SOFT_C.sub("s", key))
    else:
        key = "".join(_SOUNDS.get(letter, letter) for letter in word)
    # The glide of я, ю and й is written in many ways, and so is the affricate of "менеджер".
    return _TWICE.sub(r"\1", re.sub("i(?=[aeou])", "", key.replace("dj", "j")))
