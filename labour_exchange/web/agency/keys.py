"""Programs of the agency: registered, given secrets and keys that are shown once, and taken back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired

from labour_exchange.agencies.clients.access import KEEP_CLIENTS
from labour_exchange.agencies.clients.models import ApiClient, ApiCredential
from labour_exchange.agencies.clients.operations import issue_credential, register_client, revoke_client, revoke_credential
from labour_exchange.agencies.clients.queries import client_for, clients_of_agency
from labour_exchange.agencies.clients.rules import is_alive
from labour_exchange.agencies.clients.states import CredentialKind
from labour_exchange.agencies.clients.texts import KINDS, SCOPES
from labour_exchange.agencies.queries import own_agency
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import ChoicesField, Form, page_with_form, show_refusal
from labour_exchange.web.localisation import words


class ProgramForm(Form):
    name = StringField(_l("What is the program called?"), [DataRequired()])
    scopes = ChoicesField(_l("What may it do?"), [DataRequired()], choices=SCOPES.items())


@blueprint.route("/keys", methods=["GET", "POST"])
@permits(KEEP_CLIENTS)
def keys() -> ResponseReturnValue:
    """The programs with what they hold, and a form for a new one."""
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    form = ProgramForm()
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: register_client(session, actor, agency, name=form.name.data, scopes=form.scopes.data))
            flash(_("The program is registered. Now make it a secret or a key."), "ok")
            return redirect(url_for("agency.keys"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    programs = [_shown(one) for one in clients_of_agency(session, agency.id)]
    return page_with_form("agency/keys.html", form, programs=programs, kinds=KINDS)


@blueprint.post("/keys/<public_id>/new/<kind>")
@permits(KEEP_CLIENTS)
def new_key(public_id: str, kind: str) -> ResponseReturnValue:
    """Show the new secret or key, this once; a page that is loaded again makes no other one."""
    session, actor = db.session(), current_actor()
    client = client_for(session, actor, public_id)
    if kind not in set(CredentialKind):
        raise NotFound
    form, made = Form(), []
    try:
        act_once(form.submission_id.data, lambda: made.append(issue_credential(session, actor, client, CredentialKind(kind))))
    except Refusal as refusal:
        flash(words(refusal), "bad")
    if not made:
        return redirect(url_for("agency.keys"), 303)
    credential, secret = made[0]
    return render_template("agency/new_key.html", client=client, credential=credential, secret=secret, kind=KINDS[credential.kind])


@blueprint.route("/keys/<public_id>/<credential_id>/revoke", methods=["GET", "POST"])
@permits(KEEP_CLIENTS)
def revoke_key(public_id: str, credential_id: str) -> ResponseReturnValue:
    """Asks once, because the program that uses it is shut out at once."""
    session, actor = db.session(), current_actor()
    client = client_for(session, actor, public_id)
    credential = next((one for one in client.credentials if one.public_id == credential_id), None)
    if credential is None:
        raise NotFound
    form = Form()
    if form.validate_on_submit():
        act_once(form.submission_id.data, lambda: revoke_credential(session, actor, client, credential))
        flash(_("It is revoked and opens nothing any more."), "ok")
        return redirect(url_for("agency.keys"), 303)
    return render_template("agency/revoke_key.html", form=form, client=client, credential=credential, kind=KINDS[credential.kind])


@blueprint.route("/keys/<public_id>/revoke", methods=["GET", "POST"])
@permits(KEEP_CLIENTS)
def revoke_program(public_id: str) -> ResponseReturnValue:
    """Asks once: everything the program holds stops at once."""
    session, actor = db.session(), current_actor()
    client = client_for(session, actor, public_id)
    form = Form()
    if form.validate_on_submit():
        act_once(form.submission_id.data, lambda: revoke_client(session, actor, client))
        flash(_("The program is shut out."), "ok")
        return redirect(url_for("agency.keys"), 303)
    return render_template("agency/revoke_key.html", form=form, client=client, credential=None, kind=None)


def _shown(client: ApiClient) -> dict[str, object]:
    now = clock.now()
    living = [one for one in client.credentials if client.revoked_at is None and is_alive(one.expires_at, one.revoked_at, now)]
    return {
        "id": client.public_id,
        "name": client.name,
        "scopes": [SCOPES[scope] for scope in SCOPES if scope in client.scopes],
        "is_revoked": client.revoked_at is not None,
        "credentials": [_credential(one) for one in living],
    }


def _credential(one: ApiCredential) -> dict[str, object]:
    return {"id": one.public_id, "kind": KINDS[one.kind], "ending": one.ending, "expires": one.expires_at, "used": one.last_used_on}
