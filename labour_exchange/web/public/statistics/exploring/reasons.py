"""Why, in words: the reasons of what is counted with one."""

from collections.abc import Mapping

from labour_exchange.jobseekers.texts import END_REASONS as LEAVING_REASONS
from labour_exchange.placements.texts.labels import END_REASONS
from labour_exchange.programmes.texts.labels import DROP_REASONS
from labour_exchange.statistics.exploring import reasons_of
from labour_exchange.statistics.indicators import Entry
from labour_exchange.statistics.indicators.definition import Indicator
from labour_exchange.statistics.states import Measure
from labour_exchange.vacancies.texts import STATES

WORDS: Mapping[Measure, Mapping[str, object]] = {
    Measure.REGISTRATIONS_ENDED: {reason.value: words for reason, words in LEAVING_REASONS.items()},
    Measure.VACANCIES_CANCELLED: {state.value: words for state, words in STATES.items()},
    Measure.PLACEMENTS_ENDED: {reason.value: words for reason, words in END_REASONS.items()},
    Measure.ENROLMENTS_DROPPED_OUT: {reason.value: words for reason, words in DROP_REASONS.items()},
}


def reason_words(entry: Entry) -> Mapping[str, object]:
    """The words for each reason of an entry, in their order."""
    terms = entry.terms if isinstance(entry, Indicator) else ()
    known = {code: words for term in terms for code, words in WORDS.get(term.measure, {}).items()}
    return {code: known[code] for code in reasons_of(entry)}
