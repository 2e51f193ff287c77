"""Pages behind links in letters: confirm an address, set a new password, accept an invitation."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import ACCEPT_INVITATION, CONFIRM_EMAIL, RESET_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.queries import is_live_link
from labour_exchange.accounts.states import TokenPurpose
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.accounts.blueprint import blueprint, counted_try, forget_browser_session, refused_page
from labour_exchange.web.accounts.forms import ForgottenForm, NewPasswordForm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.sign_in import clear_session_cookie


@blueprint.route("/confirm/<secret>", methods=["GET", "POST"])
@permits(CONFIRM_EMAIL)
def confirm(secret: str) -> ResponseReturnValue:
    """A button and not the link itself confirms: mail programs open links to look at them."""
    if request.method == "POST":
        return _confirmed(secret)
    return render_template("accounts/confirm.html") if is_live_link(db.session(), secret, TokenPurpose.CONFIRM) else _dead_link()


@blueprint.route("/password/forgotten", methods=["GET", "POST"])
@permits(RESET_PASSWORD)
def forgotten() -> ResponseReturnValue:
    form = ForgottenForm()
    if not form.validate_on_submit():
        return page_with_form("accounts/forgotten.html", form)
    try:
        counted_try("reset", form.email.data).succeeded = True
    except Refusal as refusal:
        return refused_page("accounts/forgotten.html", form, refusal)
    operations.start_reset(db.session(), current_actor(), email=form.email.data)
    db.session.commit()
    return redirect(url_for("accounts.check_mail"), 303)


@blueprint.route("/password/new/<secret>", methods=["GET", "POST"])
@permits(RESET_PASSWORD)
def new_password(secret: str) -> ResponseReturnValue:
    return _password_page(secret, TokenPurpose.RESET, operations.finish_reset)


@blueprint.route("/invitation/<secret>", methods=["GET", "POST"])
@permits(ACCEPT_INVITATION)
def invitation(secret: str) -> ResponseReturnValue:
    return _password_page(secret, TokenPurpose.INVITE, operations.accept_invitation)


def _confirmed(secret: str) -> ResponseReturnValue:
    try:
        operations.confirm_email(db.session(), current_actor(), secret=secret)
    except Refusal:
        db.session.rollback()
        return _dead_link()
    db.session.commit()
    flash(_("Your email address is confirmed. You can sign in now."), "ok")
    return redirect(url_for("accounts.sign_in"), 303)


def _password_page(secret: str, purpose: TokenPurpose, finish: Callable[..., User]) -> ResponseReturnValue:
    form = NewPasswordForm()
    template, context = "accounts/new_password.html", {"is_invitation": purpose is TokenPurpose.INVITE}
    if not form.validate_on_submit():
        return page_with_form(template, form, **context) if is_live_link(db.session(), secret, purpose) else _dead_link()
    try:
        finish(db.session(), current_actor(), secret=secret, new_password=form.new_password.data)
    except Refusal as refusal:
        db.session.rollback()
        alive = is_live_link(db.session(), secret, purpose)
        return refused_page(template, form, refusal, **context) if alive else _dead_link()
    db.session.commit()
    forget_browser_session()
    flash(_("The new password is set. You can sign in with it now."), "ok")
    return clear_session_cookie(redirect(url_for("accounts.sign_in"), 303))


def _dead_link() -> ResponseReturnValue:
    return render_template("accounts/dead_link.html"), 410
