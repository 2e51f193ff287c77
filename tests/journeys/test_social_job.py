"""From the register into work that lasts: a plan, a social contract, a course, a refusal with its reason, a social job, and kept after it."""

import re
from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import Text
from labour_exchange.programmes.states import EnrolmentState, Outcome, PaymentKind, PaymentState
from labour_exchange.programmes.texts.labels import OUTCOMES, PAYMENT_STATES
from labour_exchange.programmes.texts.predicates import REFUSALS
from labour_exchange.territory.queries import districts_of, region
from tests.factories import jobseekers as people
from tests.factories import programmes as made
from tests.factories.placements import hiring_employer, open_vacancy
from tests.journeys import case_steps, steps
from tests.journeys import programme_steps as shared
from tests.journeys.programme_steps import Stage, on
from tests.journeys.reader import Reader
from tests.programmes.conftest import make_cast

pytestmark = pytest.mark.browser

REGION = "KZ-11"
REGISTERED, COURSE_ENDS, COURSE_OVER = date(2026, 3, 2), date(2026, 3, 27), date(2026, 3, 30)
JOB_BEGINS, JOB_ENDS, KEPT = date(2026, 4, 1), date(2026, 5, 31), date(2026, 6, 2)
MONTHS = ((date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 4)), (date(2026, 5, 1), JOB_ENDS, KEPT))
EMPLOYER = "Үлгі құрылыс"
JOB = {"kk": "Дәнекерлеушінің көмекшісі", "ru": "Помощник сварщика"}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_from_the_register_into_work_that_lasts(
    protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser, language: str
) -> None:
    stage = Stage(browser, protected, committed, live_server, language)
    with on(REGISTERED):
        cast, training = make_cast(committed, REGION), made.measure(committed, made.TRAINING)
        made.allocation(committed, training, REGION)
        employer, hirer = hiring_employer(committed, REGION, name=EMPLOYER)
        rural = {"district_code": districts_of(REGION)[-1].kato}
        person = people.with_profile(committed, REGION, person=people.jobseeker(committed, REGION, **rural))
        committed.commit()
        officer, approver, own = stage.seat(cast.officer), stage.seat(cast.approver), stage.seat(person)
        case_steps.register(officer, person)
        case_steps.open_case(officer, person, COURSE_ENDS)
        case = shared.address_of(officer)
        case_steps.write_plan(officer, COURSE_ENDS)
        case_steps.agree_to_plan(own)
        case_steps.draft_contract(officer, case, REGISTERED)
        case_steps.approve_contract(approver, person)
        case_steps.sign_contract(own)
        shared.apply_for(officer, person, cast.measure.name)
        for reader in (officer, open_measure(own, cast.measure.name)):
            shared.stands(reader, EnrolmentState.REFUSED)
            shared.reads(reader, reader.words("Refused because:"), too_early(reader))
        shared.look(own, "refused")
        case_steps.open_course(officer, training.name, REGISTERED, COURSE_ENDS)
        course = case_steps.take_seat(officer, approver, person, training.name)
    with on(COURSE_OVER):
        officer, approver = stage.seat(cast.officer), stage.seat(cast.approver)
        case_steps.note_weeks(officer, course, {date(2026, 3, 2): 40, date(2026, 3, 9): 24, date(2026, 3, 16): 32})
        shared.prepare_payment(officer, course, PaymentKind.COURSE, "50 000")
        shared.pay(approver, PaymentKind.COURSE)
        case_steps.give_certificate(officer, course, "C-17")
    with on(JOB_BEGINS):
        officer, approver = stage.seat(cast.officer), stage.seat(cast.approver)
        own, hiring = stage.seat(person), stage.seat(hirer)
        offer_job(hiring, cast.measure.name)
        accept_job(officer)
        shared.apply_for(officer, person, cast.measure.name)
        address = shared.address_of(officer)
        prepare_job(officer)
        shared.approve(approver, person.full_name)
        sign_by_three(own, hiring, officer, cast.measure.name, address)
        shared.begin(officer, address)
    for first, last, over in MONTHS:
        with on(over):
            officer, approver, hiring = stage.seat(cast.officer), stage.seat(cast.approver), stage.seat(hirer)
            claim(hiring, first, last)
            prepare_subsidy(officer, address, first)
            shared.pay(approver, PaymentKind.SUBSIDY)
    with on(KEPT):
        own, vacancy = stage.seat(person), open_vacancy(committed, employer, title=JOB[language])
        committed.commit()
        expect(
            approver.page.locator("section[aria-labelledby=months]").get_by_text(approver.words.of(PAYMENT_STATES[PaymentState.PAID]))
        ).to_have_count(2)
        shared.look(approver, "months_office")
        open_job(hiring)
        shared.look(hiring, "months_employer")
        end_job(officer, address)
        keep(own, hiring, vacancy.public_id)
        record_outcome(officer, person.full_name, address)


def open_measure(reader: Reader, measure: Text) -> Reader:
    """The person finds the measure among the own ones."""
    shared.open_page(reader, "jobseeker/measures")
    reader.page.locator("main").get_by_role("link", name=reader.words.of(measure)).first.click()
    return reader


def too_early(reader: Reader) -> str:
    """The rule that refuses, named: nobody has been registered for thirty days on the first."""
    return reader.words.of(REFUSALS["days_registered_at_least"]).format(had=0, days=30)


def offer_job(reader: Reader, measure: Text) -> None:
    shared.open_page(reader, "employer/subsidised-jobs")
    reader.tick(reader.words.of(measure))
    reader.choose("Region", reader.words.of(region(REGION).name))
    for label, value in {"Name of the job": JOB[reader.words.language], "Workplaces": "1", "Monthly pay": "120 000", "Months": "2"}.items():
        reader.write(label, value)
    reader.press("Send to the office")
    shared.is_told(reader, "The office of the region looks at your jobs and answers here.")


def accept_job(reader: Reader) -> None:
    shared.open_page(reader, "office/subsidised-jobs")
    reader.follow_words(JOB[reader.words.language])
    reader.press("Accept the jobs")
    shared.is_told(reader, "Your decision is noted.")


def prepare_job(reader: Reader) -> None:
    reader.follow("Prepare for approval")
    reader.page.get_by_label(JOB[reader.words.language]).check()
    shared.write_day(reader, "First day", JOB_BEGINS)
    shared.write_day(reader, "Last day", JOB_ENDS)
    shared.put_before_approver(reader)


def sign_by_three(own: Reader, hiring: Reader, officer: Reader, measure: Text, address: str) -> None:
    """The person, the employer and the office, each on a page of their own."""
    open_measure(own, measure)
    own.press("Sign the agreement")
    shared.is_told(own, "You have signed. The work begins when the employer and the office have signed too.")
    open_job(hiring)
    hiring.press("Sign the agreement")
    shared.is_told(hiring, "You have signed. The work begins when all three have.")
    shared.open_page(officer, address)
    officer.press("Sign the agreement for the office")
    shared.is_told(officer, "Done. The history below says when and by whom.")


def open_job(reader: Reader) -> None:
    shared.open_page(reader, "employer/subsidised-jobs")
    reader.follow_words(JOB[reader.words.language])
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(JOB[reader.words.language])


def claim(reader: Reader, first: date, last: date) -> None:
    """The employer claims a month that is over."""
    open_job(reader)
    shared.write_day(reader, "First day worked in the month", first)
    shared.write_day(reader, "Last day worked in the month", last)
    reader.press("Send the claim")
    shared.is_told(reader, "The claim is sent. It is paid when the pension register shows the contribution.")


def prepare_subsidy(reader: Reader, address: str, first: date) -> None:
    """The officer notes the contribution of the month, and only then prepares the payment."""
    shared.open_page(reader, address)
    reader.follow("Contributions")
    reader.field("Month of the contribution").select_option(value=first.isoformat())
    reader.write("Reference in the pension register", f"R-{first:%m}")
    reader.press("Note the contribution")
    shared.is_told(reader, "The contribution is noted.")
    reader.page.get_by_role("button", name=re.compile(rf"^{re.escape(reader.words('Prepare the payment'))}")).first.click()
    shared.is_told(reader, "The payment waits for another person's approval.")


def end_job(reader: Reader, address: str) -> None:
    shared.open_page(reader, address)
    reader.follow("End the measure")
    shared.write_day(reader, "Last day", JOB_ENDS)
    reader.press("End the measure")
    shared.is_told(reader, "The measure has ended. What was not spent is free again.")
    shared.stands(reader, EnrolmentState.COMPLETED)


def keep(own: Reader, hiring: Reader, vacancy: str) -> None:
    """The person applies for the work that goes on, the employer says that it has begun, and the person confirms."""
    shared.open_page(own, f"vacancies/{vacancy}")
    steps.apply(own)
    shared.open_page(hiring, "employer/applications")
    hiring.page.locator("main table").get_by_role("link").first.click()
    hiring.unfold("This person works for us already")
    shared.write_day(hiring, "First working day", date(2026, 6, 1))
    hiring.press("Declare the placement")
    shared.is_told(hiring, "Thank you. The person is asked to confirm.")
    shared.open_page(own, "jobseeker/placements")
    own.follow_words(EMPLOYER)
    own.press("Yes, I work there")
    shared.is_told(own, "Thank you. Your work is confirmed.")


def record_outcome(reader: Reader, name: str, address: str) -> None:
    """The ledger proposes the placement; the officer agrees, and the page of the measure shows it."""
    shared.open_page(reader, "office/outcomes")
    reader.page.locator("main li", has_text=re.compile("01.06.2026")).get_by_role("link", name=name).last.click()
    reader.press("Record the outcome")
    shared.is_told(reader, "The outcome is recorded.")
    shared.reads(reader, reader.words.of(OUTCOMES[Outcome.PLACEMENT]))
    shared.look(reader, "outcome")
    assert shared.address_of(reader) == address
