"""The spans of time that reports are about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReportCode(StrEnum):
    """`half-year` is the first half of a year; `year` is compared with the year before."""

    HALF_YEAR = "half-year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, both ends included."""

    code: str
    first: date
    last: date


def half_year(year: int) -> Span:
    return Span(f"{year}-H1", date(year, 1, 1), date(year, 6, 30))


def whole_year(year: int) -> Span:
    return Span(str(year), date(year, 1, 1), date(year, 12, 31))


def span_of(report_code: ReportCode, year: int) -> Span:
    return half_year(year) if report_code is ReportCode.HALF_YEAR else whole_year(year)
