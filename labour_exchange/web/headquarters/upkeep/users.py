"""Staff accounts: invited, moved to another office, blocked and unblocked, given a new start after a lost phone."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import BLOCK_USER, INVITE_STAFF
from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.events import StaffInvited
from labour_exchange.accounts.models import User
from labour_exchange.accounts.queries import has_second_factor
from labour_exchange.accounts.states import USER_LIFECYCLE, UserState
from labour_exchange.accounts.texts import KINDS
from labour_exchange.foundation.access import OFFICE_STAFF, ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, NotFound, Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.offices.operations import appoint_staff
from labour_exchange.offices.queries import appointment_of, office_with_id, offices_in_order, staff_account, staff_accounts
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.upkeep.forms import InviteForm, MoveForm, ReasonForm
from labour_exchange.web.localisation import language, words


@blueprint.get("/users")
@permits(INVITE_STAFF)
def users() -> str:
    """Every member of staff with office and state; found by name or address."""
    session, written = db.session(), request.args.get("q", "").strip()
    page = page_of(session, staff_accounts(current_actor(), written=written), [User.id], cursor=request.args.get("cursor"), descending=True)
    rows = [(one, words(KINDS[one.kind]), _office_of(one), *_badge(one)) for one in page.rows]
    next_href = url_for("headquarters.users", q=written or None, cursor=page.next_cursor) if page.next_cursor else ""
    return render_template("headquarters/upkeep/users.html", rows=rows, written=written, next_href=next_href)


@blueprint.route("/users/new", methods=["GET", "POST"])
@permits(INVITE_STAFF)
def invite_user() -> ResponseReturnValue:
    form = InviteForm()
    form.office.choices = [("", "–"), *_offices()]
    if form.is_submitted():
        kind = ActorKind(form.kind.data) if form.kind.data in {kind.value for kind in ActorKind} else None
        is_valid = form.validate()
        if kind in OFFICE_STAFF and not form.office.data:
            form.office.errors = [*form.office.errors, _("Choose the office where the person works")]
        elif is_valid and kind is not None:
            try:
                act_once(form.submission_id.data, lambda: _invite(form, kind))
                flash(_("The invitation is on its way."), "ok")
                return redirect(url_for("headquarters.users"), 303)
            except Refusal as refusal:
                show_refusal(form, refusal)
    return page_with_form("headquarters/upkeep/invite.html", form)


@blueprint.get("/users/<public_id>")
@permits(BLOCK_USER)
def user(public_id: str) -> ResponseReturnValue:
    return _page(staff_account(db.session(), current_actor(), public_id), {})


@blueprint.post("/users/<public_id>/<any(move, block, unblock, 'remove-second-factor', 'invite-again'):act>")
@permits(BLOCK_USER)
def change_user(public_id: str, act: str) -> ResponseReturnValue:
    found = staff_account(db.session(), current_actor(), public_id)
    form: Form = MoveForm() if act == "move" else ReasonForm()
    if isinstance(form, MoveForm):
        form.office.choices = _offices()
    if act == "invite-again" or form.validate():
        try:
            act_once(form.submission_id.data, ACTS[act](found, form))
            flash(_("The account was changed."), "ok")
            return redirect(url_for("headquarters.user", public_id=public_id), 303)
        except Refusal as refusal:
            if isinstance(refusal, NotFound):
                raise
            show_refusal(form, refusal)
    return _page(staff_account(db.session(), current_actor(), public_id), {act: form})


def _page(found: User, forms: dict[str, Form]) -> ResponseReturnValue:
    move_form = forms.get("move")
    if not isinstance(move_form, MoveForm):
        appointment = appointment_of(db.session(), found)
        move_form = MoveForm(formdata=None, office=appointment.office.public_id if appointment else None)
        move_form.office.choices = _offices()
    reasons = {act: forms.get(act) or ReasonForm(formdata=None, prefix="") for act in ("block", "unblock", "remove-second-factor")}
    wrong = next((form for form in forms.values() if form.errors), None)
    return render_template(
        "headquarters/upkeep/user.html",
        form=wrong or move_form,
        user=found,
        kind=words(KINDS[found.kind]),
        badge=_badge(found),
        office=_office_of(found),
        move_form=move_form if found.kind in OFFICE_STAFF else None,
        reasons=reasons,
        is_self=found.id == current_actor().user_id,
        may_block=USER_LIFECYCLE.allows(found.state, "block"),
        may_unblock=USER_LIFECYCLE.allows(found.state, "unblock"),
        has_second_factor=has_second_factor(db.session(), found),
        is_invited=found.password_hash == NO_PASSWORD,
        moves=list(reversed(history(db.session(), USER_LIFECYCLE.name, found.id))),
    ), 422 if wrong else 200


def _invite(form: InviteForm, kind: ActorKind) -> None:
    session, actor = db.session(), current_actor()
    made = operations.invite_staff(
        session, actor, kind=kind, email=form.email.data or "", display_name=form.display_name.data or "", language=language()
    )
    if kind in OFFICE_STAFF:
        _appoint(made, form.office.data)


def _appoint(found: User, office_id: str | None) -> None:
    office = office_with_id(db.session(), office_id or "")
    if office is None:
        raise NotFound
    appoint_staff(db.session(), current_actor(), office, user=found)


def _move(found: User, form: Form) -> Callable[[], object]:
    return lambda: _appoint(found, form.data["office"])


def _block(found: User, form: Form) -> Callable[[], object]:
    return lambda: operations.block_user(db.session(), current_actor(), found, reason=form.data["reason"])


def _unblock(found: User, form: Form) -> Callable[[], object]:
    return lambda: operations.unblock_user(db.session(), current_actor(), found, reason=form.data["reason"])


def _new_start(found: User, form: Form) -> Callable[[], object]:
    return lambda: operations.remove_second_factor(db.session(), current_actor(), found, reason=form.data["reason"])


def _invite_again(found: User, form: Form) -> Callable[[], object]:
    if found.password_hash != NO_PASSWORD:
        raise Conflict(NOT_ALLOWED_NOW)
    return lambda: record(db.session(), current_actor(), StaffInvited(found.id))


ACTS = {"move": _move, "block": _block, "unblock": _unblock, "remove-second-factor": _new_start, "invite-again": _invite_again}


def _offices() -> list[tuple[str, str]]:
    return [(office.public_id, words(office.name)) for office in offices_in_order(db.session(), language())]


def _office_of(found: User) -> str:
    appointment = appointment_of(db.session(), found) if found.kind in OFFICE_STAFF else None
    return words(appointment.office.name) if appointment and appointment.ended_on is None else ""


def _badge(found: User) -> tuple[str, str]:
    if found.state is UserState.BLOCKED:
        return _("Blocked"), "bad"
    return (_("Invited"), "info") if found.password_hash == NO_PASSWORD else (_("Active"), "ok")
