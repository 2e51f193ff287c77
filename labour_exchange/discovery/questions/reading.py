"""Words and choices are read: concepts, places, conditions, and the words that are left."""

from dataclasses import replace

from labour_exchange.classifications import occupations as isco
from labour_exchange.discovery import vocabulary
from labour_exchange.discovery.proposals import terms
from labour_exchange.discovery.questions.filters import COMMUTE_KM, conditions_read, filters_of, find_home, sort_of
from labour_exchange.discovery.questions.query import Question, SearchQuery, Understood
from labour_exchange.territory.names import choose_place, mentions
from labour_exchange.territory.places import Place
from labour_exchange.territory.queries import find_place
from labour_exchange.territory.spelling import TOKEN, fold, kind_of_word
from search.analysis.concepts import Concept
from search.analysis.forgiveness import Vocabulary
from search.analysis.normalisation import tokens
from search.analysis.understanding import Understanding, understand
from search.criteria import MOST_WORDS, QueryWord, VacancyCriteria

LONGEST_TEXT = 300
LEAST_SURE = 0.5
# A second occupation is meant too when it was read nearly as surely as the first.
NEARLY_AS_SURE = 0.75
MOST_OCCUPATIONS = 4
LEFT_OUT_OF_TOKENS = {"имени", "им"}


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
    conditions = conditions_read(read.conditions, query.without) if read else {}
    told += [Understood(kind, value) for kind, value in conditions.items()]
    query = _from_home(query, place) if "near" in conditions else query
    occupations = tuple(concept.id for concept in concepts if concept.kind == "occupation")
    words = _words(read, query.without)
    origin = find_home(query) or place
    is_any_work = not (words or occupations or query.occupations)
    filters = filters_of(query, tuple(named) or ((place,) if place else ()), conditions, origin, is_any_work=is_any_work)
    criteria = VacancyCriteria(
        words=words,
        occupations=occupations,
        skills=tuple(concept.id for concept in concepts if concept.kind == "skill"),
        filters=filters,
        sort=sort_of(query, filters, is_asked=bool(words or occupations), is_near_wished="near" in conditions),
        limit=query.limit,
        cursor=query.cursor,
        facets=query.facets,
    )
    unknown = query.place.strip() if query.place.strip() and boxed is None else ""
    is_lost = "near" in conditions and origin is None and not (query.regions or query.districts)
    return Question(criteria, tuple(told), read.corrected if read else (), unknown, place, tuple(named.values()), origin, is_lost)


def _from_home(query: SearchQuery, place: Place | None) -> SearchQuery:
    """Near home is a way to work from where the asker lives; who that is unknown of means the place that was named."""
    if query.home and place is None:
        return replace(query, from_home=True)
    return replace(query, within_km=query.within_km or COMMUTE_KM) if place else query


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

    A region gives way to a district of it; all are alternatives. Beside a region (Almaty and Astana are such) towns stand for theirs.
    """
    named = {Place(region, district or None): surface for surface, region, district in reversed(read.places) if (district or region) not in without}
    narrowed = {place.region_code for place in named if place.district_kato}
    kept = [place for place in reversed(named) if place.district_kato or place.region_code not in narrowed]
    if len({place.district_kato is None for place in kept}) == 1:
        return {place: named[place] for place in kept}
    return {Place(place.region_code): named[place] for place in kept if place.region_code not in without}


def _words(read: Understanding | None, without: frozenset[str]) -> tuple[QueryWord, ...]:
    """Every word that is left to be matched; a place that is not wanted as a place is words again."""
    if read is None:
        return ()
    words = {word.surface: word.terms for word in read.all_words}
    for surface, region, district in read.places:
        if (district or region) in without:
            words |= {word.surface: word.terms for word in understand(surface).all_words}
    return tuple(QueryWord(surface, terms) for surface, terms in list(words.items())[:MOST_WORDS])
