"""What somebody typed and chose becomes criteria, with what was understood of it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from labour_exchange.classifications import occupations as isco
from labour_exchange.classifications.licences import INCLUDED_CATEGORIES, licences
from labour_exchange.discovery import vocabulary
from labour_exchange.discovery.proposals import terms
from labour_exchange.foundation import clock
from labour_exchange.territory.names import choose_place, mentions
from labour_exchange.territory.places import Place
from labour_exchange.territory.queries import find_place
from labour_exchange.territory.queries import place as place_of
from labour_exchange.territory.rules import point_of
from labour_exchange.territory.spelling import TOKEN, fold, kind_of_word
from search.analysis.concepts import Concept
from search.analysis.forgiveness import Vocabulary
from search.analysis.normalisation import tokens
from search.analysis.understanding import Understanding, understand
from search.criteria import MOST_WORDS, Near, QueryWord, Sort, VacancyCriteria, VacancyFilters

LONGEST_TEXT = 300
LEAST_SURE = 0.5
# A second occupation is meant too when it was read nearly as surely as the first.
NEARLY_AS_SURE = 0.75
MOST_OCCUPATIONS = 4
# How far people travel to work when they do not say: about an hour on these roads.
COMMUTE_KM = 50
LEFT_OUT_OF_TOKENS = {"имени", "им"}
DRIVING = "driving-"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What was typed, where, and what was chosen beside it. `without` names what was understood and is not wanted: codes, or "pay", "hours", ...

    `exact`: the words are right as they stand. `within_km` is counted from the place, or with `from_home` from `home`, the code of
    where the asker lives; without it a journey of COMMUTE_KM is meant. Values that no vacancy has find nothing.
    """

    text: str = ""
    place: str = ""
    regions: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    employment_kinds: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pay_from: int | None = None
    education_max: int | None = None
    remote: bool | None = None
    quota: bool | None = None
    within_km: int | None = None
    from_home: bool = False
    home: str = ""
    published_within_days: int | None = None
    employer: str | None = None
    exact: bool = False
    without: frozenset[str] = frozenset()
    sort: Sort | None = None
    limit: int = 20
    cursor: str | None = None
    facets: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """Something that was read in the words or in the box for the place.

    `kind`: occupation, skill, place, pay, hours, remote, licences, experience, kind (of employment).
    `value` is a code, or the amount of pay; `in_place_box` says where it stood.
    """

    kind: str
    value: str
    in_place_box: bool = False

    @property
    def key(self) -> str:
        """The name by which a reader takes it away."""
        return self.value if self.kind in ("occupation", "skill", "place") else self.kind


@dataclass(frozen=True, slots=True)
class Question:
    """Criteria, and how they were reached. `corrected` pairs are (typed, used); `unknown_place` stood in the box for the place and is none.

    `place` is where is searched, the first where several were named; `place_words` are the words that named them, unless it stood in the box.
    `origin` is where kilometres are counted from, if from anywhere.
    """

    criteria: VacancyCriteria
    understood: tuple[Understood, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unknown_place: str = ""
    place: Place | None = None
    place_words: tuple[str, ...] = ()
    origin: Place | None = None


def question_of(query: SearchQuery) -> Question:
    """Read a query; nothing a person can type is refused."""
    typed = query.text[:LONGEST_TEXT].strip()
    read = understanding_of(typed, exact=query.exact) if typed else None
    boxed = find_place(query.place) if query.place.strip() else None
    place = boxed if boxed and boxed.code not in query.without else None
    told = [Understood("place", place.code, in_place_box=True)] if place else []
    concepts = _kept(read, query.without)
    told += [Understood(concept.kind, concept.id) for concept in concepts]
    named = _named_places(read, query.without) if read and place is None else {}
    told += [Understood("place", one.code) for one in named]
    place = place or next(iter(named), None)
    conditions = _conditions(read, query.without) if read else {}
    told += [Understood(kind, value) for kind, value in conditions.items()]
    occupations = tuple(concept.id for concept in concepts if concept.kind == "occupation")
    words = _words(read, query.without)
    origin = find_home(query) or place
    filters = _filters(query, tuple(named) or ((place,) if place else ()), conditions, origin)
    criteria = VacancyCriteria(
        words=words,
        occupations=occupations,
        skills=tuple(concept.id for concept in concepts if concept.kind == "skill"),
        filters=filters,
        sort=_sort(query, filters, is_asked=bool(words or occupations)),
        limit=query.limit,
        cursor=query.cursor,
        facets=query.facets,
    )
    unknown = query.place.strip() if query.place.strip() and boxed is None else ""
    return Question(criteria, tuple(told), read.corrected if read else (), unknown, place, tuple(named.values()), origin)


def understanding_of(text: str, *, exact: bool = False) -> Understanding:
    """What the words say; with `exact` none of them is corrected."""
    terms.refresh()
    known = Vocabulary(tokens(text)) if exact else vocabulary.known_words()
    return understand(text, places=places_in, vocabulary=known or ())


def places_in(text: str) -> list[tuple[str, str, str]]:
    """(words as typed, region, district or "") of every place a text names; what the understanding of a query asks."""
    folded = fold(text)
    source = text if len(folded) == len(text) else folded
    found = [match for match in TOKEN.finditer(folded) if match.group() not in LEFT_OUT_OF_TOKENS]
    places = []
    for mention in mentions(text):
        place = choose_place(mention.names)
        if place:
            # "город", "облысы" beside a name belong to it.
            start = mention.start - (mention.start > 0 and kind_of_word(found[mention.start - 1].group()) is not None)
            end = mention.end + (mention.end < len(found) and kind_of_word(found[mention.end].group()) is not None)
            places.append((source[found[start].start() : found[end - 1].end()], place.region_code, place.district_kato or ""))
    return places


def without_filters(query: SearchQuery, *names: str) -> SearchQuery:
    """The same query with these fields as if they had not been chosen."""
    fresh = SearchQuery()
    return replace(query, cursor=None, **{name: getattr(fresh, name) for name in names})


def _kept(read: Understanding | None, without: frozenset[str]) -> list[Concept]:
    if read is None:
        return []
    occupations = [
        concept for concept in read.occupations if concept.id not in without and concept.score >= LEAST_SURE and isco.is_unit_group(concept.id)
    ]
    best = occupations[0].score if occupations else 0.0
    meant = [concept for concept in occupations if concept.score >= NEARLY_AS_SURE * best][:MOST_OCCUPATIONS]
    return meant + [concept for concept in read.skills if concept.id not in without]


def _named_places(read: Understanding, without: frozenset[str]) -> dict[Place, str]:
    """The places that the words name, with those words.

    A region gives way to a district of it; all others that are as exact as the first are alternatives to it.
    """
    named = {Place(region, district or None): surface for surface, region, district in reversed(read.places) if (district or region) not in without}
    narrowed = {place.region_code for place in named if place.district_kato}
    kept = [place for place in reversed(named) if place.district_kato or place.region_code not in narrowed]
    return {place: named[place] for place in kept if (place.district_kato is None) == (kept[0].district_kato is None)}


def _words(read: Understanding | None, without: frozenset[str]) -> tuple[QueryWord, ...]:
    """Every word that is left to be matched; a place that is not wanted as a place is words again."""
    if read is None:
        return ()
    words = {word.surface: word.terms for word in read.all_words}
    for surface, region, district in read.places:
        if (district or region) in without:
            words |= {word.surface: word.terms for word in understand(surface).all_words}
    return tuple(QueryWord(surface, terms) for surface, terms in list(words.items())[:MOST_WORDS])


def _conditions(read: Understanding, without: frozenset[str]) -> dict[str, str]:
    said = read.conditions
    found = {
        "pay": str(said.pay_from) if said.pay_from else "",
        "hours": said.hours or "",
        "remote": "yes" if said.remote else "",
        "licences": ",".join(said.licences),
        "experience": said.experience or "",
        "kind": said.employment_kind or "",
    }
    return {kind: value for kind, value in found.items() if value and kind not in without}


def find_home(query: SearchQuery) -> Place | None:
    """Where the asker's way to work begins, when it is to be counted from there and is known."""
    return place_of(query.home) if query.from_home and query.home else None


def _filters(query: SearchQuery, places: tuple[Place, ...], conditions: dict[str, str], origin: Place | None) -> VacancyFilters:
    """What was chosen goes before what was read in the words. Several places are alternatives; a distance is counted from the first, or from home."""
    near = _near(query, origin)
    regions, districts = query.regions, query.districts
    if places and not regions and not districts and (origin not in places or not near):
        regions = tuple(dict.fromkeys(place.region_code for place in places))
        districts = tuple(place.district_kato for place in places if place.district_kato)
    pay_from = query.pay_from if query.pay_from is not None else int(conditions["pay"]) if "pay" in conditions else None
    days = query.published_within_days
    return VacancyFilters(
        regions=regions,
        districts=districts,
        near=near,
        occupations=query.occupations,
        pay_from=pay_from,
        employment_kinds=query.employment_kinds or ((conditions["kind"],) if "kind" in conditions else ()),
        hours=query.hours or ((conditions["hours"],) if "hours" in conditions else ()),
        remote=query.remote if query.remote is not None else True if "remote" in conditions else None,
        experience=query.experience or ((conditions["experience"],) if "experience" in conditions else ()),
        education_max=query.education_max,
        published_since=clock.today() - timedelta(days=days) if days else None,
        employer=query.employer,
        sources=query.sources,
        quota=query.quota,
        languages=query.languages,
        licences=_held(conditions["licences"]) if "licences" in conditions else (),
    )


def _near(query: SearchQuery, origin: Place | None) -> Near | None:
    kilometres = query.within_km or (COMMUTE_KM if query.from_home and query.home else None)
    return (*point_of(origin.code), float(kilometres)) if origin and kilometres else None


def _held(categories: str) -> tuple[str, ...]:
    """Who names their driving categories can take what asks for these, for what they include, or for something else than driving."""
    codes = {f"{DRIVING}{category.lower()}" for category in categories.split(",")}
    codes |= {included for code in codes for included in INCLUDED_CATEGORIES.get(code, ())}
    return tuple(sorted(codes | {licence.code for licence in licences() if licence.kind != "driving"}))


def _sort(query: SearchQuery, filters: VacancyFilters, *, is_asked: bool) -> Sort:
    """Without words there is nothing to be relevant to: the newest come first. Distance needs a place to be measured from."""
    if query.sort == "distance" and filters.near is None:
        return "newest"
    return query.sort or ("relevance" if is_asked else "newest")
