"""What each policy shows to one person today: the same candidates, in another order."""

import random
from collections.abc import Callable

from labour_exchange.matching.exposure import balanced, is_crowded
from labour_exchange.matching.openings import MINOR_GROUP
from labour_exchange.matching.scoring import exposure_weight, is_reachable, score
from tests.simulation.market import Market, Person, Post

LISTED = 10
Policy = Callable[[random.Random, Market, Person], list[Post]]


def suitable(market: Market, person: Person) -> list[Post]:
    """Open, within reach, of the person's field, and not applied to before: what retrieval gives."""
    field = person.facts.occupations[0][:MINOR_GROUP]
    return [
        post
        for post in market.posts
        if post.left
        and post.number not in person.applied_to
        and post.facts.occupations[0][:MINOR_GROUP] == field
        and is_reachable(person.facts, post.facts)
    ]


def plain(chance: random.Random, market: Market, person: Person) -> list[Post]:
    """By the score without what exposure adds."""
    return _ranked(market, person, counts_exposure=False)[:LISTED]


def exposure(chance: random.Random, market: Market, person: Person) -> list[Post]:
    """As the exchange does: exposure weighs in the score, and at most half of a list is crowded while quiet vacancies are left."""
    return balanced(_ranked(market, person, counts_exposure=True), LISTED, lambda post: is_crowded(post.applications, post.left))


def at_random(chance: random.Random, market: Market, person: Person) -> list[Post]:
    """Whatever is suitable, in any order."""
    found = suitable(market, person)
    chance.shuffle(found)
    return found[:LISTED]


def _ranked(market: Market, person: Person, *, counts_exposure: bool) -> list[Post]:
    def value(post: Post) -> int:
        seen = post.as_seen
        return score(person.facts, seen).total - (0 if counts_exposure else exposure_weight(seen.applications_per_post))

    return sorted(suitable(market, person), key=lambda post: (-value(post), post.number))


POLICIES: dict[str, Policy] = {"plain": plain, "exposure": exposure, "random": at_random}
