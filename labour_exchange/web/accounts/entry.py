"""Signing in with a password, and out."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import SIGN_IN, SIGN_OUT
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.accounts.blueprint import asked_page, blueprint, counted_try, forget_browser_session, home_of, refused_page
from labour_exchange.web.accounts.forms import SignInForm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.sign_in import clear_session_cookie, cookie_secret, is_second_factor_waived, set_session_cookie, signed_in
from labour_exchange.web.site import site

PAGE = "accounts/sign_in.html"


@blueprint.route("/sign-in", methods=["GET", "POST"])
@permits(SIGN_IN)
def sign_in() -> ResponseReturnValue:
    known = signed_in()
    if request.method == "GET" and known and not known.is_pending:
        return redirect(asked_page(home_of(known.user)), 303)
    form = SignInForm()
    if not form.validate_on_submit():
        return page_with_form(PAGE, form)
    try:
        attempt = counted_try("sign_in", form.email.data)
        entry = operations.sign_in(
            db.session(), current_actor(), attempt, email=form.email.data, password=form.password.data, old_secret=cookie_secret()
        )
    except Refusal as refusal:
        # Kept on purpose: the letter to somebody who has not confirmed the address was announced before the refusal.
        db.session.commit()
        return refused_page(PAGE, form, refusal)
    db.session.commit()
    forget_browser_session()
    target = asked_page(home_of(entry.user))
    if entry.awaits_second_factor and not is_second_factor_waived(entry.user):
        target = url_for("accounts.second_factor", next=asked_page("") or None)
    return set_session_cookie(redirect(target, 303), entry.secret)


@blueprint.post("/sign-out")
@permits(SIGN_OUT)
def sign_out() -> ResponseReturnValue:
    secret = cookie_secret()
    if secret:
        operations.sign_out(db.session(), current_actor(), secret=secret)
        db.session.commit()
    forget_browser_session()
    return clear_session_cookie(redirect(site().home_href, 303))


@blueprint.get("/register")
@permits(SIGN_IN)
def sign_up() -> ResponseReturnValue:
    return render_template("accounts/sign_up.html")
