"""Monthly pay in KZT: "от 300 000", "300 мың теңге", "300k", "250-300 тыс. тг"."""

import re

from search.analysis.recognisers.spans import Span

# Less is no monthly wage and more is no wage: such numbers are hours, ages, addresses or telephones.
LEAST = 20_000
MOST = 20_000_000

_NUMBER = r"\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?"
_SCALE = r"тысяч\w*|тыс\b\.?|мың\w*|млн\b\.?|миллион\w*|million|mln|(?<=\d)[kк]\b(?!\.)"
_CURRENCY = r"тенге\w*|теңге\w*|тг\b\.?|kzt|₸"
_LEAD = (
    r"(?:зарплат\w{1,2}|заработн\w+ плат\w{1,2}|з/п|зп|оклад\w{0,2}|доход\w{0,2}|оплат\w{1,2}"
    r"|жалақы\w{0,4}|айлы[қғ]\w{0,3}|еңбекақы\w{0,3}|salary|wages?|pay)"
)
_BOUNDS = "от|from|не менее|кемінде|до|up to"
# In an advertisement these stand before numbers of many other things.
_BOUNDS_ASKED = rf"{_BOUNDS}|не меньше|больше|более|свыше|выше|минимум|at least|over|above|more than|min|under|below|until"


def _pattern(bounds: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w+])(?P<lead>{_LEAD}\s*:?\s*)?(?P<bound>(?:{bounds})\s+)?"
        rf"(?P<first>{_NUMBER})\s*(?P<scale1>{_SCALE})?\s*(?P<currency1>{_CURRENCY})?"
        rf"(?:\s*(?:-|до|to)\s*(?P<second>{_NUMBER})\s*(?P<scale2>{_SCALE})?\s*(?P<currency2>{_CURRENCY})?)?"
        r"(?P<after>\s*(?:бастап|и выше|(?:және\s+|одан\s+)?жоғары|астам|көп|дан|ден|дейін))?(?!\w|[/-]\d)"
    )


_PAY, _PAY_ASKED = _pattern(_BOUNDS), _pattern(_BOUNDS_ASKED)
_SAID = (
    (
        500_000,
        re.compile(
            r"\b(?:(?:от|больше|свыше|from|over)\s+)?(?:пол\s?миллион\w*|пол\s?ляма|жарты миллион\w*|half a million)(?:\s+(?:тенге|теңге\w*|тг))?"
        ),
    ),
    (
        1_000_000,
        re.compile(r"(?<!\d )(?<!\d)\b(?:(?:от|больше|свыше|from|over|бір|a|one)\s+)?(?:миллион\w*|million)(?:\s+(?:тенге|теңге\w*|тг))?(?!\w)"),
    ),
)
_OTHER_MONEY = re.compile(r"\s*(?:руб|₽|\$|usd|eur|€|долл|евро|доллар)")
_NOT_MONTHLY = re.compile(
    r"\s*(?:тг|тенге|теңге)?\.?\s*(?:/|в |за |per |an? |- )?\s*(?:час|смен|день|дня|сутки|выход|сағат|күн|ауысым|hour|day|shift|м2|кв)"
)
_SCALES = (("т", 1_000), ("мы", 1_000), ("k", 1_000), ("к", 1_000), ("", 1_000_000))
_UPPER = ("до", "up", "under", "below", "until")
_SHORT_QUERY = 80


def _amount(number: str, scale: str | None) -> float:
    if re.fullmatch(r"\d+[.,]\d{1,2}", number):
        value = float(number.replace(",", "."))
    else:
        value = float(re.sub(r"\D", "", number))
    if scale:
        value *= next(factor for start, factor in _SCALES if scale.startswith(start))
    return value


def _is_pay(match: re.Match[str], text: str, value: float) -> bool:
    if not LEAST <= value <= MOST or _OTHER_MONEY.match(text, match.end()) or _NOT_MONTHLY.match(text, match.end()):
        return False
    if match["lead"] or match["scale1"] or match["scale2"] or match["currency1"] or match["currency2"] or match["bound"]:
        return True
    # A bare round number means pay only where somebody typed a query, and not as part of a telephone number.
    if len(text) > _SHORT_QUERY or value % 1000 or not 40_000 <= value <= 5_000_000:
        return False
    return not (text[: match.start()].rstrip()[-1:].isdigit() or text[match.end() :].lstrip()[:1].isdigit())


def pay_from(text: str, *, is_asked: bool = False) -> tuple[int | None, list[Span]]:
    """The first lower bound of monthly pay (KZT), and every stretch that names pay. The text must be folded; `is_asked`: it is a query."""
    found: int | None = None
    spans: list[Span] = []
    for match in (_PAY_ASKED if is_asked else _PAY).finditer(text):
        scale = match["scale1"] or (match["scale2"] if match["second"] else None)
        value = _amount(match["first"], scale)
        if not _is_pay(match, text, value):
            continue
        spans.append(Span(match.start(), match.end(), "pay"))
        is_upper = (match["bound"] or "").startswith(_UPPER) or (match["after"] or "").endswith("дейін")
        if found is None and not is_upper:
            found = round(value)
    if is_asked and not spans:
        for amount, pattern in _SAID:
            if said := pattern.search(text):
                return amount, [Span(said.start(), said.end(), "pay")]
    return found, spans
