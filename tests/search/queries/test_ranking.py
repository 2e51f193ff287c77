"""Weights: whole 64ths, rarer is heavier, a title beats a mention, freshness beats neither."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from search import ranking
from search.criteria import ProfileCriteria, ProfileFilters, QueryWord, VacancyCriteria
from search.queries.plans import StepFacet
from search.queries.questions import plan_of
from search.queries.vacancies import PAY_STEPS
from tests.search import invented

WORD = QueryWord("welder", ("welder",))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_rarer_word_never_weighs_less(total: int, one: int, other: int) -> None:
    rare, common = sorted((one, other))
    assert ranking.WEIGHTS.least_rarity <= ranking.rarity(common, total) <= ranking.rarity(rare, total) <= ranking.WEIGHTS.most_rarity


@given(st.lists(st.floats(0.5, 8.0), min_size=32, max_size=32))
def test_the_highest_score_is_exact_in_32_bits(rarities: list[float]) -> None:
    criteria = VacancyCriteria(words=(WORD,) * 32, occupations=("7212",), skills=tuple(str(number) for number in range(50)))
    clauses = ranking.vacancy_clauses(criteria, tuple(rarities), invented.TODAY)
    assert all(isinstance(clause.weight, int) and clause.weight > 0 for clause in clauses)
    assert sum(clause.weight for clause in clauses) < 2**24


def test_a_title_word_beats_all_freshness_and_answers() -> None:
    gentle = sum(weight for _, weight in (*ranking.WEIGHTS.recency, *ranking.WEIGHTS.answers))
    ordinary = ranking.rarity(documents=300, total=10_000)
    assert ordinary * ranking.WEIGHTS.title_word > gentle
    assert ordinary * ranking.WEIGHTS.title_word < ranking.WEIGHTS.occupation + ranking.WEIGHTS.chosen_occupation


def test_reasons_are_the_clauses_that_hold() -> None:
    vacancy = invented.vacancies(1)[0]
    criteria = VacancyCriteria(words=(QueryWord("w", (vacancy.title_terms[0],)), WORD), skills=("no-such-skill",))
    plan = plan_of(criteria, (2.0, 3.0), vacancy.published_on + timedelta(days=5))
    names = {reason.name: reason.score for reason in ranking.reasons(plan.clauses, plan.index.read(vacancy))}
    assert names["title:w"] == 4.0
    assert names["text:w"] == 2.0
    assert "recency:7" in names
    assert "recency:3" not in names
    assert "skill:no-such-skill" not in names


def test_who_lives_there_comes_before_who_would_move() -> None:
    criteria = ProfileCriteria(ProfileFilters(("employers",), regions=("KZ-71",)))
    assert "region" in {clause.name for clause in plan_of(criteria, (), invented.TODAY).clauses}


def test_pay_is_counted_in_rising_steps() -> None:
    facets = plan_of(VacancyCriteria(facets=True), (), invented.TODAY).facets
    (pay,) = (facet for facet in facets if isinstance(facet, StepFacet))
    assert pay.steps == PAY_STEPS == tuple(sorted(PAY_STEPS))
