"""Who takes part in the state programme and the steps that several of its journeys share: signed in, applied, prepared, approved, paid."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, expect

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.states import EnrolmentState, PaymentKind
from labour_exchange.programmes.texts.labels import ENROLMENT_STATES, PAYMENT_KINDS
from tests.factories.signing_in import sign_in_as
from tests.journeys.reader import Reader, Words
from tests.web.browser import WIDTHS, overflow, violations

SHOTS = os.environ.get("SHOTS", "")


@contextmanager
def on(day: date) -> Iterator[None]:
    """Noon of a day, for the server too: it answers in this process."""
    with clock.hold(datetime.combine(day, time(7), UTC)):
        yield


class Stage:
    """Where a journey is played: one language, one server, a browser of their own for everybody who is called."""

    def __init__(self, browser: Browser, app: Flask, session: ExchangeSession, address: str, language: str) -> None:
        self.browser, self.app, self.session, self.address = browser, app, session, address
        self.words = Words(app, language)
        self.readers: dict[int, Reader] = {}

    def seat(self, who: Actor | Jobseeker) -> Reader:
        """Somebody who has signed in today, in the own browser; a session does not outlive the weeks between two parts of a journey."""
        with self.app.test_client() as client:
            secret = sign_in_as(client, self.session, self.session.get_one(User, who.user_id))
        self.session.commit()
        if who.user_id not in self.readers:
            self.readers[who.user_id] = Reader(self.browser, self.address, self.words)
        reader = self.readers[who.user_id]
        reader.page.context.add_cookies([{"name": "session", "value": secret, "url": self.address}])
        return reader


def open_page(reader: Reader, path: str) -> None:
    answer = reader.page.goto(f"{reader.address}/{reader.words.language}/{path}")
    assert answer is not None
    assert answer.status == 200, path
    is_in_words(reader)


def write_day(reader: Reader, english: str, day: date) -> None:
    reader.write_date(english, day.year, day.month, day.day)


def reads(reader: Reader, *told: str) -> None:
    """What is on the page as soon as it has come."""
    for words in told:
        expect(reader.page.locator("body")).to_contain_text(words)


def is_told(reader: Reader, english: str) -> None:
    """The form was right: the page says what came of it, in words that a reader understands."""
    reads(reader, reader.words(english))
    is_in_words(reader)


def is_in_words(reader: Reader) -> None:
    """No text of three languages is written out where one was meant."""
    assert "Text(" not in reader.page.content()


def look(reader: Reader, name: str) -> None:
    """A decisive page is right at both widths: nothing that axe finds, nothing wider than the window. `SHOTS` is a folder for pictures."""
    language = reader.words.language
    reader.page.wait_for_load_state("load")
    for width in WIDTHS[::-1]:
        reader.page.set_viewport_size({"width": width, "height": 900})
        if SHOTS:
            reader.page.screenshot(path=Path(SHOTS) / f"{name}_{language}_{width}.png", full_page=True)
        assert overflow(reader.page) == [], name
    assert violations(reader.page) == [], name


def open_person(reader: Reader, person: Jobseeker) -> None:
    """From the list of the region to the person's page."""
    open_page(reader, "office/jobseekers")
    reader.follow_words(person.full_name)
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(person.full_name)


def apply_for(reader: Reader, person: Jobseeker, measure: Text) -> None:
    """The officer applies for the person, and reads at once what the rules answer."""
    open_person(reader, person)
    reader.follow("Measures")
    reader.tick(reader.words.of(measure))
    reader.press("Apply and check the rules")
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text(reader.words.of(measure))


def stands(reader: Reader, state: EnrolmentState) -> None:
    """The mark beside the heading of an enrolment."""
    expect(reader.page.locator("main .lx-badge, main .badge").first).to_contain_text(reader.words.of(ENROLMENT_STATES[state]))


def put_before_approver(reader: Reader) -> None:
    reader.press("Put before the approver")
    is_told(reader, "It is before the approver now.")
    reads(reader, reader.words("You prepared this or have approved it already: somebody else decides."))


def open_waiting(reader: Reader, waiting: str) -> None:
    """From the list of what waits for this approver."""
    open_page(reader, "office/programme")
    reader.page.locator("section[aria-labelledby=approve]").get_by_role("link", name=waiting).first.click()


def approve(reader: Reader, waiting: str) -> None:
    """The approver finds it among what waits, and approves."""
    open_waiting(reader, waiting)
    reader.press("Approve")
    is_told(reader, "Your decision is noted.")


def begin(reader: Reader, address: str) -> None:
    open_page(reader, address)
    reader.press("It has begun")
    is_told(reader, "Done. The history below says when and by whom.")
    stands(reader, EnrolmentState.STARTED)


def prepare_payment(reader: Reader, address: str, kind: PaymentKind, amount: str) -> None:
    open_page(reader, address)
    reader.follow("Prepare a payment")
    reader.choose("What is paid", reader.words.of(PAYMENT_KINDS[kind]))
    reader.write("Amount", amount)
    reader.press("Put before the approver")
    is_told(reader, "The payment waits for another person's approval.")


def pay(reader: Reader, kind: PaymentKind) -> None:
    """Another person pays what was prepared."""
    open_waiting(reader, reader.words.of(PAYMENT_KINDS[kind]))
    reader.page.get_by_role("button", name=re.compile(rf"^{re.escape(reader.words('Pay out'))}\s*:")).first.click()
    is_told(reader, "The payment is made.")


def record_check(reader: Reader, name: str, found: Text, evidence: str, *, jobs: str = "") -> None:
    """The officer finds the check among those that are due, and says what was found."""
    open_page(reader, "office/checks")
    reader.follow_words(name)
    reader.tick(reader.words.of(found))
    if jobs:
        reader.write("Jobs the business gives", jobs)
    reader.write("What shows it", evidence)
    reader.press("Record the check")
    is_told(reader, "The check is recorded.")


def address_of(reader: Reader) -> str:
    """The page that is open, without the server and the language."""
    return reader.page.url.split(f"/{reader.words.language}/", 1)[1].split("?")[0]
