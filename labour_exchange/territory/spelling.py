"""How a place name changes in writing: letters typed as others, type words, endings of Russian and Kazakh grammar."""

import re
import unicodedata
from collections.abc import Iterator

# Kazakh letters are often typed as the nearest Russian ones, so both fold to one.
FOLDED_LETTERS = str.maketrans("әғқңөұүһіё‐‑–—", "агкноуухие----", "’'ʼ`\"«»")
LATIN_SOUNDS = {"q": "k", "gh": "g", "kh": "h", "zh": "j", "y": "i", "yy": "i", "iy": "i", "yi": "i"}
LATIN_SOUND = re.compile("gh|kh|zh|yy|iy|yi|q|y")
TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[,;/()|\n]")
SEPARATORS = frozenset(",;/()|\n")
NOISE = frozenset({"в", "во", "из", "республика", "республики", "казахстан", "казахстане", "рк", "kazakhstan", "in"})

REGION_WORD = re.compile(r"обл|област\w{1,3}|облыс\w*|region|oblast|province")
DISTRICT_WORD = re.compile(r"р-н\w?|район(а|е|у|ом)?|аудан\w*|ауд|district|rayon")
CITY_WORD = re.compile(r"г|гор|город(а|е|у|ом)?|каласы\w*|к|city|town")
BEFORE_ONLY = re.compile(r"г|гор|город(а|е|у|ом)?")

STREET_BEFORE = re.compile(
    r"ул|улиц[аеуы]|пр|просп|проспект[ае]?|пр-(к?т|те)|пер|переул\w+|бульвар[ае]?|б-р|шоссе|площад[ьи]|пл|мкрн?|микрорайон[ае]?|тракт|жк"
)
STREET_AFTER = re.compile(r"кош|кошеси(нде)?|данг|дангылы(нда)?|аланы|шагын|мкрн?|ул|улиц[аеы]|пр|проспект[ае]?|street|st|avenue|ave")


def fold(text: str) -> str:
    """The text in small letters with Kazakh letters, dashes and quotes made alike, so that spellings of one name meet."""
    return unicodedata.normalize("NFC", text).casefold().translate(FOLDED_LETTERS)


def tokens(text: str) -> list[str]:
    """Folded words and separators in order; a hyphenated word is one token, and "имени" (named after) is left out."""
    return [token for token in TOKEN.findall(fold(text)) if token not in {"имени", "им"}]


def sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """Latin spellings made alike (Qaraghandy, Karagandy; Jetisu, Zhetysu; Abai, Abay); Cyrillic words stay as they are."""
    return tuple(LATIN_SOUND.sub(lambda found: LATIN_SOUNDS[found.group()], word) for word in words)


def kind_of_word(token: str) -> str | None:
    """`region`, `district` or `city` when the word says what kind of place its neighbour names."""
    for kind, pattern in (("region", REGION_WORD), ("district", DISTRICT_WORD), ("city", CITY_WORD)):
        if pattern.fullmatch(token):
            return kind
    return None


def spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A folded name as it is, and its hyphens written as spaces or not at all."""
    yield words
    if any("-" in word for word in words):
        yield tuple(piece for word in words for piece in word.split("-"))
        yield tuple(word.replace("-", "") for word in words)


def inflected(words: tuple[str, ...], language: str) -> Iterator[tuple[str, ...]]:
    """The folded name in the other cases of its language (English has none); only the last word changes."""
    *head, last = words
    endings = {"ru": _russian_cases, "kk": _kazakh_cases}.get(language)
    if endings:
        for form in endings(last):
            yield (*head, form)


def _russian_cases(word: str) -> list[str]:
    if word.endswith("ая"):
        return [word[:-2] + ending for ending in ("ой", "ую")]
    if word.endswith(("ский", "ный")):
        return [word[:-2] + ending for ending in ("ого", "ом", "ому", "им", "ым")]
    if word.endswith("а"):
        return [word[:-1] + ending for ending in ("ы", "и", "е", "у", "ой")]
    if word.endswith("ь"):
        return [word[:-1] + ending for ending in ("и", "ью", "е", "я")]
    if word.endswith("й"):
        return [word[:-1] + ending for ending in ("я", "е", "ю", "ем")]
    if word.endswith(tuple("бвгджзклмнпрстфхцчшщ")):
        return [word + ending for ending in ("а", "е", "у", "ом")]
    return []


def _kazakh_cases(word: str) -> list[str]:
    # The letters were folded, so back and front endings both stand for either vowel row.
    if word.endswith(tuple("аеиоуыэюя")):
        endings = "да де дан ден нын нин га ге ны ни дагы деги"
    elif word.endswith(tuple("бвгджзйлмнр")):
        endings = "да де дан ден нан нен нын нин дын дин га ге ды ди дагы деги"
    else:
        endings = "та те тан тен тын тин ка ке ты ти тагы теги"
    return [word + ending for ending in endings.split()]
