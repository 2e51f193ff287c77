"""Weeks of searching, applying and hiring in one market under one policy, and what came of them."""

import random
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean

from labour_exchange.matching.exposure import is_crowded
from tests.simulation.market import Market, Person, Post, invented
from tests.simulation.policies import Policy, suitable

WEEKS = 12
APPLICATIONS_A_WEEK = 2
READ_A_WEEK = 6  # An employer reads so many applications a place and week; the others lie unread.
LOOKS_FURTHER = 0.75  # The chance that the next line of a list is read.


@dataclass(frozen=True, slots=True)
class Outcome:
    """`placed` and `filled` are shares, `fit` the mean hidden fit of those hired; Ginis are 0 when all are equal.

    `gap` is how much likelier full profiles are hired than thin ones, `weeks_to_fill` a mean that counts places left open as WEEKS;
    `crowded_lists` is the share of lists of crowded vacancies only although a quiet one suits.
    """

    placed: float
    filled: float
    fit: float
    exposure_gini: float
    applications_gini: float
    gap: float
    unread: float
    crowded_lists: float
    weeks_to_fill: float


def simulated(seed: int, policy: Policy, people: int = 360, posts: int = 160) -> Outcome:
    """One market lived through under one policy; the same seed gives every policy the same market."""
    market = invented(random.Random(seed), people, posts)
    chance = random.Random(seed + 1_000_003)
    unread = sent = lists = only_crowded = 0
    for week in range(1, WEEKS + 1):
        waiting: dict[int, list[Person]] = defaultdict(list)
        seekers = [person for person in market.people if person.hired_in is None]
        chance.shuffle(seekers)
        for person in seekers:
            shown = policy(chance, market, person)
            lists += bool(shown)
            only_crowded += _is_only_crowded(market, person, shown)
            for post in _chosen(chance, market, person, shown):
                person.applied_to.add(post.number)
                post.applications += 1
                waiting[post.number].append(person)
                sent += 1
        for number in sorted(waiting):
            unread += _hire(chance, market, market.posts[number], waiting[number], week)
    return _outcome(market, unread / max(sent, 1), only_crowded / max(lists, 1))


def _is_only_crowded(market: Market, person: Person, shown: list[Post]) -> bool:
    """Whether a list holds crowded vacancies only, although a quiet one suits the person."""
    crowded = [is_crowded(post.applications, post.left) for post in shown]
    return bool(shown) and all(crowded) and any(not is_crowded(post.applications, post.left) for post in suitable(market, person))


def _chosen(chance: random.Random, market: Market, person: Person, shown: list[Post]) -> list[Post]:
    """A person reads from the top, not always far, and applies to the most attractive of what they read."""
    read: list[Post] = []
    for post in shown:
        post.shown += 1
        read.append(post)
        if chance.random() > LOOKS_FURTHER:
            break
    appeal = {post.number: post.charm + market.taste[person.number, post.number] for post in read}
    return sorted(read, key=lambda post: -appeal[post.number])[:APPLICATIONS_A_WEEK]


def _hire(chance: random.Random, market: Market, post: Post, applicants: list[Person], week: int) -> int:
    """The employer reads as many as it can, and hires who is good enough, the best first; gives how many were not read."""
    applicants = [person for person in applicants if person.hired_in is None]
    chance.shuffle(applicants)
    read = applicants[: READ_A_WEEK * max(post.left, 1)]
    seen = {person.number: market.fit(person, post) + chance.gauss(0, 0.3) for person in read}
    for person in sorted(read, key=lambda one: -seen[one.number]):
        if post.left and seen[person.number] > 0:
            person.hired_in = week
            post.filled_in.append(week)
            person.applied_to.add(-1 - post.number)
    return len(applicants) - len(read)


def _outcome(market: Market, unread: float, only_crowded: float) -> Outcome:
    people, posts = market.people, market.posts
    places = [week for post in posts for week in (*post.filled_in, *[WEEKS] * post.left)]
    hired = [person for person in people if person.hired_in is not None]
    rates = [mean(person.hired_in is not None for person in people if person.is_thin is thin) for thin in (False, True)]
    return Outcome(
        placed=len(hired) / len(people),
        filled=sum(len(post.filled_in) for post in posts) / sum(post.places for post in posts),
        fit=mean(market.fit(person, posts[_employer(person)]) for person in hired) if hired else 0.0,
        exposure_gini=gini([post.shown / post.places for post in posts]),
        applications_gini=gini([post.applications / post.places for post in posts]),
        gap=rates[0] - rates[1],
        unread=unread,
        crowded_lists=only_crowded,
        weeks_to_fill=mean(places),
    )


def _employer(person: Person) -> int:
    return next(-1 - number for number in person.applied_to if number < 0)


def gini(values: list[float]) -> float:
    """Mean absolute difference over twice the mean: 0 when all are equal, near 1 when one has everything."""
    ordered, total = sorted(values), sum(values)
    if not total:
        return 0.0
    weighted = sum((2 * rank - len(ordered) - 1) * value for rank, value in enumerate(ordered, 1))
    return weighted / (len(ordered) * total)
