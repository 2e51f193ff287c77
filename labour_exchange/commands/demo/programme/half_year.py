"""The first half of a year and what followed: who was covered, who came to a job and how, and people on the register who had no measure."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import psycopg

from labour_exchange.commands.demo.careers import evidence, noon
from labour_exchange.commands.demo.programme import targets
from labour_exchange.commands.demo.programme.courses import Courses
from labour_exchange.commands.demo.programme.ground import Ground, exactly
from labour_exchange.commands.demo.programme.people import (
    IinSeries,
    Participant,
    Participation,
    Rows,
    enrolment_row,
    jobseeker_row,
    participant,
    placement_row,
    profile_row,
    registration_row,
)
from labour_exchange.commands.demo.programme.targets import HalfYear
from labour_exchange.commands.demo.writing import take_ids
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.programmes.models.enrolments import Enrolment

IN_THE_JOB = (targets.SOCIAL, targets.YOUTH, targets.PUBLIC, targets.RURAL)
WITH_EMPLOYER = (targets.SOCIAL, targets.YOUTH, targets.RURAL)
CHANNELS, CHANNEL_WEIGHTS = ("self_service", "office_referral", "agency"), (45, 40, 15)
DROPPED_OUT, DROP_REASONS = 0.25, ("illness", "moved", "absent", "found_work", "other")
FINDS_WORK_LATER, UNASSISTED_FIND_WORK = 0.3, 0.58


class CoveredHalfYear:
    """Its people, drawn one after another; every row of theirs goes to `rows`."""

    def __init__(
        self, owner: psycopg.Connection, chance: Random, ground: Ground, target: HalfYear, rows: Rows, agency_ids: list[int], now: datetime
    ) -> None:
        self.chance, self.ground, self.target, self.rows, self.agency_ids, self.now = chance, ground, target, rows, agency_ids, now
        self.first, self.last = date(target.year, 1, 1), date(target.year, 6, 30)
        people = target.covered + target.refused + target.unassisted
        self.people = take_ids(owner, Jobseeker, people)
        self.enrolments = take_ids(owner, Enrolment, target.covered + target.twice + target.refused)
        self.placements = take_ids(owner, Placement, people + target.annulled)
        self.permanent = iter(exactly(chance, target.permanent, target.programme + target.exchange))
        self.twice = iter(exactly(chance, target.twice, target.covered))
        self.iins = IinSeries()
        self.courses = Courses(owner, chance, ground, target.year)
        self.annulled = target.annulled

    def draw(self) -> None:
        """Everybody."""
        codes = [code for code, count in self.target.people.items() for _ in range(count)]
        for code, fate in zip(codes, self._fates(codes), strict=True):
            self._covered(code, fate)
        for _ in range(self.target.refused):
            self._refused()
        for _ in range(self.target.unassisted):
            self._unassisted()
        self.rows.write()

    def _covered(self, code: str, fate: str) -> None:
        chance, facts = self.chance, self.ground.measure(self.target.year, code)
        started_on = self.first + timedelta(days=chance.randint(2, 120))
        who = participant(chance, self.ground, next(self.people), started_on)
        ended_on = started_on + timedelta(days=chance.randint(14, 50) if code not in IN_THE_JOB else 30 * min(facts.months, 6))
        part = Participation(next(self.enrolments), facts, self.target.year, started_on, ended_on, self._amount(facts.most_amount))
        job = self._job(who, code, fate, part)
        if code in WITH_EMPLOYER:
            part = replace(part, employer_id=job["employer_id"] if job else self.ground.employer_in(chance, who.region_code))
        if job is None and chance.random() < DROPPED_OUT:
            part = replace(part, drop_reason=chance.choice(DROP_REASONS), ended_on=started_on + timedelta(days=chance.randint(3, 13)))
        elif job:
            part = replace(part, placement_id=job["id"], ended_on=min(part.ended_on, job["started_on"]) if fate == "exchange" else part.ended_on)
        self._somebody(who, job["started_on"] if job else part.ended_on + timedelta(days=90), job)
        self._annulled(who, part, fate)
        self.rows.add(Enrolment, enrolment_row(chance, self.ground, who, part))
        self.courses.seat(self.rows, code, who, part)
        if next(self.twice):
            self._second(who, code, part)

    def _job(self, who: Participant, code: str, fate: str, part: Participation) -> dict[str, Any] | None:
        """The job that is the measure, one found through the exchange by the end of June, one found later, or none."""
        chance = self.chance
        if fate == "none" and chance.random() > FINDS_WORK_LATER:
            return None
        if fate == "programme":
            day, channel = part.started_on, "programme"
        else:
            begins = part.ended_on if code not in IN_THE_JOB else part.started_on + timedelta(days=10)
            day = begins + timedelta(days=chance.randint(0, (self.last - begins).days))
            day = self.last + timedelta(days=chance.randint(1, 200)) if fate == "none" else day
            channel = chance.choices(CHANNELS, CHANNEL_WEIGHTS)[0]
        is_permanent = next(self.permanent) if fate != "none" else chance.random() < 0.6
        return self._placement(who, day, channel, is_permanent=is_permanent)

    def _placement(self, who: Participant, day: date, channel: str, *, is_permanent: bool) -> dict[str, Any]:
        employer_id = self.ground.employer_in(self.chance, who.region_code)
        channel = "office_referral" if channel == "agency" and not self.agency_ids else channel
        row = placement_row(self.chance, self.ground, who, next(self.placements), employer_id, day, channel, is_permanent=is_permanent)
        return row | {"agency_id": self.chance.choice(self.agency_ids)} if channel == "agency" else row

    def _somebody(self, who: Participant, ended_on: date, job: dict[str, Any] | None) -> None:
        iin = self.iins.next_for(who)
        self.rows.add(Jobseeker, jobseeker_row(self.chance, who, iin, is_erased=False))
        self.rows.add(Profile, profile_row(self.chance, who, self.now))
        self.rows.add(Registration, registration_row(self.chance, self.ground, who, ended_on, "placed" if job else "other"))
        if job:
            self.rows.add(PlacementEvidence, *evidence(self.chance, job, self.now.date()))
            self.rows.add(Placement, job)

    def _annulled(self, who: Participant, part: Participation, fate: str) -> None:
        """A placement that was declared in the half-year and turned out to be none."""
        if fate != "none" or not self.annulled:
            return
        self.annulled -= 1
        day = part.started_on + timedelta(days=1)
        row = self._placement(who, day, "office_referral", is_permanent=True) | {"state": "annulled"}
        known = (
            {"kind": "declared", "source": row["declared_by"], "day": day},
            {"kind": "annulled", "source": "office", "day": day + timedelta(days=60)},
        )
        self.rows.add(Placement, row)
        for one in known:
            days = {"effective_on": one["day"], "recorded_at": noon(one["day"])}
            told = {"kind": one["kind"], "source": one["source"], "reason": "", "reference": "", "month": 0}
            self.rows.add(PlacementEvidence, {"placement_id": row["id"]} | told | days)

    def _second(self, who: Participant, code: str, first: Participation) -> None:
        """Another measure after the first one, in the same half-year or the next one."""
        other = targets.BUSINESS if code != targets.BUSINESS else targets.TRAINING
        facts = self.ground.measure(self.target.year, other)
        started_on = first.ended_on + timedelta(days=self.chance.randint(5, 60))
        part = Participation(
            next(self.enrolments), facts, self.target.year, started_on, started_on + timedelta(days=25), self._amount(facts.most_amount)
        )
        self.rows.add(Enrolment, enrolment_row(self.chance, self.ground, who, part))

    def _refused(self) -> None:
        """An application in the half-year that the rules refused: nobody's measure began."""
        on = self.first + timedelta(days=self.chance.randint(2, 170))
        who = participant(self.chance, self.ground, next(self.people), on)
        self._somebody(who, on + timedelta(days=120), None)
        part = Participation(next(self.enrolments), self.ground.measure(self.target.year, targets.SOCIAL), self.target.year, on, on)
        unmade = {**dict.fromkeys(("starts_on", "ends_on", "started_on", "ended_on", "allocation_id", "outcome", "outcome_at")), "state": "refused"}
        self.rows.add(Enrolment, enrolment_row(self.chance, self.ground, who, part) | unmade)

    def _unassisted(self) -> None:
        """Somebody on the register without a measure, with whom participants are compared."""
        on = self.first + timedelta(days=self.chance.randint(2, 120))
        who = participant(self.chance, self.ground, next(self.people), on)
        job = None
        if self.chance.random() < UNASSISTED_FIND_WORK:
            day = on + timedelta(days=self.chance.randint(5, 360))
            channel = self.chance.choices(CHANNELS, CHANNEL_WEIGHTS)[0]
            job = self._placement(who, day, channel, is_permanent=self.chance.random() < 0.6)
        self._somebody(who, job["started_on"] if job else on + timedelta(days=300), job)

    def _amount(self, most: int) -> int:
        return int(most * self.chance.uniform(0.4, 0.95) // 1_000) * 1_000

    def _fates(self, codes: list[str]) -> list[str]:
        """Whose job is the measure itself, drawn among those in such measures; of the others, who comes to a job through the exchange."""
        can_be = [index for index, code in enumerate(codes) if code in IN_THE_JOB]
        in_the_job = set(self.chance.sample(can_be, self.target.programme))
        others = [index for index in range(len(codes)) if index not in in_the_job]
        through = set(self.chance.sample(others, self.target.exchange))
        return ["programme" if index in in_the_job else "exchange" if index in through else "none" for index in range(len(codes))]
