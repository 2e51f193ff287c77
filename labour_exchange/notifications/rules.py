"""How many letters a day, when to try again, and whether a letter is mailed at all."""

from datetime import datetime, timedelta

from labour_exchange.notifications.states import MessageState, Topic

DAILY_CAP = 10
MOST_TRIES = 12
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after this many failures: 1, 2, 4 ... minutes, at most six hours; None when the message is given up."""
    return None if tries >= MOST_TRIES else min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)


def state_before_sending(topic: Topic, *, is_wanted: bool, sent_today: int) -> MessageState:
    """Whether a letter is mailed now, held until tomorrow or not mailed; letters about the account always go at once."""
    if topic is Topic.ACCOUNT:
        return MessageState.WAITING
    if not is_wanted:
        return MessageState.UNWANTED
    return MessageState.HELD if sent_today >= DAILY_CAP else MessageState.WAITING


def is_due(next_try_at: datetime, now: datetime) -> bool:
    return next_try_at <= now
