"""Saved searches: kept from the results page, looked at, changed, deleted."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, Length

from labour_exchange.alerts import queries, rules, texts
from labour_exchange.alerts.access import KEEP_SEARCHES
from labour_exchange.alerts.models import SavedSearch
from labour_exchange.alerts.operations import searches as operations
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal, StaleVersion
from labour_exchange.territory.queries import region
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import ChoiceField, Form, page_with_form, show_refusal
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.localisation import words
from labour_exchange.web.public import asking, wording

FREQUENCIES = [(frequency.value, texts.FREQUENCIES[frequency]) for frequency in Frequency]


class SearchForm(Form):
    name = StringField(_l("What you call this search"), [DataRequired(), Length(max=rules.NAME_LENGTH)])
    frequency = ChoiceField(_l("How often we write to you"), [DataRequired()], choices=FREQUENCIES, radios=True)


class ChangeForm(SearchForm):
    is_paused = BooleanField(_l("Do not write for the time being"))


@blueprint.get("/searches")
@permits(KEEP_SEARCHES)
def searches() -> str:
    """Every saved search with what is new in it."""
    kept = [_shown(one) for one in queries.saved_searches(db.session(), current_actor())]
    return render_template("jobseeker/searches/list.html", kept=kept, most=rules.MOST_SEARCHES)


@blueprint.route("/searches/new", methods=["GET", "POST"])
@permits(KEEP_SEARCHES)
def new_search() -> ResponseReturnValue:
    """The search stands in the address, as on the page of results: whoever signs in on the way here loses nothing."""
    query = asking.asked()
    form = SearchForm(name=_proposed_name(query), frequency=Frequency.DAILY.value)
    if form.validate_on_submit():
        facts = {"name": form.name.data or "", "frequency": Frequency(form.frequency.data)}
        try:
            act_once(form.submission_id.data, lambda: operations.save_search(db.session(), current_actor(), query, **facts))
            flash(_("The search is saved. We will write when something new comes."), "ok")
            return redirect(url_for("jobseeker.searches"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("jobseeker/searches/new.html", form, asks=_asks(query), back=asking.address_of(query))


@blueprint.get("/searches/<public_id>")
@permits(KEEP_SEARCHES)
def run_search(public_id: str) -> ResponseReturnValue:
    """The results, newest first; from now on they are not new any more."""
    kept = queries.saved_search(db.session(), current_actor(), public_id)
    operations.look_at_search(db.session(), current_actor(), kept)
    db.session.commit()
    return redirect(asking.address_of(rules.asked_again(kept.question), sort="newest"), 303)


@blueprint.route("/searches/<public_id>/edit", methods=["GET", "POST"])
@permits(KEEP_SEARCHES)
def edit_search(public_id: str) -> ResponseReturnValue:
    kept = queries.saved_search(db.session(), current_actor(), public_id)
    form = ChangeForm(obj=kept, is_paused=kept.state is SearchState.PAUSED)
    if form.validate_on_submit():
        facts = {"name": form.name.data or "", "frequency": Frequency(form.frequency.data), "is_paused": form.is_paused.data}
        version = form.version.data or kept.version
        try:
            act_once(form.submission_id.data, lambda: operations.change_search(db.session(), current_actor(), kept, version=version, **facts))
            flash(_("Saved."), "ok")
            return redirect(url_for("jobseeker.searches"), 303)
        except (NotFound, StaleVersion):
            raise
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("jobseeker/searches/edit.html", form, kept=kept, asks=_asks(rules.asked_again(kept.question)))


@blueprint.post("/searches/<public_id>/delete")
@permits(KEEP_SEARCHES)
def delete_search(public_id: str) -> ResponseReturnValue:
    kept = queries.saved_search(db.session(), current_actor(), public_id)
    operations.delete_search(db.session(), current_actor(), kept)
    db.session.commit()
    flash(_("The search is deleted."), "ok")
    return redirect(url_for("jobseeker.searches"), 303)


def _shown(one: queries.Kept) -> dict[str, object]:
    kept: SavedSearch = one.search
    return {
        "id": kept.public_id,
        "name": kept.name,
        "asks": _asks(rules.asked_again(kept.question)),
        "new": one.new,
        "frequency": texts.FREQUENCIES[kept.frequency],
        "is_paused": kept.state is SearchState.PAUSED,
    }


def _asks(query: SearchQuery) -> list[str]:
    """What a search looks for, in short words."""
    said = [f"«{query.text}»"] if query.text else []
    if query.place:
        said.append(query.place)
    said += [words(region(code).name) for code in query.regions]
    said += wording.filters_in_words(query)
    if query.within_km:
        said.append(_("within %(km)s km", km=query.within_km))
    return said or [words(texts.EVERYTHING)]


def _proposed_name(query: SearchQuery) -> str:
    found = question_of(query)
    occupations = [wording.understood(one) for one in found.understood if one.kind == "occupation"]
    place = query.place or (words(region(query.regions[0]).name) if query.regions else "")
    name = ", ".join(part for part in (query.text or next(iter(occupations), ""), place) if part)
    return (name or " · ".join(_asks(query)))[: rules.NAME_LENGTH]
