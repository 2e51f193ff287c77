"""One spelling for every text: characters, marks and look-alike letters made equal, and the text cut into tokens."""

import html
import re
import unicodedata
from functools import lru_cache

# Of one advertisement each text is asked for several times in a row: for its language, its occupation, its skills.
TEXTS_IN_HAND = 8

CYRILLIC = "а-яёіїәғқңөұүһ"

# Letters that look the same in both scripts, in capitals and in small letters; a word that mixes scripts is repaired with them.
_LATIN = "ABEKMHOPCTYXIaeopcyxikmth"
_CYRILLIC = "АВЕКМНОРСТУХІаеорсухікмтһ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC + "Һ", _LATIN + "H")
_SCHWA = str.maketrans({"ə": "ә", "Ə": "Ә", "ɵ": "ө", "Ɵ": "Ө"})

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
# Control characters stand for nothing that is read, and PostgreSQL cannot hold the first of them.
_CONTROLS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
_BLANKS = _CONTROLS + "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_CHARACTERS = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)

_PLAIN = re.compile(r"[ -~а-яА-ЯәғқңөұүһіӘҒҚҢӨҰҮҺІ]*")
# With the breaks and marks that nearly every advertisement has: no other canonical form either, and few that are made equal.
_NEARLY_PLAIN = re.compile(r"[\t\n\r -_a-~а-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ\u00a0\u2013\u2014«»“”„…•·№₸]*")
_MADE_EQUAL = (("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("\u2013", "-"), ("\u2014", "-"))
_TAG = re.compile(r"<[^<>]{0,500}>")
_LONE_AMPERSAND = re.compile(r"(?<!\b[^\W\d_])&|&(?![^\W\d_]\b)")
_MIXED = re.compile(r"(?<![^\W_])[^\W_]*?(?:[A-Za-z][А-Яа-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ]|[А-Яа-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ][A-Za-z])[^\W_]*")
_LATIN_LETTER = re.compile("[A-Za-z]")
_ONLY_LATIN = re.compile(f"(?![{_LATIN}])[A-Za-z]")
_ONLY_CYRILLIC = re.compile(f"(?![{_CYRILLIC}Һ])[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮү]")
_MARKS = re.compile("[\u0300-\u036f]")
_ONE_S = re.compile(r"\b1[ -]?[сc]\b(?![+#])")
_B_TO_B = re.compile(r"\b[вb]2([вbсcg])\b")
_C_WITH_SIGN = re.compile(r"\bс(?=\+\+|#)")
# "категории В, С": driving categories are Latin letters however they are typed, and no prepositions.
_CATEGORY = re.compile(r"(?:категори\w*|кат\.?|санат\w*) (?:[авсдеabcde]1?(?:[ ,/и]+|\b))+(?<![,/])")
_CATEGORY_LETTER = re.compile(r"\b[авсде](?=1?\b)")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
_BEFORE_THOUSANDS = re.compile(r"\d \d\d\d")
_SPACES = re.compile(r" {2,}")

# Abbreviations that are prepositions when written small; "ОТ 300 000" and a heading in capitals mean the preposition.
_CAPITALS = re.compile(r"\b(?:ПО|ОТ)\b(?! ?\d| [А-ЯЁ]{4})")
_SPELT_OUT = {"ПО": "программное обеспечение", "ОТ": "охрана труда"}

_TOKEN = re.compile(
    r"(?<![^\W_])\.net\b"
    r"|[cf](?:\+\+|#)"
    r"|[a-z]+\.(?:js|net|io|ai)\b"
    r"|[^\W\d_]&[^\W\d_]\b"
    r"|\b[a-z]-[a-z]{3,}\b"
    r"|\d+(?:[./]\d+)+"
    r"|[^\W_]+(?:'[^\W\d_]+)?"
)


def _one_script(match: re.Match[str]) -> str:
    word = match[0]
    latin, cyrillic = _ONLY_LATIN.search(word), _ONLY_CYRILLIC.search(word)
    if latin and cyrillic:
        return word
    if latin:
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)


def _with_one_script(text: str) -> str:
    return text if text.isascii() or not _LATIN_LETTER.search(text) else _MIXED.sub(_one_script, text)


def _unusual(text: str) -> str:
    """The slow way, for text with rare characters: canonical caseless form without combining marks."""
    folded = unicodedata.normalize("NFD", text).casefold()
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFC", folded)))


def normalise(text: str) -> str:
    """NFC, casefolded, ё=е, without HTML, control and invisible characters and doubled spaces; thousands joined ("300 000" is "300000").

    Doing it twice changes nothing. Words that mix Latin and Cyrillic look-alikes get one script; 1С is written in Cyrillic, C++, C# and B2B in Latin.
    """
    if "&" in text:
        # Feeds often escape twice.
        text = html.unescape(html.unescape(text))
    if "<" in text or ">" in text:
        text = _TAG.sub(" ", text).replace("<", " ").replace(">", " ")
    if ("ПО" in text or "ОТ" in text) and not text.isupper():
        text = _CAPITALS.sub(lambda match: _SPELT_OUT[match[0]], text)
    if _PLAIN.fullmatch(text):
        text = _with_one_script(text).lower()
    elif _NEARLY_PLAIN.fullmatch(text):
        for mark, plain in _MADE_EQUAL:
            text = text.replace(mark, plain)
        text = _with_one_script(text).lower().replace("ё", "е")
    else:
        text = unicodedata.normalize("NFC", text).translate(_CHARACTERS).translate(_SCHWA)
        text = _unusual(_MIXED.sub(_one_script, text))
        # Casefolding can bring new look-alikes and spaces to light ("ſ" becomes "s").
        text = _MIXED.sub(_one_script, text.translate(_CHARACTERS).translate(_SCHWA)).replace("ё", "е")
    if "&" in text:
        text = _LONE_AMPERSAND.sub(" ", text)
    text = _SPACES.sub(" ", text).strip()
    if "кат" in text or "сан" in text:
        text = _CATEGORY.sub(_latin_categories, text)
    return _with_signs_and_numbers(text)


def _with_signs_and_numbers(text: str) -> str:
    """Each pattern is only tried where the sign that it cannot do without stands: most texts have none of them."""
    if "2" in text:
        text = _B_TO_B.sub(_b_to_b, text)
    if "+" in text or "#" in text:
        text = _C_WITH_SIGN.sub("c", text)
    if "1" in text:
        text = _ONE_S.sub("1с", text)
    return _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text) if _BEFORE_THOUSANDS.search(text) else text


def _latin_categories(match: re.Match[str]) -> str:
    return _CATEGORY_LETTER.sub(lambda letter: letter[0].translate(str.maketrans("авсде", "abcde")), match[0])


def _b_to_b(match: re.Match[str]) -> str:
    return "b2" + match[1].translate(str.maketrans("вс", "bc"))


def tokens(text: str) -> list[str]:
    """The words of the text, normalised, in order; a hyphenated compound gives its parts ("кассир-операционист": two)."""
    return list(_tokens(text))


@lru_cache(maxsize=TEXTS_IN_HAND)
def _tokens(text: str) -> tuple[str, ...]:
    found: list[str] = _TOKEN.findall(normalise(text))
    if "-" in text:
        # One letter before a hyphen is part of the word: "e-mail" is "email".
        return tuple(token.replace("-", "") for token in found)
    return tuple(found)
