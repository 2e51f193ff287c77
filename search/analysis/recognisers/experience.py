"""Experience asked for: "без опыта", "тәжірибесіз", "опыт от 3 лет", "5 жылдық тәжірибе"."""

import re

from search.analysis.recognisers.spans import Span, stands_in

# Without one of these no pattern below finds anything, and most texts have none.
SPOKEN_OF = ("опыт", "стаж", "тәжірибе", "өтіл", "experience")
_NONE = re.compile(
    r"\b(?:(?:можно\s+)?без\s+(?:опыта|стажа)(?:\s+работы)?|опыта\s+нет|нет\s+опыта|опыт(?:\s+работы)?\s+не\s+(?:требуется|нужен|обязателен|важен)|(?:жұмыс\s+)?тәжірибесіз"
    r"|тәжірибе(?:м|сі)?\s+жоқ|(?:жұмыс\s+)?тәжірибесі?\s+(?:талап\s+етілмейді|қажет\s+емес|міндетті\s+емес)|no\s+experience(?:\s+(?:required|needed|necessary))?"
    r"|without\s+experience)\b"
)
_COUNT = r"(?P<years>\d{1,2}|одного|двух|трех|четырех|пяти|шести|бір|екі|үш|төрт|бес|алты|one|two|three|four|five|six)"
_FROM = r"(?P<more>от|не\s+менее|минимум|более|свыше|больше|кемінде|at\s+least|over|more\s+than)?"
_UNIT = r"(?P<plus>\+)?\s*(?:-\s*\d{1,2}\s*)?(?:-?(?:х|ти))?\s*(?:лет\w*|года?|г\.|жыл\w*|years?)"
_YEARS = (
    re.compile(rf"\b(?:опыт\w*|стаж(?:а|ем|у)?)(?:\s+работы)?\b(?P<middle>[^.;\n\d]{{0,50}}?){_FROM}\s*\b{_COUNT}\s*{_UNIT}"),
    re.compile(rf"\b{_FROM}\s*\b{_COUNT}\s*{_UNIT}\s+(?:of\s+|работы\s+)?(?:опыта?\b|experience\b)(?:\s+работы)?"),
    re.compile(rf"\b(?:тәжірибе|өтіл)\w*(?P<middle>[^.;\n\d]{{0,30}}?){_FROM}\s*\b{_COUNT}\s*{_UNIT}"),
    re.compile(rf"\b{_FROM}\s*{_COUNT}\s*{_UNIT}(?:\s+(?:астам|жоғары|кем\s+емес))?\s+(?:жұмыс\s+|еңбек\s+)?(?:тәжірибе|өтіл)\w*"),
    re.compile(rf"\bexperience\b(?P<middle>[^.;\n\d]{{0,30}}?){_FROM}\s*\b{_COUNT}\s*{_UNIT}"),
)
_WORDS = {
    **dict.fromkeys(("одного", "бір", "one"), 1),
    **dict.fromkeys(("двух", "екі", "two"), 2),
    **dict.fromkeys(("трех", "үш", "three"), 3),
    **dict.fromkeys(("четырех", "төрт", "four"), 4),
    **dict.fromkeys(("пяти", "бес", "five"), 5),
    **dict.fromkeys(("шести", "алты", "six"), 6),
}
_YEAR = re.compile(r"\bопыт\w*(?:\s+работы)?\s+от\s+года\b")
PATTERNS = (_NONE, *_YEARS, _YEAR)


def _band(years: int) -> str | None:
    if years < 1:
        return None
    return "year_1_3" if years < 3 else "year_3_6" if years < 6 else "over_6"


def _spans(match: re.Match[str]) -> list[Span]:
    """Without the words between: in "опыт работы сварщиком от 3 лет" the welder is not part of the experience."""
    if not (match.groupdict().get("middle") or "").strip():
        return [Span(match.start(), match.end(), "experience")]
    return [Span(match.start(), match.start("middle"), "experience"), Span(match.end("middle"), match.end(), "experience")]


def experience(text: str) -> tuple[str | None, list[Span]]:
    """none, year_1_3, year_3_6, over_6 or None, and where it was read. The text must be folded."""
    if not stands_in(SPOKEN_OF, text):
        return None, []
    match = _NONE.search(text)
    if match:
        return "none", [Span(match.start(), match.end(), "experience")]
    for pattern in _YEARS:
        match = pattern.search(text)
        if match:
            years = _WORDS.get(match["years"]) or int(match["years"])
            return _band(years), _spans(match)
    match = _YEAR.search(text)
    return ("year_1_3", [Span(match.start(), match.end(), "experience")]) if match else (None, [])
