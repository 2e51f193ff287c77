"""Runs in which an agency sent vacancies: what became of the rows, with an example of each refusal."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Way(StrEnum):
    """How the vacancies came: a file on a page, a stream of a program, or one by one, of which a day makes one run."""

    FILE = "file"
    API = "api"
    SINGLE = "single"


class ImportRun(Base):
    """One push. `outcomes` counts rows by outcome; `refusals` holds by code how many and the first few; `receipts` every row of a file."""

    __tablename__ = "import_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"))
    source_name: Mapped[str]
    way: Mapped[Way] = mapped_column(choice(Way))
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)
    rows: Mapped[int]
    outcomes: Mapped[dict[str, int]] = mapped_column(JSONB, default=dict)
    refusals: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    receipts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)

    __table_args__ = (Index("ix_import_runs_agency_id_id", "agency_id", "id"),)
