"""People and vacancies with a hidden fit: what the exchange can score is written in profiles, what decides a hiring is only partly there."""

import math
import random
from dataclasses import dataclass, field, replace

from labour_exchange.matching.scoring import PersonFacts, PostFacts

OCCUPATIONS = ("7411", "7412", "7413", "5221", "5222", "5223")  # Of two minor groups, so that more suits a person than a list shows.
REGIONS = ("KZ-71", "KZ-75")
SKILLS = tuple("abcdefghij")


@dataclass(slots=True)
class Person:
    """`talent` is seen by nobody until a job interview; `group` is whether somebody's profile is thin."""

    number: int
    facts: PersonFacts
    talent: float
    is_thin: bool
    hired_in: int | None = None
    applied_to: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Post:
    """`charm` is what makes everybody apply, whatever they are told of chances: a known name, good pay."""

    number: int
    facts: PostFacts
    places: int
    charm: float
    shown: int = 0
    applications: int = 0
    filled_in: list[int] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.places - len(self.filled_in)

    @property
    def as_seen(self) -> PostFacts:
        """What scoring reads today."""
        return replace(self.facts, applications_per_post=self.applications / max(self.left, 1))


@dataclass(frozen=True, slots=True)
class Market:
    people: list[Person]
    posts: list[Post]
    taste: dict[tuple[int, int], float]
    """What only the two know of each other, by person and post."""

    def fit(self, person: Person, post: Post) -> float:
        """The truth: how well the person would do the work, around 0; above 0 is good."""
        return skill_share(person, post) * 1.5 + person.talent * 0.7 + self.taste[person.number, post.number] - 1.2


def skill_share(person: Person, post: Post) -> float:
    asked = post.facts.skills_required
    return sum(skill in person.facts.skills for skill in asked) / len(asked) if asked else 1.0


def invented(chance: random.Random, people: int, posts: int) -> Market:
    """More people than places, as where work is looked for; a third of the profiles are thin."""
    made = [_person(chance, number) for number in range(people)]
    offered = [_post(chance, number) for number in range(posts)]
    taste = {(one.number, other.number): chance.gauss(0, 0.5) for one in made for other in offered}
    return Market(made, offered, taste)


def _person(chance: random.Random, number: int) -> Person:
    is_thin = chance.random() < 1 / 3
    facts = PersonFacts(
        occupations=(chance.choice(OCCUPATIONS),),
        skills=frozenset(chance.sample(SKILLS, chance.randint(0, 2) if is_thin else chance.randint(3, 7))),
        experience_months=chance.randint(0, 150),
        education_level=chance.choice((3, 4, 6)),
        region_code=chance.choice(REGIONS),
        pay_from=chance.choice((None, 200_000, 250_000, 300_000)),
        hours=frozenset({"full"}),
    )
    return Person(number, facts, chance.gauss(0, 1), is_thin)


def _post(chance: random.Random, number: int) -> Post:
    charm = chance.gauss(0, 1)
    facts = PostFacts(
        occupations=(chance.choice(OCCUPATIONS),),
        skills_required=tuple(chance.sample(SKILLS, chance.randint(1, 4))),
        experience=chance.choice((None, "year_1_3", "year_3_6")),
        education_level=chance.choice((None, 3, 4)),
        region_code=chance.choice(REGIONS),
        pay_to=int(250_000 * math.exp(0.2 * charm)),
        hours=chance.choice(("full", "full", "shift")),
    )
    return Post(number, facts, chance.choice((1, 1, 2, 3)), charm)
