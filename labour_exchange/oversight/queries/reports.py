"""Reports in order, one of them with its lines, what regions said of it, and what an edition changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import VISITOR, Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.oversight import rules
from labour_exchange.oversight.access import visible_comments, visible_reports
from labour_exchange.oversight.bodies import BODIES, Body
from labour_exchange.oversight.definitions import DEFINITIONS
from labour_exchange.oversight.definitions.definition import Definition, Line
from labour_exchange.oversight.figures import facts_of, following, plans_of
from labour_exchange.oversight.models.reports import Report, ReportComment, ReportEntry, ReportRow
from labour_exchange.oversight.rules import Figures
from labour_exchange.oversight.states import LineKind, ReportState
from labour_exchange.statistics.periods import Period, read_period


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its figures, as a page or a printed report shows it."""

    line: Line
    figures: Figures

    @property
    def body(self) -> Body:
        return BODIES[self.line.body]

    @property
    def share(self) -> rules.Value:
        return rules.share_of_plan(self.figures.plan, self.figures.fact)

    @property
    def is_reported(self) -> bool:
        return self.line.kind is LineKind.REPORTED


def definition_of(report: Report) -> Definition:
    return DEFINITIONS[report.definition_code]


def period_of(report: Report) -> Period:
    return read_period(report.period_code)


def reports(session: Session, actor: Actor) -> list[Report]:
    """The latest first; those the actor may see."""
    wanted = select(Report).order_by(Report.period_code.desc(), Report.definition_code, Report.edition.desc())
    return list(session.scalars(visible_reports(actor, wanted)))


def report_for(session: Session, actor: Actor, public_id: str) -> Report:
    """Raises NotFound."""
    found = session.scalars(visible_reports(actor, select(Report).where(Report.public_id == public_id))).one_or_none()
    if found is None:
        raise NotFound
    return found


def published_reports(session: Session) -> list[Report]:
    """What everybody may read, the latest first."""
    return reports(session, VISITOR)


def published_report(session: Session, name: str) -> Report:
    """By a name such as half_year.2026-H1.1. Raises NotFound."""
    code, _, rest = name.partition(".")
    period, _, edition = rest.rpartition(".")
    if not edition.isascii() or not edition.isdigit() or len(edition) > 4:
        raise NotFound
    wanted = select(Report).where(Report.definition_code == code, Report.period_code == period, Report.edition == int(edition))
    found = session.scalars(visible_reports(VISITOR, wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


def editions(session: Session, definition_code: str, period_code: str) -> list[Report]:
    """The first one first."""
    wanted = select(Report).where(Report.definition_code == definition_code, Report.period_code == period_code)
    return list(session.scalars(wanted.order_by(Report.edition)))


def entries_of(session: Session, report: Report) -> dict[str, ReportEntry]:
    return {one.line_code: one for one in session.scalars(select(ReportEntry).where(ReportEntry.report_id == report.id))}


def rows_of(session: Session, report: Report) -> list[ReportRow]:
    return list(session.scalars(select(ReportRow).where(ReportRow.report_id == report.id).order_by(ReportRow.position)))


def lines_of(session: Session, report: Report, region: str | None = None) -> list[Shown]:
    """The lines of a report: of a draft as computed now, of any other as it was frozen. A region's figures exist in drafts only."""
    definition = definition_of(report)
    if report.state is ReportState.DRAFT or region is not None:
        figures = draft_figures(session, report, region)
        return [Shown(line, figures[line.code]) for line in definition.lines]
    known = {line.code: line for line in definition.lines}
    return [Shown(known[row.line_code], figures_of_row(row)) for row in rows_of(session, report) if row.line_code in known]


def draft_figures(session: Session, report: Report, region: str | None = None) -> dict[str, Figures]:
    """What would be frozen now: typed plans before those of the allocations. Of a region only what is computed."""
    definition, period = definition_of(report), period_of(report)
    facts = facts_of(session, definition, period, report.as_of, region)
    plans = plans_of(session, definition, period, region)
    following_plans = plans_of(session, definition, following(definition, period), region)
    typed = entries_of(session, report) if region is None else {}
    hidden = rules.withheld(definition.lines, facts)
    found = {}
    for line in definition.lines:
        entry = typed.get(line.code)
        found[line.code] = Figures(
            plan=_first(entry and entry.plan, plans.get(line.code)),
            fact=facts[line.code] if line.source else entry and entry.fact,
            next_plan=_first(entry and entry.next_plan, following_plans.get(line.code)),
            is_withheld=line.code in hidden,
            source=entry.source if entry else "",
        )
    return found


def figures_of_row(row: ReportRow) -> Figures:
    return Figures(row.plan, row.fact, row.next_plan, row.is_withheld, row.source)


def figures_of_rows(session: Session, report: Report) -> Mapping[str, Figures]:
    return {row.line_code: figures_of_row(row) for row in rows_of(session, report)}


def changed_lines(session: Session, report: Report) -> list[Line]:
    """What a later edition changed; nothing for a first one."""
    before = [one for one in editions(session, report.definition_code, report.period_code) if one.edition == report.edition - 1]
    if not before:
        return []
    definition = definition_of(report)
    changed = rules.changes(figures_of_rows(session, before[0]), figures_of_rows(session, report))
    return [definition.line(code) for code in changed]


def comments_of(session: Session, actor: Actor, report: Report) -> dict[str, list[ReportComment]]:
    """By line, the oldest first; those the actor may see."""
    wanted = select(ReportComment).where(ReportComment.report_id == report.id).order_by(ReportComment.id)
    found: dict[str, list[ReportComment]] = {}
    for one in session.scalars(visible_comments(actor, wanted)):
        found.setdefault(one.line_code, []).append(one)
    return found


def latest_published(session: Session) -> Report | None:
    """The published report of the latest period, in its last edition."""
    return session.scalars(
        visible_reports(VISITOR, select(Report)).order_by(Report.period_code.desc(), Report.published_at.desc(), Report.id.desc()).limit(1)
    ).one_or_none()


def _first(typed: rules.Value, otherwise: rules.Value) -> rules.Value:
    return otherwise if typed is None else typed
