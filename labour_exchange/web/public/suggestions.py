"""Suggestions while somebody types: occupations, skills, places, and words for the search box, as JSON."""

from collections.abc import Iterable

from flask import Response, jsonify, request

from labour_exchange.classifications.occupations import is_unit_group, occupation, suggest_occupations
from labour_exchange.classifications.skills import is_skill, skill, suggest_skills
from labour_exchange.discovery import texts
from labour_exchange.discovery.finders.completions import Completion, completions
from labour_exchange.foundation.access import permits, public
from labour_exchange.foundation.database import db
from labour_exchange.territory.queries import place, place_name, region, suggest_places
from labour_exchange.web.localisation import language, words
from labour_exchange.web.public.blueprint import blueprint
from search.analysis.concepts import lexicon

SUGGEST = public("suggest words", "Names of occupations, skills and places are the same for everybody.")
MOST = 10
LONGEST = 100
AN_HOUR = 3600
# Employers come and go more often than names of occupations.
TEN_MINUTES = 600

Item = dict[str, str]


@blueprint.get("/suggest/occupations")
@permits(SUGGEST)
def occupation_suggestions() -> Response:
    """Unit groups by their official names, and by what people call them; that then stands beside the name."""
    typed = _typed()
    official = [(group.code, "") for group in suggest_occupations(typed, language(), MOST)]
    called = [(code, term) for code, _kind, term in lexicon().suggest(typed, language(), MOST, "occupation") if is_unit_group(code)]
    found = dict(reversed([*official, *called]))
    order = dict.fromkeys(code for code, _term in (*official, *called))
    return _answer({"code": code, "label": words(occupation(code).name), "note": found[code]} for code in order)


@blueprint.get("/suggest/skills")
@permits(SUGGEST)
def skill_suggestions() -> Response:
    typed = _typed()
    named = [item.id for item in suggest_skills(typed, language(), MOST)]
    called = [id for id, _kind, _term in lexicon().suggest(typed, language(), MOST, "skill") if is_skill(id)]
    return _answer({"code": id, "label": words(skill(id).name), "note": ""} for id in dict.fromkeys((*named, *called)))


@blueprint.get("/suggest/places")
@permits(SUGGEST)
def place_suggestions() -> Response:
    """Regions, cities and districts; a district with its region beside it."""
    found = suggest_places(_typed(), language(), MOST)
    return _answer(
        {"code": one.code, "label": words(place_name(one)), "note": words(region(one.region_code).name) if one.district_kato else ""} for one in found
    )


@blueprint.get("/suggest/searches")
@permits(SUGGEST)
def search_suggestions() -> Response:
    """What to write into the search box: work as people say it, skills, places and employers; what each is stands beside."""
    found = completions(db.session(), _typed(), language(), MOST)
    return _answer(({"code": one.code, "label": _shown(one), "note": _note(one)} for one in found), seconds=TEN_MINUTES)


def _shown(one: Completion) -> str:
    """A place is called as the reader calls it; anything else as it was found, so that one sees why it is there."""
    name = words(place_name(place(one.code))) if one.kind == "place" else one.text
    return f"{one.head} {name}" if one.head else name


def _note(one: Completion) -> str:
    match one.kind:
        case "occupation":
            return words(texts.OCCUPATION_IS, name=words(occupation(one.code).name))
        case "skill":
            return words(texts.SKILL, name=words(skill(one.code).name))
        case "place":
            found = place(one.code)
            return words(texts.PLACE_IS, name=words(region(found.region_code).name)) if found.district_kato else words(texts.PLACE)
        case _:
            return words(texts.EMPLOYER)


def _typed() -> str:
    return request.args.get("q", "")[:LONGEST].strip()


def _answer(items: Iterable[Item], *, seconds: int = AN_HOUR) -> Response:
    made = jsonify(items=list(items)[:MOST])
    made.headers["Cache-Control"] = f"public, max-age={seconds}"
    return made
