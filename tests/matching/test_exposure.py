"""No list is only crowded vacancies while a quiet one exists: of ready lists, of live ones, and of any list at all."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.matching import criteria, queries
from labour_exchange.matching.batch import nightly
from labour_exchange.matching.batch.lists import RETRIEVED, Directions
from labour_exchange.matching.batch.market import EMPLOYERS, PersonRow, PostRow, gathered
from labour_exchange.matching.exposure import balanced, is_crowded, most_crowded
from labour_exchange.matching.queries import suggestions_for
from labour_exchange.matching.scoring import EXPOSURE_BEST, EXPOSURE_WORST, PostFacts, exposure_weight
from tests.factories import employers, vacancies
from tests.factories.jobseekers import actor_of, with_profile
from tests.matching.pairs import random_person


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 20))
def test_any_list_is_balanced(crowded: list[bool], limit: int) -> None:
    shown = balanced(list(enumerate(crowded)), limit, lambda one: one[1])
    quiet, busy = crowded.count(False), sum(one for _, one in shown)
    assert len(shown) == min(limit, len(crowded))
    assert busy <= max(most_crowded(limit), limit - quiet)
    assert not quiet or busy < len(shown)
    assert [number for number, _ in shown] == sorted(number for number, _ in shown)


def test_what_is_best_stays_first_within_the_bounds() -> None:
    names = ["a!", "b!", "c", "d!", "e", "f"]
    assert balanced(names, 4, lambda name: name.endswith("!")) == ["a!", "b!", "c", "e"]


def test_the_weight_stays_within_its_published_bounds_and_never_rises_with_the_crowd() -> None:
    weights = [exposure_weight(crowd / 10) for crowd in range(2000)]
    assert (max(weights), min(weights)) == (EXPOSURE_BEST, EXPOSURE_WORST)
    assert weights == sorted(weights, reverse=True)
    assert [is_crowded(one, 1) for one in (5, 6)] == [False, True]


def test_the_nights_lists_keep_quiet_vacancies_beneath_any_number_of_crowded_ones() -> None:
    person = replace(random_person(random.Random(1)), pay_from=800_000, occupations=("7411",), region_code="KZ-71")
    quiet = PostFacts(occupations=("7411",), region_code="KZ-71", pay_to=90_000, applications_per_post=2)
    # The crowded ones pay what is wished for, so that they are better even with the worst exposure weight.
    crowded = replace(quiet, pay_to=900_000, applications_per_post=30)
    rows = [PostRow(number, 1, crowded if number < 3 * RETRIEVED else quiet, None) for number in range(3 * RETRIEVED + 4)]
    market = gathered(rows, [PersonRow(1, 1, 1, person, None, EMPLOYERS)])
    chosen = Directions(market, threads=1).vacancies_for(np.array([0]))
    assert {int(one) for one in chosen.others if market.quiet[one]} == set(range(3 * RETRIEVED, 3 * RETRIEVED + 4))
    assert len(chosen.others) == criteria.STORED + 4


@pytest.mark.parametrize("is_ready", [False, True])
def test_a_page_shows_a_quiet_vacancy_even_when_many_crowded_ones_suit_better(
    committed: ExchangeSession, monkeypatch: pytest.MonkeyPatch, is_ready: bool
) -> None:
    monkeypatch.setattr(criteria, "RETRIEVED", 15)
    employer = employers.verified(committed)
    for _ in range(20):
        vacancies.published(committed, by=employer, applications=40)
    quiet = vacancies.published(committed, by=employer, title="Cable layer", occupation_code="7413", occupation_codes=["7413"], applications=2)
    person = with_profile(committed)
    committed.commit()
    synchronise_all(committed)
    if is_ready:
        for _ in nightly.refresh(committed, everyone=True):
            committed.commit()
        monkeypatch.delattr(queries, "ranked_vacancies")
    with acting_as(committed, actor_of(person)):
        found = [one.vacancy.id for one in suggestions_for(committed, actor_of(person), limit=10)]
    assert len(found) == 10
    assert quiet.id in found
