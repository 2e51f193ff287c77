"""Releases from their preparation to the announced minute: one analyst freezes, another signs, the clock publishes."""

from datetime import datetime, time

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.statistics.access import PREPARE_RELEASE, READ_LIVE_FIGURES, SIGN_RELEASE
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period, month_of, read_period
from labour_exchange.statistics.releases import operations, queries, requests
from labour_exchange.statistics.releases.contents import differences
from labour_exchange.statistics.releases.states import ReleaseState
from labour_exchange.statistics.releases.texts import NOT_ANALYST, STATES, WHY_NOT
from labour_exchange.web import localisation
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import ChoiceField, DateField3, Form, page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.public.statistics.release_tables import place_of, table_of

MONTHS_OFFERED, CHANGES_SHOWN = 12, 50
A_MINUTE = r"^([01]?\d|2[0-3]):[0-5]\d$"


def periods_over() -> list[tuple[str, str]]:
    """Months, quarters, half-years and the year that ended last, newest first in each."""
    last = month_of(clock.today()).previous
    months = [last]
    while len(months) < MONTHS_OFFERED:
        months.append(months[-1].previous)
    longer: list[Period] = []
    for length, count in ((3, 4), (6, 2), (12, 1)):
        fitting = [one for one in months if (one.first.month - 1) % length == 0]
        longer += [whole for one in fitting if (whole := Period(one.first, length)).last_day < clock.today()][:count]
    return [(one.code, localisation.month(one.first)) for one in months] + [(one.code, one.code) for one in longer]


class ReleaseForm(Form):
    period = ChoiceField(_l("Period"), [DataRequired()], choices=periods_over, blank=_l("Choose"))
    announced_at = DateField3(_l("Day of publication"), [DataRequired()])
    minute = StringField(
        _l("Minute of publication"), [DataRequired(), Regexp(A_MINUTE, message=_l("Write the time as 09:00."))], description=_l("For example: 09:00")
    )
    reason = TextAreaField(
        _l("What changed and why"), [Optional(), Length(max=2000)], description=_l("For a second or later edition only. Everybody will read it.")
    )


@blueprint.get("/releases")
@permits(READ_LIVE_FIGURES)
def releases() -> str:
    """What waits for a signature, what is announced, what is published."""
    announced, published = queries.calendar(db.session())
    return render_template(
        "headquarters/releases/calendar.html",
        announced=announced,
        published=published,
        waiting=requests.requests_waiting(db.session()),
        states=STATES,
        may_prepare=current_actor().kind is ActorKind.ANALYST,
    )


@blueprint.route("/releases/new", methods=["GET", "POST"])
@permits(PREPARE_RELEASE)
def new_release() -> ResponseReturnValue:
    """Have a period frozen as it was known at the end of yesterday, and announce when it is published."""
    form = ReleaseForm()
    if form.validate_on_submit():
        hour, _colon, minute = form.minute.data.strip().partition(":")
        moment = datetime.combine(form.announced_at.data, time(int(hour), int(minute)), clock.COUNTRY_ZONE)
        facts = {"announced_at": moment, "reason": form.reason.data or ""}
        try:
            act_once(form.submission_id.data, lambda: requests.ask_to_freeze(db.session(), current_actor(), form.period.data, **facts))
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            asked = requests.latest_of(db.session(), form.period.data)
            return redirect(url_for("headquarters.freezing", public_id=asked.public_id), 303)
    return page_with_form("headquarters/releases/new.html", form)


@blueprint.get("/releases/freezing/<public_id>")
@permits(READ_LIVE_FIGURES)
def freezing(public_id: str) -> ResponseReturnValue:
    """How far the worker is with what was asked for; once it is done, the release."""
    asked = requests.freeze_request(db.session(), public_id)
    if asked.release is not None:
        flash(_("The figures are frozen. Now another analyst has to sign them."), "ok")
        return redirect(url_for("headquarters.release", name=asked.release.name), 303)
    return render_template("headquarters/releases/freezing.html", asked=asked, why=WHY_NOT.get(asked.refusal, NOT_ANALYST))


@blueprint.get("/releases/<name>")
@permits(READ_LIVE_FIGURES)
def release(name: str) -> str:
    """The frozen tables as they will be published, what they change, and who has signed."""
    found, actor = queries.release_by_name(db.session(), name), current_actor()
    before = next((one for one in queries.editions(db.session(), found.period_code) if one.edition == found.edition - 1), None)
    changes = differences(before.tables, found.tables) if before else []
    return render_template(
        "headquarters/releases/release.html",
        release=found,
        period=read_period(found.period_code),
        states=STATES,
        catalogue=CATALOGUE,
        is_mine=found.prepared_by_id == actor.user_id,
        may_sign=actor.kind is ActorKind.ANALYST and found.state is ReleaseState.PREPARED and found.prepared_by_id != actor.user_id,
        changes=[(CATALOGUE[code].name, place_of(cell[0]), cell[1], old, new) for code, cell, old, new in changes[:CHANGES_SHOWN]],
        changed=len(changes),
        **table_of(found, request.args.get("indicator", "")),
    )


@blueprint.post("/releases/<name>/sign")
@permits(SIGN_RELEASE)
def sign_release(name: str) -> ResponseReturnValue:
    """The second signature."""
    found = queries.release_by_name(db.session(), name)
    act_once(request.form.get("submission_id"), lambda: operations.sign_release(db.session(), current_actor(), found))
    flash(_("The release is signed. It is published at the announced minute."), "ok")
    return redirect(url_for("headquarters.release", name=name), 303)
