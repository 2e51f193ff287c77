"""How the words of advertisements are understood, for whoever takes them in: this part knows search, and vacancies does not."""

from collections.abc import Sequence
from datetime import date

from labour_exchange.vacancies.imports.advertisement import Advertisement
from labour_exchange.vacancies.imports.columns import Columns, Recognisers, columns_of
from search.analysis.concepts import lexicon, recognise_occupation
from search.analysis.recognisers import conditions_of_work
from search.analysis.stemming import guess_language

SURE_OF_SKILL = 0.9


def read_here(advertisements: Sequence[Advertisement], today: date) -> list[Columns]:
    """The columns of each, read in this process."""
    return [columns_of(advertisement, RECOGNISERS, today) for advertisement in advertisements]


def _skills(text: str) -> list[str]:
    return [concept.id for concept in lexicon().skills(text) if concept.score >= SURE_OF_SKILL]


RECOGNISERS = Recognisers(occupations=recognise_occupation, skills=_skills, conditions=conditions_of_work, language=guess_language)
