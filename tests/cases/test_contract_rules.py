"""The term of a contract, both sides bound, a signature on paper: at, below and above each edge."""

from datetime import date, timedelta

import pytest

from labour_exchange.cases.rules.contracts import LONGEST_NUMBER, LONGEST_TERM, PaperSignature, Term, binds_both, signature_problems, term_problems
from labour_exchange.cases.states import Doer
from labour_exchange.foundation.errors import FieldError

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)
END = TODAY + 90 * DAY


def said(found: list[FieldError]) -> list[tuple[str, str]]:
    return [(one.field, one.message.code) for one in found]


@pytest.mark.parametrize(
    ("term", "dues", "expected"),
    [
        (Term(None, None), [], [("starts_on", "start_missing"), ("ends_on", "end_missing")]),
        (Term(TODAY - DAY, END), [], [("starts_on", "start_past")]),
        (Term(TODAY, END), [TODAY, END], []),
        (Term(TODAY, TODAY), [], [("ends_on", "end_first")]),
        (Term(TODAY, TODAY + DAY), [], []),
        (Term(TODAY, TODAY + LONGEST_TERM), [], []),
        (Term(TODAY, TODAY + LONGEST_TERM + DAY), [], [("ends_on", "term_too_long")]),
        (Term(TODAY, END), [TODAY - DAY], [("ends_on", "outside_term")]),
        (Term(TODAY, END), [END + DAY, END + 2 * DAY, END + 3 * DAY], [("ends_on", "outside_term")] * 2),
    ],
)
def test_the_term(term: Term, dues: list[date], expected: list[tuple[str, str]]) -> None:
    assert said(term_problems(term, dues, TODAY)) == expected


@pytest.mark.parametrize(("doers", "binds"), [([], False), ([Doer.PERSON], False), ([Doer.OFFICE] * 2, False), ([Doer.OFFICE, Doer.PERSON], True)])
def test_both_sides_are_bound(doers: list[Doer], binds: bool) -> None:
    assert binds_both(doers) is binds


@pytest.mark.parametrize(
    ("signed_on", "number", "expected"),
    [
        (None, " ", [("signed_on", "start_missing"), ("file_number", "file_number_missing")]),
        (TODAY + DAY, "12", [("signed_on", "signed_later")]),
        (TODAY, "1" * LONGEST_NUMBER, []),
        (TODAY - 3 * DAY, "12", []),
        (TODAY - 4 * DAY, "1" * (LONGEST_NUMBER + 1), [("signed_on", "signed_earlier"), ("file_number", "file_number_too_long")]),
    ],
)
def test_a_signature_on_paper(signed_on: date | None, number: str, expected: list[tuple[str, str]]) -> None:
    assert said(signature_problems(PaperSignature(signed_on, number), TODAY - 3 * DAY, TODAY)) == expected
