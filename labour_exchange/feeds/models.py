"""Changes of vacancies in the order in which readers are told of them, and how far back they go."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.feeds.states import ChangeKind
from labour_exchange.foundation.database import Base, UtcDateTime, choice


class VacancyChange(Base):
    """One change, written by a trigger in the transaction of the vacancy; never altered.

    `transaction` is the xid8 of that transaction. A vacancy that left a region or an occupation names it as the former one, so that
    a reader of that region is told of it too. Changes that only the agency sees are not public.
    """

    __tablename__ = "vacancy_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    transaction: Mapped[int] = mapped_column(server_default=text("(pg_current_xact_id()::text)::bigint"))
    kind: Mapped[ChangeKind] = mapped_column(choice(ChangeKind))
    public_id: Mapped[str]
    agency_id: Mapped[int | None]
    is_public: Mapped[bool]
    region_code: Mapped[str | None]
    occupation_code: Mapped[str | None]
    former_region_code: Mapped[str | None]
    former_occupation_code: Mapped[str | None]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, server_default=text("clock_timestamp()"))

    __table_args__ = (
        Index("ix_vacancy_changes_public", "transaction", "id", postgresql_where="is_public"),
        Index("ix_vacancy_changes_agency", "agency_id", "transaction", "id", postgresql_where="agency_id IS NOT NULL"),
    )


class FeedHorizon(Base):
    """The place up to which changes were forgotten; a single row, or none yet."""

    __tablename__ = "feed_horizons"

    transaction: Mapped[int]
    change_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
