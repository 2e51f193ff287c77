"""Programme, its directions and measures, and the versions of a measure's terms."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy import Text as TextColumn
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.states import Approval, MeasureKind, MeasureState


class Named(Base):
    """A thing with a name in three languages."""

    __abstract__ = True

    name_kk: Mapped[str]
    name_ru: Mapped[str]
    name_en: Mapped[str]

    @property
    def name(self) -> Text:
        return Text(kk=self.name_kk, ru=self.name_ru, en=self.name_en)


class Programme(Named):
    """What a government decided on, for some years."""

    __tablename__ = "programmes"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]

    directions: Mapped[list["Direction"]] = relationship(back_populates="programme", order_by="Direction.number")

    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="period"),)


class Direction(Named):
    """A part of a programme, numbered as people call it: the second direction."""

    __tablename__ = "directions"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    number: Mapped[int]

    programme: Mapped[Programme] = relationship(back_populates="directions")
    measures: Mapped[list["Measure"]] = relationship(back_populates="direction", order_by="Measure.id")

    __table_args__ = (UniqueConstraint("programme_id", "number", name="uq_directions_programme_number"),)


class Measure(Named):
    """One kind of help within a direction; what it asks for and gives is in its terms."""

    __tablename__ = "measures"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    direction_id: Mapped[int] = mapped_column(ForeignKey("directions.id"), index=True)
    kind: Mapped[MeasureKind] = mapped_column(choice(MeasureKind))
    state: Mapped[MeasureState] = mapped_column(choice(MeasureState), default=MeasureState.OPEN)

    direction: Mapped[Direction] = relationship(back_populates="measures")
    terms: Mapped[list["MeasureTerms"]] = relationship(back_populates="measure", order_by="MeasureTerms.version")


class MeasureTerms(Base):
    """One version of a measure's rules, never changed once made: a decision taken under it stays explained by it.

    `most_amount` is tenge for one participant over the whole measure; `rate_periods` hold months, share in per cent and cap in tenge a month;
    `details` what only some kinds need (`rules/details.py`).
    """

    __tablename__ = "measure_terms"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    version: Mapped[int]
    valid_from: Mapped[date]
    eligibility: Mapped[dict[str, Any]] = mapped_column(JSONB)
    most_months: Mapped[int]
    most_amount: Mapped[int]
    rate_periods: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    details: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    documents: Mapped[list[str]] = mapped_column(ARRAY(TextColumn), default=list)
    approval: Mapped[Approval] = mapped_column(choice(Approval))
    fingerprint: Mapped[str]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(default="")

    measure: Mapped[Measure] = relationship(back_populates="terms")

    __table_args__ = (
        UniqueConstraint("measure_id", "version", name="uq_measure_terms_version"),
        CheckConstraint("most_months > 0 AND most_amount >= 0", name="limits"),
    )
