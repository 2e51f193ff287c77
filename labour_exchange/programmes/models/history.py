"""Records of the years before the exchange kept them itself, taken over one by one: social contracts on paper, facilities built or repaired."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, choice, new_public_id
from labour_exchange.programmes.states import FacilityKind


class ArchivedContract(Base):
    """One social contract that a person and an office signed on paper; `number` is the archive's."""

    __tablename__ = "archived_contracts"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    number: Mapped[str] = mapped_column(unique=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    signed_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    is_demo: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (CheckConstraint("signed_on <= ends_on", name="period"),)


class ReportedFacility(Base):
    """One facility built or repaired under a measure, as the region's authority reported it when it was completed."""

    __tablename__ = "reported_facilities"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    kind: Mapped[FacilityKind] = mapped_column(choice(FacilityKind))
    region_code: Mapped[str]
    district_code: Mapped[str | None]
    completed_on: Mapped[date] = mapped_column(index=True)
    is_demo: Mapped[bool] = mapped_column(default=False)
