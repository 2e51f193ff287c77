"""Messages: composed in the transaction of what they tell, sent afterwards, counted, stopped."""

from datetime import datetime, time, timedelta

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.jobs import defer, job
from labour_exchange.notifications import letters, queries, rules
from labour_exchange.notifications.channels import NotDelivered, deliver, post
from labour_exchange.notifications.models import DeliveryAttempt, Message, Preference
from labour_exchange.notifications.states import MessageKind, MessageState, Topic
from labour_exchange.notifications.texts import UNSUBSCRIBE_NOT_VALID

BATCH = 100
GRACE = timedelta(minutes=2)
"""How long the job of a new message has before the clock looks after it."""
RETURN = timedelta(minutes=15)
"""How long the job that the clock gave a message has before it is given another."""


def compose_message(
    session: Session, kind: MessageKind, user_id: int, *, occasion: str | None = None, path: str = "", **values: object
) -> Message | None:
    """Write a message to a user and let it be sent after the commit; None when there was one for this `occasion`, or the user has left.

    `path` is an address after the language ("/jobseeker/applications"); `values` fill the words of the kind, each may be a Text.
    """
    user = session.get(User, user_id)
    if user is None or user.state is UserState.CLOSED:
        return None
    topic = letters.letter_of(kind).topic
    is_wanted = queries.is_wanted(session, user.id, topic)
    state = rules.state_before_sending(topic, is_wanted=is_wanted, sent_today=queries.letters_today(session, user.id))
    return _compose(session, kind, user.language, values, state=state, path=path, occasion=occasion, user_id=user.id)


def compose_letter(
    session: Session, kind: MessageKind, address: str, *, language: str, path: str = "", occasion: str | None = None, **values: object
) -> Message | None:
    """Write a letter to an address that has no account; letters about accounts only."""
    if letters.letter_of(kind).topic is not Topic.ACCOUNT:
        raise ValueError(f"{kind} goes to people with an account")
    return _compose(session, kind, language, values, state=MessageState.WAITING, path=path, occasion=occasion, address=address)


def _compose(
    session: Session,
    kind: MessageKind,
    language: str,
    values: dict[str, object],
    *,
    state: MessageState,
    path: str = "",
    occasion: str | None = None,
    user_id: int | None = None,
    address: str | None = None,
) -> Message | None:
    subject, body = letters.written(kind, language, values)
    now = clock.now()
    message = Message(
        kind=kind,
        user_id=user_id,
        address=address,
        language=language,
        subject=subject,
        body=body,
        path=f"/{language}{path}" if path else "",
        state=state,
        next_try_at=_tomorrow() if state is MessageState.HELD else now + GRACE,
        created_at=now,
    )
    if occasion is not None and not _claim(session, message, occasion):
        return None
    session.add(message)
    session.flush()
    if state is MessageState.WAITING:
        defer(session, "send_message", message_id=message.id)
    return message


def _claim(session: Session, message: Message, occasion: str) -> bool:
    """Whether this is the first message for the occasion. Of two at once the constraint refuses one, whose job then runs again."""
    taken = session.scalar(select(Message.id).where(Message.occasion == occasion))
    if taken is not None:
        return False
    message.occasion = occasion
    return True


def send_message(session: Session, message_id: int) -> None:
    """Deliver one message now; the job behind `compose_message`. At least once: a crash after the delivery sends it again."""
    message = session.scalar(select(Message).where(Message.id == message_id).with_for_update(skip_locked=True))
    if message is None or message.state not in (MessageState.WAITING, MessageState.HELD):
        return
    user = session.get(User, message.user_id) if message.user_id else None
    to = user.email if user else message.address
    if to is None or (user and user.state is UserState.CLOSED):
        message.state = MessageState.UNWANTED
        return
    now = clock.now()
    message.tries += 1
    attempt = DeliveryAttempt(message_id=message.id, channel=post().channel, succeeded=True, attempted_at=now)
    session.add(attempt)
    try:
        deliver(letters.as_email(message, to, user.public_id if user else None), message.public_id)
    except NotDelivered as problem:
        attempt.succeeded, attempt.detail = False, problem.detail
        pause = rules.pause_after(message.tries)
        message.state = MessageState.WAITING if pause else MessageState.FAILED
        message.next_try_at = now + (pause or timedelta())
        return
    message.state, message.sent_at = MessageState.SENT, now
    if letters.letter_of(message.kind).holds_secret:
        message.body = message.path = ""


def send_due_messages(session: Session) -> None:
    """Give a job to what was not delivered and to what was held since yesterday, within today's cap; runs by the clock."""
    now = clock.now()
    due = (
        select(Message)
        .where(Message.state.in_((MessageState.WAITING, MessageState.HELD)), Message.next_try_at <= now)
        .order_by(Message.next_try_at, Message.id)
        .limit(BATCH)
    )
    for message in session.scalars(due).all():
        topic = letters.letter_of(message.kind).topic
        if message.state is MessageState.HELD and message.user_id:
            is_wanted = queries.is_wanted(session, message.user_id, topic)
            message.state = rules.state_before_sending(topic, is_wanted=is_wanted, sent_today=queries.letters_today(session, message.user_id))
        message.next_try_at = _tomorrow() if message.state is MessageState.HELD else now + RETURN
        session.flush()
        if message.state is MessageState.WAITING:
            defer(session, "send_message", message_id=message.id)


def choose_topics(session: Session, actor: Actor, user_id: int, *, wanted: list[Topic]) -> None:
    """Set which topics come by mail."""
    for topic in queries.CHOOSABLE:
        _prefer(session, user_id, topic, topic in wanted)


def stop_letters(session: Session, actor: Actor, *, token: str) -> Topic:
    """Stop letters about one topic for whoever the signed link belongs to. Raises Refusal(unsubscribe_not_valid)."""
    user_public_id, topic = letters.read_unsubscribe_token(token)
    user_id = session.scalar(select(User.id).where(User.public_id == user_public_id))
    if user_id is None or topic is Topic.ACCOUNT:
        raise Refusal(UNSUBSCRIBE_NOT_VALID)
    _prefer(session, user_id, topic, False)
    return topic


def mark_read(session: Session, actor: Actor, message: Message) -> Message:
    message.read_at = message.read_at or clock.now()
    return message


def forget_old_messages(session: Session) -> None:
    """Delete what was written more than two years ago, and letters to addresses without an account after 30 days; runs by the clock."""
    now = clock.now()
    old = or_(Message.created_at < now - timedelta(days=730), Message.user_id.is_(None) & (Message.created_at < now - timedelta(days=30)))
    for message in session.scalars(select(Message).where(old).limit(10_000)):
        session.delete(message)


def register_jobs() -> None:
    """Give the worker the work of this part."""
    job("send_message", send_message, queue="mail")
    job("send_due_messages", send_due_messages, queue="mail", cron="*/5 * * * *")
    job("forget_old_messages", forget_old_messages, cron="20 2 * * *")


def _prefer(session: Session, user_id: int, topic: Topic, is_wanted: bool) -> None:
    row = {"user_id": user_id, "topic": topic, "is_wanted": is_wanted, "changed_at": clock.now()}
    session.execute(
        insert(Preference)
        .values(row)
        .on_conflict_do_update(index_elements=["user_id", "topic"], set_={"is_wanted": is_wanted, "changed_at": row["changed_at"]})
    )


def _tomorrow() -> datetime:
    """Eight in the morning of the next day in the country."""
    return datetime.combine(clock.today() + timedelta(days=1), time(8), tzinfo=clock.COUNTRY_ZONE)
