"""Kind of employment: permanent, fixed term, seasonal, temporary."""

import re

from search.analysis.recognisers.spans import Span

# "временно" and "постоянно" alone say how something is done, not what the employment is: they need the work beside them.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("seasonal", re.compile(r"\b(?:сезонн\w+(?:\s+(?:работ\w*|занятост\w*))?|маусымдық(?:\s+жұмыс\w*)?|seasonal(?:\s+(?:work|job)s?)?)\b")),
    (
        "temporary",
        re.compile(
            r"\b(?:временн\w+\s+(?:работ\w*|занятост\w*|основ\w*)|уақытша\s+жұмыс(?!шы|кер)\w*|уақытша|temporary(?:\s+(?:work|job|position)s?)?|temp\s+jobs?)\b"
        ),
    ),
    (
        "fixed_term",
        re.compile(r"\b(?:срочн\w+\s+(?:трудов\w+\s+)?(?:договор|контракт)\w*|мерзімді\s+(?:еңбек\s+)?шарт\w*|fixed[ -]term(?:\s+contract)?)\b"),
    ),
    (
        "permanent",
        re.compile(
            r"\b(?:постоянн\w+\s+(?:работ\w*|занятост\w*|мест\w*|основ\w*)|тұрақты\s+жұмыс(?!шы|кер)\w*|permanent(?:\s+(?:work|job|position)s?)?)\b"
        ),
    ),
)


def employment_kind(text: str) -> tuple[str | None, list[Span]]:
    """seasonal, temporary, fixed_term, permanent or None, and where it was read. The text must be folded."""
    for kind, pattern in _KINDS:
        match = pattern.search(text)
        if match:
            return kind, [Span(match.start(), match.end(), "kind")]
    return None, []
