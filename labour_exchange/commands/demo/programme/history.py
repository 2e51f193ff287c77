"""One year of Employment 2020: who took part in what, under which contract, and what came of it by the end of the year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import psycopg

from labour_exchange.commands.demo.careers import evidence
from labour_exchange.commands.demo.programme import targets
from labour_exchange.commands.demo.programme.ground import Ground, exactly, public_id
from labour_exchange.commands.demo.programme.people import (
    Participant,
    Participation,
    Rows,
    amounts,
    enrolment_row,
    jobseeker_row,
    participant,
    placement_row,
    registration_row,
)
from labour_exchange.commands.demo.programme.targets import HistoryYear
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.history import ArchivedContract, ReportedFacility
from labour_exchange.programmes.models.jobs import SubsidisedPost
from labour_exchange.territory.queries import districts_of

SUBSIDISED = (targets.SOCIAL, targets.YOUTH)
DROP_REASONS = ("illness", "moved", "absent", "other", "found_work")
FACILITY_KINDS = ("school", "hospital", "road", "water", "housing", "culture", "other")


class History:
    """The people of one year, drawn one after another; every row of theirs goes to `rows`."""

    def __init__(self, owner: psycopg.Connection, chance: Random, ground: Ground, target: HistoryYear, rows: Rows) -> None:
        self.owner, self.chance, self.ground, self.target, self.rows = owner, chance, ground, target, rows
        self.first, self.last = date(target.year, 1, 1), date(target.year, 12, 31)
        counts = target.people
        people = sum(counts.values()) - target.both
        self.people = take_ids(owner, Jobseeker, people)
        self.enrolments = take_ids(owner, Enrolment, people + target.both)
        self.placements = take_ids(owner, Placement, target.employed + counts[targets.TRAINING] + counts[targets.MOVE])
        self.rural_low_income = iter(exactly(chance, target.rural_low_income, people))
        self.contracts = iter(exactly(chance, target.contracts, people))
        self.numbers = iter(range(1, people + 1))
        self.fates = iter(self._fates(counts[targets.TRAINING]))
        self.moves = iter(exactly(chance, target.moved_and_employed, counts[targets.MOVE]))
        self.credits = iter(amounts(chance, counts[targets.CREDIT], target.credits_kzt))
        self.hirers = self._hirers(sum(counts.get(code, 0) for code in SUBSIDISED))
        self.second = iter(exactly(chance, target.both, counts[targets.BUSINESS]))

    def draw(self) -> None:
        """Everybody of the year."""
        for code, count in self.target.people.items():
            for _ in range(count - self.target.both if code == targets.CREDIT else count):
                self._person(code)

    def facilities(self) -> None:
        """Facilities that were completed, and the jobs of their projects, offered by employers and accepted."""
        facts, chance, target = self.ground.measure(self.target.year, targets.RURAL), self.chance, self.target
        hirers = chance.sample(self.ground.employers, min(target.facilities, len(self.ground.employers)))
        for_jobs, filled = amounts(chance, len(hirers), target.rural_jobs), target.people.get(targets.RURAL, 0)
        rows = [self._facility(facts.id, region_code) for _, region_code in hirers]
        copy_rows(self.owner, ReportedFacility, rows)
        posts = []
        for (employer_id, region_code), count in zip(hirers, for_jobs, strict=True):
            taken = min(count, filled)
            filled -= taken
            posts.append(self._post(facts.id, employer_id, region_code, count, taken))
        copy_rows(self.owner, SubsidisedPost, posts)

    def _person(self, code: str) -> None:
        chance, facts = self.chance, self.ground.measure(self.target.year, code)
        started_on = self._start(code)
        employer_id, region_code = next(self.hirers) if code in SUBSIDISED else (None, "")
        who = participant(
            chance, self.ground, next(self.people), started_on, region_code=region_code, is_rural_low_income=next(self.rural_low_income)
        )
        part = Participation(next(self.enrolments), facts, self.target.year, started_on, started_on + timedelta(days=30 * min(facts.months, 12)))
        part = replace(part, employer_id=employer_id, amount=self._amount(code, facts.most_amount))
        job: dict[str, Any] | None = None
        if code == targets.TRAINING:
            part, job = self._trained(who, part)
        elif code == targets.MOVE:
            part, job = self._moved(who, part)
        self.rows.add(Jobseeker, jobseeker_row(chance, who, None, is_erased=True))
        self.rows.add(Registration, registration_row(chance, self.ground, who, part.ended_on, "placed" if job else "other"))
        if job:
            self.rows.add(PlacementEvidence, *evidence(chance, job, self.last + timedelta(days=500)))
            self.rows.add(Placement, job)
        if next(self.contracts):
            self.rows.add(ArchivedContract, self._contract(who, started_on))
        self.rows.add(Enrolment, enrolment_row(chance, self.ground, who, part))
        if code == targets.BUSINESS and next(self.second):
            self._second_credit(who, part)

    def _trained(self, who: Participant, part: Participation) -> tuple[Participation, dict[str, Any] | None]:
        """Finished and employed by the end of the year, finished, dropped out, or still learning when the year ends."""
        fate, chance = next(self.fates), self.chance
        last_start = 200 if fate != "later" else 340
        started_on = self.first + timedelta(days=chance.randint(5, last_start))
        ended_on = started_on + timedelta(days=chance.randint(45, 140))
        if fate == "later":
            ended_on = self.last + timedelta(days=chance.randint(1, 150))
        part = replace(part, started_on=started_on, ended_on=ended_on)
        if fate == "dropped":
            return replace(part, drop_reason=chance.choice(DROP_REASONS)), None
        if fate == "finished" or fate == "later" and chance.random() < 0.4:
            return part, None
        day = chance.randint(0, max(0, (self.last - ended_on).days)) if fate == "employed" else chance.randint(0, 90)
        return self._employed(who, part, ended_on + timedelta(days=day), who.region_code)

    def _moved(self, who: Participant, part: Participation) -> tuple[Participation, dict[str, Any] | None]:
        if not next(self.moves):
            return part, None
        elsewhere = [place.iso_code for place in self.ground.places if place.iso_code != who.region_code]
        day = part.started_on + timedelta(days=self.chance.randint(0, max(0, (self.last - part.started_on).days)))
        return self._employed(who, part, day, self.chance.choice(elsewhere))

    def _employed(self, who: Participant, part: Participation, day: date, region_code: str) -> tuple[Participation, dict[str, Any]]:
        employer_id = self.ground.employer_in(self.chance, region_code)
        channel = self.chance.choice(("self_service", "office_referral", "office_referral"))
        row = placement_row(self.chance, self.ground, who, next(self.placements), employer_id, day, channel, is_permanent=self.chance.random() < 0.7)
        return replace(part, placement_id=row["id"]), row | {"region_of_work": region_code}

    def _second_credit(self, who: Participant, learnt: Participation) -> None:
        """Who has learnt the basics of business gets a credit in the same year."""
        facts = self.ground.measure(self.target.year, targets.CREDIT)
        started_on = min(learnt.started_on + timedelta(days=40), self.last)
        part = Participation(next(self.enrolments), facts, self.target.year, started_on, started_on + timedelta(days=360), next(self.credits))
        self.rows.add(Enrolment, enrolment_row(self.chance, self.ground, who, part))

    def _start(self, code: str) -> date:
        last = 300 if code in (targets.MOVE, targets.BUSINESS) else 360
        return self.first + timedelta(days=self.chance.randint(3, last))

    def _amount(self, code: str, most: int) -> int:
        return next(self.credits) if code == targets.CREDIT else int(most * self.chance.uniform(0.4, 0.95) // 1_000) * 1_000

    def _fates(self, count: int) -> list[str]:
        target = self.target
        known = ["employed"] * target.employed + ["finished"] * (target.finished - target.employed) + ["dropped"] * target.dropped
        drawn = known[:count] + ["later"] * (count - len(known))
        self.chance.shuffle(drawn)
        return drawn

    def _hirers(self, count: int) -> Iterator[tuple[int, str]]:
        """Each of so many employers takes somebody, and some of them more people."""
        chosen = self.ground.employers[: self.target.employers]
        yield from chosen[:count]
        for _ in range(count - len(chosen)):
            yield self.chance.choice(chosen)

    def _contract(self, who: Participant, started_on: date) -> dict[str, Any]:
        signed_on = max(self.first, started_on - timedelta(days=self.chance.randint(0, 10)))
        return {
            "public_id": public_id(self.chance),
            "number": f"DEMO-{self.target.year}-{next(self.numbers):06d}",
            "jobseeker_id": who.id,
            "office_id": self.ground.offices[who.region_code],
            "region_code": who.region_code,
            "signed_on": signed_on,
            "ends_on": signed_on + timedelta(days=365),
            "is_demo": True,
        }

    def _facility(self, measure_id: int, region_code: str) -> dict[str, Any]:
        districts = districts_of(region_code)
        return {
            "public_id": public_id(self.chance),
            "measure_id": measure_id,
            "kind": self.chance.choice(FACILITY_KINDS),
            "region_code": region_code,
            "district_code": self.chance.choice(districts).kato if districts else None,
            "completed_on": self.first + timedelta(days=self.chance.randint(90, 364)),
            "is_demo": True,
        }

    def _post(self, measure_id: int, employer_id: int, region_code: str, count: int, taken: int) -> dict[str, Any]:
        return {
            "public_id": public_id(self.chance),
            "employer_id": employer_id,
            "measure_id": measure_id,
            "region_code": region_code,
            "title": "Ауылдық жоба",
            "posts": count,
            "posts_filled": taken,
            "pay": 60_000,
            "months": 6,
            "state": "closed",
            "submitted_by_id": self.ground.officer_id,
            "decided_by_id": self.ground.approver_id,
            "reason": "",
            "is_demo": True,
            "created_at": datetime(self.target.year, self.chance.randint(2, 11), self.chance.randint(1, 28), 6, tzinfo=UTC),
        }


def draw_year(owner: psycopg.Connection, chance: Random, ground: Ground, target: HistoryYear, rows: Rows) -> None:
    """Everything of one year."""
    year = History(owner, chance, ground, target, rows)
    year.draw()
    rows.write()
    if target.facilities:
        year.facilities()
