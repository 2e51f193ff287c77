"""Messages, the tries to deliver them, and what people want to get."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.protection import Sealed
from labour_exchange.notifications.states import Channel, MessageKind, MessageState, Topic


class Message(Base):
    """One message to one person. Words are sealed: they can hold names and links; a body with a secret is emptied once it is sent."""

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    kind: Mapped[MessageKind] = mapped_column(choice(MessageKind))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    address: Mapped[str | None] = mapped_column(Sealed)
    language: Mapped[str]
    subject: Mapped[str] = mapped_column(Sealed)
    body: Mapped[str] = mapped_column(Sealed)
    path: Mapped[str] = mapped_column(default="")
    occasion: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[MessageState] = mapped_column(choice(MessageState), default=MessageState.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("ix_messages_user_id_id", "user_id", "id"),
        Index("ix_messages_due", "next_try_at", postgresql_where="state IN ('waiting', 'held')"),
        CheckConstraint("(user_id IS NULL) <> (address IS NULL)", name="one_recipient"),
    )


class DeliveryAttempt(Base):
    """One try to deliver a message; `detail` is a code, never words of a mail server, which can quote an address."""

    __tablename__ = "delivery_attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    succeeded: Mapped[bool]
    detail: Mapped[str] = mapped_column(default="")
    attempted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Preference(Base):
    """Whether a person wants letters about a topic; who has said nothing wants them."""

    __tablename__ = "message_preferences"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    topic: Mapped[Topic] = mapped_column(choice(Topic), primary_key=True)
    is_wanted: Mapped[bool]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
