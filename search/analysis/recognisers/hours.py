"""Hours and place of work: full, part, shift, rotational; remote or not."""

import re

from search.analysis.recognisers.spans import Span, stands_in

Patterns = tuple[tuple[str, re.Pattern[str]], ...]

# The first sort that is found counts: a rotational job has shifts too, and a part-time one may mention the full day. Each with the parts of words
# without one of which its pattern finds nothing.
HOURS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "rotational",
        ("вахт", "/", "4 на", "5 на", "0 на", "1 на", "8 на", "через", "rotation", "fly-in", "fifo"),
        re.compile(
            r"\b(?:вахт[оа]в\w+\s+(?:метод\w*|график\w*|работ\w*|режим\w*)|вахт[оа]в\w+|вахтасыз"
            r"|вахта(?:лық(?:\s+(?:әдіс|кесте)\w*)?|мен|ға)?|вахт[уеыо]й?|на вахту"
            r"|(?:7/7|14/14|15/15|20/10|20/20|21/21|28/28|30/15|30/30|45/45|45/30|60/30)"
            r"|(?:14|15|20|21|28|30|45|60) (?:на|через) (?:10|14|15|20|21|28|30|45)\b(?!\s*(?:тыс|мың|000))"
            r"|rotational|rotation\b|fly-in fly-out|fifo)\b"
        ),
    ),
    (
        "part",
        ("полн", "частичн", "став", "подработк", "part", "толық", "жарты"),
        re.compile(
            r"\b(?:не\s?полн\w+\s+(?:рабоч\w+\s+)?(?:день|дня|занятост\w*|недел\w*|ставк\w*)|неполный|частичн\w+\s+занятост\w*|полставки|0[.,]5\s+ставки"
            r"|подработк\w*|part[ -]time|толық емес(?:\s+(?:жұмыс\s+)?күн\w*)?|жарты\s+(?:күн|ставка|жұмыс күні)\w*|жартылай)\b"
        ),
    ),
    (
        "shift",
        ("смен", "сутки", "/", "2 на", "3 на", "4 на", "через", "ауысым", "shift"),
        re.compile(
            r"\b(?:по?сменн\w+(?:\s+(?:график\w*|работ\w*|режим\w*))?|сменн\w+\s+(?:график\w*|работ\w*|режим\w*)|сменный|сменная|в смену|по сменам"
            r"|ночн\w+\s+смен\w*|дневн\w+\s+смен\w*|сутки[\s/-]+(?:через\s+)?(?:сутки|двое|трое|два|три|[123])\b|день\s+через\s+(?:день|два)"
            r"|(?:1/3|2/2|3/3|4/2|1/2|4/4)|[1-4]\s+через\s+[1-4]|(?:два|три)\s+через\s+(?:два|три)|[234] на [234]"
            r"|ауысым(?:ды|дық|мен|да)(?:\s+(?:кесте|график|жұмыс)\w*)?"
            r"|(?:night|day)\s+shifts?|shift work|shifts?)\b"
        ),
    ),
    (
        "full",
        ("полн", "full", "толық", "/", "5 на", "через", "пятидневк"),
        re.compile(
            r"(?<!не)\b(?:полн(?:ый|ая|ого|ой|ую|ым)\s+(?:рабоч\w+\s+)?(?:день|дня|днем|занятост\w*)|full[ -]time|толық\s+(?:жұмыс\s+)?күн\w*"
            r"|толық\s+жұмыспен\s+қамту|(?:5/2|6/1)|5 (?:на|через) 2|пятидневк\w+)\b"
        ),
    ),
)
SPOKEN_OF_REMOTE = ("удален", "дистанционн", "дома", "қашық", "үйден", "remote", "home")
REMOTE = re.compile(
    r"\b(?:(?:на\s+)?удаленк\w*|удаленн\w+(?:\s+(?:работ\w*|формат\w*|режим\w*))?|дистанционн\w+(?:\s+(?:работ\w*|формат\w*))?"
    r"|работ\w*\s+из\s+дома|из дома"
    r"|қашық(?:тық)?тан(?:\s+жұмыс\w*)?|үйден(?:\s+жұмыс\w*)?|remote(?:ly)?(?:\s+(?:work|job))?|work from home|home office)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:не|без|кроме|not|no|except)\s+$")
_NOT_AFTER = re.compile(r"\s+(?:емес|не\s+(?:предлаг|рассматрива|предусмотр))\w*")
# How far before a match the word that denies it may begin.
_NEAR = 12


def hours(text: str, patterns: Patterns = ()) -> tuple[str | None, tuple[str, ...], list[Span]]:
    """full, part, shift, rotational or None; which of them the text denies ("не вахта"); and where it was read. The text must be folded.

    `patterns` are further ones, looked for after the usual ones.
    """
    chosen: str | None = None
    denied: list[str] = []
    spans: list[Span] = []
    usual = ((sort, pattern) for sort, parts, pattern in HOURS if stands_in(parts, text))
    for sort, pattern in (*usual, *patterns):
        for match in pattern.finditer(text):
            start, end, is_denied = _with_denial(text, match)
            if any(start < other.end and other.start < end for other in spans):
                continue
            spans.append(Span(start, end, "hours"))
            if is_denied:
                denied.append(sort)
            else:
                chosen = chosen or sort
    return chosen, tuple(sort for sort in dict.fromkeys(denied) if sort != chosen), spans


def _with_denial(text: str, match: re.Match[str]) -> tuple[int, int, bool]:
    """Where the match lies with the words that deny it, and whether there are any."""
    before, after = _NOT_BEFORE.search(text, max(0, match.start() - _NEAR), match.start()), _NOT_AFTER.match(text, match.end())
    is_denied = bool(before or after) or match.group().endswith("сыз")
    return before.start() if before else match.start(), after.end() if after else match.end(), is_denied


def remote(text: str, further: re.Pattern[str] | None = None) -> tuple[bool | None, list[Span]]:
    """True for remote work, False where the text says it is not, None where it says nothing. `further` is looked for without the usual words."""
    match = (REMOTE.search(text) if stands_in(SPOKEN_OF_REMOTE, text) else None) or (further.search(text) if further else None)
    if not match:
        return None, []
    start, end, is_denied = _with_denial(text, match)
    return not is_denied, [Span(start, end, "remote")]
