"""Monthly series from a CSV file of series, month and value: columns are found by their names, problems are named by line and field."""

import csv
import io
import re
from dataclasses import dataclass

import numpy as np

from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.statistics.forecasts import texts
from labour_exchange.statistics.forecasts.candidates import Floats

COLUMNS = {
    "series": ("series", "name", "region", "state", "area", "қатар", "ряд", "серия", "регион", "id"),
    "month": ("month", "date", "period", "time", "time_period", "ай", "месяц", "дата"),
    "value": ("value", "rate", "obs_value", "count", "y", "мәні", "мән", "значение"),
}
MONTHS = (
    re.compile(r"(?P<year>\d{4})[-/.M](?P<month>\d{1,2})(?:[-/.]\d{1,2}(?:[T ][\d:.]+Z?)?)?", re.ASCII),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})", re.ASCII),
    re.compile(r"(?:\d{1,2}\.)?(?P<month>\d{1,2})[./-](?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<word>[A-Za-z]{3})[a-z]*\.?[- ](?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[- ](?P<word>[A-Za-z]{3})[a-z]*", re.ASCII),
)
"""2026-10, also with a day or an instant after it; 202610; 10.2026, also with a day and a point before it; Oct 2026; 2026 Oct.

10/11/2026 is not read: it is two different days in two countries."""
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
SPACED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?", re.ASCII)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",;\t|"
NOT_OBSERVED = frozenset({"", "na", "n/a", "nan", "null", "none", "-", ".", ".."})
MOST_PROBLEMS = 10
MOST_MONTHS = 2400


@dataclass(frozen=True, slots=True)
class Series:
    """Consecutive months from the first observed one to the last; NaN where there was no value. Empty when none was observed."""

    name: str
    first: str
    observed: Floats


def read_series(content: bytes) -> list[Series]:
    """The file's series in the order of their first rows. Raises InvalidInput with up to ten problems, each with its line."""
    try:
        text = content.decode("utf-16" if content.startswith(UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput([FieldError("file", texts.NOT_UTF8)]) from None
    delimiter = max(DELIMITERS, key=re.split(r"[\r\n]", text, maxsplit=1)[0].count)
    # An empty newline keeps line ends as they are and knows all three kinds.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    months: dict[str, dict[int, float]] = {}
    problems: list[FieldError] = []
    try:
        places = _places(next(rows, []))
        for row in rows:
            if any(cell.strip() for cell in row) and len(problems) < MOST_PROBLEMS:
                _read_row(row, rows.line_num, places, delimiter, months, problems)
    except csv.Error:
        problems.append(FieldError("file", texts.NOT_CSV, {"line": rows.line_num}))
    if problems:
        raise InvalidInput(problems)
    found = [_consecutive(name, observed) for name, observed in months.items()]
    if not any(len(one.observed) for one in found):
        raise InvalidInput([FieldError("file", texts.NO_ROWS)])
    return found


def _places(header: list[str]) -> dict[str, int]:
    """Where each column stands: by its name, and in a table of three columns the last one by what is left."""
    names = [one.strip().casefold() for one in header]
    places = {column: next((names.index(name) for name in known if name in names), -1) for column, known in COLUMNS.items()}
    missing = [column for column, place in places.items() if place < 0]
    if len(missing) == 1 and len(names) == len(COLUMNS):
        return places | {missing[0]: next(place for place in range(len(names)) if place not in places.values())}
    if missing:
        raise InvalidInput([FieldError(column, texts.NO_COLUMN, {"column": column, "found": ", ".join(header)[:200] or "–"}) for column in missing])
    return places


def _read_row(
    row: list[str], line: int, places: dict[str, int], delimiter: str, months: dict[str, dict[int, float]], problems: list[FieldError]
) -> None:
    if len(row) <= max(places.values()):
        problems.append(FieldError("file", texts.SHORT_ROW, {"line": line, "cells": len(row), "needed": max(places.values()) + 1}))
        return
    name, written_month, written = (row[places[column]].strip() for column in ("series", "month", "value"))
    month, value = _month(written_month), _value(written, delimiter)
    if not name:
        problems.append(FieldError("series", texts.NO_NAME, {"line": line}))
    if month is None:
        problems.append(FieldError("month", texts.NOT_A_MONTH, {"line": line, "written": written_month[:40]}))
    if value is None:
        problems.append(FieldError("value", texts.NOT_A_NUMBER, {"line": line, "written": written[:40]}))
    if not name or month is None or value is None:
        return
    of_series = months.setdefault(name, {})
    if month in of_series:
        problems.append(FieldError("month", texts.TWICE, {"line": line, "name": name[:60], "written": written_month}))
    elif of_series and max(month, *of_series) - min(month, *of_series) >= MOST_MONTHS:
        problems.append(FieldError("month", texts.TOO_FAR, {"line": line, "written": written_month}))
    of_series[month] = value


def _month(written: str) -> int | None:
    """Months since year 0; a day is ignored."""
    found = next((one for one in (form.fullmatch(written) for form in MONTHS) if one), None)
    if not found:
        return None
    parts = found.groupdict()
    word = (parts.get("word") or "").casefold()
    month = int(parts["month"]) if not word else ENGLISH.index(word) + 1 if word in ENGLISH else 0
    return int(parts["year"]) * 12 + month - 1 if 1 <= month <= 12 and int(parts["year"]) > 0 else None


def _value(written: str, delimiter: str) -> float | None:
    """The number; NaN for a month that was not observed, None for what is no number.

    Thousands may be set apart by spaces. A decimal comma is read where commas do not separate cells.
    """
    if written.casefold() in NOT_OBSERVED:
        return float("nan")
    plain = written.replace("\u2212", "-")
    if SPACED.fullmatch(plain):
        plain = re.sub(r"\s", "", plain)
    if delimiter != ",":
        plain = plain.replace(",", ".")
    value = float(plain) if NUMBER.fullmatch(plain) else float("inf")
    return value if np.isfinite(value) else None


def _consecutive(name: str, observed: dict[int, float]) -> Series:
    known = [month for month, value in observed.items() if np.isfinite(value)]
    if not known:
        return Series(name, "", np.array([], dtype=np.float64))
    first, last = min(known), max(known)
    values = np.array([observed.get(month, np.nan) for month in range(first, last + 1)], dtype=np.float64)
    return Series(name, f"{first // 12:04}-{first % 12 + 1:02}", values)
