"""What is read about messages and about what people want to get."""

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.paging import Page, page_of
from labour_exchange.notifications.access import visible_messages
from labour_exchange.notifications.letters import ALL_LETTERS
from labour_exchange.notifications.models import Message, Preference
from labour_exchange.notifications.states import MessageState, Topic

# Topics that only some kinds of people ever hear about.
MEANT_FOR = {
    Topic.VACANCIES: {ActorKind.EMPLOYER, ActorKind.AGENCY},
    Topic.SEARCHES: {ActorKind.JOBSEEKER},
    Topic.OVERSIGHT: MINISTRY | OFFICE_STAFF,
}
CHOOSABLE = (Topic.WORK, Topic.VACANCIES, Topic.REMINDERS, Topic.SEARCHES, Topic.OVERSIGHT)


def concerns(topic: Topic, kind: ActorKind) -> bool:
    """Whether people of this kind ever get letters about the topic."""
    return topic not in MEANT_FOR or kind in MEANT_FOR[topic]


def is_wanted(session: Session, user_id: int, topic: Topic) -> bool:
    """Whether letters about the topic go to the person; yes while nothing else was said."""
    said = session.get(Preference, (user_id, topic))
    return said is None or said.is_wanted


def wanted_topics(session: Session, user_id: int) -> list[Topic]:
    return [topic for topic in CHOOSABLE if is_wanted(session, user_id, topic)]


def letters_today(session: Session, user_id: int) -> int:
    """How many letters that count for the daily cap were sent or are on their way since midnight in the country."""
    midnight = datetime.combine(clock.today(), time.min, tzinfo=clock.COUNTRY_ZONE)
    counted = [kind for kind, letter in ALL_LETTERS.items() if letter.topic is not Topic.ACCOUNT]
    wanted = select(func.count()).where(
        Message.user_id == user_id,
        Message.kind.in_(counted),
        ((Message.state == MessageState.SENT) & (Message.sent_at >= midnight))
        | ((Message.state == MessageState.WAITING) & (Message.created_at >= midnight)),
    )
    return session.scalar(wanted) or 0


def messages_page(session: Session, actor: Actor, *, cursor: str | None = None) -> Page[Message]:
    """The actor's messages, the newest first."""
    return page_of(session, visible_messages(actor, select(Message)), (Message.id,), cursor=cursor, descending=True)


def unread_messages(session: Session, actor: Actor) -> int:
    return session.scalar(visible_messages(actor, select(func.count(Message.id)).where(Message.read_at.is_(None)))) or 0  # type: ignore[arg-type]


def message(session: Session, actor: Actor, public_id: str) -> Message:
    """One message of the actor's own; NotFound for everybody else's."""
    found = session.scalar(visible_messages(actor, select(Message).where(Message.public_id == public_id)))
    if found is None:
        raise NotFound
    return found
