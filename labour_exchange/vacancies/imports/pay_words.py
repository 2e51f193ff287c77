"""Pay that a source writes as words: "35000—100000 ₸", "от 300 тыс. тенге"."""

import re

from labour_exchange.vacancies.imports.advertisement import Pay

TENGE = re.compile(r"₸|\bkzt\b|\bтг\b|\bтенге|\bтеңге", re.IGNORECASE)
# A number with spaces between its groups of three, and the word "thousand" behind it.
NUMBER = re.compile(r"(\d{1,3}(?:[\s\u202f.,]\d{3})+|\d+)\s*(тыс|мың|k\b|к\b)?", re.IGNORECASE)
UPPER_ONLY = re.compile(r"^\s*(?:до|up to)\b|\bдейін\b", re.IGNORECASE)
OTHER_PERIOD = re.compile(r"\b(?:час|смен|день|недел|год|сағат|ауысым|күн|апта|жыл|hour|shift|day|week|year)", re.IGNORECASE)


def pay_in_words(words: str, *, is_gross: bool) -> Pay:
    """Bounds only where the words say tenge and no period but the month; the words themselves are always kept for quoting."""
    numbers = [_amount(found) for found in NUMBER.finditer(words)]
    if not TENGE.search(words) or OTHER_PERIOD.search(words) or not 1 <= len(numbers) <= 2:
        return Pay(words=words)
    if len(numbers) == 2:
        lower, upper = numbers
        return Pay(lower, upper, is_gross=is_gross, words=words) if lower <= upper else Pay(words=words)
    if UPPER_ONLY.search(words):
        return Pay(None, numbers[0], is_gross=is_gross, words=words)
    return Pay(numbers[0], None, is_gross=is_gross, words=words)


def _amount(found: re.Match[str]) -> int:
    value = int(re.sub(r"\D", "", found.group(1)))
    return value * 1000 if found.group(2) else value
