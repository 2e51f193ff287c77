"""Whole years and whole months between two dates, as people count them."""

from datetime import date


def whole_months(since: date, until: date) -> int:
    """Full months from `since` to `until`; a month is full on the same day of the month. Never negative."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return max(0, months - (until.day < since.day))


def age_on(born_on: date, day: date) -> int:
    """Full years; who was born on 29 February turns older on 1 March of a common year."""
    return whole_months(born_on, day) // 12
