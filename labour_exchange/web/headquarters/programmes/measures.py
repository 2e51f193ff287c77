"""Programmes with their measures; one measure with the versions of its terms; rules composed in a form, without code."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import InvalidInput, Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.access import KEEP_PROGRAMMES, READ_PROGRAMMES
from labour_exchange.programmes.explanations import requirements
from labour_exchange.programmes.models.programmes import MeasureTerms
from labour_exchange.programmes.operations import definitions as operations
from labour_exchange.programmes.queries import definitions as queries
from labour_exchange.programmes.queries.money import open_reallocations
from labour_exchange.programmes.rules.composing import rows_of
from labour_exchange.programmes.rules.predicates import PREDICATES
from labour_exchange.programmes.states import MeasureKind, MeasureState
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.programmes.forms import RATES, NewMeasureForm, TermsForm
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import language, words

Values = dict[str, object]


@blueprint.get("/programme")
@permits(READ_PROGRAMMES)
def programme() -> str:
    session, actor = db.session(), current_actor()
    found, waiting = queries.programmes(session), open_reallocations(session, actor)
    return render_template("headquarters/programmes/programmes.html", programmes=found, waiting=waiting, labels=labels, say=say)


@blueprint.get("/measures/<code>")
@permits(READ_PROGRAMMES)
def measure(code: str) -> str:
    found = queries.measure_by_code(db.session(), code)
    versions = [(one, requirements(one.eligibility, language())) for one in reversed(found.terms)]
    now = queries.terms_on(db.session(), found.id, clock.today())
    return render_template("headquarters/programmes/measure.html", measure=found, versions=versions, now=now, labels=labels, receiving=_receiving)


@blueprint.route("/measures/<code>/terms", methods=["GET", "POST"])
@permits(KEEP_PROGRAMMES)
def change_terms(code: str) -> ResponseReturnValue:
    """A new version; the form begins with what the latest one says."""
    session, actor = db.session(), current_actor()
    found = queries.measure_by_code(session, code)
    latest = found.terms[-1]
    form = TermsForm(**_filled(latest))
    if form.validate_on_submit():
        try:
            facts, reason = form.facts(), form.reason.data or ""
            act_once(form.submission_id.data, lambda: operations.change_terms(session, actor, found, facts, reason=reason))
            flash(_("The new version is made. Decisions taken before keep the version they were taken under."), "ok")
            return redirect(url_for("headquarters.measure", code=code), 303)
        except Refusal as refusal:
            _show(form, refusal)
    is_beyond = rows_of(latest.eligibility) is None
    return page_with_form("headquarters/programmes/terms.html", form, measure=found, predicates=PREDICATES, rates=RATES, is_beyond=is_beyond)


@blueprint.route("/measures/new", methods=["GET", "POST"])
@permits(KEEP_PROGRAMMES)
def new_measure() -> ResponseReturnValue:
    """A measure of the ministry's own, in a direction of a programme."""
    session, actor, form = db.session(), current_actor(), NewMeasureForm()
    directions = {f"{one.code}:{part.number}": (one, part) for one in queries.programmes(session) for part in one.directions}
    names = [(key, f"{words(one.name)}: {part.number}. {words(part.name)}") for key, (one, part) in directions.items()]
    form.direction.choices = [*form.direction.choices, *names]
    if form.validate_on_submit():
        direction, code = directions[form.direction.data][1], form.code.data or ""
        name = Text(kk=form.name_kk.data, ru=form.name_ru.data, en=form.name_en.data)
        try:
            made = {"code": code, "kind": MeasureKind(form.kind.data), "name": name, "terms": form.facts()}
            act_once(form.submission_id.data, lambda: operations.create_measure(session, actor, direction, **made))
            flash(_("The measure is open. Plan places and money for the regions next."), "ok")
            return redirect(url_for("headquarters.measure", code=code), 303)
        except Refusal as refusal:
            _show(form, refusal)
    return page_with_form("headquarters/programmes/terms.html", form, measure=None, predicates=PREDICATES, rates=RATES, is_beyond=False)


@blueprint.post("/measures/<code>/<any(open, close):act>")
@permits(KEEP_PROGRAMMES)
def move_measure(code: str, act: str) -> ResponseReturnValue:
    found = queries.measure_by_code(db.session(), code)
    act_once(None, lambda: operations.close_measure(db.session(), current_actor(), found, is_open=act == "open"))
    flash(_("The measure takes applications.") if found.state is MeasureState.OPEN else _("The measure takes no more applications."), "ok")
    return redirect(url_for("headquarters.measure", code=code), 303)


def _receiving(terms: MeasureTerms) -> str:
    return ", ".join(words(say.region_name(code)) for code in terms.details["receiving"])


def _filled(latest: MeasureTerms) -> Values:
    """The latest terms as values of the form's fields."""
    values: Values = {name: getattr(latest, name) for name in ("most_months", "most_amount", "documents")} | {"approval": latest.approval.value}
    values |= latest.details
    for number, one in enumerate(latest.rate_periods[:RATES], start=1):
        values |= {f"{name}_{number}": one[name] for name in ("months", "share", "cap")}
    for row in rows_of(latest.eligibility) or ():
        values[f"use_{row.rule}"] = row.use.value
        values |= {f"{row.rule}_{name}": str(value) if name == "level" else value for name, value in row.values.items()}
    return values


def _show(form: Form, refusal: Refusal) -> None:
    """Rules and rates have many fields: what is wrong with them is said above the form and at the first of them."""
    first = {"rate_periods": "months_1", "eligibility": "use_age_between", "name": "name_kk"}
    if isinstance(refusal, InvalidInput):
        for error in refusal.errors:
            field = form[first.get(error.field, error.field)]
            field.errors = [*field.errors, words(error)]
    else:
        show_refusal(form, refusal)
