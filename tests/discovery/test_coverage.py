"""The coverage report of the lexicon names exactly what is thin in the lexicon it is given."""

from labour_exchange.classifications.occupations import unit_groups
from labour_exchange.classifications.skills import skills, skills_of
from labour_exchange.commands.search.coverage import coverage
from search.analysis.concepts import lexicon
from search.analysis.concepts.lexicon import Lexicon


def test_a_lexicon_without_terms_lacks_everything() -> None:
    found = coverage(Lexicon([]))
    assert found["terms_by_language"] == {"kk": 0, "ru": 0, "en": 0}
    assert set(found["few_names"]) == {group.code for group in unit_groups()}
    assert set(found["missing_languages"]) == {item.id for item in skills()}


def test_the_lexicon_names_every_skill_and_its_thin_groups_are_counted() -> None:
    found = coverage(lexicon())
    assert found["missing_languages"] == {}
    assert found["few_skills"] == {group.code: len(skills_of(group.code)) for group in unit_groups() if len(skills_of(group.code)) < 3}
