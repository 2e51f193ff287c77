"""Driving licence categories: "категории C/С", "права кат. В,С", "С санатты жүргізуші", "licence C"."""

import re

from search.analysis.recognisers.spans import Span, stands_in

_ORDER = ("A", "B", "C", "D", "E")
_LATIN = dict(zip("авсдеabcde", _ORDER * 2, strict=True))
# Without one of these neither pattern below finds anything, and most texts have none.
SPOKEN_OF = ("прав", "удостоверени", "куәлі", "licen", "кат", "санат", "categor", "в/у")
# Bounded, so that a hostile text of letters and commas is read in linear time.
_LETTERS = r"(?:[авсдеabcde]1?\s{0,2}(?:[,/+&]|\bи\b|\bжәне\b|-(?=[авсдеabcde]\b))?\s{0,2}){0,6}[авсдеabcde]1?"
_BEFORE = re.compile(
    r"\b(?:(?:водительск\w+\s+)?(?:прав[ао]?|удостоверени\w+|куәлі\w+|licen[cs]es?|категори[яийюе]\w{0,2}|кат\b|санат\w*|category|categories|в/у)\b[\s.:«\"'(]*"
    r"(?:на\s+)?(?:категори[яийюе]\w{0,2}|кат\b\.?|санат\w*\b|category)?[\s.:«\"'(]*)"
    rf"(?P<letters>{_LETTERS})(?![\w-])[»\"')]?"
)
_AFTER = re.compile(
    rf"(?<![\w-])[«\"']?(?P<letters>{_LETTERS})[»\"']?\s*-?\s*"
    r"(?:санат\w*|категориял\w+|категориясы\w*|категори[яийю]\b|category\b|кат\b\.?|(?:class\s+)?(?:driving\s+)?licen[cs]e)"
)
PATTERNS = (_BEFORE, _AFTER)
# "категории с опытом", "категории в школу": the letter is a preposition.
_PREPOSITION = re.compile(r"\s+\w+(?:ом|ем|ой|ей|ью|ами|ями|ым|им|ыми|ими|ах|ях|е|у|ю|ию)\b")


def _categories(letters: str) -> list[str]:
    return [_LATIN[letter] for letter in letters if letter in _LATIN]


def licences(text: str, typed: str) -> tuple[tuple[str, ...], list[Span]]:
    """The categories in alphabetical order, and where they stand. `text` is the folded form of `typed`."""
    if not stands_in(SPOKEN_OF, text):
        return (), []
    found: set[str] = set()
    spans: list[Span] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            letters = match["letters"]
            single_small = len(letters) == 1 and typed[match.start("letters")].islower() and letters in "вс"
            if single_small and (pattern is _AFTER or _PREPOSITION.match(text, match.end())):
                continue
            if any(match.start() < span.end and span.start < match.end() for span in spans):
                continue
            found.update(_categories(re.sub(r"\b(?:и|және)\b", " ", letters)))
            spans.append(Span(match.start(), match.end(), "licences"))
    return tuple(sorted(found)), spans
