"""What else could be tried when little was found, each with how many vacancies it would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from labour_exchange.classifications import occupations as isco
from labour_exchange.classifications.skills import is_skill, skill
from labour_exchange.discovery import texts
from labour_exchange.discovery.explanations import in_sentence
from labour_exchange.discovery.questions import Question, SearchQuery, question_of, without_filters
from labour_exchange.discovery.texts import filled
from labour_exchange.foundation.texts import Text
from labour_exchange.territory.queries import region
from search.analysis.concepts.near import near_occupations
from search.analysis.normalisation import tokens
from search.analysis.words import content
from search.criteria import VacancyCriteria
from search.engines.base import Engine
from search.results import EngineUnavailable

MOST_OF_A_KIND = 3  # Of each way out: elsewhere, without one condition, related work, without all conditions.
MOST_RELATED = 8
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
    counted = _Counted(engine, found, question.criteria)
    try:
        counted.take(_elsewhere(query, question))
        counted.take(_without_one_filter(query, question))
        near = _near_codes(query, question)
        is_related = counted.take(_related(query, question, near))
        counted.take(_without_all(query, question))
        if found == 0:
            # Zero is never silent: without what nobody writes, then related work anywhere, then each word less, then any work.
            counted.take(_without_dead_words(query, question, engine))
            if not is_related and not counted.take(_related_anywhere(near)):
                counted.take(_related_anywhere(_wider_codes(query, question)))
            counted.take(_any_work_here(query, question))
            if not counted.made:
                counted.take(_with_less(query))
    except EngineUnavailable:
        pass
    return tuple(counted.made)


class _Counted:
    """Ideas that find more than is found already, each search once: two ways to say the same criteria are one."""

    def __init__(self, engine: Engine, found: int, asked: VacancyCriteria) -> None:
        self.made: list[Suggestion] = []
        self._engine, self._found = engine, found
        self._seen = {_only_counted(asked)}

    def take(self, ideas: Iterator[tuple[Text, SearchQuery]]) -> int:
        """At most MOST_OF_A_KIND of them; gives how many. Raises EngineUnavailable."""
        taken = 0
        for label, other in ideas:
            criteria = _only_counted(question_of(other).criteria)
            if criteria in self._seen:
                continue
            self._seen.add(criteria)
            total = self._engine.find_vacancies(criteria).total
            if total > self._found:
                self.made.append(Suggestion(label, other, total))
                taken += 1
            if taken == MOST_OF_A_KIND:
                break
        return taken


def _only_counted(criteria: VacancyCriteria) -> VacancyCriteria:
    return replace(criteria, limit=0, facets=False, cursor=None, sort="newest")


def _without_dead_words(query: SearchQuery, question: Question, engine: Engine) -> Iterator[tuple[Text, SearchQuery]]:
    """Without the words that stand in no open vacancy at all, unless they are what named the work."""
    dead = {
        word.surface for word in question.criteria.words if not engine.find_vacancies(VacancyCriteria(words=(word,), sort="newest", limit=0)).total
    }
    typed = query.text.split()
    kept = [word for word in typed if not (dead and set(content(tokens(word))) & dead)]
    other = replace(query, text=" ".join(kept), cursor=None)
    left = question_of(other)
    if kept != typed and (left.criteria.occupations or not question.criteria.occupations) and (kept or left.understood):
        gone = ", ".join(word.strip(".,!?;:") for word in typed if word not in kept)
        yield filled(texts.WITHOUT_WORDS, words=gone), other


def _with_less(query: SearchQuery) -> Iterator[tuple[Text, SearchQuery]]:
    words = query.text.split()
    if len(words) > 1:
        for number, word in enumerate(words[:MOST_WORDS_TAKEN]):
            yield filled(texts.WITHOUT_WORD, word=word), replace(query, text=" ".join(words[:number] + words[number + 1 :]), cursor=None)
    yield texts.ANY_WORK, SearchQuery()


def _any_work_here(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    regions = query.regions or ((question.place.region_code,) if question.place else ())
    if regions:
        yield texts.ANY_WORK_HERE, SearchQuery(regions=regions)


def _without_all(query: SearchQuery, question: Question) -> Iterator[tuple[Text, SearchQuery]]:
    conditions = frozenset(told.kind for told in question.understood if told.kind not in ("occupation", "skill", "place"))
    free = without_filters(query, *_CHOSEN)
    free = replace(free, without=free.without | conditions)
    if free != replace(query, cursor=None):
        yield texts.WITHOUT_OTHERS, free
        if question.criteria.words or question.criteria.occupations or query.occupations:
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
    nowhere = replace(nowhere, without=nowhere.without | {told.key for told in question.understood if told.kind == "near"})
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
    ("not_hours", texts.WITHOUT_HOURS, None),
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


def _related(query: SearchQuery, question: Question, codes: list[str]) -> Iterator[tuple[Text, SearchQuery]]:
    """Other unit groups: instead of words, their codes are asked for, in the same place and with what was chosen."""
    words = without_filters(query, "text", "occupations")
    # What the words said of the place is kept in the box for it, unless something stands there.
    place = question.place
    if place and not query.place:
        words = replace(words, regions=words.regions or (place.region_code,))
    for code in codes:
        yield filled(texts.RELATED, name=in_sentence(isco.occupation(code).name)), replace(words, occupations=(code,))


def _related_anywhere(codes: list[str]) -> Iterator[tuple[Text, SearchQuery]]:
    """The same without anything else that was asked."""
    for code in codes:
        yield filled(texts.RELATED_ANYWHERE, name=in_sentence(isco.occupation(code).name)), SearchQuery(occupations=(code,))


def _asked_codes(query: SearchQuery, question: Question) -> list[str]:
    return [*question.criteria.occupations, *(code for code in query.occupations if isco.is_unit_group(code))]


def _near_codes(query: SearchQuery, question: Question) -> list[str]:
    """Unit groups easily taken for the one that was meant, then its minor group; of a skill alone those that need it."""
    asked = _asked_codes(query, question)
    if not asked:
        needed = [skill(one) for one in question.criteria.skills if is_skill(one)]
        return list(dict.fromkeys(code for one in needed for code in (*one.essential_for, *one.optional_for)))[:MOST_RELATED]
    near = [one for one, _share in near_occupations().get(asked[0], ())]
    beside = [*near, *(group.code for group in isco.children_of(asked[0][:3]))]
    return [one for one in dict.fromkeys(beside) if one not in asked][:MOST_RELATED]


def _wider_codes(query: SearchQuery, question: Question) -> list[str]:
    """The rest of the sub-major group of the one that was meant."""
    asked = _asked_codes(query, question)
    if not asked:
        return []
    minors = [minor.code for minor in isco.children_of(asked[0][:2]) if minor.code != asked[0][:3]]
    return [group.code for minor in minors for group in isco.children_of(minor)][:MOST_RELATED]
