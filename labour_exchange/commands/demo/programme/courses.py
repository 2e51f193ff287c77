"""Providers with their courses of 2017, and who sat in which: what training is compared by."""

from datetime import date, timedelta
from random import Random

import psycopg

from labour_exchange.commands.demo import names
from labour_exchange.commands.demo.careers import noon
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.demo.programme import targets
from labour_exchange.commands.demo.programme.ground import Ground, public_id
from labour_exchange.commands.demo.programme.people import Participant, Participation, Rows
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.programmes.models.training import Course, CoursePlace, Provider

PROVIDERS_A_REGION, FIRST_SERIAL = 3, 70_000
MONTHS = (1, 2, 3, 4, 5)
PRICE = 180_000
FILL = """
UPDATE courses c SET seats = n.taken, seats_taken = n.taken
FROM (SELECT course_id, count(*) AS taken FROM course_places WHERE state = 'seated' GROUP BY 1) n WHERE n.course_id = c.id AND c.is_demo
"""


class Courses:
    """One course a month at each provider; as many seats as people sat in it."""

    def __init__(self, owner: psycopg.Connection, chance: Random, ground: Ground) -> None:
        self.owner, self.chance, self.measure_id = owner, chance, ground.measure(2017, targets.TRAINING).id
        self.of: dict[tuple[str, int], list[int]] = {}
        self._open(ground)

    def seat(self, rows: Rows, code: str, who: Participant, part: Participation) -> None:
        """Whoever is trained sits in a course of the region and month."""
        if code != targets.TRAINING:
            return
        row = {
            "course_id": self.chance.choice(self.of[who.region_code, part.started_on.month]),
            "enrolment_id": part.id,
            "state": "seated",
            "queued_at": noon(part.started_on),
            "seated_at": noon(part.started_on),
            "certificate": "" if part.drop_reason else f"DEMO-{part.id}",
        }
        rows.add(CoursePlace, row)

    def fill(self) -> None:
        self.owner.execute(FILL)

    def _open(self, ground: Ground) -> None:
        ids, serial, providers, courses = take_ids(self.owner, Provider, PROVIDERS_A_REGION * len(ground.places)), FIRST_SERIAL, [], []
        for place in ground.places:
            for number in range(1, PROVIDERS_A_REGION + 1):
                bin_number = None
                while bin_number is None:
                    serial += 1
                    bin_number = names.invented_bin(serial)
                provider_id = next(ids)
                title = f"{place.name.kk}: №{number} колледж"
                providers.append(
                    {
                        "id": provider_id,
                        "public_id": public_id(self.chance),
                        "bin": bin_number,
                        "name": title,
                        "region_code": place.iso_code,
                        "is_demo": True,
                    }
                )
                courses += [(provider_id, place.iso_code, month) for month in MONTHS]
        copy_rows(self.owner, Provider, providers)
        copy_rows(
            self.owner,
            Course,
            [self._course(course_id, *facts) for course_id, facts in zip(take_ids(self.owner, Course, len(courses)), courses, strict=True)],
        )

    def _course(self, course_id: int, provider_id: int, region_code: str, month: int) -> dict[str, object]:
        self.of.setdefault((region_code, month), []).append(course_id)
        trade, starts_on = self.chance.choice(TRADES), date(2017, month, 1)
        return {
            "id": course_id,
            "public_id": public_id(self.chance),
            "provider_id": provider_id,
            "measure_id": self.measure_id,
            "region_code": region_code,
            "title": trade.kk,
            "occupation_code": trade.code,
            "starts_on": starts_on,
            "ends_on": starts_on + timedelta(days=80),
            "seats": 0,
            "seats_taken": 0,
            "price": PRICE,
            "is_demo": True,
        }
