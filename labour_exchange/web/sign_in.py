"""Who makes this request: from the cookie to the actor, whom the database is told and whom each view is measured by."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, Request, current_app, g, redirect, request, url_for
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy import select
from werkzeug.wrappers import Response

from config import Settings
from labour_exchange.accounts.models import SignedInSession, User
from labour_exchange.accounts.operations import note_request
from labour_exchange.accounts.queries import live_session
from labour_exchange.agencies.models import AgencyMember
from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF, VISITOR, Actor, ActorKind, action_of, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as, db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.operations import note_activity
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.web.actor import current_actor, provide_actor

LOOKING = system_actor("sign_in")
API_SEAM = "labour_exchange.api_actor"
"""Where the programming interface puts a function that says who its request is from; a cookie is never asked there."""


@dataclass(frozen=True, slots=True, eq=False)
class SignedIn(UserMixin):
    """What one request knows of a live session. While it is pending, the actor is a visitor: only the second factor is open."""

    row: SignedInSession
    user: User
    actor: Actor
    is_pending: bool

    def get_id(self) -> str:
        return self.user.public_id


def register_sign_in(app: Flask) -> None:
    """Recognise every request, tell the database who acts, and let nobody past what a view declares."""
    # Flask-Login keeps who signed in; the session itself is a row of ours, so nothing is read from or written to Flask's own cookie.
    login = LoginManager()
    login.session_protection = None
    login.init_app(app, add_context_processor=False)
    login.request_loader(_signed_in)
    provide_actor(app, _actor_of_request)
    app.url_value_preprocessor(_begin)
    app.before_request(_admit)
    app.teardown_request(_give_back)


def signed_in() -> SignedIn | None:
    """The live session of this request, also while its second factor is awaited."""
    current_actor()
    found = current_user._get_current_object()
    return found if isinstance(found, SignedIn) else None


def cookie_secret() -> str:
    return request.cookies.get(cookie_name(), "")


def cookie_name() -> str:
    return "__Host-session" if _settings().is_production else "session"


def set_session_cookie(response: Response, secret: str) -> Response:
    """Put the secret of a session into the browser until it is closed."""
    response.set_cookie(cookie_name(), secret, secure=_settings().is_production, httponly=True, samesite="Lax", path="/")
    return response


def clear_session_cookie(response: Response) -> Response:
    response.delete_cookie(cookie_name(), secure=_settings().is_production, httponly=True, samesite="Lax", path="/")
    return response


def is_second_factor_waived(user: User) -> bool:
    """Demonstration staff of a development installation have no phone at hand; elsewhere nobody is excused."""
    return _settings().environment == "development" and user.is_demo


def actor_for(session: ExchangeSession, user: User) -> Actor:
    """The user with what the parts know of them. Staff without an appointment and members of nothing act in no scope."""
    facts: dict[str, Any] = {}
    if user.kind is ActorKind.JOBSEEKER:
        facts["jobseeker_id"] = session.scalar(select(Jobseeker.id).where(Jobseeker.user_id == user.id))
    elif user.kind is ActorKind.EMPLOYER:
        facts["organisation_id"] = session.scalar(select(EmployerMember.employer_id).where(EmployerMember.user_id == user.id))
    elif user.kind is ActorKind.AGENCY:
        facts["organisation_id"] = session.scalar(select(AgencyMember.agency_id).where(AgencyMember.user_id == user.id))
    elif user.kind in OFFICE_STAFF:
        facts["office_id"], facts["region_code"] = _appointment(session, user)
    return Actor(user.kind, user_id=user.id, display_name=user.display_name, **facts)


def _note_jobseeker(session: ExchangeSession, actor: Actor) -> None:
    """Whoever uses the exchange is not inactive."""
    person = session.get(Jobseeker, actor.jobseeker_id) if actor.jobseeker_id else None
    if person is not None:
        act_as(session, actor)
        note_activity(session, actor, person)


def _appointment(session: ExchangeSession, user: User) -> tuple[int | None, str | None]:
    today = clock.today()
    wanted = (
        select(Office.id, Office.region_code)
        .join(StaffMember, StaffMember.office_id == Office.id)
        .where(StaffMember.user_id == user.id, StaffMember.appointed_on <= today)
        .where(StaffMember.ended_on.is_(None) | (StaffMember.ended_on > today))
    )
    found = session.execute(wanted).one_or_none()
    return (found.id, found.region_code) if found else (None, None)


def _begin(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Forget who made the request before: one application context can serve several."""
    for name in ("current_actor", "without_actor", "_login_user"):
        g.pop(name, None)
    session = db.session()
    g.actor_before = session.info.get("actor")
    act_as(session, VISITOR)


def _actor_of_request() -> Actor:
    """Say who acts, and tell the session; asked once a request."""
    session = db.session()
    if request.path.startswith("/api/"):
        asked = current_app.extensions.get(API_SEAM)
        actor = asked() if asked else VISITOR
    else:
        found = current_user._get_current_object() if cookie_secret() else None
        actor = found.actor if isinstance(found, SignedIn) else VISITOR
    act_as(session, actor)
    return actor


def _signed_in(_request: Request) -> SignedIn | None:
    """Flask-Login's request loader: the live session of the cookie."""
    secret = cookie_secret()
    if not secret or request.path.startswith("/api/"):
        return None
    session = db.session()
    act_as(session, LOOKING)
    found = live_session(session, secret)
    if found is None:
        return None
    is_pending = found.is_pending and not is_second_factor_waived(found.user)
    actor = VISITOR if is_pending else actor_for(session, found.user)
    if note_request(session, found.row):
        # Committed at once: a page that only reads never commits, and its session must not look idle for that.
        _note_jobseeker(session, actor)
        session.commit()
    return SignedIn(found.row, found.user, actor, is_pending)


def _admit() -> Response | None:
    """Send visitors to sign in where that would help; for everybody else what their kind may not do does not exist."""
    actor = current_actor()
    view = current_app.view_functions.get(request.endpoint or "")
    action = action_of(view) if view else None
    if action is None or actor.kind in action.kinds:
        return None
    if actor.is_signed_in or request.path.startswith("/api/"):
        raise NotFound
    waiting = signed_in()
    page = "accounts.second_factor" if waiting else "accounts.sign_in"
    back = request.full_path.rstrip("?") if request.method in {"GET", "HEAD"} else None
    return redirect(url_for(page, next=back))


def _give_back(error: BaseException | None) -> None:
    """A session that outlives the request acts again as it did before."""
    before = g.pop("actor_before", None)
    if before is not None:
        session = db.session()
        if session.is_active:
            act_as(session, before)


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
