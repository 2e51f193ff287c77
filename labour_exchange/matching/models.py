"""What a jobseeker said of a suggestion."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime


class DismissedSuggestion(Base):
    """A vacancy that the person does not want to be shown again, and the reason that was wrong, if one was named."""

    __tablename__ = "dismissed_suggestions"

    id: Mapped[int] = mapped_column(primary_key=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"))
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    contested: Mapped[str] = mapped_column(default="")
    dismissed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_dismissed_suggestions_once"),)
