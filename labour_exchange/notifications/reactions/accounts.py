"""Letters about accounts; links with secrets are made here, so that no event holds one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.operations import issue_token
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind

Facts = Mapping[str, Any]
PATHS = {TokenPurpose.CONFIRM: "/confirm/", TokenPurpose.RESET: "/password/new/", TokenPurpose.INVITE: "/invitation/"}


def ask_to_confirm(session: Session, facts: Facts) -> None:
    _send_link(session, facts["user_id"], MessageKind.CONFIRM_EMAIL, TokenPurpose.CONFIRM)


def send_reset_link(session: Session, facts: Facts) -> None:
    if facts["user_id"] is not None:
        _send_link(session, facts["user_id"], MessageKind.RESET_PASSWORD, TokenPurpose.RESET)


def send_invitation(session: Session, facts: Facts) -> None:
    _send_link(session, facts["user_id"], MessageKind.INVITATION_TO_STAFF, TokenPurpose.INVITE)


def tell_registered_already(session: Session, facts: Facts) -> None:
    compose_message(session, MessageKind.REGISTERED_ALREADY, facts["user_id"], path="/sign-in")


def tell_password_changed(session: Session, facts: Facts) -> None:
    compose_message(session, MessageKind.PASSWORD_CHANGED, facts["user_id"], path="/sign-in")


def tell_second_factor_changed(session: Session, facts: Facts) -> None:
    compose_message(session, MessageKind.SECOND_FACTOR_CHANGED, facts["user_id"])


def warn_inactive(session: Session, facts: Facts) -> None:
    """Reaction to jobseeker_inactive: signing in once keeps what would be erased."""
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == facts["jobseeker_id"]))
    if user_id is not None:
        compose_message(session, MessageKind.INACTIVE, user_id, path="/sign-in", until=f"{facts['erased_on']}")


def _send_link(session: Session, user_id: int, kind: MessageKind, purpose: TokenPurpose) -> None:
    secret = issue_token(session, user_id, purpose)
    compose_message(session, kind, user_id, path=PATHS[purpose] + secret)
