"""A report's life: drafted, commented on, frozen, signed by two people, published; corrected by a new edition only."""

from contextlib import suppress
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.oversight import rules
from labour_exchange.oversight.access import may_comment, may_keep_reports
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.definitions.definition import Definition
from labour_exchange.oversight.events import ReportOpened, ReportPublished
from labour_exchange.oversight.models.reports import Report, ReportComment, ReportEntry, ReportRow
from labour_exchange.oversight.queries import reports as queries
from labour_exchange.oversight.states import REPORT_LIFECYCLE, LineKind, ReportState
from labour_exchange.oversight.texts import refusals
from labour_exchange.statistics.periods import Period, read_period

COPIED = ("plan", "fact", "next_plan", "source")


def open_report(
    session: Session, actor: Actor, definition_code: str, written_period: str, *, comments_until: date | None = None, reason: str = ""
) -> Report:
    """Begin a draft, or a new edition of what is published, with what was typed for the edition before.

    Raises InvalidInput for an unknown definition or a period of another kind, a day that has passed, an edition without a reason or a first one
    with it, and Conflict(edition_open) while the edition before is not published.
    """
    if not may_keep_reports(actor):
        raise NotFound
    reason, definition = reason.strip(), DEFINITIONS.get(definition_code)
    period = _checked(definition, written_period, comments_until)
    before = queries.editions(session, definition_code, period.code)
    if before and before[-1].state is not ReportState.PUBLISHED:
        raise Conflict(refusals.EDITION_OPEN)
    if bool(before) != bool(reason):
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING if before else refusals.REASON_NEEDLESS)])
    report = Report(
        definition_code=definition_code,
        definition_version=DEFINITIONS[definition_code].version,
        period_code=period.code,
        edition=len(before) + 1,
        as_of=_yesterday(),
        comments_until=comments_until,
        reason=reason,
        previous_content_hash=before[-1].content_hash if before else "",
        drafted_by_id=actor.user_id,
        drafted_at=clock.now(),
        state=REPORT_LIFECYCLE.initial,
    )
    session.add(report)
    session.flush()
    if before:
        _copy_entries(session, before[-1], report)
    log_transition(session, actor, REPORT_LIFECYCLE.name, report.id, "open", "", report.state)
    if comments_until is not None:
        record(session, actor, ReportOpened(report.id))
    return report


def compute_anew(session: Session, actor: Actor, report: Report) -> Report:
    """Let the draft's figures be those known at the end of yesterday."""
    _hold_draft(session, actor, report)
    report.as_of = _yesterday()
    session.flush()
    return report


def enter_figures(
    session: Session,
    actor: Actor,
    report: Report,
    line_code: str,
    *,
    plan: rules.Value = None,
    fact: rules.Value = None,
    next_plan: rules.Value = None,
    source: str = "",
) -> ReportEntry:
    """Type the plans of a line, and the figure with its source where a body reports it. Raises InvalidInput, Conflict(not_a_draft)."""
    _hold_draft(session, actor, report)
    line = next((one for one in queries.definition_of(report).lines if one.code == line_code), None)
    if line is None:
        raise NotFound
    source = source.strip()
    errors = [FieldError(name, refusals.NEGATIVE) for name, value in (("plan", plan), ("next_plan", next_plan)) if value is not None and value < 0]
    if line.kind is LineKind.COMPUTED and fact is not None:
        errors.append(FieldError("fact", refusals.FACT_IS_COMPUTED))
    elif fact is not None and fact < 0:
        errors.append(FieldError("fact", refusals.NEGATIVE))
    if fact is not None and line.kind is LineKind.REPORTED and not source:
        errors.append(FieldError("source", refusals.SOURCE_MISSING))
    if errors:
        raise InvalidInput(errors)
    entry = queries.entries_of(session, report).get(line_code) or ReportEntry(report_id=report.id, line_code=line_code)
    entry.plan, entry.fact, entry.next_plan, entry.source = plan, fact, next_plan, source
    entry.entered_by_id, entry.entered_at = _who(actor), clock.now()
    session.add(entry)
    session.flush()
    return entry


def comment_on_line(session: Session, actor: Actor, report: Report, line_code: str, *, text: str) -> ReportComment:
    """What the actor's region says. Raises InvalidInput, Conflict(comments_closed)."""
    if not may_comment(actor) or line_code not in {line.code for line in queries.definition_of(report).lines}:
        raise NotFound
    if not is_open_to_comments(report, clock.today()):
        raise Conflict(refusals.COMMENTS_CLOSED)
    if not text.strip():
        raise InvalidInput([FieldError("text", refusals.WORDS_MISSING)])
    comment = ReportComment(
        report_id=report.id, line_code=line_code, region_code=actor.region_code, text=text.strip(), user_id=_who(actor), written_at=clock.now()
    )
    session.add(comment)
    session.flush()
    return comment


def is_open_to_comments(report: Report, today: date) -> bool:
    """Until the end of the day that was given to the regions."""
    return report.state is ReportState.DRAFT and report.comments_until is not None and today <= report.comments_until


def freeze_report(session: Session, actor: Actor, report: Report) -> Report:
    """Write the figures once, with their hash. Raises Conflict(not_a_draft, period_not_over, comments_open)."""
    _hold_draft(session, actor, report)
    if queries.period_of(report).last_day > report.as_of:
        raise Conflict(refusals.PERIOD_NOT_OVER)
    if is_open_to_comments(report, clock.today()):
        raise Conflict(refusals.COMMENTS_OPEN, day=report.comments_until)
    figures = queries.draft_figures(session, report)
    for position, line in enumerate(queries.definition_of(report).lines, start=1):
        kept = asdict(figures[line.code]) | ({"fact": None} if figures[line.code].is_withheld else {})
        row = {"line_code": line.code, "kind": line.kind, "unit": line.unit, "body_code": line.body, **kept}
        session.add(ReportRow(report_id=report.id, position=position, **row))
    session.flush()
    report.content_hash, report.frozen_by_id, report.frozen_at = hash_of(session, report), _who(actor), clock.now()
    _move(session, actor, report, "freeze")
    return report


def sign_report(session: Session, actor: Actor, report: Report) -> Report:
    """The first signature, and the second by another person. Raises Conflict(not_allowed_now, same_person)."""
    _hold(session, actor, report)
    action = "sign" if report.signed_by_id is None else "countersign"
    REPORT_LIFECYCLE.after(report.state, action)
    if report.signed_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    if action == "sign":
        report.signed_by_id, report.signed_at = _who(actor), clock.now()
    else:
        report.countersigned_by_id, report.countersigned_at = _who(actor), clock.now()
    _move(session, actor, report, action)
    return report


def publish_report(session: Session, actor: Actor, report: Report) -> Report:
    """Show everybody what two people have signed. Raises Conflict(not_allowed_now)."""
    _hold(session, actor, report)
    REPORT_LIFECYCLE.after(report.state, "publish")
    report.published_at = clock.now()
    _move(session, actor, report, "publish")
    record(session, actor, ReportPublished(report.id))
    return report


def hash_of(session: Session, report: Report) -> str:
    """Of the report's head and its rows: what was frozen, and whether it still is what stands there."""
    names = ("line_code", "kind", "unit", "body_code", "plan", "fact", "next_plan", "is_withheld", "source")
    head = {name: str(getattr(report, name)) for name in ("definition_code", "definition_version", "period_code", "edition", "as_of", "reason")}
    rows = [{name: getattr(row, name) for name in names} for row in queries.rows_of(session, report)]
    return rules.content_hash([head | {"previous": report.previous_content_hash}, *rows])


def _checked(definition: Definition | None, written: str, comments_until: date | None) -> Period:
    errors: list[FieldError] = []
    if definition is None:
        errors.append(FieldError("definition", refusals.UNKNOWN_DEFINITION))
    period = None
    with suppress(ValueError):
        period = read_period(written.strip())
    if definition and (period is None or period.length != definition.length or (definition.periods and period.code not in definition.periods)):
        example = definition.periods[0] if definition.periods else {6: "2026-H1", 12: "2025"}[definition.length]
        errors.append(FieldError("period", refusals.WRONG_PERIOD, {"example": example}))
    if comments_until is not None and comments_until < clock.today():
        errors.append(FieldError("comments_until", refusals.DAY_PASSED))
    if errors or period is None:
        raise InvalidInput(errors)
    return period


def _copy_entries(session: Session, before: Report, report: Report) -> None:
    for code, entry in queries.entries_of(session, before).items():
        kept = {name: getattr(entry, name) for name in COPIED}
        session.add(ReportEntry(report_id=report.id, line_code=code, entered_by_id=entry.entered_by_id, entered_at=clock.now(), **kept))
    session.flush()


def _hold(session: Session, actor: Actor, report: Report) -> None:
    if not may_keep_reports(actor):
        raise NotFound
    session.refresh(report, with_for_update=True)


def _hold_draft(session: Session, actor: Actor, report: Report) -> None:
    _hold(session, actor, report)
    if report.state is not ReportState.DRAFT:
        raise Conflict(refusals.NOT_A_DRAFT)


def _move(session: Session, actor: Actor, report: Report, action: str) -> None:
    move(session, actor, report, REPORT_LIFECYCLE, action)
    facts: dict[str, Any] = {"report": report.name, "content": report.content_hash}
    record_act(session, actor, f"{action} report", "report", report.id, **facts)


def _yesterday() -> date:
    return clock.today() - timedelta(days=1)


def _who(actor: Actor) -> int:
    """The person behind an act that only people do."""
    if actor.user_id is None:
        raise NotFound
    return actor.user_id
