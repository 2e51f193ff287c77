"""Offices of the public employment service and the staff who work there."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.foundation.database import Base, choice, new_public_id
from labour_exchange.foundation.texts import Text
from labour_exchange.offices.states import OfficeLevel


class Office(Base):
    """People and a door."""

    __tablename__ = "offices"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    level: Mapped[OfficeLevel] = mapped_column(choice(OfficeLevel))
    region_code: Mapped[str | None] = mapped_column(index=True)
    district_code: Mapped[str | None]
    name_kk: Mapped[str]
    name_ru: Mapped[str]
    name_en: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)

    @property
    def name(self) -> Text:
        return Text(kk=self.name_kk, ru=self.name_ru, en=self.name_en)


class StaffMember(Base):
    """A user's appointment at an office."""

    __tablename__ = "staff_members"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    appointed_on: Mapped[date]
    ended_on: Mapped[date | None]

    user: Mapped[User] = relationship()
    office: Mapped[Office] = relationship()
