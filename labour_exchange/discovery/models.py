"""What waits to be rendered as a search document, and what waits to be copied to Elasticsearch."""

from datetime import datetime

from sqlalchemy import Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime


class DocumentChange(Base):
    """A row that changed since its document was rendered; triggers write these."""

    __tablename__ = "document_changes"

    kind: Mapped[str] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(primary_key=True)
    marked_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_document_changes_marked_at", "marked_at"),)


class PendingCopy(Base):
    """A rendered document that Elasticsearch has not acknowledged. `turn` rises with every change, so a late acknowledgement clears no newer one."""

    __tablename__ = "pending_copies"

    kind: Mapped[str] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[int] = mapped_column(Identity())

    __table_args__ = (Index("ix_pending_copies_turn", "turn"),)


class SearchWord(Base):
    """A word that documents use as it stands there: nobody who types it is corrected."""

    __tablename__ = "search_words"

    kind: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)
