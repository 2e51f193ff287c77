"""Registering: the same answer and the same work whether or not the address or the IIN is known."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.accounts import operations
from labour_exchange.accounts.access import REGISTER
from labour_exchange.accounts.agreements import PERSONAL_DATA, TERMS, Agreement
from labour_exchange.accounts.events import RegisteredAgain
from labour_exchange.accounts.models import User
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.agencies.operations.connecting import ConnectionFacts, apply_for_connection
from labour_exchange.employers.operations import register_employer as register_employer_facts
from labour_exchange.foundation.access import Actor, ActorKind, permits, system_actor
from labour_exchange.foundation.database import acting_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.events import record
from labour_exchange.jobseekers.operations import register_jobseeker as register_jobseeker_facts
from labour_exchange.jobseekers.texts import IIN_REGISTERED
from labour_exchange.notifications.operations import compose_letter
from labour_exchange.notifications.states import MessageKind
from labour_exchange.web.accounts.blueprint import blueprint, counted_try, refused_page
from labour_exchange.web.accounts.forms import AgencyForm, EmployerForm, JobseekerForm, bare_number
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.localisation import language

REGISTRAR = system_actor("registration")


@dataclass(frozen=True, slots=True)
class NewAccount:
    kind: ActorKind
    email: str
    password: str = field(repr=False)
    display_name: str
    agreement: Agreement


@blueprint.route("/register/jobseeker", methods=["GET", "POST"])
@permits(REGISTER)
def register_jobseeker() -> ResponseReturnValue:
    form = JobseekerForm()

    def rest(actor: Actor, user: User) -> None:
        register_jobseeker_facts(
            db.session(),
            actor,
            user,
            iin=bare_number(form.iin.data),
            family_name=form.family_name.data.strip(),
            given_name=form.given_name.data.strip(),
            patronymic=(form.patronymic.data or "").strip(),
            phone=form.phone.data.strip(),
            region_code=form.region_code.data,
            district_code=None,
        )

    def account() -> NewAccount:
        name = f"{form.given_name.data.strip()} {form.family_name.data.strip()}"
        return NewAccount(ActorKind.JOBSEEKER, form.email.data, form.password.data, name, PERSONAL_DATA)

    return _registration("accounts/register_jobseeker.html", form, account, rest, PERSONAL_DATA)


@blueprint.route("/register/employer", methods=["GET", "POST"])
@permits(REGISTER)
def register_employer() -> ResponseReturnValue:
    form = EmployerForm()

    def rest(actor: Actor, user: User) -> None:
        register_employer_facts(
            db.session(), actor, user, bin=bare_number(form.bin.data), name=form.name.data.strip(), region_code=form.region_code.data
        )

    def account() -> NewAccount:
        return NewAccount(ActorKind.EMPLOYER, form.email.data, form.password.data, form.display_name.data.strip(), TERMS)

    return _registration("accounts/register_employer.html", form, account, rest, TERMS)


@blueprint.route("/register/agency", methods=["GET", "POST"])
@permits(REGISTER)
def register_agency() -> ResponseReturnValue:
    """The application for connection: the agency waits for the ministry, its first user only for the letter."""
    form = AgencyForm()

    def rest(actor: Actor, user: User) -> None:
        said = {name: form[name].data for name in ("name", "region_code", "licence_number", "asked_until_on", "contact_name", "contact_phone")}
        apply_for_connection(db.session(), actor, user, ConnectionFacts(bin=bare_number(form.bin.data), **said))

    def account() -> NewAccount:
        return NewAccount(ActorKind.AGENCY, form.email.data, form.password.data, form.display_name.data.strip(), TERMS)

    return _registration("accounts/register_agency.html", form, account, rest, TERMS)


@blueprint.get("/check-mail")
@permits(REGISTER)
def check_mail() -> ResponseReturnValue:
    settings = current_app.config["SETTINGS"]
    return render_template("accounts/check_mail.html", is_folder=not settings.smtp_url and not settings.is_production)


def _registration(
    template: str, form: JobseekerForm | EmployerForm, account: Callable[[], NewAccount], rest: Callable[[Actor, User], None], agreement: Agreement
) -> ResponseReturnValue:
    if not form.validate_on_submit():
        return page_with_form(template, form, agreement=agreement)
    try:
        counted_try("register", form.email.data)
        with acting_as(db.session(), REGISTRAR):
            open_quietly(account(), rest)
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        return refused_page(template, form, refusal, agreement=agreement)
    return redirect(url_for("accounts.check_mail"), 303)


def open_quietly(account: NewAccount, rest: Callable[[Actor, User], None]) -> None:
    """Open an account and what belongs to it; of an address or an IIN that is known only the letter tells.

    For a known address everything is done in the same way under an address of nobody and then taken back, so that it takes as long.
    """
    session = db.session()
    address = operations.clean_address(account.email)
    operations.refuse_weak_password(account.password, address)
    known = user_with_email(session, address)
    attempt = session.begin_nested()
    try:
        user = operations.open_account(
            session,
            REGISTRAR,
            kind=account.kind,
            email=address if known is None else f"{secrets.token_hex(16)}@example.com",
            password=account.password,
            display_name=account.display_name,
            language=language(),
            consents=[account.agreement.subject],
        )
        rest(REGISTRAR, user)
    except Refusal as refusal:
        attempt.rollback()
        if refusal.code != IIN_REGISTERED.code:
            raise
        compose_letter(session, MessageKind.IIN_REGISTERED_ALREADY, address, language=language())
        return
    if known is None:
        attempt.commit()
        return
    attempt.rollback()
    record(session, REGISTRAR, RegisteredAgain(known.id))
