"""The ten commonest acts of an officer, each from the office's first page to what it says at the end: none needs more clicks or boxes than here.

What they cost, and what they cost before they were shortened, stands in docs/cases.md. `ACTS` is a file that gets a line for each act.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case
from labour_exchange.cases.states import ContactChannel, Doer
from labour_exchange.cases.texts.meetings import CHANNELS
from labour_exchange.cases.texts.plans import DOERS
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.rules.registers import LAPSE_AFTER, REMIND_BEFORE
from labour_exchange.programmes.operations.payments import prepare_payment
from labour_exchange.programmes.states import PaymentKind
from tests.factories import cases, placements
from tests.factories import jobseekers as people
from tests.factories import programmes as made
from tests.factories.signing_in import sign_in_as
from tests.journeys.counting import CountingReader
from tests.journeys.programme_steps import is_told, open_page
from tests.journeys.reader import Words
from tests.programmes.conftest import make_cast

pytestmark = pytest.mark.browser
LANGUAGE, REGION = "kk", "KZ-71"
FAMILY, COURSE, VACANCY = "Үлгіқызы", "Дәнекерлеу", "Дәнекерлеуші"
MOST_SECONDS = 15.0
"""Far above what is measured: a page that hangs is seen, a busy machine is not."""


class Desk:
    """An office with a person who is looked for, among others of the same region."""

    def __init__(self, session: ExchangeSession) -> None:
        self.session, self.cast = session, make_cast(session, REGION)
        self.officer, self.approver = self.cast.officer, self.cast.approver
        self.person = people.with_profile(session, REGION, person=people.jobseeker(session, REGION, family_name=FAMILY), occupation_codes=["7212"])
        people.registered(session, REGION)

    def registered(self) -> Jobseeker:
        day = clock.today() - timedelta(days=100)
        return people.registered(self.session, REGION, person=self.person, on=day, renewed_on=clock.today())

    def case(self) -> Case:
        return cases.case(self.session, self.officer, person=self.registered())


@dataclass(frozen=True)
class Act:
    """`ready` is the world before it; `performed` what the officer does. Bounds are what it costs now."""

    name: str
    clicks: int
    boxes: int
    ready: Callable[[Desk], object]
    performed: Callable[[CountingReader, Desk], None]
    is_approver: bool = False


def find(reader: CountingReader, desk: Desk) -> None:
    reader.write("Family name, or IIN", FAMILY)
    reader.press("Search")
    reader.follow_words(desk.person.full_name)


def put_on_the_register(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Put on the register")
    reader.press("Put on the register")
    is_told(reader, "The person is on the register.")


def due_to_renew(desk: Desk) -> None:
    lapses_soon = clock.today() - LAPSE_AFTER + REMIND_BEFORE
    people.registered(desk.session, REGION, person=desk.person, on=lapses_soon, renewed_on=lapses_soon)


def renew(reader: CountingReader, desk: Desk) -> None:
    reader.press_about("Renew", desk.person.full_name)
    is_told(reader, "The registration is renewed.")


def met_before(desk: Desk) -> None:
    """Somebody else: where the officer sits is known from then on."""
    cases.appointment(desk.session, desk.officer, cases.case(desk.session, desk.officer))
    desk.case()


def book(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Propose an appointment")
    write_day(reader, "Day of the appointment", clock.today() + timedelta(days=3))
    reader.write("Time", "14:30")
    reader.press("Propose this time")
    is_told(reader, "The time is proposed. The person is told.")


def met_today(desk: Desk) -> None:
    one = cases.appointment(desk.session, desk.officer, desk.case())
    one.starts_at, one.ends_at = (clock.now() - timedelta(minutes=minutes) for minutes in (60, 30))


def note_came(reader: CountingReader, desk: Desk) -> None:
    reader.press_about("The person came", desk.person.full_name)
    is_told(reader, "Saved.")


def record_contact(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Record a contact")
    reader.tick(reader.words.of(CHANNELS[ContactChannel.PHONE]))
    reader.write("What it was for", "Курс")
    reader.write("What came of it", "Келісті")
    reader.write("What is next", "Курсқа жазылу")
    write_day(reader, "Due on", clock.today() + timedelta(days=7))
    reader.press("Save")
    is_told(reader, "Saved.")


def planned(desk: Desk) -> None:
    cases.agreed_plan(desk.session, desk.officer, desk.case())


def add_step(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Add a step")
    reader.write("What is to be done", "Анықтама әкелу")
    reader.tick(reader.words.of(DOERS[Doer.PERSON]))
    write_day(reader, "Due on", clock.today() + timedelta(days=7))
    reader.press("Save")
    is_told(reader, "Saved. The person is asked to read the plan and agree.")


def vacancy_open(desk: Desk) -> None:
    desk.registered()
    employer, _hirer = placements.hiring_employer(desk.session, REGION)
    placements.open_vacancy(desk.session, employer, title=VACANCY, occupation_code="7212", occupation_codes=["7212"])
    desk.session.commit()
    synchronise_all(desk.session)


def refer(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Refer to a vacancy")
    reader.follow("Choose", about=VACANCY)
    reader.press("Issue the referral")
    is_told(reader, "The referral is issued. The person and the employer are told.")


def course_open(desk: Desk) -> None:
    training = made.measure(desk.session, made.TRAINING)
    made.allocation(desk.session, training)
    made.course(desk.session, desk.officer, training, title=COURSE)
    cases.agreed_plan(desk.session, desk.officer, desk.case())


def enrol(reader: CountingReader, desk: Desk) -> None:
    find(reader, desk)
    reader.follow("Measures")
    reader.tick(reader.words.of(made.measure(desk.session, made.TRAINING).name))
    reader.press("Apply and check the rules")
    reader.follow("Prepare for approval")
    reader.press("Put before the approver")
    is_told(reader, "It is before the approver now.")


def payment_waits(desk: Desk) -> None:
    training = made.measure(desk.session, made.TRAINING)
    made.allocation(desk.session, training)
    enrolment = made.started(desk.session, training, desk.officer, desk.approver, desk.registered(), amount=50_000)
    prepare_payment(desk.session, desk.officer, enrolment, kind=PaymentKind.COURSE, amount=50_000)


def pay(reader: CountingReader, desk: Desk) -> None:
    reader.click(reader.page.locator("section[aria-labelledby=approve] a"))
    reader.click(reader.page.locator("button", has_text=reader.words("Pay out")))
    is_told(reader, "The payment is made.")


def write_day(reader: CountingReader, english: str, day: date) -> None:
    reader.write_date(english, day.year, day.month, day.day)


ACTS = (
    Act("find a person", 2, 1, Desk.registered, find),
    Act("put a person on the register", 4, 1, lambda _desk: None, put_on_the_register),
    Act("renew a registration", 1, 0, due_to_renew, renew),
    Act("book an appointment", 4, 5, met_before, book),
    Act("note that the person came", 1, 0, met_today, note_came),
    Act("record a contact and the next step", 5, 7, Desk.case, record_contact),
    Act("add a step to the plan", 5, 5, planned, add_step),
    Act("refer to a vacancy", 5, 1, vacancy_open, refer),
    Act("enrol in a course", 7, 1, course_open, enrol),
    Act("pay what another prepared", 2, 0, payment_waits, pay, is_approver=True),
)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_an_act_is_no_longer_than_it_has_to_be(protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser, act: Act) -> None:
    desk = Desk(committed)
    act.ready(desk)
    committed.commit()
    reader = seated(browser, protected, committed, live_server, desk.approver if act.is_approver else desk.officer)
    open_page(reader, "office/queue")
    reader.forget()
    act.performed(reader, desk)
    note(act, reader)
    assert (reader.clicks <= act.clicks, reader.boxes <= act.boxes) == (True, True), f"{reader.clicks} clicks, {reader.boxes} boxes"
    assert reader.seconds < MOST_SECONDS


def seated(browser: Browser, app: Flask, session: ExchangeSession, address: str, who: Actor) -> CountingReader:
    with app.test_client() as client:
        secret = sign_in_as(client, session, session.get_one(User, who.user_id))
    session.commit()
    reader = CountingReader(browser, address, Words(app, LANGUAGE))
    reader.page.context.add_cookies([{"name": "session", "value": secret, "url": address}])
    return reader


def note(act: Act, reader: CountingReader) -> None:
    """A line of the table in docs/cases.md."""
    if os.environ.get("ACTS"):
        with Path(os.environ["ACTS"]).open("a", encoding="utf-8") as out:
            out.write(f"| {act.name} | {reader.clicks} | {reader.boxes} | {reader.pages} | {reader.seconds:.2f} |\n")
