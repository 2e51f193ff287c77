"""The group of account pages, and what their views share."""

from flask import Blueprint, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from labour_exchange.accounts.models import Attempt, User
from labour_exchange.accounts.operations import count_try
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal, TooMany
from labour_exchange.web.addresses import own_path
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.navigation import navigation

blueprint = Blueprint("accounts", __name__)


def counted_try(purpose: str, account: str) -> Attempt:
    """Count a try and commit it at once, so that many tries at the same time see each other. Raises TooMany."""
    attempt = count_try(db.session(), purpose, account=account, address=request.remote_addr or "")
    db.session.commit()
    return attempt


def home_of(user: User) -> str:
    """Where a user goes after signing in when no page was asked for: the first entry of their menu."""
    entries = navigation(Actor(user.kind, user_id=user.id))
    return entries[0].href if entries else url_for("accounts.account")


def asked_page(otherwise: str) -> str:
    """The page that was asked for before signing in, when it is one of ours."""
    return own_path(request.args.get("next"), otherwise)


def forget_browser_session() -> None:
    """Start a new CSRF token and drop what visitors before left in Flask's own cookie."""
    session.clear()


def refused_page(template: str, form: FlaskForm, refusal: Refusal, **context: object) -> ResponseReturnValue:
    """The form again with what was refused; too many tries say when to come back."""
    show_refusal(form, refusal)
    page, status = page_with_form(template, form, status=429 if isinstance(refusal, TooMany) else 422, **context)
    headers = {"Retry-After": str(refusal.retry_after)} if isinstance(refusal, TooMany) else {}
    return page, status, headers
