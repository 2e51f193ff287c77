"""What else could be tried when little was found, each with how many vacancies it would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from labour_exchange.classifications import occupations as isco
from labour_exchange.discovery import texts
from labour_exchange.discovery.explanations import in_sentence
from labour_exchange.discovery.questions import Question, SearchQuery, question_of, without_filters
from labour_exchange.discovery.texts import filled
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import region
from search.engines.base import Engine
from search.results import EngineUnavailable

MOST_OF_A_KIND = 3  # Of each way out: elsewhere, without one condition, related work, without all conditions.
MOST_RELATED = 6
MOST_WORDS_TAKEN = 4
KILOMETRES = (50, 150)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another search: in words, as a query, and how many it finds."""

    label: Text
    query: SearchQuery
    total: int


def suggestions(query: SearchQuery, question: Question, found: int, engine: Engine) -> tuple[Suggestion, ...]:
    """Searches that find more than this one, the nearest first; none when the engine does not answer any more."""
    made: list[Suggestion] = []
    for ideas in (_elsewhere(query, question), _without_one_filter(query, question), _related(query, question), _without_all(query, question)):
        try:
            made += islice(_finding_more(ideas, found, engine), MOST_OF_A_KIND)
        except EngineUnavailable:
            return tuple(made)
    if found == 0 and not made:
        made += _last_resort(query, question, engine)
    return tuple(made)


def _last_resort(query: SearchQuery, question: Question, engine: Engine) -> list[Suggestion]:
    """When nothing else finds anything: each word less, then any work there, then any work at all. Zero is never silent."""
    try:
        return list(islice(_finding_more(_with_less(query, question), 0, engine), MOST_OF_A_KIND))
    except EngineUnavailable:
        return []


def _with_less(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    words = query.text.split()
    if len(words) > 1:
        for number, word in enumerate(words[:MOST_WORDS_TAKEN]):
            yield filled(texts.WITHOUT_WORD, word=word), replace(query, text=" ".join(words[:number] + words[number + 1 :]), cursor=None)
    place = question.place
    if place and not query.regions:
        yield texts.ANY_WORK_HERE, SearchQuery(regions=(place.region_code,))
    elif query.regions:
        yield texts.ANY_WORK_HERE, SearchQuery(regions=query.regions)
    yield texts.ANY_WORK, SearchQuery()


def _finding_more(ideas: Iterator[tuple[Text, SearchQuery]], found: int, engine: Engine) -> Iterator[Suggestion]:
    for label, other in ideas:
        total = engine.find_vacancies(replace(question_of(other).criteria, limit=0, facets=False, cursor=None)).total
        if total > found:
            yield Suggestion(label, other, total)


def _without_all(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    conditions = frozenset(told.kind for told in question.understood if told.kind not in ("occupation", "skill", "place"))
    free = without_filters(query, *_CHOSEN)
    free = replace(free, without=free.without | conditions)
    if free != replace(query, cursor=None):
        yield texts.WITHOUT_OTHERS, free
        yield texts.ONLY_WORK, _anywhere(free, question)


def _elsewhere(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    place = question.place
    if place and place.district_kato and not query.regions:
        yield filled(texts.WHOLE_REGION, name=region(place.region_code).name), replace(_anywhere(query, question), regions=(place.region_code,))
    if question.origin:
        searched = question.criteria.filters.near
        for kilometres in KILOMETRES:
            if kilometres > (searched[2] if searched else 0):
                yield filled(texts.WIDER, km=kilometres), replace(query, regions=(), districts=(), within_km=kilometres, cursor=None)
    if question.origin or query.regions or query.districts:
        yield texts.WITHOUT_PLACE, _anywhere(query, question)


def _anywhere(query: SearchQuery, question: Question) -> SearchQuery:
    """The same in the whole country; a place that stood among the words is taken out of them."""
    nowhere = without_filters(query, "place", "regions", "districts", "within_km", "from_home")
    if not question.place_words:
        return nowhere
    left = nowhere.text
    for named in question.place_words:
        left = left.replace(named, " ")
    left = " ".join(left.split())
    if left != nowhere.text:
        return replace(nowhere, text=left)
    # The words were corrected before the place was seen: then it is only no longer taken for a place.
    places = frozenset(told.key for told in question.understood if told.kind == "place" and not told.in_place_box)
    return replace(nowhere, without=nowhere.without | places)


_FILTERS = (
    ("pay", texts.WITHOUT_PAY, "pay_from"),
    ("hours", texts.WITHOUT_HOURS, "hours"),
    ("experience", texts.WITHOUT_EXPERIENCE, "experience"),
    ("kind", texts.WITHOUT_KIND, "employment_kinds"),
    ("remote", texts.WITHOUT_REMOTE, "remote"),
    ("licences", texts.WITHOUT_LICENCES, None),
    ("education", texts.WITHOUT_EDUCATION, "education_max"),
    ("languages", texts.WITHOUT_LANGUAGES, "languages"),
    ("published", texts.WITHOUT_DAYS, "published_within_days"),
    ("employer", texts.WITHOUT_EMPLOYER, "employer"),
    ("source", texts.WITHOUT_SOURCE, "sources"),
    ("quota", texts.WITHOUT_QUOTA, "quota"),
)
_CHOSEN = (
    "employment_kinds",
    "hours",
    "experience",
    "sources",
    "languages",
    "pay_from",
    "education_max",
    "remote",
    "quota",
    "published_within_days",
    "employer",
)


def _without_one_filter(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    told = {one.kind for one in question.understood}
    for kind, label, name in _FILTERS:
        if kind in told or (name and getattr(query, name) not in (None, ())):
            other = without_filters(query, name) if name else replace(query, cursor=None)
            yield label, replace(other, without=other.without | {kind})


def _related(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    """Unit groups beside the one that was meant: instead of words, its code is asked for."""
    code = next(iter(question.criteria.occupations), None) or next((code for code in query.occupations if isco.is_unit_group(code)), None)
    if code is None:
        return
    words = without_filters(query, "text", "occupations")
    # What the words said of the place is kept in the box for it, unless something stands there.
    place = question.place
    if place and not query.place:
        words = replace(words, regions=words.regions or (place.region_code,))
    for group in [group for group in isco.children_of(code[:3]) if group.code != code][:MOST_RELATED]:
        yield filled(texts.RELATED, name=in_sentence(group.name)), replace(words, occupations=(group.code,))
