"""The twin that scores millions of pairs gives what the pure scoring gives, for any pair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labour_exchange.matching.batch.coding import PeopleCoder, PostCoder, Vocabulary
from labour_exchange.matching.batch.twin import Twin
from labour_exchange.matching.scoring import PersonFacts, PostFacts, is_reachable, score
from labour_exchange.territory.rules import distance_km
from tests.matching.pairs import PEOPLE, POSTS

PLACES = [(51.13, 71.43), (43.25, 76.95), (51.1301, 71.4299), (44.85, 65.5)]


def twin_of(people: list[PersonFacts], posts: list[PostFacts]) -> Twin:
    vocabulary = Vocabulary()
    post_coder, people_coder = PostCoder(vocabulary), PeopleCoder(vocabulary)
    for row, post in enumerate(posts):
        post_coder.add(row, post, PLACES[row % len(PLACES)])
    for row, person in enumerate(people):
        people_coder.add(row, person, PLACES[(row + 1) % len(PLACES)])
    return Twin(people_coder.table(), post_coder.table(), vocabulary)


def every_pair(people: int, posts: int) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(people), posts), np.tile(np.arange(posts), people)


@settings(max_examples=300)
@given(st.lists(PEOPLE, min_size=1, max_size=6), st.lists(POSTS, min_size=1, max_size=6))
def test_the_twin_agrees_with_the_pure_scoring_on_every_pair(people: list[PersonFacts], posts: list[PostFacts]) -> None:
    twin = twin_of(people, posts)
    mine, theirs = every_pair(len(people), len(posts))
    kilometres = np.array([np.nan if posts[row].kilometres is None else posts[row].kilometres for row in theirs], dtype=float)
    pairs = [(people[one], posts[other]) for one, other in zip(mine, theirs, strict=True)]
    assert twin.scores(mine, theirs, kilometres).tolist() == [score(*pair).total for pair in pairs]
    assert twin.reachable(mine, theirs).tolist() == [is_reachable(*pair) for pair in pairs]


def test_distances_are_those_of_the_territory() -> None:
    twin = twin_of([PersonFacts()] * 4, [PostFacts()] * 4)
    mine, theirs = every_pair(4, 4)
    wanted = [distance_km(*PLACES[(one + 1) % 4], *PLACES[other]) for one, other in zip(mine, theirs, strict=True)]
    assert twin.kilometres(mine, theirs) == pytest.approx(wanted, abs=1e-6)
