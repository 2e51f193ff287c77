"""Scoring: each criterion counts as tabled, and nothing about sex, age, nationality or health can count at all."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.matching.explanations import explain
from labour_exchange.matching.scoring import PersonFacts, PostFacts, Reason, is_reachable, score
from labour_exchange.matching.texts import REASONS

WELDER = PersonFacts(occupations=("7212",), region_code="KZ-71", skills=frozenset({"a", "b", "c"}), pay_from=300_000)
POST = PostFacts(occupations=("7212",), region_code="KZ-71", skills_required=("a", "b", "c", "d"), pay_to=350_000, applications_per_post=2)


def weights(person: PersonFacts, post: PostFacts) -> dict[str, int]:
    return {reason.name: reason.weight for reason in score(person, post).reasons}


def test_a_near_perfect_pair_says_why() -> None:
    assert weights(WELDER, POST) == {"occupation_same": 30, "skills_required": 24, "pay_met": 10, "same_region": 7}


def test_the_total_is_the_sum_of_the_reasons() -> None:
    assert score(WELDER, POST).total == 71


def test_a_related_occupation_counts_less_the_further_it_is() -> None:
    found = [weights(replace(WELDER, occupations=(code,)), POST).get("occupation_near", 0) for code in ("7213", "7221", "7311", "2411")]
    assert found == [18, 8, 3, 0]


def test_a_missing_licence_weighs_against_and_names_itself() -> None:
    (reason,) = [found for found in score(WELDER, replace(POST, licences=("driving-c",))).reasons if found.name.startswith("licence")]
    assert (reason.weight, reason.codes, reason.field) == (-20, ("driving-c",), "licences")


def test_a_higher_category_covers_its_subcategory() -> None:
    person = replace(WELDER, licences=frozenset({"driving-c"}))
    assert weights(person, replace(POST, licences=("driving-c1",)))["licences_met"] == 8


def test_pay_below_the_wish_weighs_by_how_far_it_is_below() -> None:
    assert weights(WELDER, replace(POST, pay_to=270_000))["pay_below"] == -3
    assert weights(WELDER, replace(POST, pay_to=100_000))["pay_below"] == -15


def test_crowded_vacancies_are_shown_less_and_empty_ones_more_within_bounds() -> None:
    found = [weights(WELDER, replace(POST, applications_per_post=crowd)) for crowd in (0, 3, 6, 1000)]
    assert [one.get("nobody_yet", 0) + one.get("crowded", 0) for one in found] == [3, 0, -1, -6]


def test_another_region_is_reachable_only_by_wish_or_from_home() -> None:
    there = replace(POST, region_code="KZ-23")
    assert not is_reachable(WELDER, there)
    assert is_reachable(replace(WELDER, move_regions=frozenset({"KZ-23"})), there)
    assert is_reachable(replace(WELDER, move_regions=frozenset({"*"})), there)
    assert is_reachable(replace(WELDER, wants_remote=True), replace(there, is_remote=True))


def test_what_must_never_count_is_not_even_a_fact() -> None:
    known = {field.name for field in fields(PersonFacts)}
    assert not known & {"sex", "age", "born_on", "nationality", "family_status", "health", "has_disability", "name", "photo"}


def test_the_quota_counts_only_for_those_who_chose_to_say_so() -> None:
    post = replace(POST, is_quota=True)
    assert "quota" not in weights(WELDER, post)
    assert weights(replace(WELDER, is_quota_eligible=True), post)["quota"] == 10


def test_every_reason_is_said_in_every_language_with_its_names() -> None:
    said = explain(Reason("skills_required", 24, {"held": 3, "asked": 4}))
    assert said.in_language("en") == "Required skills: 3 of 4"
    assert explain(Reason("occupation_same", 30, codes=("7212",))).in_language("en").startswith("Same occupation: ")
    for name in REASONS:
        values = {"held": 1, "asked": 2, "kilometres": 3, "short": 4, "each": 5}
        said = explain(Reason(name, 1, values, ("x",)))
        assert all("{" not in said.in_language(language) for language in LANGUAGES)


CODES = st.sampled_from(["7212", "7213", "2411", "5120", "8332"])
PERSONS = st.builds(
    PersonFacts,
    occupations=st.tuples(CODES),
    skills=st.frozensets(st.sampled_from("abcd")),
    region_code=st.sampled_from(["KZ-71", "KZ-23"]),
    pay_from=st.none() | st.integers(0, 10**6),
    experience_months=st.integers(0, 400),
)
POSTS = st.builds(
    PostFacts,
    occupations=st.tuples(CODES),
    skills_required=st.lists(st.sampled_from("abcd"), unique=True).map(tuple),
    region_code=st.none() | st.sampled_from(["KZ-71", "KZ-23"]),
    pay_to=st.none() | st.integers(0, 10**6),
    experience=st.none() | st.sampled_from(["none", "year_1_3", "over_6"]),
    applications_per_post=st.floats(0, 500),
)


@given(PERSONS, POSTS)
def test_learning_a_required_skill_never_lowers_the_score(person: PersonFacts, post: PostFacts) -> None:
    more = replace(person, skills=person.skills | set(post.skills_required))
    assert score(more, post).total >= score(person, post).total


@given(PERSONS, POSTS)
def test_the_score_stays_within_its_published_bounds(person: PersonFacts, post: PostFacts) -> None:
    assert -120 <= score(person, post).total <= 130
