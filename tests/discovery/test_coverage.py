"""The coverage report of the lexicon names exactly what is thin in the lexicon it is given."""

from labour_exchange.classifications.occupations import unit_groups
from labour_exchange.classifications.skills import skills, skills_of
from labour_exchange.commands.search.coverage import coverage, open_vacancies_by_group
from labour_exchange.foundation.database import ExchangeSession
from search.analysis.concepts import lexicon
from search.analysis.concepts.lexicon import Lexicon
from tests.factories import vacancies


def test_a_lexicon_without_terms_lacks_everything() -> None:
    found = coverage(Lexicon([]))
    assert found["terms_by_language"] == {"kk": 0, "ru": 0, "en": 0}
    assert set(found["few_names"]) == {group.code for group in unit_groups()}
    assert set(found["missing_languages"]) == {item.id for item in skills()}


def test_the_lexicon_names_every_skill_and_its_thin_groups_are_counted() -> None:
    found = coverage(lexicon())
    assert found["missing_languages"] == {}
    assert found["few_skills"] == {group.code: len(skills_of(group.code)) for group in unit_groups() if len(skills_of(group.code)) < 3}


def test_the_commonest_groups_are_asked_for_more() -> None:
    open_vacancies = {"7212": 90, "": 12, "2162": 3}
    thin = Lexicon([term for term in lexicon().terms() if (term.kind, term.id) in {("occupation", "7212"), ("occupation", "2162")}])
    found = coverage(thin, open_vacancies)
    assert set(found["few_names_of_the_commonest"]) == {"2162"}
    assert found["vacancies_without_occupation"] == 12
    assert {"7212", "2162"}.isdisjoint(found["few_names"])


def test_no_group_is_thin_in_one_language() -> None:
    assert coverage(lexicon())["few_names_in_a_language"] == {}


def test_open_vacancies_are_counted_by_group(session: ExchangeSession) -> None:
    for code, count in (("5120", 2), ("7212", 1), (None, 1)):
        for _ in range(count):
            vacancies.published(session, occupation_code=code)
    vacancies.vacancy(session, occupation_code="7212")
    session.flush()
    assert open_vacancies_by_group(session) == {"5120": 2, "7212": 1, "": 1}
