"""Where a household moves to, how many they are, what it costs, and when they came."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.vacancies.models import Vacancy


class Relocation(Base):
    """The move of an enrolment's household; `vacancy_id` is the job that waits there, if one does. Costs in tenge."""

    __tablename__ = "relocations"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"), unique=True)
    from_region: Mapped[str]
    to_region: Mapped[str]
    members: Mapped[int]
    children: Mapped[int]
    moving_cost: Mapped[int]
    housing_cost: Mapped[int]
    vacancy_id: Mapped[int | None] = mapped_column(ForeignKey("vacancies.id", ondelete="SET NULL"), index=True)
    moved_on: Mapped[date | None]

    enrolment: Mapped[Enrolment] = relationship()
    vacancy: Mapped[Vacancy | None] = relationship()

    __table_args__ = (
        CheckConstraint("members > 0 AND 0 <= children AND children < members", name="household"),
        CheckConstraint("moving_cost >= 0 AND housing_cost >= 0", name="costs"),
        CheckConstraint("from_region <> to_region", name="regions"),
    )
