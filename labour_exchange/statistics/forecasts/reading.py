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
    "series": ("series", "name", "id", "region", "state", "area", "қатар", "ряд", "серия", "регион"),
    "month": ("month", "date", "period", "time", "time_period", "ай", "месяц", "дата"),
    "value": ("value", "rate", "obs_value", "count", "y", "мәні", "мән", "значение"),
}
MONTH = re.compile(r"(\d{4})[-/.M](\d{1,2})(?:[-/.]\d{1,2})?")
DELIMITERS = ",;\t|"
NOT_OBSERVED = frozenset({"", "na", "n/a", "nan", "null", "none", "-", ".", ".."})
MOST_PROBLEMS = 10
MOST_MONTHS = 2400


@dataclass(frozen=True, slots=True)
class Series:
    """Consecutive months from the first observed one to the last; NaN where there was no value."""

    name: str
    first: str
    observed: Floats


def read_series(content: bytes) -> list[Series]:
    """The file's series in the order of their first rows. Raises InvalidInput with up to ten problems, each with its line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput([FieldError("file", texts.NOT_UTF8)]) from None
    heading = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=heading.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    places = _places(next(rows, []))
    months: dict[str, dict[int, float]] = {}
    problems: list[FieldError] = []
    try:
        for row in rows:
            if any(cell.strip() for cell in row) and len(problems) < MOST_PROBLEMS:
                _read_row(row, rows.line_num, places, delimiter, months, problems)
    except csv.Error:
        problems.append(FieldError("file", texts.NOT_CSV, {"line": rows.line_num}))
    if problems:
        raise InvalidInput(problems)
    found = [_consecutive(name, observed) for name, observed in months.items() if any(np.isfinite(one) for one in observed.values())]
    if not found:
        raise InvalidInput([FieldError("file", texts.NO_ROWS)])
    return found


def _places(header: list[str]) -> dict[str, int]:
    names = [one.strip().casefold() for one in header]
    places = {column: next((names.index(name) for name in known if name in names), -1) for column, known in COLUMNS.items()}
    missing = [column for column, place in places.items() if place < 0]
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
    """Months since year 0; a day after the month is ignored."""
    found = MONTH.fullmatch(written)
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        return None
    return int(found[1]) * 12 + int(found[2]) - 1


def _value(written: str, delimiter: str) -> float | None:
    """The number; NaN for a month that was not observed, None for what is no number. A decimal comma is read where it cannot separate cells."""
    if written.casefold() in NOT_OBSERVED:
        return float("nan")
    try:
        value = float(written if delimiter == "," else written.replace(",", "."))
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _consecutive(name: str, observed: dict[int, float]) -> Series:
    known = [month for month, value in observed.items() if np.isfinite(value)]
    first, last = min(known), max(known)
    values = np.array([observed.get(month, np.nan) for month in range(first, last + 1)], dtype=np.float64)
    return Series(name, f"{first // 12:04}-{first % 12 + 1:02}", values)
