"""Stretches of a text, and the text folded for reading without moving any character."""

from typing import NamedTuple

_SAME_LENGTH = tuple(
    (
        dict.fromkeys("\u00a0\u202f\u2009\t\r\n", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"ё": "е", "ə": "ә", "ɵ": "ө"}
    ).items()
)


class Span(NamedTuple):
    """Characters `start` to `end` (not included) of the text as typed, and what was read from them."""

    start: int
    end: int
    sort: str  # pay, hours, remote, licences, experience, kind


def folded(text: str) -> str:
    """Lower case, plain spaces and dashes; every character stays at its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for letter, plain in _SAME_LENGTH:
        lowered = lowered.replace(letter, plain)
    return lowered


def stands_in(words: tuple[str, ...], text: str) -> bool:
    """Whether one of these parts of words does: asked before a pattern that finds nothing without them, because it is much quicker."""
    return any(word in text for word in words)


def without(text: str, spans: tuple[Span, ...]) -> str:
    """The text with every span replaced by one space."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + " " + text[span.end :]
    return text
