"""Hours and place of work: full, part, shift, rotational; remote or not."""

import re

from search.analysis.recognisers.spans import Span, stands_in

# The first sort that is found counts: a rotational job has shifts too, and a part-time one may mention the full day. Each with the parts of words
# without one of which its pattern finds nothing.
HOURS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "rotational",
        ("вахт", "/", "rotation", "fly-in", "fifo"),
        re.compile(
            r"\b(?:вахтов\w+\s+(?:метод\w*|график\w*|работ\w*|режим\w*)|вахтов\w+|вахта(?:лық(?:\s+(?:әдіс|кесте)\w*)?|мен|ға)?|вахт[уеыо]й?|на вахту"
            r"|(?:7/7|14/14|15/15|20/10|20/20|21/21|28/28|30/15|30/30|45/45|45/30|60/30)|rotational|rotation\b|fly-in fly-out|fifo)\b"
        ),
    ),
    (
        "part",
        ("полн", "частичн", "став", "подработк", "part", "толық", "жарты"),
        re.compile(
            r"\b(?:неполн\w+\s+(?:рабоч\w+\s+)?(?:день|дня|занятост\w*|недел\w*|ставк\w*)|неполный|частичн\w+\s+занятост\w*|полставки|0[.,]5\s+ставки"
            r"|подработк\w*|part[ -]time|толық емес(?:\s+(?:жұмыс\s+)?күн\w*)?|жарты\s+(?:күн|ставка|жұмыс күні)\w*|жартылай)\b"
        ),
    ),
    (
        "shift",
        ("смен", "сутки", "/", "ауысым", "shift"),
        re.compile(
            r"\b(?:по?сменн\w+(?:\s+(?:график\w*|работ\w*|режим\w*))?|сменн\w+\s+(?:график\w*|работ\w*|режим\w*)|сменный|сменная|в смену|по сменам"
            r"|ночн\w+\s+смен\w*|дневн\w+\s+смен\w*|сутки\s+через\s+\w+|(?:1/3|2/2|3/3|4/2|1/2|4/4)|ауысым(?:ды|дық|мен|да)(?:\s+(?:кесте|график|жұмыс)\w*)?"
            r"|shift work|shifts?|сутки/трое)\b"
        ),
    ),
    (
        "full",
        ("полн", "full", "толық", "/"),
        re.compile(
            r"(?<!не)\b(?:полн(?:ый|ая|ого|ой|ую|ым)\s+(?:рабоч\w+\s+)?(?:день|дня|днем|занятост\w*)|full[ -]time|толық\s+(?:жұмыс\s+)?күн\w*"
            r"|толық\s+жұмыспен\s+қамту|(?:5/2|6/1))\b"
        ),
    ),
)
SPOKEN_OF_REMOTE = ("удален", "дистанционн", "дома", "қашық", "үйден", "remote", "home")
REMOTE = re.compile(
    r"\b(?:(?:на\s+)?удаленк\w*|удаленн\w+(?:\s+(?:работ\w*|формат\w*|режим\w*))?|дистанционн\w+(?:\s+(?:работ\w*|формат\w*))?"
    r"|работ\w*\s+из\s+дома|из дома"
    r"|қашық(?:тық)?тан(?:\s+жұмыс\w*)?|үйден(?:\s+жұмыс\w*)?|remote(?:ly)?(?:\s+(?:work|job))?|work from home|home office)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:не|без|not|no)\s+$")
_NOT_AFTER = re.compile(r"\s+(?:емес|не\s+(?:предлаг|рассматрива|предусмотр))\w*")


def hours(text: str) -> tuple[str | None, list[Span]]:
    """full, part, shift, rotational or None, and where it was read. The text must be folded."""
    chosen: str | None = None
    spans: list[Span] = []
    for sort, parts, pattern in HOURS:
        if not stands_in(parts, text):
            continue
        found = [Span(match.start(), match.end(), "hours") for match in pattern.finditer(text)]
        if found and chosen is None:
            chosen = sort
        spans += [span for span in found if not any(span.start < other.end and other.start < span.end for other in spans)]
    return chosen, spans


def remote(text: str) -> tuple[bool | None, list[Span]]:
    """True for remote work, False where the text says it is not, None where it says nothing."""
    match = REMOTE.search(text) if stands_in(SPOKEN_OF_REMOTE, text) else None
    if not match:
        return None, []
    before, after = _NOT_BEFORE.search(text[: match.start()]), _NOT_AFTER.match(text, match.end())
    start = before.start() if before else match.start()
    end = after.end() if after else match.end()
    return not (before or after), [Span(start, end, "remote")]
