"""Messages to read, which ones come by mail, and the link that stops them without signing in."""

from flask import flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.notifications import operations, queries
from labour_exchange.notifications.access import READ_OWN_MESSAGES, UNSUBSCRIBE
from labour_exchange.notifications.letters import read_unsubscribe_token
from labour_exchange.notifications.states import Topic
from labour_exchange.notifications.texts import STATES, TOPICS
from labour_exchange.web.accounts.blueprint import blueprint
from labour_exchange.web.accounts.forms import TopicsForm
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form


@blueprint.route("/account/messages", methods=["GET", "POST"])
@permits(READ_OWN_MESSAGES)
def messages() -> ResponseReturnValue:
    """The newest first; the form says which topics come by mail."""
    actor, user_id = current_actor(), _user_id()
    form = TopicsForm(topics=[topic.value for topic in queries.wanted_topics(db.session(), user_id)])
    form.topics.choices = [choice for choice in form.topics.choices if queries.concerns(Topic(choice.value), actor.kind)]
    if form.validate_on_submit():
        operations.choose_topics(db.session(), actor, user_id, wanted=[Topic(code) for code in form.topics.data or []])
        db.session.commit()
        flash(_("Saved."), "ok")
        return redirect(url_for("accounts.messages"), 303)
    page = queries.messages_page(db.session(), actor, cursor=request.args.get("cursor"))
    return page_with_form("accounts/messages.html", form, page=page, states=STATES, is_first="cursor" not in request.args)


@blueprint.get("/account/messages/<public_id>")
@permits(READ_OWN_MESSAGES)
def message(public_id: str) -> ResponseReturnValue:
    found = queries.message(db.session(), current_actor(), public_id)
    operations.mark_read(db.session(), current_actor(), found)
    db.session.commit()
    return render_template("accounts/message.html", message=found)


@blueprint.route("/unsubscribe/<token>", methods=["GET", "POST"])
@permits(UNSUBSCRIBE)
def unsubscribe(token: str) -> ResponseReturnValue:
    """The page behind the link in a letter; its button, or a mail program by itself, stops the letters."""
    _user, topic = read_unsubscribe_token(token)
    if request.method == "POST":
        operations.stop_letters(db.session(), current_actor(), token=token)
        db.session.commit()
    return render_template("accounts/unsubscribe.html", topic=TOPICS[topic], is_done=request.method == "POST")


def _user_id() -> int:
    user_id = current_actor().user_id
    if user_id is None:
        raise NotFound
    return user_id


@blueprint.record_once
def _let_mail_programs_unsubscribe(state: BlueprintSetupState) -> None:
    """A mail program that presses the button (RFC 8058) knows no CSRF token; the signed link stands in its place."""
    state.app.extensions["csrf"].exempt(unsubscribe)
