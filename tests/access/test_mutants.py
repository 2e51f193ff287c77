"""Each guard taken away alone is noticed by the matrix; each of the two walls holds without the other."""

from collections.abc import Callable
from importlib import import_module
from itertools import islice

import pytest
from flask import Flask

from labour_exchange.foundation.access import Action, action_of
from tests.access.matrix import Cell, Inquiry, cells
from tests.access.walls import guards, without, without_all, without_row_security

# The other predicates stand behind these, so that a foreign record is not even found; tests/access/test_predicates.py asks them directly.
FIRST_WALL = (
    "cases.visible_appointments",
    "cases.visible_cases",
    "cases.visible_contracts",
    "employers.may_verify",
    "inspections.visible_inspections",
    "jobseekers.visible_jobseekers",
    "jobseekers.visible_profiles",
    "jobseekers.visible_registrations",
    "matching.may_read_candidates",
    "notifications.visible_messages",
    "oversight.may_answer",
    "oversight.visible_instructions",
    "oversight.visible_reports",
    "partners.visible_partners",
    "placements.visible",
    "programmes.visible_enrolments",
    "standards.visible_complaints",
    "standards.visible_versions",
    "programmes.visible_projects",
    "statistics.may_read_region",
    "vacancies.may_check",
    "vacancies.may_keep",
    "vacancies.visible",
)
ROW_SECURED = {
    *("application", "invitation", "unanswered invitation", "referral", "offer", "placement", "start to confirm", "proposal"),
    *("registration", "jobseeker", "work", "case", "contract", "obligation", "plan step", "appointment"),
    *("waiting remark", "rating", "service", "service complaint", "escalated complaint"),
    *("enrolment", "payment", "claim of subsidy", "learning", "subsidised post"),
    *("inspection", "agency inspection", "recovery entry"),
    *("partner", "unanswered partner", "waiting partner", "declined partner", "withdrawn partner", "overdue partner", "left partner"),
    *("followed step", "waiting step", "withdrawn step", "partner meeting", "provider", "provider step", "provider meeting"),
    *("credit", "check", "relocated", "project", "project payment"),
}
"""Records behind row-level security."""


def out_of_scope(app: Flask, inquiry: Inquiry) -> list[Cell]:
    """Records of others, asked for by a kind of actor that may do such things to its own."""
    return [cell for cell in cells(app, inquiry.world) if cell.side and not cell.is_permitted and cell.is_of_action]


def first_unexpected(inquiry: Inquiry, asked: list[Cell], counts: Callable[[str], bool] = bool) -> list[str]:
    return list(islice((one for one in inquiry.unexpected(asked) if counts(one)), 1))


def likeliest_first(app: Flask, name: str, asked: list[Cell]) -> list[Cell]:
    """What the part of this guard lets do comes first: one breach is enough, and the others are seldom needed to find it."""
    own = [one for one in vars(import_module(f"labour_exchange.{name.partition('.')[0]}.access")).values() if isinstance(one, Action)]
    return sorted(asked, key=lambda cell: action_of(app.view_functions[cell.endpoint]) not in own)


def is_breach(line: str) -> bool:
    """Whether something was given away or changed; which status says no is another question."""
    return "carries words" in line or "changed" in line


def test_without_the_admission_of_kinds(app: Flask, inquiry: Inquiry) -> None:
    asked = [cell for cell in cells(app, inquiry.world) if not cell.is_permitted and not cell.is_of_action]
    hooks = app.before_request_funcs[None]
    kept = list(hooks)
    hooks[:] = [hook for hook in hooks if hook.__name__ != "_admit"]
    assert len(hooks) == len(kept) - 1
    try:
        assert first_unexpected(inquiry, asked)
    finally:
        hooks[:] = kept


@pytest.mark.parametrize("name", FIRST_WALL)
def test_without_one_guard_of_the_code(app: Flask, inquiry: Inquiry, name: str) -> None:
    asked = likeliest_first(app, name, out_of_scope(app, inquiry))
    with without_row_security(), without(guards()[name]):
        assert first_unexpected(inquiry, asked), f"{name} is missed by nobody"


def test_the_code_holds_without_row_security(app: Flask, inquiry: Inquiry) -> None:
    with without_row_security():
        assert list(inquiry.unexpected(out_of_scope(app, inquiry))) == []


def test_row_security_holds_without_the_code(app: Flask, inquiry: Inquiry) -> None:
    asked = [cell for cell in out_of_scope(app, inquiry) if cell.record in ROW_SECURED]
    with without_all(guards()):
        assert [line for line in inquiry.unexpected(asked) if is_breach(line)] == []
        with without_row_security():
            assert first_unexpected(inquiry, asked, is_breach), "the questions would not notice a breach"
