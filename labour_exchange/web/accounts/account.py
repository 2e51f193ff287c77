"""One's own account: language, password, sessions, consents, and closing it."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import KEEP_OWN_ACCOUNT
from labour_exchange.accounts.agreements import AGREEMENTS
from labour_exchange.accounts.credentials import is_right_password
from labour_exchange.accounts.queries import consents_of, sessions_of
from labour_exchange.accounts.rules.sessions import STAFF
from labour_exchange.accounts.texts import KINDS, WRONG_PASSWORD
from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.notifications.queries import unread_messages
from labour_exchange.web.accounts.blueprint import blueprint, counted_try, forget_browser_session, refused_page
from labour_exchange.web.accounts.forms import ChangePasswordForm, CloseForm, LanguageForm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.sign_in import SignedIn, clear_session_cookie, set_session_cookie, signed_in
from labour_exchange.web.site import site


@blueprint.route("/account", methods=["GET", "POST"])
@permits(KEEP_OWN_ACCOUNT)
def account() -> ResponseReturnValue:
    """What is known of the account; the form sets the language of letters."""
    own = _own()
    form = LanguageForm(language=own.user.language)
    if form.validate_on_submit():
        operations.set_language(db.session(), current_actor(), own.user, language=form.language.data)
        db.session.commit()
        flash(_("Saved."), "ok")
        return redirect(url_for("accounts.account", lang=form.language.data), 303)
    return page_with_form(
        "accounts/account.html",
        form,
        user=own.user,
        kind=KINDS[own.user.kind],
        own_row=own.row,
        sessions=sessions_of(db.session(), own.user),
        consents=consents_of(db.session(), own.user),
        agreements=AGREEMENTS,
        unread=unread_messages(db.session(), current_actor()),
        may_close=own.user.kind not in STAFF,
    )


@blueprint.route("/account/password", methods=["GET", "POST"])
@permits(KEEP_OWN_ACCOUNT)
def change_password() -> ResponseReturnValue:
    own, form, template = _own(), ChangePasswordForm(), "accounts/change_password.html"
    if not form.validate_on_submit():
        return page_with_form(template, form)
    try:
        attempt = counted_try("change_password", own.user.public_id)
        _row, secret = operations.change_password(
            db.session(),
            current_actor(),
            attempt,
            own.row,
            user=own.user,
            present_password=form.present_password.data,
            new_password=form.new_password.data,
        )
    except Refusal as refusal:
        db.session.rollback()
        return refused_page(template, form, refusal)
    db.session.commit()
    flash(_("The password is changed. You were signed out on all other devices."), "ok")
    return set_session_cookie(redirect(url_for("accounts.account"), 303), secret)


@blueprint.post("/account/sign-out-everywhere")
@permits(KEEP_OWN_ACCOUNT)
def sign_out_everywhere() -> ResponseReturnValue:
    operations.sign_out_everywhere(db.session(), current_actor(), _own().user)
    db.session.commit()
    forget_browser_session()
    flash(_("You are signed out on all devices."), "ok")
    return clear_session_cookie(redirect(url_for("accounts.sign_in"), 303))


@blueprint.route("/account/close", methods=["GET", "POST"])
@permits(KEEP_OWN_ACCOUNT)
def close() -> ResponseReturnValue:
    """Close the account; an administrator closes those of staff, and jobseekers have a page that erases their data with it."""
    own, form = _own(), CloseForm()
    if own.user.kind in STAFF:
        raise NotFound
    if own.user.kind is ActorKind.JOBSEEKER:
        return redirect(url_for("jobseeker.erase_own_data"), 303)
    if not form.validate_on_submit():
        return page_with_form("accounts/close.html", form)
    try:
        attempt = counted_try("change_password", own.user.public_id)
        if not is_right_password(own.user.password_hash, form.present_password.data):
            raise InvalidInput([FieldError("present_password", WRONG_PASSWORD)])
        attempt.succeeded = True
        operations.close_account(db.session(), current_actor(), own.user, reason="own wish")
    except Refusal as refusal:
        db.session.rollback()
        return refused_page("accounts/close.html", form, refusal)
    db.session.commit()
    forget_browser_session()
    flash(_("Your account is closed."), "ok")
    return clear_session_cookie(redirect(site().home_href, 303))


def _own() -> SignedIn:
    own = signed_in()
    if own is None:
        raise NotFound
    return own
