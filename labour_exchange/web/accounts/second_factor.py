"""The second factor of staff: asked for after the password, enrolled the first time."""

import pyotp
import segno
from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.wrappers import Response

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import SECOND_FACTOR
from labour_exchange.accounts.models import SecondFactor
from labour_exchange.accounts.queries import has_second_factor
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.accounts.blueprint import asked_page, blueprint, counted_try, home_of, refused_page
from labour_exchange.web.accounts.forms import CodeForm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.sign_in import SignedIn, set_session_cookie, signed_in
from labour_exchange.web.site import site


@blueprint.route("/second-factor", methods=["GET", "POST"])
@permits(SECOND_FACTOR)
def second_factor() -> ResponseReturnValue:
    """Ask for a code of the app, or lead to the page that sets the app up."""
    waiting = signed_in()
    if waiting is None or not waiting.is_pending:
        return _elsewhere(waiting)
    if not has_second_factor(db.session(), waiting.user):
        return redirect(url_for("accounts.enrol_second_factor", next=asked_page("") or None), 303)
    form = CodeForm()
    if not form.validate_on_submit():
        return page_with_form("accounts/second_factor.html", form)
    try:
        attempt = counted_try("second_factor", waiting.user.public_id)
        operations.verify_second_factor(db.session(), current_actor(), attempt, waiting.user, code=form.code.data)
    except Refusal as refusal:
        db.session.rollback()
        return refused_page("accounts/second_factor.html", form, refusal)
    return _let_in(waiting, redirect(asked_page(home_of(waiting.user)), 303))


@blueprint.route("/second-factor/new", methods=["GET", "POST"])
@permits(SECOND_FACTOR)
def enrol_second_factor() -> ResponseReturnValue:
    """Show the secret for the app; after its first right code show the recovery codes, this once."""
    waiting = signed_in()
    if waiting is None or not waiting.is_pending or has_second_factor(db.session(), waiting.user):
        return _elsewhere(waiting)
    factor = operations.enrol_second_factor(db.session(), current_actor(), waiting.user)
    db.session.commit()
    template, context = "accounts/enrol_second_factor.html", {"secret": _grouped(factor.totp_secret), "picture": _picture(factor, waiting)}
    form = CodeForm()
    if not form.validate_on_submit():
        return page_with_form(template, form, **context)
    try:
        attempt = counted_try("second_factor", waiting.user.public_id)
        codes = operations.confirm_second_factor(db.session(), current_actor(), attempt, waiting.user, code=form.code.data)
    except Refusal as refusal:
        db.session.rollback()
        return refused_page(template, form, refusal, **context)
    page = render_template("accounts/recovery_codes.html", codes=codes, onward=asked_page(home_of(waiting.user)))
    return _let_in(waiting, Response(page, mimetype="text/html"))


def _let_in(waiting: SignedIn, response: Response) -> Response:
    """The session under a new secret, now with the second factor."""
    _row, secret = operations.rotate_session(db.session(), waiting.row, second_factor_at=clock.now())
    db.session.commit()
    return set_session_cookie(response, secret)


def _elsewhere(known: SignedIn | None) -> ResponseReturnValue:
    if known is None:
        return redirect(url_for("accounts.sign_in"), 303)
    if known.is_pending:
        return redirect(url_for("accounts.second_factor", next=asked_page("") or None), 303)
    return redirect(asked_page(home_of(known.user)), 303)


def _picture(factor: SecondFactor, waiting: SignedIn) -> Markup:
    """The secret as a picture for the app's camera; SVG without any style."""
    uri = pyotp.TOTP(factor.totp_secret).provisioning_uri(name=waiting.user.email, issuer_name=site().name)
    drawn = segno.make(uri, error="m", micro=False).svg_inline(scale=5, border=4, dark="#07363a", light="#fff")
    return Markup(drawn)  # noqa: S704 - drawn by the library from numbers alone


def _grouped(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
