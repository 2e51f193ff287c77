"""Where the agency's own system is told that something happened: endpoints, what became of each message, and sending it again."""

from collections.abc import Callable
from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.feeds.webhooks import operations, queries
from labour_exchange.feeds.webhooks.access import KEEP_WEBHOOKS
from labour_exchange.feeds.webhooks.models import WebhookDelivery, WebhookEndpoint
from labour_exchange.feeds.webhooks.rules import LONGEST_URL
from labour_exchange.feeds.webhooks.states import DeliveryState, EndpointState, EventKind
from labour_exchange.feeds.webhooks.texts import DELIVERY_STATES, DISABLED, ENDPOINT_STATES, KINDS, OUTCOMES
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import ChoicesField, Form, page_with_form, show_refusal
from labour_exchange.web.localisation import language, words

REPLAYED = timedelta(days=3)
BADGES = {DeliveryState.DELIVERED: "ok", DeliveryState.FAILED: "bad", DeliveryState.WAITING: "info"}
OFFERED = [(kind, text) for kind, text in KINDS.items() if kind is not EventKind.TEST]


class EndpointForm(Form):
    url = StringField(
        _l("Address"), [DataRequired(), Length(max=LONGEST_URL)], description=_l("It begins with https:// and is open on the internet.")
    )
    kinds = ChoicesField(_l("What to tell"), [Optional()], choices=OFFERED, description=_l("Choose nothing to be told of everything."))


@blueprint.route("/webhooks", methods=["GET", "POST"])
@permits(KEEP_WEBHOOKS)
def webhooks() -> ResponseReturnValue:
    """The endpoints, and a form for a new one; its secret is shown in the answer, this once."""
    session, actor, form = db.session(), current_actor(), EndpointForm()
    if form.validate_on_submit():
        made: list[WebhookEndpoint] = []
        try:
            act_once(form.submission_id.data, lambda: made.append(operations.add_endpoint(session, actor, url=form.url.data, kinds=form.kinds.data)))
            return _secret_page(made[0]) if made else redirect(url_for("agency.webhooks"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    endpoints = queries.own_endpoints(session, actor)
    counts = queries.counts_of(session, endpoints)
    return page_with_form("agency/webhooks/list.html", form, rows=[(one, _state(one), counts[one.id]) for one in endpoints], states=DeliveryState)


@blueprint.get("/webhooks/<public_id>")
@permits(KEEP_WEBHOOKS)
def webhook(public_id: str) -> str:
    """One endpoint with its messages, the newest first, and every attempt."""
    session = db.session()
    endpoint = queries.own_endpoint(session, current_actor(), public_id)
    page = page_of(session, queries.deliveries_of(endpoint), [WebhookDelivery.id], cursor=request.args.get("cursor"), descending=True)
    next_href = url_for("agency.webhook", public_id=public_id, cursor=page.next_cursor) if page.next_cursor else ""
    told = ", ".join(words(KINDS[EventKind(kind)]) for kind in endpoint.kinds) or _("everything")
    why = words(DISABLED[endpoint.disabled_because]) if endpoint.disabled_because else ""
    rows = [(one, *_shown(one)) for one in page.rows]
    is_active = endpoint.state is EndpointState.ACTIVE
    return render_template(
        "agency/webhooks/endpoint.html",
        endpoint=endpoint,
        state=_state(endpoint),
        told=told,
        why=why,
        rows=rows,
        next_href=next_href,
        is_active=is_active,
    )


@blueprint.post("/webhooks/<public_id>/<any(rotate, disable, enable, test, replay, delete):act>")
@permits(KEEP_WEBHOOKS)
def change_webhook(public_id: str, act: str) -> ResponseReturnValue:
    """One act on an endpoint; a new secret is shown in the answer, this once."""
    endpoint = queries.own_endpoint(db.session(), current_actor(), public_id)
    perform, said = _acts(endpoint)[act]
    back = url_for("agency.webhooks") if act == "delete" else url_for("agency.webhook", public_id=public_id)
    try:
        is_first = act_once(request.form.get("submission_id"), perform)
    except Refusal as refusal:
        flash(refusal.in_language(language()), "bad")
        return redirect(url_for("agency.webhook", public_id=public_id), 303)
    if act == "rotate" and is_first:
        return _secret_page(endpoint)
    flash(said, "ok")
    return redirect(back, 303)


@blueprint.post("/webhooks/<public_id>/deliveries/<delivery_id>/replay")
@permits(KEEP_WEBHOOKS)
def replay_delivery(public_id: str, delivery_id: str) -> ResponseReturnValue:
    """Send one message again."""
    session, actor = db.session(), current_actor()
    endpoint = queries.own_endpoint(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.replay(session, actor, endpoint, delivery_id=delivery_id))
    flash(_("The message is on its way again."), "ok")
    return redirect(url_for("agency.webhook", public_id=public_id), 303)


def _acts(endpoint: WebhookEndpoint) -> dict[str, tuple[Callable[[], object], str]]:
    session, actor = db.session(), current_actor()
    return {
        "rotate": (lambda: operations.rotate_secret(session, actor, endpoint), _("The secret was replaced.")),
        "disable": (lambda: operations.disable_endpoint(session, actor, endpoint), _("The endpoint is off. What waited was cancelled.")),
        "enable": (lambda: operations.enable_endpoint(session, actor, endpoint), _("The endpoint is on.")),
        "test": (lambda: operations.send_test(session, actor, endpoint), _("A test message is on its way. Look here again in a minute.")),
        "replay": (
            lambda: operations.replay(session, actor, endpoint, since=clock.now() - REPLAYED),
            _("The messages of the last three days are on their way again."),
        ),
        "delete": (lambda: operations.delete_endpoint(session, actor, endpoint), _("The endpoint was deleted.")),
    }


def _secret_page(endpoint: WebhookEndpoint) -> str:
    return render_template("agency/webhooks/secret.html", endpoint=endpoint)


def _state(endpoint: WebhookEndpoint) -> tuple[str, str]:
    return words(ENDPOINT_STATES[endpoint.state]), "ok" if endpoint.state is EndpointState.ACTIVE else "bad"


def _shown(delivery: WebhookDelivery) -> tuple[str, tuple[str, str], list[tuple[object, str, int | None]]]:
    """Kind, state with its badge, and the attempts."""
    log = [(one.attempted_at, words(OUTCOMES[one.outcome]), one.status) for one in delivery.log]
    return words(KINDS[delivery.message.kind]), (words(DELIVERY_STATES[delivery.state]), BADGES.get(delivery.state, "")), log
