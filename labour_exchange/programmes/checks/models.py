"""One check of one enrolment, planned when its money was paid and answered once."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.checks.states import CheckKind
from labour_exchange.programmes.models.enrolments import Enrolment


class FollowUpCheck(Base):
    """`is_met` says whether the business works or the household has stayed; None until somebody has looked. `jobs_created` for businesses only."""

    __tablename__ = "follow_up_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"))
    kind: Mapped[CheckKind] = mapped_column(choice(CheckKind))
    due_on: Mapped[date]
    checked_on: Mapped[date | None]
    is_met: Mapped[bool | None]
    jobs_created: Mapped[int | None]
    evidence: Mapped[str] = mapped_column(default="")
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (
        UniqueConstraint("enrolment_id", "kind", name="uq_follow_up_checks_enrolment_kind"),
        Index("ix_follow_up_checks_due", "due_on", postgresql_where="checked_on IS NULL"),
        CheckConstraint("(checked_on IS NULL) = (is_met IS NULL)", name="answered"),
        CheckConstraint("jobs_created >= 0", name="jobs_created"),
    )
