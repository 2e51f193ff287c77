"""A service rated by who received it, through the one link that was sent, without signing in."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import InvalidInput, Refusal
from labour_exchange.standards import operations, texts
from labour_exchange.standards.access import RATE_SERVICE
from labour_exchange.standards.queries.complaints import complainable_by_link
from labour_exchange.standards.queries.monitoring import rateable_service
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.localisation import language
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.standards.forms import RatingForm


@blueprint.route("/rate/<secret>", methods=["GET", "POST"])
@permits(RATE_SERVICE)
def rate(secret: str) -> ResponseReturnValue:
    """The link is spent by the button, not by opening the page: mail programs open links to look at them."""
    session, form = db.session(), RatingForm()
    service = rateable_service(session, secret)
    if service is None:
        return render_template("public/standards/dead_link.html", refusal=texts.LINK_USED, complain=_complaint_path(secret)), 410
    if form.validate_on_submit():
        try:
            operations.rate_service(session, secret=secret, points=int(form.points.data or 0), words=form.words.data or "", language=language())
            session.commit()
            return render_template("public/standards/rated.html", service=service, complain=_complaint_path(secret))
        except InvalidInput as refusal:
            session.rollback()
            show_refusal(form, refusal)
        except Refusal as refusal:
            session.rollback()
            return render_template("public/standards/dead_link.html", refusal=refusal), 410
    return page_with_form("public/standards/rate.html", form, service=service, texts=texts, complain=_complaint_path(secret))


def _complaint_path(secret: str) -> str:
    """Where the same link gives a complaint, while it does."""
    return url_for("public.complain_by_link", secret=secret) if complainable_by_link(db.session(), secret) else ""
