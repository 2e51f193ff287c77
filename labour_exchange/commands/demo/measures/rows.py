"""The demo's programme: plans of every region, and in the region of the demo's office people in measures, a few of each situation.

Counters are never written by hand: a book notes what is done with each plan, and its sums become both the ledger and the counters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import psycopg

from labour_exchange.commands.demo.accounts import DOMAIN, HOME
from labour_exchange.commands.demo.names import invented_bin
from labour_exchange.commands.demo.people import Person
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.foundation.database import new_public_id
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit, Repayment
from labour_exchange.programmes.businesses.rules import repayment_schedule
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation, LedgerEntry, Payment
from labour_exchange.programmes.models.training import Course, Provider
from labour_exchange.programmes.projects.models import Project, ProjectPayment
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.territory.queries import districts_of, regions

PLACES, PLANNED = 200, 400_000_000
LEAVES = "KZ-61"
COUNTERS = ("places", "places_taken", "planned", "committed", "paid")
MEASURES = """
SELECT m.kind, m.id, max(t.id) FROM measures m JOIN measure_terms t ON t.measure_id = m.id
WHERE m.code LIKE 'now-%' AND m.code <> 'now-business-training' GROUP BY m.id
"""
FACTS: dict[str, Any] = {"age": 30, "region_code": HOME, "is_rural": False, "category": "unemployed", "days_registered": 200, "has_plan": True}
CREDITS = ((14, 14), (14, 9), (8, 8))
"""Months since each microcredit was paid, and how many of them have been repaid."""
PROJECTS = (("Мектеп жөндеу", "repaired", "completed"), ("Фельдшерлік пункт", "built", "approved"), ("Спорт алаңы", "built", "prepared"))
COURSES = (("7411", "Электр жинақтаушы"), ("7212", "Дәнекерлеуші"), ("7512", "Наубайшы"), ("5120", "Аспаз"))
TRAINED, WORKED = 60, 40
PROVIDER_SERIALS = range(98_000, 98_100)


@dataclass
class Book:
    """What is done with each plan, in its order; a row of the ledger each."""

    now: datetime
    entries: list[dict[str, Any]] = field(default_factory=list)

    def enter(self, allocation_id: int, kind: str, **change: int | None) -> None:
        row: dict[str, Any] = dict.fromkeys(COUNTERS, 0) | {"enrolment_id": None, "payment_id": None, "project_id": None}
        self.entries.append(row | {"allocation_id": allocation_id, "kind": kind, "recorded_at": self.now} | change)

    def counters(self, allocation_id: int) -> dict[str, int]:
        return {name: sum(one[name] for one in self.entries if one["allocation_id"] == allocation_id) for name in COUNTERS}


@dataclass
class Desk:
    """Where the demo's programme is written from: who prepares and who approves, and the rows made so far."""

    owner: psycopg.Connection
    chance: Random
    now: datetime
    book: Book
    measures: dict[str, tuple[int, int]]
    plans: dict[tuple[str, str], int]
    officer_id: int
    approver_id: int
    enrolments: list[dict[str, Any]] = field(default_factory=list)
    payments: list[dict[str, Any]] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.now.date()

    def enrol(self, kind: str, person: Person, state: str, **facts: Any) -> dict[str, Any]:
        """A person in a measure; what is promised is entered in the book."""
        measure_id, terms_id = self.measures[kind]
        enrolment_id, plan = next(take_ids(self.owner, Enrolment, 1)), self.plans[kind, facts.get("receiving_region_code") or person.region.iso_code]
        started_on, amount = facts.get("started_on"), facts.get("amount", 0)
        is_promised = state in ("approved", "started", "completed")
        unknown = ("drop_reason", "receiving_region_code", "project_id", "started_on", "ended_on", "outcome", "placement_id", "outcome_at")
        row = dict.fromkeys(unknown, None)
        row |= {"id": enrolment_id, "public_id": new_public_id(), "jobseeker_id": person.id, "measure_id": measure_id, "terms_id": terms_id}
        row |= {"region_code": person.region.iso_code, "state": state, "facts": FACTS, "findings": [], "is_demo": True, "version": 1}
        row |= {"applied_on": (started_on or self.today) - timedelta(days=14), "decided_at": self.now, "created_at": self.now, "decline_reason": ""}
        is_prepared = state == "prepared" or is_promised
        decided = datetime.combine(started_on - timedelta(days=3), self.now.timetz()) if started_on else self.now
        row |= {"prepared_by_id": self.officer_id if is_prepared else None, "prepared_at": decided if is_prepared else None}
        row |= {"approved_by_id": self.approver_id if is_promised else None, "approved_at": decided if is_promised else None}
        starts_on = started_on or (self.today if is_prepared else None)
        ends_on = facts.get("ended_on") or (starts_on and months_later(starts_on, 3))
        row |= {"starts_on": starts_on, "ends_on": ends_on, "allocation_id": plan if is_prepared else None}
        row |= {"amount": 0, "committed": amount if is_promised else 0, "paid": 0} | facts
        self.enrolments.append(row)
        if is_promised:
            self.book.enter(plan, "commit", places_taken=1, committed=amount, enrolment_id=enrolment_id)
        return row

    def pay(self, enrolment: dict[str, Any], kind: str, amount: int, paid_on: date | None) -> None:
        """A payment, made on a day or waiting for the approver."""
        payment_id, is_paid = next(take_ids(self.owner, Payment, 1)), paid_on is not None
        row = {"id": payment_id, "public_id": new_public_id(), "enrolment_id": enrolment["id"], "kind": kind, "month": None, "amount": amount}
        row |= {
            "region_code": enrolment["receiving_region_code"] or enrolment["region_code"],
            "state": "paid" if is_paid else "prepared",
            "reason": "",
        }
        row |= {"prepared_by_id": self.officer_id, "prepared_at": self.now, "decided_by_id": self.approver_id if is_paid else None}
        row |= {"decided_at": self.now if is_paid else None, "paid_on": paid_on, "returned": 0, "is_demo": True}
        self.payments.append(row)
        if is_paid:
            enrolment["paid"] += amount
            self.book.enter(enrolment["allocation_id"], "pay", paid=amount, enrolment_id=enrolment["id"], payment_id=payment_id)


def fill(owner: psycopg.Connection, chance: Random, who: list[Person], now: datetime) -> int:
    """Write the programme of the demo; gives how many people are in a measure. Nothing without the shipped measures and the demo's office."""
    found = owner.execute(MEASURES).fetchall()
    staff = dict(owner.execute("SELECT kind, id FROM users WHERE email IN (%s, %s)", (f"officer@{DOMAIN}", f"approver@{DOMAIN}")).fetchall())
    here = [person for person in who if person.region.iso_code == HOME]
    if not found or len(staff) < 2 or len(here) < TRAINED + WORKED + 20:
        return 0
    book, measures = Book(now), {kind: (measure_id, terms_id) for kind, measure_id, terms_id in found}
    plans = {
        (kind, region.iso_code): plan_id
        for region in regions()
        for kind, plan_id in zip(measures, take_ids(owner, Allocation, len(measures)), strict=True)
    }
    for plan_id in plans.values():
        book.enter(plan_id, "plan", places=PLACES, planned=PLANNED)
    desk = Desk(owner, chance, now, book, measures, plans, staff["office"], staff["approver"])
    chance.shuffle(here)
    crowd = iter(here)
    _in_training_and_work(desk, crowd)
    extra = [*_businesses(desk, crowd), *_relocation(desk, next(one for one in who if one.region.iso_code == LEAVES))]
    _courses(desk)
    projects = list(_projects(desk, crowd))
    copy_rows(owner, Allocation, list(_allocations(desk)))
    copy_rows(owner, Project, projects)
    copy_rows(owner, ProjectPayment, [_paid(desk, one) for one in projects if one["paid"]])
    for model, rows in ((Enrolment, desk.enrolments), (Payment, desk.payments), *extra, (LedgerEntry, book.entries)):
        copy_rows(owner, model, rows)
    return len(desk.enrolments)


def _allocations(desk: Desk) -> Iterator[dict[str, Any]]:
    first = date(desk.today.year - 2, 1, 1)
    for (kind, region_code), plan_id in desk.plans.items():
        row = {"id": plan_id, "public_id": new_public_id(), "measure_id": desk.measures[kind][0], "region_code": region_code, "is_demo": True}
        yield row | {"starts_on": first, "ends_on": date(desk.today.year, 12, 31), "created_at": desk.now} | desk.book.counters(plan_id)


def _in_training_and_work(desk: Desk, crowd: Iterator[Person]) -> None:
    """Courses and public works that have ended, with what came of most of them; and people at each step before."""
    for number in range(TRAINED + WORKED):
        person, is_trained = next(crowd), number < TRAINED
        started_on = desk.today - timedelta(days=desk.chance.randint(220, 560))
        ended_on, amount = started_on + timedelta(days=60), 90_000 if is_trained else 120_000
        made = desk.enrol("training" if is_trained else "public_works", person, "completed", started_on=started_on, ended_on=ended_on, amount=amount)
        placement = desk.owner.execute(PLACED, (person.id, started_on, months_later(ended_on, 12))).fetchone()
        if number % 12:
            made |= {"outcome": "placement" if placement else "none", "placement_id": placement[0] if placement else None, "outcome_at": desk.now}
        desk.pay(made, "course" if is_trained else "subsidy", amount, ended_on)
    for state in ("eligible", "eligible", "prepared", "prepared", "started", "started", "started"):
        started_on = desk.today - timedelta(days=20) if state == "started" else None
        made = desk.enrol("training", next(crowd), state, started_on=started_on, amount=90_000)
    desk.pay(made, "course", 90_000, None)


PLACED = "SELECT id FROM placements WHERE jobseeker_id = %s AND started_on BETWEEN %s AND %s AND state <> 'annulled' ORDER BY started_on LIMIT 1"


def _businesses(desk: Desk, crowd: Iterator[Person]) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """Three microcredits, on time, late and new, with what came back of each and their checks."""
    plans, credits, repayments, checks = [], [], [], []
    for number, (months, repaid) in enumerate(CREDITS):
        paid_on, amount = months_later(desk.today, -months) - timedelta(days=5), 1_500_000 + 500_000 * number
        made = desk.enrol("microcredit", next(crowd), "started", started_on=paid_on, amount=amount, ends_on=months_later(paid_on, 36))
        desk.pay(made, "loan", amount, paid_on)
        plan = {"jobseeker_id": made["jobseeker_id"], "enrolment_id": made["id"], "purpose": ("Наубайхана", "Тігін шеберханасы", "Жылыжай")[number]}
        plans.append(plan | {"asked": amount, "own_share": 200_000, "jobs_planned": 2, "months": 36, "version": 1, "written_at": desk.now})
        credit_id = next(take_ids(desk.owner, Credit, 1))
        dues = repayment_schedule(amount, 36, 600, 12, paid_on)[:repaid]
        received = sum(one.total for one in dues)
        credit = {"id": credit_id, "public_id": new_public_id(), "enrolment_id": made["id"], "amount": amount, "months": 36, "interest": 600}
        credits.append(credit | {"grace_months": 12, "paid_on": paid_on, "received": received, "state": "running", "doubt_reason": ""})
        came = {"credit_id": credit_id, "recorded_at": desk.now}
        repayments += [came | {"reference": f"DEMO-{credit_id}-{one.number}", "paid_on": one.due_on, "amount": one.total} for one in dues]
        for kind, after in (("operating_6", 6), ("operating_12", 12)):
            due_on = months_later(paid_on, after)
            is_done = kind == "operating_6" and months > 12
            check = {"public_id": new_public_id(), "enrolment_id": made["id"], "kind": kind, "due_on": due_on}
            found = (
                {"checked_on": due_on, "is_met": True, "jobs_created": 2} if is_done else {"checked_on": None, "is_met": None, "jobs_created": None}
            )
            checks.append(check | found | {"evidence": "Салық есебі" if is_done else ""})
    yield from ((BusinessPlan, plans), (Credit, credits), (Repayment, repayments), (FollowUpCheck, checks))


def _relocation(desk: Desk, person: Person) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """A household that came from the south a month ago."""
    started_on = desk.today - timedelta(days=40)
    made = desk.enrol("relocation", person, "started", started_on=started_on, amount=1_350_000, receiving_region_code=HOME)
    desk.pay(made, "moving", 450_000, desk.today - timedelta(days=30))
    move = {"enrolment_id": made["id"], "from_region": LEAVES, "to_region": HOME, "members": 3, "children": 1}
    yield Relocation, [move | {"moving_cost": 450_000, "housing_cost": 900_000, "moved_on": None}]


def _courses(desk: Desk) -> None:
    """Courses that begin soon, for trades that are often wanted, all at one provider."""
    bin_number = next(found for serial in PROVIDER_SERIALS if (found := invented_bin(serial)))
    known = desk.owner.execute("SELECT id FROM providers WHERE bin = %s", (bin_number,)).fetchone()
    provider_id = known[0] if known else next(take_ids(desk.owner, Provider, 1))
    if known is None:
        row = {"id": provider_id, "public_id": new_public_id(), "bin": bin_number, "name": "Үлгі колледжі", "region_code": HOME, "is_demo": True}
        copy_rows(desk.owner, Provider, [row])
    rows = []
    for number, (code, title) in enumerate(COURSES, start=1):
        starts_on = desk.today + timedelta(days=14 * number)
        row = {"public_id": new_public_id(), "provider_id": provider_id, "measure_id": desk.measures["training"][0], "region_code": HOME}
        row |= {"title": title, "occupation_code": code, "starts_on": starts_on, "ends_on": starts_on + timedelta(days=90)}
        rows.append(row | {"seats": 15, "seats_taken": 0, "price": 90_000, "is_demo": True})
    copy_rows(desk.owner, Course, rows)


def _paid(desk: Desk, project: dict[str, Any]) -> dict[str, Any]:
    row = {"public_id": new_public_id(), "project_id": project["id"], "amount": project["paid"], "state": "paid", "paid_on": project["completed_on"]}
    return row | {name: project[name] for name in ("prepared_by_id", "prepared_at", "decided_by_id", "decided_at")}


def _projects(desk: Desk, crowd: Iterator[Person]) -> Iterator[dict[str, Any]]:
    """One that is done with a person who worked in it, one under way, one that waits for the approver."""
    plan, place = desk.plans["rural_jobs", HOME], districts_of(HOME)[0].kato
    for number, (name, kind, state) in enumerate(PROJECTS):
        project_id, starts_on, amount = next(take_ids(desk.owner, Project, 1)), desk.today - timedelta(days=300 - 100 * number), 20_000_000
        is_done, is_prepared = state == "completed", state == "prepared"
        row = {"id": project_id, "public_id": new_public_id(), "measure_id": desk.measures["rural_jobs"][0], "region_code": HOME, "is_demo": True}
        row |= {"district_code": place, "name": name, "kind": kind, "state": state, "jobs_planned": 10, "jobs_created": 8 if is_done else None}
        row |= {
            "starts_on": starts_on,
            "ends_on": starts_on + timedelta(days=200),
            "completed_on": starts_on + timedelta(days=180) if is_done else None,
        }
        row |= {
            "evidence": "Қабылдау актісі № 17" if is_done else "",
            "allocation_id": plan,
            "amount": amount,
            "committed": 0 if is_prepared else amount,
        }
        row |= {"paid": 0, "prepared_by_id": desk.officer_id, "prepared_at": desk.now, "decline_reason": ""}
        row |= {"decided_by_id": None if is_prepared else desk.approver_id, "decided_at": None if is_prepared else desk.now}
        if not is_prepared:
            desk.book.enter(plan, "commit", committed=amount, project_id=project_id)
            ended = {"ended_on": starts_on + timedelta(days=180), "outcome": "none"} if is_done else {}
            desk.enrol("rural_jobs", next(crowd), "completed" if is_done else "started", started_on=starts_on, project_id=project_id, **ended)
        if is_done:
            row["paid"] = amount
            desk.book.enter(plan, "pay", paid=amount, project_id=project_id)
        yield row
