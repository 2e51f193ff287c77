"""What people said about the offices of the region: moderated and answered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.standards import operations, texts
from labour_exchange.standards.access import READ_OWN_PROMISES
from labour_exchange.standards.queries.monitoring import rating_for, ratings_to_read
from labour_exchange.standards.states import RatingState, RefusalCode
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region
from labour_exchange.web.standards.forms import ModerateRatingForm, RatingAnswerForm


@blueprint.get("/ratings")
@permits(READ_OWN_PROMISES)
def ratings() -> str:
    session, actor = db.session(), current_actor()
    own_region(actor)
    return render_template("office/standards/ratings.html", rows=ratings_to_read(session, actor), texts=texts)


@blueprint.route("/ratings/<public_id>", methods=["GET", "POST"])
@permits(READ_OWN_PROMISES)
def rating(public_id: str) -> ResponseReturnValue:
    """To be moderated while it waits, to be answered once it is published."""
    session, actor = db.session(), current_actor()
    found = rating_for(session, actor, public_id)
    form = ModerateRatingForm() if found.state is RatingState.WAITING else RatingAnswerForm(obj=found)
    if form.validate_on_submit():

        def decide() -> object:
            if isinstance(form, RatingAnswerForm):
                return operations.answer_rating(session, actor, found, answer=form.answer.data or "")
            if form.decision.data == "publish":
                return operations.publish_words(session, actor, found)
            return operations.refuse_words(session, actor, found, reason=RefusalCode(form.decision.data))

        if is_done(form, decide):
            flash(_("Saved."), "ok")
            return redirect(url_for("office.ratings"), 303)
    return page_with_form("office/standards/rating.html", form, rating=found, texts=texts, is_answerable=found.state is RatingState.PUBLISHED)
