"""Private employment agencies: their quality in one table and its file, and the acts on a licence."""

from collections.abc import Iterable

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.agencies import operations
from labour_exchange.agencies import queries as licences
from labour_exchange.agencies.access import LICENSE_AGENCY, READ_AGENCIES
from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, LicenceState
from labour_exchange.agencies.texts import CATEGORIES, COMPLAINT_STATES, LICENCE_STATES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.texts import Text
from labour_exchange.placements.queries.quality import Quality, qualities
from labour_exchange.territory.queries import region as region_of
from labour_exchange.vacancies.texts import REJECTIONS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.forms import GrantForm, ReasonForm, RenewForm
from labour_exchange.web.localisation import words
from labour_exchange.web.spreadsheets import csv_response

BADGES = {LicenceState.GRANTED: "ok", LicenceState.SUSPENDED: "bad", LicenceState.APPLIED: "info"}
ACTS = {
    "grant": Text(kk="Лицензия беру", ru="Выдать лицензию", en="Grant the licence"),
    "refuse": Text(kk="Бас тарту", ru="Отказать", en="Refuse"),
    "renew": Text(kk="Мерзімін ұзарту", ru="Продлить", en="Move the last day"),
    "suspend": Text(kk="Тоқтата тұру", ru="Приостановить", en="Suspend the licence"),
    "restore": Text(kk="Қалпына келтіру", ru="Возобновить", en="Restore the licence"),
    "withdraw": Text(kk="Қайтарып алу", ru="Отозвать", en="Withdraw the licence"),
}
"""The ministry's acts, in the order in which a page offers them."""
WITH_REASON = {
    "refuse": operations.refuse_licence,
    "suspend": operations.suspend_licence,
    "restore": operations.restore_licence,
    "withdraw": operations.withdraw_licence,
}
NAMES = {
    "": Text(kk="Атауы бойынша", ru="По названию", en="By name"),
    "pushed": Text(kk="Бос орындары", ru="По вакансиям", en="Vacancies"),
    "rejected_share": Text(kk="Қабылданбағаны", ru="По отклонённым", en="Share rejected"),
    "answer_rate": Text(kk="Жауап үлесі", ru="По доле ответов", en="Answer rate"),
    "days_to_answer": Text(kk="Жауап мерзімі", ru="По сроку ответа", en="Days to answer"),
    "sustained": Text(kk="Тұрақты орналасқандар", ru="По устойчивым", en="Placements that last"),
    "complaints_upheld": Text(kk="Негізді шағымдар", ru="По жалобам", en="Complaints upheld"),
}
"""How the table can be sorted."""
Row = tuple[Agency, Licence | None, Quality]


@blueprint.get("/agencies")
@permits(READ_AGENCIES)
def agencies() -> str:
    """Every agency with its licence and quality, sorted as asked; first of all those that wait for the ministry."""
    sort = request.args.get("sort", "")
    rows = _sorted(_rows(), sort)
    chips = [{"label": words(NAMES[name]), "href": url_for("headquarters.agencies", sort=name or None), "current": name == sort} for name in NAMES]
    open_complaints = [row for row in licences.complaints_for(db.session(), current_actor()) if row[0].decided_at is None]
    return render_template(
        "headquarters/agencies.html",
        rows=rows,
        chips=chips,
        sort=sort,
        states=LICENCE_STATES,
        badges=BADGES,
        region_of=region_of,
        complaints=len(open_complaints),
    )


@blueprint.get("/agencies.csv")
@permits(READ_AGENCIES)
def agencies_file() -> Response:
    """The same table with every measure; shares between 0 and 1."""
    names = list(Quality().measures)
    header = [_("BIN"), _("Agency"), _("Region code"), _("Licence"), _("Valid until"), *names]
    lines = [
        [
            agency.bin,
            agency.name,
            agency.region_code,
            words(LICENCE_STATES[licence.state]) if licence else "",
            licence.expires_on if licence else "",
            *_cells(found.measures[name] for name in names),
        ]
        for agency, licence, found in _sorted(_rows(), request.args.get("sort", ""))
    ]
    return csv_response("agencies.csv", header, lines)


@blueprint.route("/agencies/<public_id>", methods=["GET", "POST"])
@permits(LICENSE_AGENCY)
def agency(public_id: str) -> ResponseReturnValue:
    """One agency; `?act=` chooses which of the lawful acts its form performs."""
    found = licences.agency_by_public_id(db.session(), public_id)
    licence = licences.licence_of(db.session(), found.id)
    acts = [name for name in ACTS if licence and LICENCE_LIFECYCLE.allows(licence.state, name)]
    act = request.args.get("act", _usual(acts, licence))
    form = _form(act, licence)
    if form.is_submitted():
        if licence is None or act not in acts:
            raise NotFound
        if form.validate():
            try:
                act_once(form.submission_id.data, lambda: _perform(act, licence, form))
                flash(_("The licence was changed."), "ok")
                return redirect(url_for("headquarters.agency", public_id=public_id), 303)
            except Refusal as refusal:
                show_refusal(form, refusal)
    return page_with_form("headquarters/agency.html", form, **_about(found, licence, acts, act))


def _usual(acts: list[str], licence: Licence | None) -> str:
    """What is done most often from here: a licence in force is renewed when that is asked for, else suspended."""
    if "suspend" in acts and licence and licence.asked_until_on is None:
        return "suspend"
    return acts[0] if acts else ""


def _form(act: str, licence: Licence | None) -> RenewForm | ReasonForm:
    if act in ("grant", "renew"):
        return (GrantForm if act == "grant" else RenewForm)(expires_on=licence.asked_until_on if licence else None)
    return ReasonForm()


def _perform(act: str, licence: Licence, form: RenewForm | ReasonForm) -> None:
    session, actor = db.session(), current_actor()
    if isinstance(form, GrantForm):
        operations.grant_licence(session, actor, licence, expires_on=form.expires_on.data, reason=form.reason.data or "")
    elif isinstance(form, RenewForm):
        operations.renew_licence(session, actor, licence, expires_on=form.expires_on.data)
    else:
        WITH_REASON[act](session, actor, licence, reason=form.reason.data)


def _about(found: Agency, licence: Licence | None, acts: list[str], act: str) -> dict[str, object]:
    here = {"public_id": found.public_id}
    return {
        "agency": found,
        "licence": licence,
        "acts": [{"label": words(ACTS[one]), "href": url_for("headquarters.agency", act=one, **here), "current": one == act} for one in acts],
        "act": act if act in acts else "",
        "act_name": ACTS.get(act, ""),
        "here": url_for("headquarters.agency", act=act or None, **here),
        "states": LICENCE_STATES,
        "badges": BADGES,
        "categories": CATEGORIES,
        "complaint_states": COMPLAINT_STATES,
        "rejections": REJECTIONS,
        "region": region_of(found.region_code),
        "quality": qualities(db.session(), [found.id])[found.id],
        "moves": list(reversed(history(db.session(), "licence", licence.id))) if licence else [],
        "complaints": licences.complaints_for(db.session(), current_actor(), agency_id=found.id),
    }


def _rows() -> list[Row]:
    known = licences.agencies_with_licences(db.session())
    found = qualities(db.session(), [agency.id for agency, _licence in known])
    return [(agency, licence, found[agency.id]) for agency, licence in known]


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    """By name; by a measure the greatest first, those without it last. Who waits for a decision always comes first."""
    if sort and sort in NAMES:
        rows.sort(key=lambda row: (row[2].measures[sort] is None, -(row[2].measures[sort] or 0)))
    rows.sort(key=lambda row: not _waits(row[1]))
    return rows


def _waits(licence: Licence | None) -> bool:
    return licence is not None and (licence.state is LicenceState.APPLIED or licence.asked_until_on is not None)


def _cells(values: Iterable[float | None]) -> list[object]:
    return ["" if value is None else round(value, 4) for value in values]
