"""An invented labour market of any size as facts: skewed like a real one, a big city with a quarter of everything and trades that many share."""

import random
from collections.abc import Iterator

from labour_exchange.classifications.licences import licences
from labour_exchange.classifications.occupations import occupations
from labour_exchange.classifications.skills import skills
from labour_exchange.matching.batch.market import EMPLOYERS, NOBODY, OFFICES, PersonRow, PostRow
from labour_exchange.matching.criteria import known_point as point
from labour_exchange.matching.scoring import PersonFacts, PostFacts
from labour_exchange.territory.queries import districts_of, regions

REGIONS = tuple(region.iso_code for region in regions())
PLACES = {code: (None, *(one.kato for one in districts_of(code))) for code in REGIONS}
OCCUPATIONS = tuple(one.code for one in occupations() if len(one.code) == 4)
SKILLS = tuple(one.id for one in skills())
LICENCES = tuple(one.code for one in licences())
HOURS, KINDS = ("full", "part", "shift", "rotational"), ("permanent", "fixed_term", "seasonal", "temporary")
EXPERIENCES = (None, "none", "year_1_3", "year_1_3", "year_3_6", "over_6")


class InventedMarket:
    """The same market for the same seed. The shares of regions and occupations fall like 1/rank, as they do in registers."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.occupations = list(OCCUPATIONS)
        self.chance.shuffle(self.occupations)
        self.skills = {code: self.chance.sample(SKILLS, 12) for code in self.occupations}
        self.by_rank = [sum(1 / (one + 5) for one in range(rank + 1)) for rank in range(len(self.occupations))]
        self.by_region = [sum(1 / (one + 3) for one in range(rank + 1)) for rank in range(len(REGIONS))]

    def posts(self, count: int) -> Iterator[PostRow]:
        for number in range(1, count + 1):
            facts = self.post()
            yield PostRow(number, 1, facts, point(facts.district_code or facts.region_code))

    def people(self, count: int) -> Iterator[PersonRow]:
        for number in range(1, count + 1):
            facts = self.person()
            audience = self.chance.choices((NOBODY, OFFICES, EMPLOYERS), (5, 55, 40))[0]
            yield PersonRow(number, number, 1, facts, point(facts.district_code or facts.region_code), audience)

    def post(self) -> PostFacts:
        chance, code, region = self.chance, self._occupation(), self._region()
        known = self.skills[code]
        pay = chance.choice((None, *(round(chance.lognormvariate(12.5, 0.5), -4) for _ in range(4))))
        return PostFacts(
            occupations=(code,),
            skills_required=tuple(chance.sample(known, chance.randint(0, 5))),
            skills_wished=tuple(chance.sample(known, chance.randint(0, 2))),
            licences=tuple(chance.sample(LICENCES[:12], 1)) if chance.random() < 0.15 else (),
            languages=("kk",) if chance.random() < 0.2 else (),
            education_level=chance.choice((None, None, 3, 4, 6)),
            experience=chance.choice(EXPERIENCES),
            region_code=region,
            district_code=chance.choice(PLACES[region]),
            pay_from=int(pay) if pay else None,
            pay_to=int(pay * 1.2) if pay else None,
            hours=chance.choices(HOURS, (70, 10, 12, 8))[0],
            employment_kind=chance.choices(KINDS, (80, 10, 5, 5))[0],
            is_remote=chance.random() < 0.04,
            is_quota=chance.random() < 0.02,
            applications_per_post=float(int(chance.paretovariate(0.9)) - 1),
        )

    def person(self) -> PersonFacts:
        chance, region = self.chance, self._region()
        codes = tuple(dict.fromkeys(self._occupation() for _ in range(chance.choices((1, 2, 3), (65, 25, 10))[0])))
        known = [skill for code in codes for skill in self.skills[code]]
        moves = chance.random()
        return PersonFacts(
            occupations=codes,
            skills=frozenset(chance.sample(known, min(len(known), chance.randint(0, 8)))),
            licences=frozenset(chance.sample(LICENCES[:12], chance.randint(0, 2))),
            languages=frozenset(chance.sample(("kk", "ru", "en"), chance.randint(1, 3))),
            education_level=chance.choice((None, 2, 3, 4, 6, 7)),
            experience_months=chance.randint(0, 240),
            region_code=region,
            district_code=chance.choice(PLACES[region]),
            move_regions=frozenset({"*"} if moves < 0.04 else chance.sample(REGIONS, 2) if moves < 0.12 else ()),
            pay_from=chance.choice((None, int(round(chance.lognormvariate(12.4, 0.4), -4)))),
            hours=frozenset(chance.sample(HOURS, chance.choices((0, 1, 2), (30, 50, 20))[0])),
            employment_kinds=frozenset({"permanent"} if chance.random() < 0.5 else ()),
            wants_remote=chance.random() < 0.15,
            is_quota_eligible=chance.random() < 0.03,
        )

    def _occupation(self) -> str:
        return self.chance.choices(self.occupations, cum_weights=self.by_rank)[0]

    def _region(self) -> str:
        return self.chance.choices(REGIONS, cum_weights=self.by_region)[0]
