"""Who may sign in, keep an account, invite staff and block a user."""

from labour_exchange.foundation.access import SIGNED_IN, Action, Actor, ActorKind, action_for, public

SIGN_IN = public("sign in", "Whoever signs in is still a visitor.")
SIGN_OUT = public("sign out", "A session that has already ended can be signed out of once more.")
SECOND_FACTOR = public("give the second factor", "Until the second factor is given, a member of staff is still a visitor.")
REGISTER = public("register", "Anybody may open an account.")
CONFIRM_EMAIL = public("confirm an email address", "The letter may be opened on a device where nobody is signed in.")
RESET_PASSWORD = public("reset a password", "Whoever forgot the password cannot sign in.")
ACCEPT_INVITATION = public("accept an invitation", "The invited person has no password yet.")
KEEP_OWN_ACCOUNT = Action("keep the own account", SIGNED_IN - {ActorKind.SYSTEM})
INVITE_STAFF = action_for("invite staff", ActorKind.ADMINISTRATOR, ActorKind.SYSTEM)
BLOCK_USER = action_for("block a user", ActorKind.ADMINISTRATOR, ActorKind.SYSTEM)


def may_close(actor: Actor, user_id: int) -> bool:
    """One closes one's own account; an administrator and the exchange itself any."""
    return actor.user_id == user_id or actor.kind in BLOCK_USER.kinds


def may_invite(actor: Actor) -> bool:
    return actor.kind in INVITE_STAFF.kinds


def may_block(actor: Actor, user_id: int) -> bool:
    """Nobody blocks themselves out."""
    return actor.kind in BLOCK_USER.kinds and actor.user_id != user_id
