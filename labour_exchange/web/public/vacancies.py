"""Search for vacancies and read one."""

from dataclasses import replace
from typing import Any

from flask import Response, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.discovery import finders
from labour_exchange.discovery.finders import FoundPage
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.access import Actor, ActorKind, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.matching.queries import explain_pair, own_profile
from labour_exchange.placements.queries.approaches import application_for_vacancy
from labour_exchange.territory.queries import district, districts_in_order, is_region, place, place_name
from labour_exchange.vacancies.access import READ_VACANCY, may_check, may_keep
from labour_exchange.vacancies.duplicates.queries import shown_instead, sources_of
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import closed_vacancy, vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.errors import error_page
from labour_exchange.web.localisation import language, words
from labour_exchange.web.public import wording
from labour_exchange.web.public.asking import (
    DAYS,
    KILOMETRES,
    address_of,
    asked,
    chosen_filters,
    hidden_parameters,
    taken_over,
    without_understood,
)
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.cards import card, cards, region_tiles
from labour_exchange.web.public.job_posting import job_posting
from labour_exchange.web.public.reading.counting import count_search, count_view, is_read_by_somebody
from labour_exchange.web.public.reading.highlights import Marker
from labour_exchange.web.public.reading.recent import recently_read, remember
from labour_exchange.web.public.reading.saved import saved_ids
from search.results import EngineUnavailable


@blueprint.get("/vacancies")
@permits(READ_VACANCY)
def vacancies() -> str:
    """Results as a list, or on the map of regions."""
    actor = current_actor()
    query = replace(asked(), home=_home_of(actor))
    if request.args.get("view") == "map":
        return _map(query)
    page = finders.find_vacancies(db.session(), actor, query)
    count_search(actor, query, page)
    return render_template(
        "public/vacancies.html",
        query=query,
        page=page,
        cards=cards(page.hits, actor, is_typed=bool(query.text), marker=Marker.of(page) if query.text else None),
        recent=[] if query.cursor else [card(one) for one in recently_read()],
        next_href=address_of(replace(query, cursor=page.next_cursor)) if page.next_cursor else "",
        first_href=address_of(replace(query, cursor=None)) if query.cursor else "",
        others=[(one.label, address_of(one.query), one.total) for one in page.suggestions],
        **_around(query, page),
    )


@blueprint.get("/vacancies/<public_id>")
@permits(READ_VACANCY)
def vacancy(public_id: str) -> ResponseReturnValue:
    """One vacancy; when it was public and is over, a page that says so and shows similar ones (410)."""
    session, actor = db.session(), current_actor()
    try:
        found = vacancy_for(session, actor, public_id)
    except NotFound:
        closed = closed_vacancy(session, public_id)
        if closed is None:
            raise
        return _closed_page(closed, actor)
    leader = shown_instead(session, found)
    if leader is not None and not (may_keep(actor, found) or may_check(actor, found)):
        return redirect(url_for("public.vacancy", public_id=leader.public_id))
    profile = own_profile(session, actor) if actor.kind is ActorKind.JOBSEEKER else None
    answer = render_template(
        "public/vacancy.html",
        vacancy=found,
        say=wording,
        back=_way_back(),
        sources=sources_of(session, found),
        pair=explain_pair(profile, found) if profile else None,
        apply=_apply(found, actor),
        is_saved=public_id in saved_ids(),
        posting=job_posting(found) if found.is_open else None,
        similar=[card(other) for other in finders.similar_vacancies(session, actor, found, limit=3)],
    )
    if not (found.is_open and is_read_by_somebody()):
        return answer
    count_view(actor, found)
    return remember(make_response(answer), found.public_id)


@blueprint.errorhandler(EngineUnavailable)
def _no_engine(error: EngineUnavailable) -> Response:
    current_app.logger.error("no engine answers: %s", error)
    return error_page(503)


def _map(query: SearchQuery) -> str:
    total, counts = finders.count_by_region(query)
    everywhere = replace(query, place="", regions=(), within_km=None, cursor=None)
    tiles, legend = region_tiles(counts, lambda code: address_of(replace(everywhere, regions=(code,))))
    return render_template(
        "public/map.html",
        query=query,
        total=total,
        tiles=tiles,
        legend=legend,
        list_href=address_of(replace(query, cursor=None)),
        keep=_keep(query),
    )


def _around(query: SearchQuery, page: FoundPage) -> dict[str, Any]:
    """Everything beside the results: what was understood, filters, orders, other ways to read them."""
    first = replace(query, cursor=None)
    orders = [("relevance", _("Best first")), ("newest", _("Newest first")), ("pay", _("Highest pay first"))]
    is_from_home = bool(query.home) and (query.from_home or any(one.kind == "near" for one in page.understood))
    origin = query.home if is_from_home else next((one.value for one in page.understood if one.kind == "place"), "")
    if origin and (query.within_km or is_from_home):
        orders.append(("distance", _("Nearest first")))
    if not (query.text or page.sort == "relevance"):
        orders = orders[1:]
    tiles, legend = region_tiles(page.by_region, lambda code: address_of(replace(first, place="", regions=(code,), districts=())))
    return {
        "tiles": tiles,
        "legend": legend,
        "origin": words(place_name(place(origin))) if origin else "",
        "home": words(place_name(place(query.home))) if query.home else "",
        "districts": _districts(query, page),
        "chips": [{"label": wording.understood(one), "href": address_of(other)} for one, other in without_understood(query, page)],
        "exact_href": address_of(replace(first, exact=True)) if page.corrected else "",
        "groups_shown": [
            {"name": group.name, "legend": group.legend, "options": [_option(option) for option in group.options]} for group in page.facets
        ],
        "chosen": chosen_filters(query),
        "hidden": [*hidden_parameters(query), *taken_over(page)],
        "pay_from": query.pay_from if query.pay_from is not None else next((int(one.value) for one in page.understood if one.kind == "pay"), None),
        "keep": _keep(query),
        "orders": [{"label": label, "href": address_of(replace(first, sort=sort)), "current": page.sort == sort} for sort, label in orders],
        "map_href": address_of(first, view="map"),
        "save_href": _save(first),
        "saved": len(saved_ids()),
        "feed_href": address_of(replace(first, sort=None), "public.feed"),
        "nothing_href": address_of(SearchQuery(text=query.text, place=query.place)),
        "days": DAYS,
        "kilometres": KILOMETRES,
    }


def _home_of(actor: Actor) -> str:
    """The district or region where a jobseeker lives, from which the way to work is counted; of nobody else it is known."""
    profile = own_profile(db.session(), actor) if actor.kind is ActorKind.JOBSEEKER else None
    return (profile.district_code or profile.region_code) if profile else ""


def _districts(query: SearchQuery, page: FoundPage) -> list[tuple[str, str, bool]]:
    """Districts to choose from (code, name, whether chosen), when one region is searched."""
    named = query.regions or tuple({district(code).region_code for code in query.districts})
    named = named or tuple(one.value for one in page.understood if one.kind == "place" and is_region(one.value))
    found = districts_in_order(named[0], language()) if len(named) == 1 else ()
    return [(one.kato, words(one.name), one.kato in query.districts) for one in found]


def _option(option: finders.FacetOption) -> dict[str, Any]:
    return {"value": option.value, "label": option.label, "count": option.count, "checked": option.is_chosen}


def _keep(query: SearchQuery) -> dict[str, str]:
    """A new search begins without filters, in the order that was chosen."""
    return {"sort": query.sort} if query.sort else {}


def _save(query: SearchQuery) -> str:
    """Where this search is saved; a visitor signs in on the way. Nothing to save leads nowhere, and nobody but jobseekers saves."""
    kind = current_actor().kind
    if not chosen_filters(query) and not query.text and not query.place:
        return ""
    target = address_of(replace(query, sort=None, published_within_days=None), "jobseeker.new_search")
    return {ActorKind.JOBSEEKER: target, ActorKind.VISITOR: url_for("accounts.sign_in", next=target)}.get(kind, "")


def _way_back() -> str:
    """The results one came from, when they were ours."""
    came_from = request.referrer or ""
    listed = url_for("public.vacancies")
    own = request.host_url.rstrip("/")
    return came_from.removeprefix(own) if came_from.startswith(f"{own}{listed}?") else listed


def _apply(vacancy: Vacancy, actor: Actor) -> dict[str, str]:
    """The one thing to do here, if anything: apply, see the own application, or sign in first."""
    if not vacancy.is_open or "jobseeker.apply" not in current_app.view_functions:
        return {}
    target = url_for("jobseeker.apply", public_id=vacancy.public_id)
    if actor.kind is ActorKind.JOBSEEKER:
        sent = application_for_vacancy(db.session(), actor, vacancy.id)
        if sent is not None:
            return {"sent": url_for("jobseeker.application", public_id=sent.public_id)}
        return {"href": target}
    if not actor.is_signed_in:
        return {"href": url_for("accounts.sign_in", next=target), "note": _("You will be asked to sign in.")}
    return {}


def _closed_page(closed: Vacancy, actor: Actor) -> Response:
    similar = finders.similar_vacancies(db.session(), actor, closed)
    return make_response(render_template("public/closed.html", vacancy=closed, say=wording, similar=[card(other) for other in similar]), 410)
