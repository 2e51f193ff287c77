"""Reports by edition: what is typed into a draft, what the regions say of it, and the rows that are written once."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.oversight.states import LineKind, ReportState, Unit


class Report(Base):
    """One edition of a report. `as_of` is the day as known at whose end its figures are computed; `reason` says what a later edition changes and why.

    Regions comment until `comments_until`, if it is given. Frozen, its figures are the rows whose hash is `content_hash`; two people sign.
    """

    __tablename__ = "reports"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    definition_code: Mapped[str]
    definition_version: Mapped[int]
    period_code: Mapped[str]
    edition: Mapped[int]
    state: Mapped[ReportState] = mapped_column(choice(ReportState), default=ReportState.DRAFT)
    as_of: Mapped[date]
    comments_until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    content_hash: Mapped[str] = mapped_column(default="")
    previous_content_hash: Mapped[str] = mapped_column(default="")
    drafted_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    drafted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    frozen_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    countersigned_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    countersigned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_demo: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("definition_code", "period_code", "edition", name="uq_reports_edition"),
        CheckConstraint("countersigned_by_id <> signed_by_id", name="two_people"),
        CheckConstraint("(state = 'draft') = (frozen_at IS NULL) AND (state = 'draft') = (content_hash = '')", name="frozen"),
        CheckConstraint("(state IN ('signed', 'published')) = (countersigned_by_id IS NOT NULL)", name="signed"),
        CheckConstraint("countersigned_by_id IS NULL OR signed_by_id IS NOT NULL", name="signed_in_turn"),
        CheckConstraint("(state = 'published') = (published_at IS NOT NULL)", name="published"),
        CheckConstraint("(edition = 1) = (reason = '')", name="reason"),
    )

    @property
    def name(self) -> str:
        """half_year.2026-H1.2 is the second edition of the half-year report of the first half of 2026."""
        return f"{self.definition_code}.{self.period_code}.{self.edition}"


class ReportEntry(Base):
    """What is typed for a line of a draft: its plan, the plan of the next period, and for a reported line the figure with its source."""

    __tablename__ = "report_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    line_code: Mapped[str]
    plan: Mapped[Decimal | None] = mapped_column(Numeric)
    fact: Mapped[Decimal | None] = mapped_column(Numeric)
    next_plan: Mapped[Decimal | None] = mapped_column(Numeric)
    source: Mapped[str] = mapped_column(default="")
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("report_id", "line_code", name="uq_report_entries_line"),
        CheckConstraint("plan >= 0 AND next_plan >= 0", name="plans"),
    )


class ReportComment(Base):
    """What a region says about a line of a draft. Append-only; the ministry reads all, a region its own."""

    __tablename__ = "report_comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    line_code: Mapped[str]
    region_code: Mapped[str]
    text: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReportRow(Base):
    """A line as it was frozen: written once, changed never. A count withheld to protect people has no figure here either."""

    __tablename__ = "report_rows"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    position: Mapped[int]
    line_code: Mapped[str]
    kind: Mapped[LineKind] = mapped_column(choice(LineKind))
    unit: Mapped[Unit] = mapped_column(choice(Unit))
    body_code: Mapped[str]
    plan: Mapped[Decimal | None] = mapped_column(Numeric)
    fact: Mapped[Decimal | None] = mapped_column(Numeric)
    next_plan: Mapped[Decimal | None] = mapped_column(Numeric)
    is_withheld: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        UniqueConstraint("report_id", "line_code", name="uq_report_rows_line"),
        CheckConstraint("NOT is_withheld OR fact IS NULL", name="withheld"),
        CheckConstraint("kind = 'computed' OR fact IS NULL OR source <> ''", name="reported_with_source"),
    )
