"""A remark on a draft: written without an account, confirmed by a link in a letter."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.accounts.operations import clean_address
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Conflict, Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.standards import operations, texts
from labour_exchange.standards.access import CONFIRM_REMARK, SEND_REMARK
from labour_exchange.standards.models import StandardVersion
from labour_exchange.standards.queries import registers
from labour_exchange.standards.rules.drafting import takes_remarks
from labour_exchange.standards.states import RemarkKind
from labour_exchange.web.accounts.blueprint import counted_try, refused_page
from labour_exchange.web.actor import current_actor
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.localisation import language
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.standards.forms import RemarkForm
from labour_exchange.web.standards.wording import body_of, paragraph_choices

WHOLE = Text(kk="Бүкіл жоба", ru="Весь проект", en="The whole draft")


@blueprint.route("/standards/<public_id>/remarks/new", methods=["GET", "POST"])
@permits(SEND_REMARK)
def new_remark(public_id: str) -> ResponseReturnValue:
    """Counted like a registration: each costs a letter."""
    found = registers.version_for(db.session(), current_actor(), public_id)
    if not takes_remarks(found.state, found.discussed_until_on, clock.today()):
        raise Conflict(texts.DISCUSSION_CLOSED)
    form = RemarkForm(data={"paragraph": request.args.get("paragraph", "0")})
    form.paragraph.choices = _choices(found)
    if not form.validate_on_submit():
        return page_with_form("public/standards/new_remark.html", form, version=found, body=body_of(found))
    try:
        _send(found, form)
    except Refusal as refusal:
        db.session.rollback()
        return refused_page("public/standards/new_remark.html", form, refusal, version=found, body=body_of(found))
    return redirect(url_for("public.remark_sent", public_id=public_id), 303)


@blueprint.get("/standards/<public_id>/remarks/sent")
@permits(SEND_REMARK)
def remark_sent(public_id: str) -> str:
    return render_template("public/standards/remark_sent.html", version=registers.version_for(db.session(), current_actor(), public_id))


@blueprint.route("/standards/remarks/confirm/<secret>", methods=["GET", "POST"])
@permits(CONFIRM_REMARK)
def confirm_remark(secret: str) -> ResponseReturnValue:
    """A button and not the link itself confirms: mail programs open links to look at them."""
    if request.method == "GET":
        return render_template("public/standards/confirm_remark.html")
    try:
        operations.confirm_remark(db.session(), secret=secret)
        db.session.commit()
    except Refusal as refusal:
        db.session.rollback()
        return render_template("public/standards/dead_link.html", refusal=refusal), 410
    return render_template("public/standards/remark_confirmed.html")


def _send(found: StandardVersion, form: RemarkForm) -> None:
    address = clean_address(form.email.data)
    counted_try("remark", address)
    operations.send_remark(
        db.session(),
        found,
        paragraph=int(form.paragraph.data or 0),
        kind=RemarkKind(form.kind.data),
        text=form.text.data or "",
        language=language(),
        address=address,
    )
    db.session.commit()


def _choices(found: StandardVersion) -> list[tuple[str, str]]:
    code = language()
    return [(key, said.in_language(code) if isinstance(said, Text) else said) for key, said in paragraph_choices(found, WHOLE)]
