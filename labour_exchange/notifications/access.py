"""Who may read messages and choose which ones come by mail."""

from sqlalchemy import Select

from labour_exchange.foundation.access import SIGNED_IN, Action, Actor, ActorKind, public
from labour_exchange.notifications.models import Message

READ_OWN_MESSAGES = Action("read own messages", SIGNED_IN - {ActorKind.SYSTEM})
UNSUBSCRIBE = public("stop letters", "The signed link in a letter works without signing in.")


def visible_messages(actor: Actor, select: Select[tuple[Message]]) -> Select[tuple[Message]]:
    """One's own messages only, whoever one is."""
    return select.where(Message.user_id == actor.user_id)
